// Generated from proto/aegis/tasks/v1/tasks.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { ReferencePrice } from "./model.ts";

/** States of protocol section 2.5. OPEN, COMMITTED and EXPIRED are of a calculation, the others of each result; a result that is committed and not revealed is COMMITTED too. */
export type State = number;
export const State = {
  STATE_UNSPECIFIED: 0,
  STATE_OPEN: 1,
  STATE_COMMITTED: 2,
  STATE_COMPUTED: 3,
  STATE_SOFT_FINAL: 4,
  STATE_DISPUTED: 5,
  STATE_FINAL: 6,
  STATE_REJECTED: 7,
  STATE_VOID: 8,
  STATE_EXPIRED: 9,
} as const;

/** What a calculation waits for. */
export type Stage = number;
export const Stage = {
  STAGE_UNSPECIFIED: 0,
  STAGE_WAITING: 1,
  STAGE_COMMIT: 2,
  STAGE_REVEAL: 3,
  STAGE_DRAW: 4,
  STAGE_VERIFY: 5,
  STAGE_OPENING: 6,
  STAGE_DECIDED: 7,
  STAGE_CLOSED: 8,
} as const;

export type Role = number;
export const Role = {
  ROLE_UNSPECIFIED: 0,
  ROLE_SYSTEM: 1,
  ROLE_USER: 2,
  ROLE_ASSISTANT: 3,
} as const;

export type PaymentRole = number;
export const PaymentRole = {
  PAYMENT_ROLE_UNSPECIFIED: 0,
  PAYMENT_ROLE_EXECUTOR: 1,
  PAYMENT_ROLE_VERIFIER: 2,
} as const;

/** Why an output ends. */
export type FinishReason = number;
export const FinishReason = {
  FINISH_REASON_UNSPECIFIED: 0,
  FINISH_REASON_STOP: 1,
  FINISH_REASON_STOP_STRING: 2,
  FINISH_REASON_LENGTH: 3,
} as const;

/** Why a model cannot answer a task. */
export type UnservableReason = number;
export const UnservableReason = {
  UNSERVABLE_REASON_UNSPECIFIED: 0,
  UNSERVABLE_REASON_PROMPT_TOO_LONG: 1,
  UNSERVABLE_REASON_PROMPT_EMPTY: 2,
  UNSERVABLE_REASON_TEMPLATE_UNSUPPORTED: 3,
} as const;

/** Why a result was rejected or is void. */
export type ResultFault = number;
export const ResultFault = {
  RESULT_FAULT_UNSPECIFIED: 0,
  RESULT_FAULT_NOT_REVEALED: 1,
  RESULT_FAULT_NO_FINGERPRINT: 2,
  RESULT_FAULT_NOT_VERIFIED: 3,
  RESULT_FAULT_UNDECIDED: 4,
  RESULT_FAULT_VERIFICATIONS_WITHHELD: 5,
  RESULT_FAULT_WRONG: 6,
  RESULT_FAULT_MARGINAL: 7,
  RESULT_FAULT_WRONG_FINGERPRINT: 8,
  RESULT_FAULT_NO_COMMITTEE: 9,
  RESULT_FAULT_NOT_QUALIFIED: 10,
} as const;

export type Verdict = number;
export const Verdict = {
  VERDICT_UNSPECIFIED: 0,
  VERDICT_VALID: 1,
  VERDICT_INVALID: 2,
} as const;

/** Rules of protocol section 2.6 that a result breaks, as far as a verifier sees them before the executor's fingerprint is known. */
export type Reason = number;
export const Reason = {
  REASON_UNSPECIFIED: 0,
  REASON_PROMPT_COUNT: 1,
  REASON_PROMPT_HASH: 2,
  REASON_TOKEN_RANGE: 3,
  REASON_OUTPUT_LENGTH: 4,
  REASON_CONTEXT: 5,
  REASON_END_TOKEN_EARLY: 6,
  REASON_STOP_STRING_EARLY: 7,
  REASON_FINISH_REASON: 8,
  REASON_TEXT: 9,
  REASON_SERVABLE: 10,
  REASON_DEFICIT_SUM: 11,
  REASON_DEFICIT_COUNT: 12,
  REASON_DEFICIT_MAX: 13,
  REASON_REPLAY: 14,
} as const;

/** Why a node verifies. */
export type VerificationKind = number;
export const VerificationKind = {
  VERIFICATION_KIND_UNSPECIFIED: 0,
  VERIFICATION_KIND_DRAWN: 1,
  VERIFICATION_KIND_AUDIT: 2,
  VERIFICATION_KIND_CHALLENGE: 3,
} as const;

/** What became of a verification. */
export type VerificationState = number;
export const VerificationState = {
  VERIFICATION_STATE_UNSPECIFIED: 0,
  VERIFICATION_STATE_DRAWN: 1,
  VERIFICATION_STATE_COMMITTED: 2,
  VERIFICATION_STATE_REVEALED: 3,
  VERIFICATION_STATE_NO_SHOW: 4,
  VERIFICATION_STATE_WITHHELD: 5,
  VERIFICATION_STATE_RELEASED: 6,
} as const;

export interface ChatMessage {
  readonly role: Role;
  readonly content: string;
}

function writeChatMessage(w: Writer, m: ChatMessage): void {
  if (m.role !== 0) {
    w.tag(8);
    w.int32(m.role);
  }
  if (m.content !== "") {
    w.tag(18);
    w.string(m.content);
  }
}

function readChatMessage(r: Reader): ChatMessage {
  let f1: Role = 0;
  let f2: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { role: f1, content: f2 };
}

export const ChatMessage: Codec<ChatMessage> = codec<ChatMessage>({
  typeUrl: "/aegis.tasks.v1.ChatMessage",
  fields: [
    { name: "role", jsonName: "role", number: 1, kind: "enum", repeated: false, optional: false, values: Role },
    { name: "content", jsonName: "content", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ role: 0, content: "" }),
  write: writeChatMessage,
  read: readChatMessage,
});

export interface Sampling {
  readonly temperatureMilli: number;
  readonly topK: number;
  readonly topPMilli: number;
}

function writeSampling(w: Writer, m: Sampling): void {
  if (m.temperatureMilli !== 0) {
    w.tag(8);
    w.uint32(m.temperatureMilli);
  }
  if (m.topK !== 0) {
    w.tag(16);
    w.uint32(m.topK);
  }
  if (m.topPMilli !== 0) {
    w.tag(24);
    w.uint32(m.topPMilli);
  }
}

function readSampling(r: Reader): Sampling {
  let f1: number = 0;
  let f2: number = 0;
  let f3: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { temperatureMilli: f1, topK: f2, topPMilli: f3 };
}

export const Sampling: Codec<Sampling> = codec<Sampling>({
  typeUrl: "/aegis.tasks.v1.Sampling",
  fields: [
    { name: "temperatureMilli", jsonName: "temperature_milli", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "topK", jsonName: "top_k", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "topPMilli", jsonName: "top_p_milli", number: 3, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ temperatureMilli: 0, topK: 0, topPMilli: 0 }),
  write: writeSampling,
  read: readSampling,
});

/** What a user asks for. */
export interface TaskRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly prompt: string;
  readonly sampling: Sampling | undefined;
  readonly maxOutputTokens: number;
  readonly stop: readonly string[];
  readonly schema: Uint8Array;
  readonly targetCount: number;
  readonly maxFee: bigint;
  readonly refundAddress: string;
  readonly relay: Uint8Array;
  readonly streamKey: Uint8Array;
}

function writeTaskRequest(w: Writer, m: TaskRequest): void {
  if (m.model !== "") {
    w.tag(10);
    w.string(m.model);
  }
  for (const v of m.messages) {
    w.tag(18);
    { const s = w.open(); ChatMessage.write(w, v); w.close(s); }
  }
  if (m.prompt !== "") {
    w.tag(26);
    w.string(m.prompt);
  }
  if (m.sampling !== undefined) {
    w.tag(34);
    { const s = w.open(); Sampling.write(w, m.sampling); w.close(s); }
  }
  if (m.maxOutputTokens !== 0) {
    w.tag(40);
    w.uint32(m.maxOutputTokens);
  }
  for (const v of m.stop) {
    w.tag(50);
    w.string(v);
  }
  if (m.schema.length > 0) {
    w.tag(58);
    w.bytes(m.schema);
  }
  if (m.targetCount !== 0) {
    w.tag(64);
    w.uint32(m.targetCount);
  }
  if (m.maxFee !== 0n) {
    w.tag(72);
    w.uint64(m.maxFee);
  }
  if (m.refundAddress !== "") {
    w.tag(82);
    w.string(m.refundAddress);
  }
  if (m.relay.length > 0) {
    w.tag(90);
    w.bytes(m.relay);
  }
  if (m.streamKey.length > 0) {
    w.tag(98);
    w.bytes(m.streamKey);
  }
}

function readTaskRequest(r: Reader): TaskRequest {
  let f1: string = "";
  const f2: ChatMessage[] = [];
  let f3: string = "";
  let f4: Sampling | undefined = undefined;
  let f5: number = 0;
  const f6: string[] = [];
  let f7: Uint8Array = new Uint8Array(0);
  let f8: number = 0;
  let f9: bigint = 0n;
  let f10: string = "";
  let f11: Uint8Array = new Uint8Array(0);
  let f12: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(ChatMessage.read(r));
        r.leave(outer);
        break;
      }
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = Sampling.read(r);
        r.leave(outer);
        break;
      }
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint32());
        break;
      case 50:
        f6.push(r.string());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.bytes());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint32());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint64());
        break;
      case 82:
        r.single(last, tag);
        f10 = r.value(r.string());
        break;
      case 90:
        r.single(last, tag);
        f11 = r.value(r.bytes());
        break;
      case 98:
        r.single(last, tag);
        f12 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, messages: f2, prompt: f3, sampling: f4, maxOutputTokens: f5, stop: f6, schema: f7, targetCount: f8, maxFee: f9, refundAddress: f10, relay: f11, streamKey: f12 };
}

export const TaskRequest: Codec<TaskRequest> = codec<TaskRequest>({
  typeUrl: "/aegis.tasks.v1.TaskRequest",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "string", repeated: false, optional: false },
    { name: "messages", jsonName: "messages", number: 2, kind: "message", repeated: true, optional: false, message: () => ChatMessage as Codec<never> },
    { name: "prompt", jsonName: "prompt", number: 3, kind: "string", repeated: false, optional: false },
    { name: "sampling", jsonName: "sampling", number: 4, kind: "message", repeated: false, optional: true, message: () => Sampling as Codec<never> },
    { name: "maxOutputTokens", jsonName: "max_output_tokens", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "stop", jsonName: "stop", number: 6, kind: "string", repeated: true, optional: false },
    { name: "schema", jsonName: "schema", number: 7, kind: "bytes", repeated: false, optional: false },
    { name: "targetCount", jsonName: "target_count", number: 8, kind: "uint32", repeated: false, optional: false },
    { name: "maxFee", jsonName: "max_fee", number: 9, kind: "uint64", repeated: false, optional: false },
    { name: "refundAddress", jsonName: "refund_address", number: 10, kind: "string", repeated: false, optional: false },
    { name: "relay", jsonName: "relay", number: 11, kind: "bytes", repeated: false, optional: false },
    { name: "streamKey", jsonName: "stream_key", number: 12, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ model: "", messages: [], prompt: "", sampling: undefined, maxOutputTokens: 0, stop: [], schema: new Uint8Array(0), targetCount: 0, maxFee: 0n, refundAddress: "", relay: new Uint8Array(0), streamKey: new Uint8Array(0) }),
  write: writeTaskRequest,
  read: readTaskRequest,
});

/** Everything that determines a task's result. Its canonical encoding is what the task hash is of. */
export interface TaskIdentity {
  readonly chainId: string;
  readonly asliVersion: number;
  readonly model: string;
  readonly revision: number;
  readonly modelSha256: Uint8Array;
  readonly sender: string;
  readonly sequence: bigint;
  readonly messageIndex: number;
  readonly itemIndex: number;
  readonly template: string;
  readonly messages: readonly ChatMessage[];
  readonly prompt: string;
  readonly sampling: Sampling | undefined;
  readonly maxOutputTokens: number;
  readonly stop: readonly string[];
  readonly schema: Uint8Array;
  readonly targetCount: number;
}

function writeTaskIdentity(w: Writer, m: TaskIdentity): void {
  if (m.chainId !== "") {
    w.tag(10);
    w.string(m.chainId);
  }
  if (m.asliVersion !== 0) {
    w.tag(16);
    w.uint32(m.asliVersion);
  }
  if (m.model !== "") {
    w.tag(26);
    w.string(m.model);
  }
  if (m.revision !== 0) {
    w.tag(32);
    w.uint32(m.revision);
  }
  if (m.modelSha256.length > 0) {
    w.tag(42);
    w.bytes(m.modelSha256);
  }
  if (m.sender !== "") {
    w.tag(50);
    w.string(m.sender);
  }
  if (m.sequence !== 0n) {
    w.tag(56);
    w.uint64(m.sequence);
  }
  if (m.messageIndex !== 0) {
    w.tag(64);
    w.uint32(m.messageIndex);
  }
  if (m.itemIndex !== 0) {
    w.tag(72);
    w.uint32(m.itemIndex);
  }
  if (m.template !== "") {
    w.tag(82);
    w.string(m.template);
  }
  for (const v of m.messages) {
    w.tag(90);
    { const s = w.open(); ChatMessage.write(w, v); w.close(s); }
  }
  if (m.prompt !== "") {
    w.tag(98);
    w.string(m.prompt);
  }
  if (m.sampling !== undefined) {
    w.tag(106);
    { const s = w.open(); Sampling.write(w, m.sampling); w.close(s); }
  }
  if (m.maxOutputTokens !== 0) {
    w.tag(112);
    w.uint32(m.maxOutputTokens);
  }
  for (const v of m.stop) {
    w.tag(122);
    w.string(v);
  }
  if (m.schema.length > 0) {
    w.tag(130);
    w.bytes(m.schema);
  }
  if (m.targetCount !== 0) {
    w.tag(136);
    w.uint32(m.targetCount);
  }
}

function readTaskIdentity(r: Reader): TaskIdentity {
  let f1: string = "";
  let f2: number = 0;
  let f3: string = "";
  let f4: number = 0;
  let f5: Uint8Array = new Uint8Array(0);
  let f6: string = "";
  let f7: bigint = 0n;
  let f8: number = 0;
  let f9: number = 0;
  let f10: string = "";
  const f11: ChatMessage[] = [];
  let f12: string = "";
  let f13: Sampling | undefined = undefined;
  let f14: number = 0;
  const f15: string[] = [];
  let f16: Uint8Array = new Uint8Array(0);
  let f17: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint32());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint32());
        break;
      case 82:
        r.single(last, tag);
        f10 = r.value(r.string());
        break;
      case 90: {
        const outer = r.enter();
        f11.push(ChatMessage.read(r));
        r.leave(outer);
        break;
      }
      case 98:
        r.single(last, tag);
        f12 = r.value(r.string());
        break;
      case 106: {
        r.single(last, tag);
        const outer = r.enter();
        f13 = Sampling.read(r);
        r.leave(outer);
        break;
      }
      case 112:
        r.single(last, tag);
        f14 = r.value(r.uint32());
        break;
      case 122:
        f15.push(r.string());
        break;
      case 130:
        r.single(last, tag);
        f16 = r.value(r.bytes());
        break;
      case 136:
        r.single(last, tag);
        f17 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { chainId: f1, asliVersion: f2, model: f3, revision: f4, modelSha256: f5, sender: f6, sequence: f7, messageIndex: f8, itemIndex: f9, template: f10, messages: f11, prompt: f12, sampling: f13, maxOutputTokens: f14, stop: f15, schema: f16, targetCount: f17 };
}

export const TaskIdentity: Codec<TaskIdentity> = codec<TaskIdentity>({
  typeUrl: "/aegis.tasks.v1.TaskIdentity",
  fields: [
    { name: "chainId", jsonName: "chain_id", number: 1, kind: "string", repeated: false, optional: false },
    { name: "asliVersion", jsonName: "asli_version", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "model", jsonName: "model", number: 3, kind: "string", repeated: false, optional: false },
    { name: "revision", jsonName: "revision", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "modelSha256", jsonName: "model_sha256", number: 5, kind: "bytes", repeated: false, optional: false },
    { name: "sender", jsonName: "sender", number: 6, kind: "string", repeated: false, optional: false },
    { name: "sequence", jsonName: "sequence", number: 7, kind: "uint64", repeated: false, optional: false },
    { name: "messageIndex", jsonName: "message_index", number: 8, kind: "uint32", repeated: false, optional: false },
    { name: "itemIndex", jsonName: "item_index", number: 9, kind: "uint32", repeated: false, optional: false },
    { name: "template", jsonName: "template", number: 10, kind: "string", repeated: false, optional: false },
    { name: "messages", jsonName: "messages", number: 11, kind: "message", repeated: true, optional: false, message: () => ChatMessage as Codec<never> },
    { name: "prompt", jsonName: "prompt", number: 12, kind: "string", repeated: false, optional: false },
    { name: "sampling", jsonName: "sampling", number: 13, kind: "message", repeated: false, optional: true, message: () => Sampling as Codec<never> },
    { name: "maxOutputTokens", jsonName: "max_output_tokens", number: 14, kind: "uint32", repeated: false, optional: false },
    { name: "stop", jsonName: "stop", number: 15, kind: "string", repeated: true, optional: false },
    { name: "schema", jsonName: "schema", number: 16, kind: "bytes", repeated: false, optional: false },
    { name: "targetCount", jsonName: "target_count", number: 17, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ chainId: "", asliVersion: 0, model: "", revision: 0, modelSha256: new Uint8Array(0), sender: "", sequence: 0n, messageIndex: 0, itemIndex: 0, template: "", messages: [], prompt: "", sampling: undefined, maxOutputTokens: 0, stop: [], schema: new Uint8Array(0), targetCount: 0 }),
  write: writeTaskIdentity,
  read: readTaskIdentity,
});

/** The parameters that judge a task, pinned at its inclusion. Times in milliseconds of the protocol clock, fractions in millionths. */
export interface TaskRules {
  readonly rewardRanks: number;
  readonly privilegeWidth: number;
  readonly privilegeDelayBlocks: number;
  readonly commitGraceBlocks: number;
  readonly computeBaseMs: bigint;
  readonly revealWindowMs: bigint;
  readonly verificationBaseMs: bigint;
  readonly challengeWindowMs: bigint;
  readonly disputeBaseMs: bigint;
  readonly maxAttempts: number;
  readonly softFinalityVerifications: number;
  readonly minTaskFee: bigint;
  readonly slashWrongResult: number;
  readonly slashWrongVerification: number;
  readonly slashNoShow: number;
  readonly slashMarginal: number;
  readonly auditRate: number;
  readonly challengeBond: bigint;
  readonly committeeSeats: number;
  readonly minCommitteeOperators: number;
  readonly maxRounds: number;
}

function writeTaskRules(w: Writer, m: TaskRules): void {
  if (m.rewardRanks !== 0) {
    w.tag(8);
    w.uint32(m.rewardRanks);
  }
  if (m.privilegeWidth !== 0) {
    w.tag(16);
    w.uint32(m.privilegeWidth);
  }
  if (m.privilegeDelayBlocks !== 0) {
    w.tag(24);
    w.uint32(m.privilegeDelayBlocks);
  }
  if (m.commitGraceBlocks !== 0) {
    w.tag(32);
    w.uint32(m.commitGraceBlocks);
  }
  if (m.computeBaseMs !== 0n) {
    w.tag(40);
    w.uint64(m.computeBaseMs);
  }
  if (m.revealWindowMs !== 0n) {
    w.tag(48);
    w.uint64(m.revealWindowMs);
  }
  if (m.verificationBaseMs !== 0n) {
    w.tag(56);
    w.uint64(m.verificationBaseMs);
  }
  if (m.challengeWindowMs !== 0n) {
    w.tag(64);
    w.uint64(m.challengeWindowMs);
  }
  if (m.disputeBaseMs !== 0n) {
    w.tag(72);
    w.uint64(m.disputeBaseMs);
  }
  if (m.maxAttempts !== 0) {
    w.tag(80);
    w.uint32(m.maxAttempts);
  }
  if (m.softFinalityVerifications !== 0) {
    w.tag(88);
    w.uint32(m.softFinalityVerifications);
  }
  if (m.minTaskFee !== 0n) {
    w.tag(96);
    w.uint64(m.minTaskFee);
  }
  if (m.slashWrongResult !== 0) {
    w.tag(104);
    w.uint32(m.slashWrongResult);
  }
  if (m.slashWrongVerification !== 0) {
    w.tag(112);
    w.uint32(m.slashWrongVerification);
  }
  if (m.slashNoShow !== 0) {
    w.tag(120);
    w.uint32(m.slashNoShow);
  }
  if (m.slashMarginal !== 0) {
    w.tag(128);
    w.uint32(m.slashMarginal);
  }
  if (m.auditRate !== 0) {
    w.tag(136);
    w.uint32(m.auditRate);
  }
  if (m.challengeBond !== 0n) {
    w.tag(144);
    w.uint64(m.challengeBond);
  }
  if (m.committeeSeats !== 0) {
    w.tag(152);
    w.uint32(m.committeeSeats);
  }
  if (m.minCommitteeOperators !== 0) {
    w.tag(160);
    w.uint32(m.minCommitteeOperators);
  }
  if (m.maxRounds !== 0) {
    w.tag(168);
    w.uint32(m.maxRounds);
  }
}

function readTaskRules(r: Reader): TaskRules {
  let f1: number = 0;
  let f2: number = 0;
  let f3: number = 0;
  let f4: number = 0;
  let f5: bigint = 0n;
  let f6: bigint = 0n;
  let f7: bigint = 0n;
  let f8: bigint = 0n;
  let f9: bigint = 0n;
  let f10: number = 0;
  let f11: number = 0;
  let f12: bigint = 0n;
  let f13: number = 0;
  let f14: number = 0;
  let f15: number = 0;
  let f16: number = 0;
  let f17: number = 0;
  let f18: bigint = 0n;
  let f19: number = 0;
  let f20: number = 0;
  let f21: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint64());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint64());
        break;
      case 80:
        r.single(last, tag);
        f10 = r.value(r.uint32());
        break;
      case 88:
        r.single(last, tag);
        f11 = r.value(r.uint32());
        break;
      case 96:
        r.single(last, tag);
        f12 = r.value(r.uint64());
        break;
      case 104:
        r.single(last, tag);
        f13 = r.value(r.uint32());
        break;
      case 112:
        r.single(last, tag);
        f14 = r.value(r.uint32());
        break;
      case 120:
        r.single(last, tag);
        f15 = r.value(r.uint32());
        break;
      case 128:
        r.single(last, tag);
        f16 = r.value(r.uint32());
        break;
      case 136:
        r.single(last, tag);
        f17 = r.value(r.uint32());
        break;
      case 144:
        r.single(last, tag);
        f18 = r.value(r.uint64());
        break;
      case 152:
        r.single(last, tag);
        f19 = r.value(r.uint32());
        break;
      case 160:
        r.single(last, tag);
        f20 = r.value(r.uint32());
        break;
      case 168:
        r.single(last, tag);
        f21 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { rewardRanks: f1, privilegeWidth: f2, privilegeDelayBlocks: f3, commitGraceBlocks: f4, computeBaseMs: f5, revealWindowMs: f6, verificationBaseMs: f7, challengeWindowMs: f8, disputeBaseMs: f9, maxAttempts: f10, softFinalityVerifications: f11, minTaskFee: f12, slashWrongResult: f13, slashWrongVerification: f14, slashNoShow: f15, slashMarginal: f16, auditRate: f17, challengeBond: f18, committeeSeats: f19, minCommitteeOperators: f20, maxRounds: f21 };
}

export const TaskRules: Codec<TaskRules> = codec<TaskRules>({
  typeUrl: "/aegis.tasks.v1.TaskRules",
  fields: [
    { name: "rewardRanks", jsonName: "reward_ranks", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "privilegeWidth", jsonName: "privilege_width", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "privilegeDelayBlocks", jsonName: "privilege_delay_blocks", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "commitGraceBlocks", jsonName: "commit_grace_blocks", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "computeBaseMs", jsonName: "compute_base_ms", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "revealWindowMs", jsonName: "reveal_window_ms", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "verificationBaseMs", jsonName: "verification_base_ms", number: 7, kind: "uint64", repeated: false, optional: false },
    { name: "challengeWindowMs", jsonName: "challenge_window_ms", number: 8, kind: "uint64", repeated: false, optional: false },
    { name: "disputeBaseMs", jsonName: "dispute_base_ms", number: 9, kind: "uint64", repeated: false, optional: false },
    { name: "maxAttempts", jsonName: "max_attempts", number: 10, kind: "uint32", repeated: false, optional: false },
    { name: "softFinalityVerifications", jsonName: "soft_finality_verifications", number: 11, kind: "uint32", repeated: false, optional: false },
    { name: "minTaskFee", jsonName: "min_task_fee", number: 12, kind: "uint64", repeated: false, optional: false },
    { name: "slashWrongResult", jsonName: "slash_wrong_result", number: 13, kind: "uint32", repeated: false, optional: false },
    { name: "slashWrongVerification", jsonName: "slash_wrong_verification", number: 14, kind: "uint32", repeated: false, optional: false },
    { name: "slashNoShow", jsonName: "slash_no_show", number: 15, kind: "uint32", repeated: false, optional: false },
    { name: "slashMarginal", jsonName: "slash_marginal", number: 16, kind: "uint32", repeated: false, optional: false },
    { name: "auditRate", jsonName: "audit_rate", number: 17, kind: "uint32", repeated: false, optional: false },
    { name: "challengeBond", jsonName: "challenge_bond", number: 18, kind: "uint64", repeated: false, optional: false },
    { name: "committeeSeats", jsonName: "committee_seats", number: 19, kind: "uint32", repeated: false, optional: false },
    { name: "minCommitteeOperators", jsonName: "min_committee_operators", number: 20, kind: "uint32", repeated: false, optional: false },
    { name: "maxRounds", jsonName: "max_rounds", number: 21, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ rewardRanks: 0, privilegeWidth: 0, privilegeDelayBlocks: 0, commitGraceBlocks: 0, computeBaseMs: 0n, revealWindowMs: 0n, verificationBaseMs: 0n, challengeWindowMs: 0n, disputeBaseMs: 0n, maxAttempts: 0, softFinalityVerifications: 0, minTaskFee: 0n, slashWrongResult: 0, slashWrongVerification: 0, slashNoShow: 0, slashMarginal: 0, auditRate: 0, challengeBond: 0n, committeeSeats: 0, minCommitteeOperators: 0, maxRounds: 0 }),
  write: writeTaskRules,
  read: readTaskRules,
});

/** A task as included. Never changes. */
export interface Task {
  readonly hash: Uint8Array;
  readonly sequence: bigint;
  readonly identity: TaskIdentity | undefined;
  readonly height: bigint;
  readonly maxFee: bigint;
  readonly submissionFee: bigint;
  readonly refundAddress: string;
  readonly relay: Uint8Array;
  readonly promptBytes: number;
  readonly templateOverhead: number;
  readonly calculationFeeMax: bigint;
  readonly rules: TaskRules | undefined;
  readonly referencePrice: ReferencePrice | undefined;
  readonly qualifies: string;
  readonly streamKey: Uint8Array;
}

function writeTask(w: Writer, m: Task): void {
  if (m.hash.length > 0) {
    w.tag(10);
    w.bytes(m.hash);
  }
  if (m.sequence !== 0n) {
    w.tag(16);
    w.uint64(m.sequence);
  }
  if (m.identity !== undefined) {
    w.tag(26);
    { const s = w.open(); TaskIdentity.write(w, m.identity); w.close(s); }
  }
  if (m.height !== 0n) {
    w.tag(32);
    w.uint64(m.height);
  }
  if (m.maxFee !== 0n) {
    w.tag(40);
    w.uint64(m.maxFee);
  }
  if (m.submissionFee !== 0n) {
    w.tag(48);
    w.uint64(m.submissionFee);
  }
  if (m.refundAddress !== "") {
    w.tag(58);
    w.string(m.refundAddress);
  }
  if (m.relay.length > 0) {
    w.tag(66);
    w.bytes(m.relay);
  }
  if (m.promptBytes !== 0) {
    w.tag(72);
    w.uint32(m.promptBytes);
  }
  if (m.templateOverhead !== 0) {
    w.tag(80);
    w.uint32(m.templateOverhead);
  }
  if (m.calculationFeeMax !== 0n) {
    w.tag(88);
    w.uint64(m.calculationFeeMax);
  }
  if (m.rules !== undefined) {
    w.tag(98);
    { const s = w.open(); TaskRules.write(w, m.rules); w.close(s); }
  }
  if (m.referencePrice !== undefined) {
    w.tag(106);
    { const s = w.open(); ReferencePrice.write(w, m.referencePrice); w.close(s); }
  }
  if (m.qualifies !== "") {
    w.tag(114);
    w.string(m.qualifies);
  }
  if (m.streamKey.length > 0) {
    w.tag(122);
    w.bytes(m.streamKey);
  }
}

function readTask(r: Reader): Task {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: bigint = 0n;
  let f3: TaskIdentity | undefined = undefined;
  let f4: bigint = 0n;
  let f5: bigint = 0n;
  let f6: bigint = 0n;
  let f7: string = "";
  let f8: Uint8Array = new Uint8Array(0);
  let f9: number = 0;
  let f10: number = 0;
  let f11: bigint = 0n;
  let f12: TaskRules | undefined = undefined;
  let f13: ReferencePrice | undefined = undefined;
  let f14: string = "";
  let f15: Uint8Array = new Uint8Array(0);
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
        f2 = r.value(r.uint64());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = TaskIdentity.read(r);
        r.leave(outer);
        break;
      }
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.string());
        break;
      case 66:
        r.single(last, tag);
        f8 = r.value(r.bytes());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint32());
        break;
      case 80:
        r.single(last, tag);
        f10 = r.value(r.uint32());
        break;
      case 88:
        r.single(last, tag);
        f11 = r.value(r.uint64());
        break;
      case 98: {
        r.single(last, tag);
        const outer = r.enter();
        f12 = TaskRules.read(r);
        r.leave(outer);
        break;
      }
      case 106: {
        r.single(last, tag);
        const outer = r.enter();
        f13 = ReferencePrice.read(r);
        r.leave(outer);
        break;
      }
      case 114:
        r.single(last, tag);
        f14 = r.value(r.string());
        break;
      case 122:
        r.single(last, tag);
        f15 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { hash: f1, sequence: f2, identity: f3, height: f4, maxFee: f5, submissionFee: f6, refundAddress: f7, relay: f8, promptBytes: f9, templateOverhead: f10, calculationFeeMax: f11, rules: f12, referencePrice: f13, qualifies: f14, streamKey: f15 };
}

export const Task: Codec<Task> = codec<Task>({
  typeUrl: "/aegis.tasks.v1.Task",
  fields: [
    { name: "hash", jsonName: "hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "sequence", jsonName: "sequence", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "identity", jsonName: "identity", number: 3, kind: "message", repeated: false, optional: true, message: () => TaskIdentity as Codec<never> },
    { name: "height", jsonName: "height", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "maxFee", jsonName: "max_fee", number: 5, kind: "uint64", repeated: false, optional: false },
    { name: "submissionFee", jsonName: "submission_fee", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "refundAddress", jsonName: "refund_address", number: 7, kind: "string", repeated: false, optional: false },
    { name: "relay", jsonName: "relay", number: 8, kind: "bytes", repeated: false, optional: false },
    { name: "promptBytes", jsonName: "prompt_bytes", number: 9, kind: "uint32", repeated: false, optional: false },
    { name: "templateOverhead", jsonName: "template_overhead", number: 10, kind: "uint32", repeated: false, optional: false },
    { name: "calculationFeeMax", jsonName: "calculation_fee_max", number: 11, kind: "uint64", repeated: false, optional: false },
    { name: "rules", jsonName: "rules", number: 12, kind: "message", repeated: false, optional: true, message: () => TaskRules as Codec<never> },
    { name: "referencePrice", jsonName: "reference_price", number: 13, kind: "message", repeated: false, optional: true, message: () => ReferencePrice as Codec<never> },
    { name: "qualifies", jsonName: "qualifies", number: 14, kind: "string", repeated: false, optional: false },
    { name: "streamKey", jsonName: "stream_key", number: 15, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ hash: new Uint8Array(0), sequence: 0n, identity: undefined, height: 0n, maxFee: 0n, submissionFee: 0n, refundAddress: "", relay: new Uint8Array(0), promptBytes: 0, templateOverhead: 0, calculationFeeMax: 0n, rules: undefined, referencePrice: undefined, qualifies: "", streamKey: new Uint8Array(0) }),
  write: writeTask,
  read: readTask,
});

export interface Payment {
  readonly calculation: number;
  readonly address: string;
  readonly role: PaymentRole;
  readonly rank: number;
  readonly amount: bigint;
}

function writePayment(w: Writer, m: Payment): void {
  if (m.calculation !== 0) {
    w.tag(8);
    w.uint32(m.calculation);
  }
  if (m.address !== "") {
    w.tag(18);
    w.string(m.address);
  }
  if (m.role !== 0) {
    w.tag(24);
    w.int32(m.role);
  }
  if (m.rank !== 0) {
    w.tag(32);
    w.uint32(m.rank);
  }
  if (m.amount !== 0n) {
    w.tag(40);
    w.uint64(m.amount);
  }
}

function readPayment(r: Reader): Payment {
  let f1: number = 0;
  let f2: string = "";
  let f3: PaymentRole = 0;
  let f4: number = 0;
  let f5: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { calculation: f1, address: f2, role: f3, rank: f4, amount: f5 };
}

export const Payment: Codec<Payment> = codec<Payment>({
  typeUrl: "/aegis.tasks.v1.Payment",
  fields: [
    { name: "calculation", jsonName: "calculation", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "address", jsonName: "address", number: 2, kind: "string", repeated: false, optional: false },
    { name: "role", jsonName: "role", number: 3, kind: "enum", repeated: false, optional: false, values: PaymentRole },
    { name: "rank", jsonName: "rank", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 5, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ calculation: 0, address: "", role: 0, rank: 0, amount: 0n }),
  write: writePayment,
  read: readPayment,
});

/** How the escrow was divided: charged + refunded + submission fee = max_fee. */
export interface Settlement {
  readonly height: bigint;
  readonly charged: bigint;
  readonly burned: bigint;
  readonly refunded: bigint;
  readonly payments: readonly Payment[];
}

function writeSettlement(w: Writer, m: Settlement): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.uint64(m.height);
  }
  if (m.charged !== 0n) {
    w.tag(16);
    w.uint64(m.charged);
  }
  if (m.burned !== 0n) {
    w.tag(24);
    w.uint64(m.burned);
  }
  if (m.refunded !== 0n) {
    w.tag(32);
    w.uint64(m.refunded);
  }
  for (const v of m.payments) {
    w.tag(42);
    { const s = w.open(); Payment.write(w, v); w.close(s); }
  }
}

function readSettlement(r: Reader): Settlement {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
  const f5: Payment[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      case 42: {
        const outer = r.enter();
        f5.push(Payment.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { height: f1, charged: f2, burned: f3, refunded: f4, payments: f5 };
}

export const Settlement: Codec<Settlement> = codec<Settlement>({
  typeUrl: "/aegis.tasks.v1.Settlement",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "charged", jsonName: "charged", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "burned", jsonName: "burned", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "refunded", jsonName: "refunded", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "payments", jsonName: "payments", number: 5, kind: "message", repeated: true, optional: false, message: () => Payment as Codec<never> },
  ],
  defaults: () => ({ height: 0n, charged: 0n, burned: 0n, refunded: 0n, payments: [] }),
  write: writeSettlement,
  read: readSettlement,
});

/** What changes of a task. */
export interface TaskStatus {
  readonly hash: Uint8Array;
  readonly state: State;
  readonly escrow: bigint;
  readonly openCalculations: number;
  readonly settlement: Settlement | undefined;
}

function writeTaskStatus(w: Writer, m: TaskStatus): void {
  if (m.hash.length > 0) {
    w.tag(10);
    w.bytes(m.hash);
  }
  if (m.state !== 0) {
    w.tag(16);
    w.int32(m.state);
  }
  if (m.escrow !== 0n) {
    w.tag(24);
    w.uint64(m.escrow);
  }
  if (m.openCalculations !== 0) {
    w.tag(32);
    w.uint32(m.openCalculations);
  }
  if (m.settlement !== undefined) {
    w.tag(42);
    { const s = w.open(); Settlement.write(w, m.settlement); w.close(s); }
  }
}

function readTaskStatus(r: Reader): TaskStatus {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: State = 0;
  let f3: bigint = 0n;
  let f4: number = 0;
  let f5: Settlement | undefined = undefined;
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
        f2 = r.value(r.int32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint32());
        break;
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = Settlement.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { hash: f1, state: f2, escrow: f3, openCalculations: f4, settlement: f5 };
}

export const TaskStatus: Codec<TaskStatus> = codec<TaskStatus>({
  typeUrl: "/aegis.tasks.v1.TaskStatus",
  fields: [
    { name: "hash", jsonName: "hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 2, kind: "enum", repeated: false, optional: false, values: State },
    { name: "escrow", jsonName: "escrow", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "openCalculations", jsonName: "open_calculations", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "settlement", jsonName: "settlement", number: 5, kind: "message", repeated: false, optional: true, message: () => Settlement as Codec<never> },
  ],
  defaults: () => ({ hash: new Uint8Array(0), state: 0, escrow: 0n, openCalculations: 0, settlement: undefined }),
  write: writeTaskStatus,
  read: readTaskStatus,
});

/** One start of a task or of a reopened calculation: who may commit when, and until when. */
export interface Round {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly startHeight: bigint;
  readonly positions: readonly string[];
  readonly computeDeadlineMs: bigint;
  readonly closeHeight: bigint;
  readonly uncommitted: number;
  readonly startClockMs: bigint;
}

function writeRound(w: Writer, m: Round): void {
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
  if (m.startHeight !== 0n) {
    w.tag(32);
    w.uint64(m.startHeight);
  }
  for (const v of m.positions) {
    w.tag(42);
    w.string(v);
  }
  if (m.computeDeadlineMs !== 0n) {
    w.tag(48);
    w.uint64(m.computeDeadlineMs);
  }
  if (m.closeHeight !== 0n) {
    w.tag(56);
    w.uint64(m.closeHeight);
  }
  if (m.uncommitted !== 0) {
    w.tag(64);
    w.uint32(m.uncommitted);
  }
  if (m.startClockMs !== 0n) {
    w.tag(72);
    w.uint64(m.startClockMs);
  }
}

function readRound(r: Reader): Round {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: bigint = 0n;
  const f5: string[] = [];
  let f6: bigint = 0n;
  let f7: bigint = 0n;
  let f8: number = 0;
  let f9: bigint = 0n;
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
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      case 42:
        f5.push(r.string());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint32());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, startHeight: f4, positions: f5, computeDeadlineMs: f6, closeHeight: f7, uncommitted: f8, startClockMs: f9 };
}

export const Round: Codec<Round> = codec<Round>({
  typeUrl: "/aegis.tasks.v1.Round",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "startHeight", jsonName: "start_height", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "positions", jsonName: "positions", number: 5, kind: "string", repeated: true, optional: false },
    { name: "computeDeadlineMs", jsonName: "compute_deadline_ms", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "closeHeight", jsonName: "close_height", number: 7, kind: "uint64", repeated: false, optional: false },
    { name: "uncommitted", jsonName: "uncommitted", number: 8, kind: "uint32", repeated: false, optional: false },
    { name: "startClockMs", jsonName: "start_clock_ms", number: 9, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, startHeight: 0n, positions: [], computeDeadlineMs: 0n, closeHeight: 0n, uncommitted: 0, startClockMs: 0n }),
  write: writeRound,
  read: readRound,
});

export interface Calculation {
  readonly taskHash: Uint8Array;
  readonly index: number;
  readonly state: State;
  readonly stage: Stage;
  readonly attempt: number;
  readonly seed: Uint8Array;
  readonly startHeight: bigint;
  readonly executors: readonly string[];
  readonly draws: number;
  readonly drawHeight: bigint;
  readonly deadlineMs: bigint;
  readonly verifiers: readonly string[];
}

function writeCalculation(w: Writer, m: Calculation): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.index !== 0) {
    w.tag(16);
    w.uint32(m.index);
  }
  if (m.state !== 0) {
    w.tag(24);
    w.int32(m.state);
  }
  if (m.stage !== 0) {
    w.tag(32);
    w.int32(m.stage);
  }
  if (m.attempt !== 0) {
    w.tag(40);
    w.uint32(m.attempt);
  }
  if (m.seed.length > 0) {
    w.tag(50);
    w.bytes(m.seed);
  }
  if (m.startHeight !== 0n) {
    w.tag(56);
    w.uint64(m.startHeight);
  }
  for (const v of m.executors) {
    w.tag(66);
    w.string(v);
  }
  if (m.draws !== 0) {
    w.tag(72);
    w.uint32(m.draws);
  }
  if (m.drawHeight !== 0n) {
    w.tag(80);
    w.uint64(m.drawHeight);
  }
  if (m.deadlineMs !== 0n) {
    w.tag(88);
    w.uint64(m.deadlineMs);
  }
  for (const v of m.verifiers) {
    w.tag(98);
    w.string(v);
  }
}

function readCalculation(r: Reader): Calculation {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: State = 0;
  let f4: Stage = 0;
  let f5: number = 0;
  let f6: Uint8Array = new Uint8Array(0);
  let f7: bigint = 0n;
  const f8: string[] = [];
  let f9: number = 0;
  let f10: bigint = 0n;
  let f11: bigint = 0n;
  const f12: string[] = [];
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
        f3 = r.value(r.int32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.int32());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint32());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.bytes());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      case 66:
        f8.push(r.string());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint32());
        break;
      case 80:
        r.single(last, tag);
        f10 = r.value(r.uint64());
        break;
      case 88:
        r.single(last, tag);
        f11 = r.value(r.uint64());
        break;
      case 98:
        f12.push(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, index: f2, state: f3, stage: f4, attempt: f5, seed: f6, startHeight: f7, executors: f8, draws: f9, drawHeight: f10, deadlineMs: f11, verifiers: f12 };
}

export const Calculation: Codec<Calculation> = codec<Calculation>({
  typeUrl: "/aegis.tasks.v1.Calculation",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "index", jsonName: "index", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 3, kind: "enum", repeated: false, optional: false, values: State },
    { name: "stage", jsonName: "stage", number: 4, kind: "enum", repeated: false, optional: false, values: Stage },
    { name: "attempt", jsonName: "attempt", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "seed", jsonName: "seed", number: 6, kind: "bytes", repeated: false, optional: false },
    { name: "startHeight", jsonName: "start_height", number: 7, kind: "uint64", repeated: false, optional: false },
    { name: "executors", jsonName: "executors", number: 8, kind: "string", repeated: true, optional: false },
    { name: "draws", jsonName: "draws", number: 9, kind: "uint32", repeated: false, optional: false },
    { name: "drawHeight", jsonName: "draw_height", number: 10, kind: "uint64", repeated: false, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 11, kind: "uint64", repeated: false, optional: false },
    { name: "verifiers", jsonName: "verifiers", number: 12, kind: "string", repeated: true, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), index: 0, state: 0, stage: 0, attempt: 0, seed: new Uint8Array(0), startHeight: 0n, executors: [], draws: 0, drawHeight: 0n, deadlineMs: 0n, verifiers: [] }),
  write: writeCalculation,
  read: readCalculation,
});

/** The canonical result. Its encoding is hashed into the commit. */
export interface ResultContent {
  readonly promptTokenCount: number;
  readonly promptHash: Uint8Array;
  readonly tokenIds: readonly number[];
  readonly text: string;
  readonly finishReason: FinishReason;
  readonly kernelClass: string;
  readonly unservableReason: UnservableReason;
}

function writeResultContent(w: Writer, m: ResultContent): void {
  if (m.promptTokenCount !== 0) {
    w.tag(8);
    w.uint32(m.promptTokenCount);
  }
  if (m.promptHash.length > 0) {
    w.tag(18);
    w.bytes(m.promptHash);
  }
  if (m.tokenIds.length > 0) {
    w.tag(26);
    const s = w.open();
    for (const v of m.tokenIds) w.uint32(v);
    w.close(s);
  }
  if (m.text !== "") {
    w.tag(34);
    w.string(m.text);
  }
  if (m.finishReason !== 0) {
    w.tag(40);
    w.int32(m.finishReason);
  }
  if (m.kernelClass !== "") {
    w.tag(50);
    w.string(m.kernelClass);
  }
  if (m.unservableReason !== 0) {
    w.tag(56);
    w.int32(m.unservableReason);
  }
}

function readResultContent(r: Reader): ResultContent {
  let f1: number = 0;
  let f2: Uint8Array = new Uint8Array(0);
  const f3: number[] = [];
  let f4: string = "";
  let f5: FinishReason = 0;
  let f6: string = "";
  let f7: UnservableReason = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f3.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 24:
        if (r.strict) r.unknown(tag);
        f3.push(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int32());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { promptTokenCount: f1, promptHash: f2, tokenIds: f3, text: f4, finishReason: f5, kernelClass: f6, unservableReason: f7 };
}

export const ResultContent: Codec<ResultContent> = codec<ResultContent>({
  typeUrl: "/aegis.tasks.v1.ResultContent",
  fields: [
    { name: "promptTokenCount", jsonName: "prompt_token_count", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "promptHash", jsonName: "prompt_hash", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "tokenIds", jsonName: "token_ids", number: 3, kind: "uint32", repeated: true, optional: false },
    { name: "text", jsonName: "text", number: 4, kind: "string", repeated: false, optional: false },
    { name: "finishReason", jsonName: "finish_reason", number: 5, kind: "enum", repeated: false, optional: false, values: FinishReason },
    { name: "kernelClass", jsonName: "kernel_class", number: 6, kind: "string", repeated: false, optional: false },
    { name: "unservableReason", jsonName: "unservable_reason", number: 7, kind: "enum", repeated: false, optional: false, values: UnservableReason },
  ],
  defaults: () => ({ promptTokenCount: 0, promptHash: new Uint8Array(0), tokenIds: [], text: "", finishReason: 0, kernelClass: "", unservableReason: 0 }),
  write: writeResultContent,
  read: readResultContent,
});

/** One executor's result of a calculation, from its commit on. */
export interface Result {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly operator: string;
  readonly state: State;
  readonly commit: Uint8Array;
  readonly commitHeight: bigint;
  readonly position: number;
  readonly fingerprintHash: Uint8Array;
  readonly revealHeight: bigint;
  readonly outputTokens: number;
  readonly fingerprintRevealed: boolean;
  readonly decidedHeight: bigint;
  readonly deadlineMs: bigint;
  readonly fault: ResultFault;
  readonly holds: number;
  readonly windowLeftMs: bigint;
  readonly upheld: boolean;
  readonly commitClockMs: bigint;
  readonly auditHeight: bigint;
  readonly streamFraud: boolean;
}

function writeResult(w: Writer, m: Result): void {
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
  if (m.operator !== "") {
    w.tag(42);
    w.string(m.operator);
  }
  if (m.state !== 0) {
    w.tag(48);
    w.int32(m.state);
  }
  if (m.commit.length > 0) {
    w.tag(58);
    w.bytes(m.commit);
  }
  if (m.commitHeight !== 0n) {
    w.tag(64);
    w.uint64(m.commitHeight);
  }
  if (m.position !== 0) {
    w.tag(72);
    w.uint32(m.position);
  }
  if (m.fingerprintHash.length > 0) {
    w.tag(82);
    w.bytes(m.fingerprintHash);
  }
  if (m.revealHeight !== 0n) {
    w.tag(88);
    w.uint64(m.revealHeight);
  }
  if (m.outputTokens !== 0) {
    w.tag(96);
    w.uint32(m.outputTokens);
  }
  if (m.fingerprintRevealed) {
    w.tag(104);
    w.bool(m.fingerprintRevealed);
  }
  if (m.decidedHeight !== 0n) {
    w.tag(112);
    w.uint64(m.decidedHeight);
  }
  if (m.deadlineMs !== 0n) {
    w.tag(120);
    w.uint64(m.deadlineMs);
  }
  if (m.fault !== 0) {
    w.tag(128);
    w.int32(m.fault);
  }
  if (m.holds !== 0) {
    w.tag(136);
    w.uint32(m.holds);
  }
  if (m.windowLeftMs !== 0n) {
    w.tag(144);
    w.uint64(m.windowLeftMs);
  }
  if (m.upheld) {
    w.tag(152);
    w.bool(m.upheld);
  }
  if (m.commitClockMs !== 0n) {
    w.tag(160);
    w.uint64(m.commitClockMs);
  }
  if (m.auditHeight !== 0n) {
    w.tag(168);
    w.uint64(m.auditHeight);
  }
  if (m.streamFraud) {
    w.tag(176);
    w.bool(m.streamFraud);
  }
}

function readResult(r: Reader): Result {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
  let f6: State = 0;
  let f7: Uint8Array = new Uint8Array(0);
  let f8: bigint = 0n;
  let f9: number = 0;
  let f10: Uint8Array = new Uint8Array(0);
  let f11: bigint = 0n;
  let f12: number = 0;
  let f13: boolean = false;
  let f14: bigint = 0n;
  let f15: bigint = 0n;
  let f16: ResultFault = 0;
  let f17: number = 0;
  let f18: bigint = 0n;
  let f19: boolean = false;
  let f20: bigint = 0n;
  let f21: bigint = 0n;
  let f22: boolean = false;
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.int32());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.bytes());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint64());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint32());
        break;
      case 82:
        r.single(last, tag);
        f10 = r.value(r.bytes());
        break;
      case 88:
        r.single(last, tag);
        f11 = r.value(r.uint64());
        break;
      case 96:
        r.single(last, tag);
        f12 = r.value(r.uint32());
        break;
      case 104:
        r.single(last, tag);
        f13 = r.value(r.bool());
        break;
      case 112:
        r.single(last, tag);
        f14 = r.value(r.uint64());
        break;
      case 120:
        r.single(last, tag);
        f15 = r.value(r.uint64());
        break;
      case 128:
        r.single(last, tag);
        f16 = r.value(r.int32());
        break;
      case 136:
        r.single(last, tag);
        f17 = r.value(r.uint32());
        break;
      case 144:
        r.single(last, tag);
        f18 = r.value(r.uint64());
        break;
      case 152:
        r.single(last, tag);
        f19 = r.value(r.bool());
        break;
      case 160:
        r.single(last, tag);
        f20 = r.value(r.uint64());
        break;
      case 168:
        r.single(last, tag);
        f21 = r.value(r.uint64());
        break;
      case 176:
        r.single(last, tag);
        f22 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, operator: f5, state: f6, commit: f7, commitHeight: f8, position: f9, fingerprintHash: f10, revealHeight: f11, outputTokens: f12, fingerprintRevealed: f13, decidedHeight: f14, deadlineMs: f15, fault: f16, holds: f17, windowLeftMs: f18, upheld: f19, commitClockMs: f20, auditHeight: f21, streamFraud: f22 };
}

export const Result: Codec<Result> = codec<Result>({
  typeUrl: "/aegis.tasks.v1.Result",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 5, kind: "string", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 6, kind: "enum", repeated: false, optional: false, values: State },
    { name: "commit", jsonName: "commit", number: 7, kind: "bytes", repeated: false, optional: false },
    { name: "commitHeight", jsonName: "commit_height", number: 8, kind: "uint64", repeated: false, optional: false },
    { name: "position", jsonName: "position", number: 9, kind: "uint32", repeated: false, optional: false },
    { name: "fingerprintHash", jsonName: "fingerprint_hash", number: 10, kind: "bytes", repeated: false, optional: false },
    { name: "revealHeight", jsonName: "reveal_height", number: 11, kind: "uint64", repeated: false, optional: false },
    { name: "outputTokens", jsonName: "output_tokens", number: 12, kind: "uint32", repeated: false, optional: false },
    { name: "fingerprintRevealed", jsonName: "fingerprint_revealed", number: 13, kind: "bool", repeated: false, optional: false },
    { name: "decidedHeight", jsonName: "decided_height", number: 14, kind: "uint64", repeated: false, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 15, kind: "uint64", repeated: false, optional: false },
    { name: "fault", jsonName: "fault", number: 16, kind: "enum", repeated: false, optional: false, values: ResultFault },
    { name: "holds", jsonName: "holds", number: 17, kind: "uint32", repeated: false, optional: false },
    { name: "windowLeftMs", jsonName: "window_left_ms", number: 18, kind: "uint64", repeated: false, optional: false },
    { name: "upheld", jsonName: "upheld", number: 19, kind: "bool", repeated: false, optional: false },
    { name: "commitClockMs", jsonName: "commit_clock_ms", number: 20, kind: "uint64", repeated: false, optional: false },
    { name: "auditHeight", jsonName: "audit_height", number: 21, kind: "uint64", repeated: false, optional: false },
    { name: "streamFraud", jsonName: "stream_fraud", number: 22, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", operator: "", state: 0, commit: new Uint8Array(0), commitHeight: 0n, position: 0, fingerprintHash: new Uint8Array(0), revealHeight: 0n, outputTokens: 0, fingerprintRevealed: false, decidedHeight: 0n, deadlineMs: 0n, fault: 0, holds: 0, windowLeftMs: 0n, upheld: false, commitClockMs: 0n, auditHeight: 0n, streamFraud: false }),
  write: writeResult,
  read: readResult,
});

/** A revealed result, kept apart from its state because it can be large and never changes. */
export interface RevealedResult {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly content: ResultContent | undefined;
}

function writeRevealedResult(w: Writer, m: RevealedResult): void {
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
  if (m.content !== undefined) {
    w.tag(42);
    { const s = w.open(); ResultContent.write(w, m.content); w.close(s); }
  }
}

function readRevealedResult(r: Reader): RevealedResult {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: ResultContent | undefined = undefined;
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
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = ResultContent.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, content: f5 };
}

export const RevealedResult: Codec<RevealedResult> = codec<RevealedResult>({
  typeUrl: "/aegis.tasks.v1.RevealedResult",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "content", jsonName: "content", number: 5, kind: "message", repeated: false, optional: true, message: () => ResultContent as Codec<never> },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", content: undefined }),
  write: writeRevealedResult,
  read: readRevealedResult,
});

/** A revealed fingerprint: 4 bytes per output token. */
export interface RevealedFingerprint {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly fingerprint: Uint8Array;
}

function writeRevealedFingerprint(w: Writer, m: RevealedFingerprint): void {
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
  if (m.fingerprint.length > 0) {
    w.tag(42);
    w.bytes(m.fingerprint);
  }
}

function readRevealedFingerprint(r: Reader): RevealedFingerprint {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: Uint8Array = new Uint8Array(0);
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, fingerprint: f5 };
}

export const RevealedFingerprint: Codec<RevealedFingerprint> = codec<RevealedFingerprint>({
  typeUrl: "/aegis.tasks.v1.RevealedFingerprint",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "fingerprint", jsonName: "fingerprint", number: 5, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", fingerprint: new Uint8Array(0) }),
  write: writeRevealedFingerprint,
  read: readRevealedFingerprint,
});

/** The canonical verification. Its encoding is hashed into the commit. */
export interface VerificationContent {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly deficitSum: bigint;
  readonly deficitCount: number;
  readonly deficitMax: number;
  readonly fingerprint: Uint8Array;
}

function writeVerificationContent(w: Writer, m: VerificationContent): void {
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

function readVerificationContent(r: Reader): VerificationContent {
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

export const VerificationContent: Codec<VerificationContent> = codec<VerificationContent>({
  typeUrl: "/aegis.tasks.v1.VerificationContent",
  fields: [
    { name: "verdict", jsonName: "verdict", number: 1, kind: "enum", repeated: false, optional: false, values: Verdict },
    { name: "reasons", jsonName: "reasons", number: 2, kind: "enum", repeated: true, optional: false, values: Reason },
    { name: "deficitSum", jsonName: "deficit_sum", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "deficitCount", jsonName: "deficit_count", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "deficitMax", jsonName: "deficit_max", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "fingerprint", jsonName: "fingerprint", number: 6, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ verdict: 0, reasons: [], deficitSum: 0n, deficitCount: 0, deficitMax: 0, fingerprint: new Uint8Array(0) }),
  write: writeVerificationContent,
  read: readVerificationContent,
});

/** One node's verification of one result. */
export interface Verification {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly verifier: string;
  readonly operator: string;
  readonly state: VerificationState;
  readonly position: number;
  readonly draw: number;
  readonly commit: Uint8Array;
  readonly commitHeight: bigint;
  readonly content: VerificationContent | undefined;
  readonly chosenSum: bigint;
  readonly probeSum: bigint;
  readonly probeCount: number;
  readonly agrees: boolean;
  readonly kind: VerificationKind;
  readonly bond: bigint;
  readonly deadlineMs: bigint;
}

function writeVerification(w: Writer, m: Verification): void {
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
  if (m.verifier !== "") {
    w.tag(42);
    w.string(m.verifier);
  }
  if (m.operator !== "") {
    w.tag(50);
    w.string(m.operator);
  }
  if (m.state !== 0) {
    w.tag(56);
    w.int32(m.state);
  }
  if (m.position !== 0) {
    w.tag(64);
    w.uint32(m.position);
  }
  if (m.draw !== 0) {
    w.tag(72);
    w.uint32(m.draw);
  }
  if (m.commit.length > 0) {
    w.tag(82);
    w.bytes(m.commit);
  }
  if (m.commitHeight !== 0n) {
    w.tag(88);
    w.uint64(m.commitHeight);
  }
  if (m.content !== undefined) {
    w.tag(98);
    { const s = w.open(); VerificationContent.write(w, m.content); w.close(s); }
  }
  if (m.chosenSum !== 0n) {
    w.tag(104);
    w.uint64(m.chosenSum);
  }
  if (m.probeSum !== 0n) {
    w.tag(112);
    w.uint64(m.probeSum);
  }
  if (m.probeCount !== 0) {
    w.tag(120);
    w.uint32(m.probeCount);
  }
  if (m.agrees) {
    w.tag(128);
    w.bool(m.agrees);
  }
  if (m.kind !== 0) {
    w.tag(136);
    w.int32(m.kind);
  }
  if (m.bond !== 0n) {
    w.tag(144);
    w.uint64(m.bond);
  }
  if (m.deadlineMs !== 0n) {
    w.tag(152);
    w.uint64(m.deadlineMs);
  }
}

function readVerification(r: Reader): Verification {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: string = "";
  let f6: string = "";
  let f7: VerificationState = 0;
  let f8: number = 0;
  let f9: number = 0;
  let f10: Uint8Array = new Uint8Array(0);
  let f11: bigint = 0n;
  let f12: VerificationContent | undefined = undefined;
  let f13: bigint = 0n;
  let f14: bigint = 0n;
  let f15: number = 0;
  let f16: boolean = false;
  let f17: VerificationKind = 0;
  let f18: bigint = 0n;
  let f19: bigint = 0n;
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
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.int32());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint32());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint32());
        break;
      case 82:
        r.single(last, tag);
        f10 = r.value(r.bytes());
        break;
      case 88:
        r.single(last, tag);
        f11 = r.value(r.uint64());
        break;
      case 98: {
        r.single(last, tag);
        const outer = r.enter();
        f12 = VerificationContent.read(r);
        r.leave(outer);
        break;
      }
      case 104:
        r.single(last, tag);
        f13 = r.value(r.uint64());
        break;
      case 112:
        r.single(last, tag);
        f14 = r.value(r.uint64());
        break;
      case 120:
        r.single(last, tag);
        f15 = r.value(r.uint32());
        break;
      case 128:
        r.single(last, tag);
        f16 = r.value(r.bool());
        break;
      case 136:
        r.single(last, tag);
        f17 = r.value(r.int32());
        break;
      case 144:
        r.single(last, tag);
        f18 = r.value(r.uint64());
        break;
      case 152:
        r.single(last, tag);
        f19 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, verifier: f5, operator: f6, state: f7, position: f8, draw: f9, commit: f10, commitHeight: f11, content: f12, chosenSum: f13, probeSum: f14, probeCount: f15, agrees: f16, kind: f17, bond: f18, deadlineMs: f19 };
}

export const Verification: Codec<Verification> = codec<Verification>({
  typeUrl: "/aegis.tasks.v1.Verification",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "verifier", jsonName: "verifier", number: 5, kind: "string", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 6, kind: "string", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 7, kind: "enum", repeated: false, optional: false, values: VerificationState },
    { name: "position", jsonName: "position", number: 8, kind: "uint32", repeated: false, optional: false },
    { name: "draw", jsonName: "draw", number: 9, kind: "uint32", repeated: false, optional: false },
    { name: "commit", jsonName: "commit", number: 10, kind: "bytes", repeated: false, optional: false },
    { name: "commitHeight", jsonName: "commit_height", number: 11, kind: "uint64", repeated: false, optional: false },
    { name: "content", jsonName: "content", number: 12, kind: "message", repeated: false, optional: true, message: () => VerificationContent as Codec<never> },
    { name: "chosenSum", jsonName: "chosen_sum", number: 13, kind: "uint64", repeated: false, optional: false },
    { name: "probeSum", jsonName: "probe_sum", number: 14, kind: "uint64", repeated: false, optional: false },
    { name: "probeCount", jsonName: "probe_count", number: 15, kind: "uint32", repeated: false, optional: false },
    { name: "agrees", jsonName: "agrees", number: 16, kind: "bool", repeated: false, optional: false },
    { name: "kind", jsonName: "kind", number: 17, kind: "enum", repeated: false, optional: false, values: VerificationKind },
    { name: "bond", jsonName: "bond", number: 18, kind: "uint64", repeated: false, optional: false },
    { name: "deadlineMs", jsonName: "deadline_ms", number: 19, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", verifier: "", operator: "", state: 0, position: 0, draw: 0, commit: new Uint8Array(0), commitHeight: 0n, content: undefined, chosenSum: 0n, probeSum: 0n, probeCount: 0, agrees: false, kind: 0, bond: 0n, deadlineMs: 0n }),
  write: writeVerification,
  read: readVerification,
});
