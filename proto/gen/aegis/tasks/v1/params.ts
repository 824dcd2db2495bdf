// Generated from proto/aegis/tasks/v1/params.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { ToleranceLimits } from "./model.ts";
import { TaskRules } from "./tasks.ts";

/** Parameters of the tasks module. Amounts in uasi, times in milliseconds of the protocol clock. */
export interface Params {
  readonly rules: TaskRules | undefined;
  readonly maxPromptBytes: number;
  readonly maxMessages: number;
  readonly maxOutputTokens: number;
  readonly maxRelayBytes: number;
  readonly maxOpenTasks: number;
  readonly maxBatch: number;
  readonly maxDuties: number;
  readonly maxExits: number;
  readonly submissionFee: bigint;
  readonly minNodeStake: bigint;
  readonly exposureRatio: number;
  readonly unbondingTimeMs: bigint;
  readonly modelDeposit: bigint;
  readonly minModelOperators: number;
  readonly toleranceMin: ToleranceLimits | undefined;
  readonly toleranceMax: ToleranceLimits | undefined;
  readonly qualificationWindowMs: bigint;
  readonly qualificationLatencyMs: bigint;
  readonly qualificationTokens: number;
  readonly requalificationEpochs: number;
}

function writeParams(w: Writer, m: Params): void {
  if (m.rules !== undefined) {
    w.tag(10);
    { const s = w.open(); TaskRules.write(w, m.rules); w.close(s); }
  }
  if (m.maxPromptBytes !== 0) {
    w.tag(16);
    w.uint32(m.maxPromptBytes);
  }
  if (m.maxMessages !== 0) {
    w.tag(24);
    w.uint32(m.maxMessages);
  }
  if (m.maxOutputTokens !== 0) {
    w.tag(32);
    w.uint32(m.maxOutputTokens);
  }
  if (m.maxRelayBytes !== 0) {
    w.tag(40);
    w.uint32(m.maxRelayBytes);
  }
  if (m.maxOpenTasks !== 0) {
    w.tag(48);
    w.uint32(m.maxOpenTasks);
  }
  if (m.maxBatch !== 0) {
    w.tag(56);
    w.uint32(m.maxBatch);
  }
  if (m.maxDuties !== 0) {
    w.tag(64);
    w.uint32(m.maxDuties);
  }
  if (m.maxExits !== 0) {
    w.tag(72);
    w.uint32(m.maxExits);
  }
  if (m.submissionFee !== 0n) {
    w.tag(80);
    w.uint64(m.submissionFee);
  }
  if (m.minNodeStake !== 0n) {
    w.tag(88);
    w.uint64(m.minNodeStake);
  }
  if (m.exposureRatio !== 0) {
    w.tag(96);
    w.uint32(m.exposureRatio);
  }
  if (m.unbondingTimeMs !== 0n) {
    w.tag(104);
    w.uint64(m.unbondingTimeMs);
  }
  if (m.modelDeposit !== 0n) {
    w.tag(112);
    w.uint64(m.modelDeposit);
  }
  if (m.minModelOperators !== 0) {
    w.tag(120);
    w.uint32(m.minModelOperators);
  }
  if (m.toleranceMin !== undefined) {
    w.tag(138);
    { const s = w.open(); ToleranceLimits.write(w, m.toleranceMin); w.close(s); }
  }
  if (m.toleranceMax !== undefined) {
    w.tag(146);
    { const s = w.open(); ToleranceLimits.write(w, m.toleranceMax); w.close(s); }
  }
  if (m.qualificationWindowMs !== 0n) {
    w.tag(152);
    w.uint64(m.qualificationWindowMs);
  }
  if (m.qualificationLatencyMs !== 0n) {
    w.tag(160);
    w.uint64(m.qualificationLatencyMs);
  }
  if (m.qualificationTokens !== 0) {
    w.tag(168);
    w.uint32(m.qualificationTokens);
  }
  if (m.requalificationEpochs !== 0) {
    w.tag(176);
    w.uint32(m.requalificationEpochs);
  }
}

function readParams(r: Reader): Params {
  let f1: TaskRules | undefined = undefined;
  let f2: number = 0;
  let f3: number = 0;
  let f4: number = 0;
  let f5: number = 0;
  let f6: number = 0;
  let f7: number = 0;
  let f8: number = 0;
  let f9: number = 0;
  let f10: bigint = 0n;
  let f11: bigint = 0n;
  let f12: number = 0;
  let f13: bigint = 0n;
  let f14: bigint = 0n;
  let f15: number = 0;
  let f17: ToleranceLimits | undefined = undefined;
  let f18: ToleranceLimits | undefined = undefined;
  let f19: bigint = 0n;
  let f20: bigint = 0n;
  let f21: number = 0;
  let f22: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = TaskRules.read(r);
        r.leave(outer);
        break;
      }
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
        f5 = r.value(r.uint32());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint32());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint32());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint32());
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
      case 96:
        r.single(last, tag);
        f12 = r.value(r.uint32());
        break;
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
      case 138: {
        r.single(last, tag);
        const outer = r.enter();
        f17 = ToleranceLimits.read(r);
        r.leave(outer);
        break;
      }
      case 146: {
        r.single(last, tag);
        const outer = r.enter();
        f18 = ToleranceLimits.read(r);
        r.leave(outer);
        break;
      }
      case 152:
        r.single(last, tag);
        f19 = r.value(r.uint64());
        break;
      case 160:
        r.single(last, tag);
        f20 = r.value(r.uint64());
        break;
      case 168:
        r.single(last, tag);
        f21 = r.value(r.uint32());
        break;
      case 176:
        r.single(last, tag);
        f22 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { rules: f1, maxPromptBytes: f2, maxMessages: f3, maxOutputTokens: f4, maxRelayBytes: f5, maxOpenTasks: f6, maxBatch: f7, maxDuties: f8, maxExits: f9, submissionFee: f10, minNodeStake: f11, exposureRatio: f12, unbondingTimeMs: f13, modelDeposit: f14, minModelOperators: f15, toleranceMin: f17, toleranceMax: f18, qualificationWindowMs: f19, qualificationLatencyMs: f20, qualificationTokens: f21, requalificationEpochs: f22 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/aegis.tasks.v1.Params",
  fields: [
    { name: "rules", jsonName: "rules", number: 1, kind: "message", repeated: false, optional: true, message: () => TaskRules as Codec<never> },
    { name: "maxPromptBytes", jsonName: "max_prompt_bytes", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "maxMessages", jsonName: "max_messages", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "maxOutputTokens", jsonName: "max_output_tokens", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "maxRelayBytes", jsonName: "max_relay_bytes", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "maxOpenTasks", jsonName: "max_open_tasks", number: 6, kind: "uint32", repeated: false, optional: false },
    { name: "maxBatch", jsonName: "max_batch", number: 7, kind: "uint32", repeated: false, optional: false },
    { name: "maxDuties", jsonName: "max_duties", number: 8, kind: "uint32", repeated: false, optional: false },
    { name: "maxExits", jsonName: "max_exits", number: 9, kind: "uint32", repeated: false, optional: false },
    { name: "submissionFee", jsonName: "submission_fee", number: 10, kind: "uint64", repeated: false, optional: false },
    { name: "minNodeStake", jsonName: "min_node_stake", number: 11, kind: "uint64", repeated: false, optional: false },
    { name: "exposureRatio", jsonName: "exposure_ratio", number: 12, kind: "uint32", repeated: false, optional: false },
    { name: "unbondingTimeMs", jsonName: "unbonding_time_ms", number: 13, kind: "uint64", repeated: false, optional: false },
    { name: "modelDeposit", jsonName: "model_deposit", number: 14, kind: "uint64", repeated: false, optional: false },
    { name: "minModelOperators", jsonName: "min_model_operators", number: 15, kind: "uint32", repeated: false, optional: false },
    { name: "toleranceMin", jsonName: "tolerance_min", number: 17, kind: "message", repeated: false, optional: true, message: () => ToleranceLimits as Codec<never> },
    { name: "toleranceMax", jsonName: "tolerance_max", number: 18, kind: "message", repeated: false, optional: true, message: () => ToleranceLimits as Codec<never> },
    { name: "qualificationWindowMs", jsonName: "qualification_window_ms", number: 19, kind: "uint64", repeated: false, optional: false },
    { name: "qualificationLatencyMs", jsonName: "qualification_latency_ms", number: 20, kind: "uint64", repeated: false, optional: false },
    { name: "qualificationTokens", jsonName: "qualification_tokens", number: 21, kind: "uint32", repeated: false, optional: false },
    { name: "requalificationEpochs", jsonName: "requalification_epochs", number: 22, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ rules: undefined, maxPromptBytes: 0, maxMessages: 0, maxOutputTokens: 0, maxRelayBytes: 0, maxOpenTasks: 0, maxBatch: 0, maxDuties: 0, maxExits: 0, submissionFee: 0n, minNodeStake: 0n, exposureRatio: 0, unbondingTimeMs: 0n, modelDeposit: 0n, minModelOperators: 0, toleranceMin: undefined, toleranceMax: undefined, qualificationWindowMs: 0n, qualificationLatencyMs: 0n, qualificationTokens: 0, requalificationEpochs: 0 }),
  write: writeParams,
  read: readParams,
});
