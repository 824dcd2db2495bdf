// Generated from proto/aegis/tasks/v1/dispute.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Reason, Verdict, VerificationState } from "./tasks.ts";

/** What a dispute waits for. */
export type DisputeStage = number;
export const DisputeStage = {
  DISPUTE_STAGE_UNSPECIFIED: 0,
  DISPUTE_STAGE_DRAW: 1,
  DISPUTE_STAGE_VOTE: 2,
  DISPUTE_STAGE_REVEAL: 3,
  DISPUTE_STAGE_CLOSED: 4,
} as const;

/** How a dispute ended. */
export type DisputeOutcome = number;
export const DisputeOutcome = {
  DISPUTE_OUTCOME_UNSPECIFIED: 0,
  DISPUTE_OUTCOME_UPHELD: 1,
  DISPUTE_OUTCOME_REJECTED: 2,
  DISPUTE_OUTCOME_UNDECIDED: 3,
  DISPUTE_OUTCOME_NO_COMMITTEE: 4,
} as const;

/** The one dispute about a result. */
export interface Dispute {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly stage: DisputeStage;
  readonly round: number;
  readonly drawHeight: bigint;
  readonly seats: number;
  readonly challenge: Uint8Array;
  readonly deadlineMs: bigint;
  readonly openedHeight: bigint;
  readonly outcome: DisputeOutcome;
  readonly fingerprint: Uint8Array;
}

function writeDispute(w: Writer, m: Dispute): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.executor !== "") {
    w.tag(34);
    w.string(m.executor);
  }
  if (m.stage !== 0) {
    w.tag(40);
    w.int32(m.stage);
  }
  if (m.round !== 0) {
    w.tag(48);
    w.uint32(m.round);
  }
  if (m.drawHeight !== 0n) {
    w.tag(56);
    w.uint64(m.drawHeight);
  }
  if (m.seats !== 0) {
    w.tag(64);
    w.uint32(m.seats);
  }
  if (m.challenge.length > 0) {
    w.tag(74);
    w.bytes(m.challenge);
  }
  if (m.deadlineMs !== 0n) {
    w.tag(80);
    w.uint64(m.deadlineMs);
  }
  if (m.openedHeight !== 0n) {
    w.tag(88);
    w.uint64(m.openedHeight);
  }
  if (m.outcome !== 0) {
    w.tag(96);
    w.int32(m.outcome);
  }
  if (m.fingerprint.length > 0) {
    w.tag(106);
    w.bytes(m.fingerprint);
  }
}

function readDispute(r: Reader): Dispute {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: DisputeStage = 0;
  let f6: number = 0;
  let f7: bigint = 0n;
  let f8: number = 0;
  let f9: Uint8Array = new Uint8Array(0);
  let f10: bigint = 0n;
  let f11: bigint = 0n;
  let f12: DisputeOutcome = 0;
  let f13: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int32());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint32());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint32());
        break;
      case 74:
        r.single(last, tag);
        f9 = r.value(r.bytes());
        break;
      case 80:
        r.single(last, tag);
        f10 = r.value(r.uint64());
        break;
      case 88:
        r.single(last, tag);
        f11 = r.value(r.uint64());
        break;
      case 96:
        r.single(last, tag);
        f12 = r.value(r.int32());
        break;
      case 106:
        r.single(last, tag);
        f13 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, stage: f5, round: f6, drawHeight: f7, seats: f8, challenge: f9, deadlineMs: f10, openedHeight: f11, outcome: f12, fingerprint: f13 };
}

export const Dispute: Codec<Dispute> = codec<Dispute>({
  typeUrl: "/aegis.tasks.v1.Dispute",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "stage", jsonName: "stage", number: 5, kind: "enum", repeated: false, optional: false, values: DisputeStage },
    { name: "round", jsonName: "round", number: 6, kind: "uint32", repeated: false, optional: false },
    { name: "drawHeight", jsonName: "draw_height", number: 7, kind: "uint64", repeated: false, optional: false },
    { name: "seats", jsonName: "seats", number: 8, kind: "uint32", repeated: false, optional: false },
    { name: "challenge", jsonName: "challenge", number: 9, kind: "bytes", repeated: false, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 10, kind: "uint64", repeated: false, optional: false },
    { name: "openedHeight", jsonName: "opened_height", number: 11, kind: "uint64", repeated: false, optional: false },
    { name: "outcome", jsonName: "outcome", number: 12, kind: "enum", repeated: false, optional: false, values: DisputeOutcome },
    { name: "fingerprint", jsonName: "fingerprint", number: 13, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", stage: 0, round: 0, drawHeight: 0n, seats: 0, challenge: new Uint8Array(0), deadlineMs: 0n, openedHeight: 0n, outcome: 0, fingerprint: new Uint8Array(0) }),
  write: writeDispute,
  read: readDispute,
});

/** The canonical vote of a committee member. Its encoding is hashed into the commit. */
export interface VoteContent {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly deficitSum: bigint;
  readonly deficitCount: number;
  readonly deficitMax: number;
  readonly fingerprint: Uint8Array;
}

function writeVoteContent(w: Writer, m: VoteContent): void {
  if (m.verdict !== 0) {
    w.tag(8);
    w.int32(m.verdict);
  }
  if (m.reasons.length > 0) {
    w.tag(18);
    const s = w.open();
    for (const v of m.reasons) w.int32(v);
    w.close(s);
  }
  if (m.deficitSum !== 0n) {
    w.tag(24);
    w.uint64(m.deficitSum);
  }
  if (m.deficitCount !== 0) {
    w.tag(32);
    w.uint32(m.deficitCount);
  }
  if (m.deficitMax !== 0) {
    w.tag(40);
    w.uint32(m.deficitMax);
  }
  if (m.fingerprint.length > 0) {
    w.tag(50);
    w.bytes(m.fingerprint);
  }
}

function readVoteContent(r: Reader): VoteContent {
  let f1: Verdict = 0;
  const f2: Reason[] = [];
  let f3: bigint = 0n;
  let f4: number = 0;
  let f5: number = 0;
  let f6: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f2.push(r.int32());
        r.leave(outer);
        break;
      }
      case 16:
        if (r.strict) r.unknown(tag);
        f2.push(r.int32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint32());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { verdict: f1, reasons: f2, deficitSum: f3, deficitCount: f4, deficitMax: f5, fingerprint: f6 };
}

export const VoteContent: Codec<VoteContent> = codec<VoteContent>({
  typeUrl: "/aegis.tasks.v1.VoteContent",
  fields: [
    { name: "verdict", jsonName: "verdict", number: 1, kind: "enum", repeated: false, optional: false, values: Verdict },
    { name: "reasons", jsonName: "reasons", number: 2, kind: "enum", repeated: true, optional: false, values: Reason },
    { name: "deficitSum", jsonName: "deficit_sum", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "deficitCount", jsonName: "deficit_count", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "deficitMax", jsonName: "deficit_max", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "fingerprint", jsonName: "fingerprint", number: 6, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ verdict: 0, reasons: [], deficitSum: 0n, deficitCount: 0, deficitMax: 0, fingerprint: new Uint8Array(0) }),
  write: writeVoteContent,
  read: readVoteContent,
});

/** A member of one round's committee. */
export interface Vote {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly round: number;
  readonly member: string;
  readonly operator: string;
  readonly seats: number;
  readonly state: VerificationState;
  readonly commit: Uint8Array;
  readonly content: VoteContent | undefined;
  readonly counts: boolean;
}

function writeVote(w: Writer, m: Vote): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.executor !== "") {
    w.tag(34);
    w.string(m.executor);
  }
  if (m.round !== 0) {
    w.tag(40);
    w.uint32(m.round);
  }
  if (m.member !== "") {
    w.tag(50);
    w.string(m.member);
  }
  if (m.operator !== "") {
    w.tag(58);
    w.string(m.operator);
  }
  if (m.seats !== 0) {
    w.tag(64);
    w.uint32(m.seats);
  }
  if (m.state !== 0) {
    w.tag(72);
    w.int32(m.state);
  }
  if (m.commit.length > 0) {
    w.tag(82);
    w.bytes(m.commit);
  }
  if (m.content !== undefined) {
    w.tag(90);
    { const s = w.open(); VoteContent.write(w, m.content); w.close(s); }
  }
  if (m.counts) {
    w.tag(96);
    w.bool(m.counts);
  }
}

function readVote(r: Reader): Vote {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: number = 0;
  let f6: string = "";
  let f7: string = "";
  let f8: number = 0;
  let f9: VerificationState = 0;
  let f10: Uint8Array = new Uint8Array(0);
  let f11: VoteContent | undefined = undefined;
  let f12: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint32());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.string());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint32());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.int32());
        break;
      case 82:
        r.single(last, tag);
        f10 = r.value(r.bytes());
        break;
      case 90: {
        r.single(last, tag);
        const outer = r.enter();
        f11 = VoteContent.read(r);
        r.leave(outer);
        break;
      }
      case 96:
        r.single(last, tag);
        f12 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, round: f5, member: f6, operator: f7, seats: f8, state: f9, commit: f10, content: f11, counts: f12 };
}

export const Vote: Codec<Vote> = codec<Vote>({
  typeUrl: "/aegis.tasks.v1.Vote",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "member", jsonName: "member", number: 6, kind: "string", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 7, kind: "string", repeated: false, optional: false },
    { name: "seats", jsonName: "seats", number: 8, kind: "uint32", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 9, kind: "enum", repeated: false, optional: false, values: VerificationState },
    { name: "commit", jsonName: "commit", number: 10, kind: "bytes", repeated: false, optional: false },
    { name: "content", jsonName: "content", number: 11, kind: "message", repeated: false, optional: true, message: () => VoteContent as Codec<never> },
    { name: "counts", jsonName: "counts", number: 12, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", round: 0, member: "", operator: "", seats: 0, state: 0, commit: new Uint8Array(0), content: undefined, counts: false }),
  write: writeVote,
  read: readVote,
});
