/** What came of a task in which somebody cheated: one row of the table. */
import { equalBytes } from "../../../app/lib/bytes.ts";
import { nodeSlashed } from "../../../modules/slashing/index.ts";
import * as events from "../../../modules/tasks/events.ts";
import { asi } from "../../../localnet/report.ts";
import { SlashReason } from "../../../proto/gen/aegis/slashing/v1/slashing.ts";
import type { NodeSlashed } from "../../../proto/gen/aegis/slashing/v1/event.ts";
import type { BondLost } from "../../../proto/gen/aegis/tasks/v1/event.ts";
import { DisputeOutcome } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import {
  Reason,
  ResultFault,
  State,
  Verdict,
  VerificationKind,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Play } from "./arena.ts";
import { words } from "./story.ts";

/** A row; texts are for people. */
export interface Row {
  readonly cheat: string;
  readonly about: string;
  /** Whether every cheater gave something else than an honest node. */
  readonly differed: boolean;
  /** How it was found; empty when it was not. */
  readonly found: readonly string[];
  readonly slashes: readonly NodeSlashed[];
  /** Bonds that challengers lost. */
  readonly bonds: readonly BondLost[];
  /** Slashes of nodes that did not cheat. */
  readonly honestSlashes: number;
  readonly state: State;
  readonly refunded: bigint;
  /** Whether the answer is what an honest node gives; undefined when there is none. */
  readonly isRight: boolean | undefined;
  /** Sum of all balances minus supply, in uasi. */
  readonly supplyError: bigint;
}

/** Slashes for what was done in the task. */
export function slashesOf(play: Play): NodeSlashed[] {
  const found: NodeSlashed[] = [];
  for (const { event } of play.seen) {
    const slash = nodeSlashed.fromAbci(event);
    if (slash !== undefined && equalBytes(slash.reference, play.taskHash)) found.push(slash);
  }
  return found;
}

/** Bonds that were lost in the task. */
export function bondsOf(play: Play): BondLost[] {
  const found: BondLost[] = [];
  for (const { event } of play.seen) {
    const lost = events.bondLost.fromAbci(event);
    if (lost !== undefined && equalBytes(lost.taskHash, play.taskHash)) found.push(lost);
  }
  return found;
}

/** How the task's results and verifications were doubted, and what was found missing. */
export function findings(play: Play): string[] {
  const found = new Set<string>();
  const { record } = play.answer;
  for (const { event } of play.seen) {
    const rejected = events.resultRejected.fromAbci(event) ?? events.resultVoid.fromAbci(event);
    if (rejected !== undefined && isSilence(rejected.fault)) found.add("silence");
    if (events.verificationMissed.fromAbci(event) !== undefined) found.add("silence");
    if (events.verificationWithheld.fromAbci(event) !== undefined) found.add("silence");
    const lost = events.bondLost.fromAbci(event);
    if (lost !== undefined) found.add("a bond was lost");
    const closed = events.disputeClosed.fromAbci(event);
    if (closed !== undefined) found.add(`committee: ${words(DisputeOutcome, closed.outcome)}`);
  }
  const isDisputed = play.seen.some(({ event }) => {
    const disputed = events.resultDisputed.fromAbci(event);
    return disputed !== undefined && equalBytes(disputed.taskHash, play.taskHash);
  });
  const doubts = record === undefined ? [] : doubtsIn(record);
  if (isDisputed && doubts.length === 0) doubts.push("fingerprint");
  return [...doubts, ...found];
}

/** Who said `INVALID`, and why. */
function doubtsIn({ verifications }: TaskRecord): string[] {
  const doubts = new Map<string, Set<string>>();
  for (const { kind, content } of verifications) {
    if (content?.verdict !== Verdict.VERDICT_INVALID) continue;
    const who = WHO.get(kind) ?? "verifier";
    const reasons = doubts.get(who) ?? new Set();
    for (const reason of content.reasons) reasons.add(words(Reason, reason));
    doubts.set(who, reasons);
  }
  return [...doubts].map(([who, reasons]) => `${who} (${[...reasons].join(", ")})`);
}

const WHO: ReadonlyMap<number, string> = new Map([
  [VerificationKind.VERIFICATION_KIND_DRAWN, "cheap check"],
  [VerificationKind.VERIFICATION_KIND_AUDIT, "audit"],
  [VerificationKind.VERIFICATION_KIND_CHALLENGE, "challenge"],
]);

function isSilence(fault: ResultFault): boolean {
  return (
    fault === ResultFault.RESULT_FAULT_NOT_REVEALED ||
    fault === ResultFault.RESULT_FAULT_NO_FINGERPRINT
  );
}

/** The heads of the table's columns. */
export const COLUMNS: readonly string[] = [
  "cheat",
  "found by",
  "slashed",
  "burned",
  "shared",
  "the user has",
  "supply − balances",
  "honest nodes slashed",
];

/** What somebody lost, and what became of it. */
interface Loss {
  readonly text: string;
  readonly amount: bigint;
  readonly burned: bigint;
  readonly beneficiaries: readonly string[];
}

function lossesIn(row: Row, nameOf: (address: string) => string): Loss[] {
  const slashes = row.slashes.map(({ node, amount, reason, burned, beneficiaries }) => {
    const text = `${nameOf(node)} ${asi(`${amount}`)} (${words(SlashReason, reason)})`;
    return { text, amount, burned, beneficiaries };
  });
  const bonds = row.bonds.map(({ challenger, amount, beneficiaries }) => {
    const text = `${nameOf(challenger)} ${asi(`${amount}`)} (its bond)`;
    const shares = BigInt(beneficiaries.length);
    const burned = shares === 0n ? amount : amount % shares;
    return { text, amount, burned, beneficiaries };
  });
  return [...slashes, ...bonds];
}

/** The row's cells. */
export function cells(row: Row, nameOf: (address: string) => string): string[] {
  const losses = lossesIn(row, nameOf);
  const burned = losses.reduce((sum, one) => sum + one.burned, 0n);
  const shared = losses.reduce((sum, one) => sum + one.amount - one.burned, 0n);
  const sharers = new Set(losses.flatMap(({ beneficiaries }) => beneficiaries));
  return [
    `${row.cheat}: ${row.about}`,
    row.differed ? row.found.join("; ") || "nobody" : "nothing to find: the same answer",
    losses.map(({ text }) => text).join("; ") || "nobody",
    asi(`${burned}`),
    sharers.size === 0 ? "nothing" : `${asi(`${shared}`)} by ${sharers.size}`,
    outcome(row),
    `${row.supplyError}`,
    `${row.honestSlashes}`,
  ];
}

function outcome({ state, refunded, isRight }: Row): string {
  if (state !== State.STATE_FINAL) return `${words(State, state)}, ${asi(`${refunded}`)} back`;
  return isRight === true ? "the right answer" : "A WRONG ANSWER";
}
