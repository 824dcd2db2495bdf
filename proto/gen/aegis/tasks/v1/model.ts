// Generated from proto/aegis/tasks/v1/model.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** One text and the ids that the model's tokenizer makes of it, special tokens off. */
export interface TokenizerVector {
  readonly text: string;
  readonly ids: readonly number[];
}

function writeTokenizerVector(w: Writer, m: TokenizerVector): void {
  if (m.text !== "") {
    w.tag(10);
    w.string(m.text);
  }
  if (m.ids.length > 0) {
    w.tag(18);
    const s = w.open();
    for (const v of m.ids) w.uint32(v);
    w.close(s);
  }
}

function readTokenizerVector(r: Reader): TokenizerVector {
  let f1: string = "";
  const f2: number[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f2.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 16:
        if (r.strict) r.unknown(tag);
        f2.push(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { text: f1, ids: f2 };
}

export const TokenizerVector: Codec<TokenizerVector> = codec<TokenizerVector>({
  typeUrl: "/aegis.tasks.v1.TokenizerVector",
  fields: [
    { name: "text", jsonName: "text", number: 1, kind: "string", repeated: false, optional: false },
    { name: "ids", jsonName: "ids", number: 2, kind: "uint32", repeated: true, optional: false },
  ],
  defaults: () => ({ text: "", ids: [] }),
  write: writeTokenizerVector,
  read: readTokenizerVector,
});

/** A kind of arithmetic that may compute a model bit by bit alike. */
export interface KernelClass {
  readonly name: string;
  readonly knownAnswer: Uint8Array;
}

function writeKernelClass(w: Writer, m: KernelClass): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  if (m.knownAnswer.length > 0) {
    w.tag(18);
    w.bytes(m.knownAnswer);
  }
}

function readKernelClass(r: Reader): KernelClass {
  let f1: string = "";
  let f2: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, knownAnswer: f2 };
}

export const KernelClass: Codec<KernelClass> = codec<KernelClass>({
  typeUrl: "/aegis.tasks.v1.KernelClass",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "knownAnswer", jsonName: "known_answer", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "", knownAnswer: new Uint8Array(0) }),
  write: writeKernelClass,
  read: readKernelClass,
});

/** Limits for one cell of a tolerance table. Sums and counts are per 1,000 output tokens; sums and maxima in 1/1024 nat. 4294967295 means no limit. */
export interface ToleranceLimits {
  readonly deficitSumPer1000: number;
  readonly deficitCountPer1000: number;
  readonly deficitMax: number;
  readonly chosenSumPer1000: number;
  readonly probeSumPer1000: number;
  readonly probeCountPer1000: number;
  readonly replay: boolean;
}

function writeToleranceLimits(w: Writer, m: ToleranceLimits): void {
  if (m.deficitSumPer1000 !== 0) {
    w.tag(8);
    w.uint32(m.deficitSumPer1000);
  }
  if (m.deficitCountPer1000 !== 0) {
    w.tag(16);
    w.uint32(m.deficitCountPer1000);
  }
  if (m.deficitMax !== 0) {
    w.tag(24);
    w.uint32(m.deficitMax);
  }
  if (m.chosenSumPer1000 !== 0) {
    w.tag(32);
    w.uint32(m.chosenSumPer1000);
  }
  if (m.probeSumPer1000 !== 0) {
    w.tag(40);
    w.uint32(m.probeSumPer1000);
  }
  if (m.probeCountPer1000 !== 0) {
    w.tag(48);
    w.uint32(m.probeCountPer1000);
  }
  if (m.replay) {
    w.tag(56);
    w.bool(m.replay);
  }
}

function readToleranceLimits(r: Reader): ToleranceLimits {
  let f1: number = 0;
  let f2: number = 0;
  let f3: number = 0;
  let f4: number = 0;
  let f5: number = 0;
  let f6: number = 0;
  let f7: boolean = false;
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
        f5 = r.value(r.uint32());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint32());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { deficitSumPer1000: f1, deficitCountPer1000: f2, deficitMax: f3, chosenSumPer1000: f4, probeSumPer1000: f5, probeCountPer1000: f6, replay: f7 };
}

export const ToleranceLimits: Codec<ToleranceLimits> = codec<ToleranceLimits>({
  typeUrl: "/aegis.tasks.v1.ToleranceLimits",
  fields: [
    { name: "deficitSumPer1000", jsonName: "deficit_sum_per_1000", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "deficitCountPer1000", jsonName: "deficit_count_per_1000", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "deficitMax", jsonName: "deficit_max", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "chosenSumPer1000", jsonName: "chosen_sum_per_1000", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "probeSumPer1000", jsonName: "probe_sum_per_1000", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "probeCountPer1000", jsonName: "probe_count_per_1000", number: 6, kind: "uint32", repeated: false, optional: false },
    { name: "replay", jsonName: "replay", number: 7, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ deficitSumPer1000: 0, deficitCountPer1000: 0, deficitMax: 0, chosenSumPer1000: 0, probeSumPer1000: 0, probeCountPer1000: 0, replay: false }),
  write: writeToleranceLimits,
  read: readToleranceLimits,
});

/** How far an honest result may be from an honest check. */
export interface Tolerances {
  readonly name: string;
  readonly deficitClip: number;
  readonly topPSlackMilli: number;
  readonly deficitBound: number;
  readonly probeBound: number;
  readonly limits: readonly ToleranceLimits[];
  readonly exact: boolean;
}

function writeTolerances(w: Writer, m: Tolerances): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  if (m.deficitClip !== 0) {
    w.tag(16);
    w.uint32(m.deficitClip);
  }
  if (m.topPSlackMilli !== 0) {
    w.tag(24);
    w.uint32(m.topPSlackMilli);
  }
  if (m.deficitBound !== 0) {
    w.tag(32);
    w.uint32(m.deficitBound);
  }
  if (m.probeBound !== 0) {
    w.tag(40);
    w.uint32(m.probeBound);
  }
  for (const v of m.limits) {
    w.tag(50);
    { const s = w.open(); ToleranceLimits.write(w, v); w.close(s); }
  }
  if (m.exact) {
    w.tag(56);
    w.bool(m.exact);
  }
}

function readTolerances(r: Reader): Tolerances {
  let f1: string = "";
  let f2: number = 0;
  let f3: number = 0;
  let f4: number = 0;
  let f5: number = 0;
  const f6: ToleranceLimits[] = [];
  let f7: boolean = false;
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
      case 50: {
        const outer = r.enter();
        f6.push(ToleranceLimits.read(r));
        r.leave(outer);
        break;
      }
      case 56:
        r.single(last, tag);
        f7 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, deficitClip: f2, topPSlackMilli: f3, deficitBound: f4, probeBound: f5, limits: f6, exact: f7 };
}

export const Tolerances: Codec<Tolerances> = codec<Tolerances>({
  typeUrl: "/aegis.tasks.v1.Tolerances",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "deficitClip", jsonName: "deficit_clip", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "topPSlackMilli", jsonName: "top_p_slack_milli", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "deficitBound", jsonName: "deficit_bound", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "probeBound", jsonName: "probe_bound", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "limits", jsonName: "limits", number: 6, kind: "message", repeated: true, optional: false, message: () => ToleranceLimits as Codec<never> },
    { name: "exact", jsonName: "exact", number: 7, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "", deficitClip: 0, topPSlackMilli: 0, deficitBound: 0, probeBound: 0, limits: [], exact: false }),
  write: writeTolerances,
  read: readTolerances,
});

/** Everything about a model that decides a result or its price. Immutable once registered. */
export interface ModelRevision {
  readonly model: string;
  readonly number: number;
  readonly ggufSha256: Uint8Array;
  readonly ggufBytes: bigint;
  readonly contextLength: number;
  readonly enginePackage: string;
  readonly engineVersion: string;
  readonly template: string;
  readonly tokenizerVectors: readonly TokenizerVector[];
  readonly kernelClasses: readonly KernelClass[];
  readonly knownAnswerPrompt: string;
  readonly promptPrice: bigint;
  readonly outputPrice: bigint;
  readonly minPrefillSpeed: number;
  readonly minDecodeSpeed: number;
  readonly endTokens: readonly number[];
  readonly promptBatch: number;
  readonly tolerances: Tolerances | undefined;
  readonly actsFromMs: bigint;
}

function writeModelRevision(w: Writer, m: ModelRevision): void {
  if (m.model !== "") {
    w.tag(10);
    w.string(m.model);
  }
  if (m.number !== 0) {
    w.tag(16);
    w.uint32(m.number);
  }
  if (m.ggufSha256.length > 0) {
    w.tag(26);
    w.bytes(m.ggufSha256);
  }
  if (m.ggufBytes !== 0n) {
    w.tag(32);
    w.uint64(m.ggufBytes);
  }
  if (m.contextLength !== 0) {
    w.tag(40);
    w.uint32(m.contextLength);
  }
  if (m.enginePackage !== "") {
    w.tag(50);
    w.string(m.enginePackage);
  }
  if (m.engineVersion !== "") {
    w.tag(58);
    w.string(m.engineVersion);
  }
  if (m.template !== "") {
    w.tag(66);
    w.string(m.template);
  }
  for (const v of m.tokenizerVectors) {
    w.tag(74);
    { const s = w.open(); TokenizerVector.write(w, v); w.close(s); }
  }
  for (const v of m.kernelClasses) {
    w.tag(82);
    { const s = w.open(); KernelClass.write(w, v); w.close(s); }
  }
  if (m.knownAnswerPrompt !== "") {
    w.tag(90);
    w.string(m.knownAnswerPrompt);
  }
  if (m.promptPrice !== 0n) {
    w.tag(96);
    w.uint64(m.promptPrice);
  }
  if (m.outputPrice !== 0n) {
    w.tag(104);
    w.uint64(m.outputPrice);
  }
  if (m.minPrefillSpeed !== 0) {
    w.tag(112);
    w.uint32(m.minPrefillSpeed);
  }
  if (m.minDecodeSpeed !== 0) {
    w.tag(120);
    w.uint32(m.minDecodeSpeed);
  }
  if (m.endTokens.length > 0) {
    w.tag(130);
    const s = w.open();
    for (const v of m.endTokens) w.uint32(v);
    w.close(s);
  }
  if (m.promptBatch !== 0) {
    w.tag(136);
    w.uint32(m.promptBatch);
  }
  if (m.tolerances !== undefined) {
    w.tag(146);
    { const s = w.open(); Tolerances.write(w, m.tolerances); w.close(s); }
  }
  if (m.actsFromMs !== 0n) {
    w.tag(152);
    w.uint64(m.actsFromMs);
  }
}

function readModelRevision(r: Reader): ModelRevision {
  let f1: string = "";
  let f2: number = 0;
  let f3: Uint8Array = new Uint8Array(0);
  let f4: bigint = 0n;
  let f5: number = 0;
  let f6: string = "";
  let f7: string = "";
  let f8: string = "";
  const f9: TokenizerVector[] = [];
  const f10: KernelClass[] = [];
  let f11: string = "";
  let f12: bigint = 0n;
  let f13: bigint = 0n;
  let f14: number = 0;
  let f15: number = 0;
  const f16: number[] = [];
  let f17: number = 0;
  let f18: Tolerances | undefined = undefined;
  let f19: bigint = 0n;
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
        f3 = r.value(r.bytes());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
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
      case 66:
        r.single(last, tag);
        f8 = r.value(r.string());
        break;
      case 74: {
        const outer = r.enter();
        f9.push(TokenizerVector.read(r));
        r.leave(outer);
        break;
      }
      case 82: {
        const outer = r.enter();
        f10.push(KernelClass.read(r));
        r.leave(outer);
        break;
      }
      case 90:
        r.single(last, tag);
        f11 = r.value(r.string());
        break;
      case 96:
        r.single(last, tag);
        f12 = r.value(r.uint64());
        break;
      case 104:
        r.single(last, tag);
        f13 = r.value(r.uint64());
        break;
      case 112:
        r.single(last, tag);
        f14 = r.value(r.uint32());
        break;
      case 120:
        r.single(last, tag);
        f15 = r.value(r.uint32());
        break;
      case 130: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f16.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 128:
        if (r.strict) r.unknown(tag);
        f16.push(r.uint32());
        break;
      case 136:
        r.single(last, tag);
        f17 = r.value(r.uint32());
        break;
      case 146: {
        r.single(last, tag);
        const outer = r.enter();
        f18 = Tolerances.read(r);
        r.leave(outer);
        break;
      }
      case 152:
        r.single(last, tag);
        f19 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, number: f2, ggufSha256: f3, ggufBytes: f4, contextLength: f5, enginePackage: f6, engineVersion: f7, template: f8, tokenizerVectors: f9, kernelClasses: f10, knownAnswerPrompt: f11, promptPrice: f12, outputPrice: f13, minPrefillSpeed: f14, minDecodeSpeed: f15, endTokens: f16, promptBatch: f17, tolerances: f18, actsFromMs: f19 };
}

export const ModelRevision: Codec<ModelRevision> = codec<ModelRevision>({
  typeUrl: "/aegis.tasks.v1.ModelRevision",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "string", repeated: false, optional: false },
    { name: "number", jsonName: "number", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "ggufSha256", jsonName: "gguf_sha256", number: 3, kind: "bytes", repeated: false, optional: false },
    { name: "ggufBytes", jsonName: "gguf_bytes", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "contextLength", jsonName: "context_length", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "enginePackage", jsonName: "engine_package", number: 6, kind: "string", repeated: false, optional: false },
    { name: "engineVersion", jsonName: "engine_version", number: 7, kind: "string", repeated: false, optional: false },
    { name: "template", jsonName: "template", number: 8, kind: "string", repeated: false, optional: false },
    { name: "tokenizerVectors", jsonName: "tokenizer_vectors", number: 9, kind: "message", repeated: true, optional: false, message: () => TokenizerVector as Codec<never> },
    { name: "kernelClasses", jsonName: "kernel_classes", number: 10, kind: "message", repeated: true, optional: false, message: () => KernelClass as Codec<never> },
    { name: "knownAnswerPrompt", jsonName: "known_answer_prompt", number: 11, kind: "string", repeated: false, optional: false },
    { name: "promptPrice", jsonName: "prompt_price", number: 12, kind: "uint64", repeated: false, optional: false },
    { name: "outputPrice", jsonName: "output_price", number: 13, kind: "uint64", repeated: false, optional: false },
    { name: "minPrefillSpeed", jsonName: "min_prefill_speed", number: 14, kind: "uint32", repeated: false, optional: false },
    { name: "minDecodeSpeed", jsonName: "min_decode_speed", number: 15, kind: "uint32", repeated: false, optional: false },
    { name: "endTokens", jsonName: "end_tokens", number: 16, kind: "uint32", repeated: true, optional: false },
    { name: "promptBatch", jsonName: "prompt_batch", number: 17, kind: "uint32", repeated: false, optional: false },
    { name: "tolerances", jsonName: "tolerances", number: 18, kind: "message", repeated: false, optional: true, message: () => Tolerances as Codec<never> },
    { name: "actsFromMs", jsonName: "acts_from_ms", number: 19, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ model: "", number: 0, ggufSha256: new Uint8Array(0), ggufBytes: 0n, contextLength: 0, enginePackage: "", engineVersion: "", template: "", tokenizerVectors: [], kernelClasses: [], knownAnswerPrompt: "", promptPrice: 0n, outputPrice: 0n, minPrefillSpeed: 0, minDecodeSpeed: 0, endTokens: [], promptBatch: 0, tolerances: undefined, actsFromMs: 0n }),
  write: writeModelRevision,
  read: readModelRevision,
});

/** Prices by which the emission for a rewarded model is capped, in uasi per 1,000 tokens. */
export interface ReferencePrice {
  readonly promptPrice: bigint;
  readonly outputPrice: bigint;
}

function writeReferencePrice(w: Writer, m: ReferencePrice): void {
  if (m.promptPrice !== 0n) {
    w.tag(8);
    w.uint64(m.promptPrice);
  }
  if (m.outputPrice !== 0n) {
    w.tag(16);
    w.uint64(m.outputPrice);
  }
}

function readReferencePrice(r: Reader): ReferencePrice {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { promptPrice: f1, outputPrice: f2 };
}

export const ReferencePrice: Codec<ReferencePrice> = codec<ReferencePrice>({
  typeUrl: "/aegis.tasks.v1.ReferencePrice",
  fields: [
    { name: "promptPrice", jsonName: "prompt_price", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "outputPrice", jsonName: "output_price", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ promptPrice: 0n, outputPrice: 0n }),
  write: writeReferencePrice,
  read: readReferencePrice,
});

/** A registered model. */
export interface Model {
  readonly id: string;
  readonly owner: string;
  readonly deposit: bigint;
  readonly newestRevision: number;
  readonly referencePrice: ReferencePrice | undefined;
  readonly qualificationHeight: bigint;
}

function writeModel(w: Writer, m: Model): void {
  if (m.id !== "") {
    w.tag(10);
    w.string(m.id);
  }
  if (m.owner !== "") {
    w.tag(18);
    w.string(m.owner);
  }
  if (m.deposit !== 0n) {
    w.tag(24);
    w.uint64(m.deposit);
  }
  if (m.newestRevision !== 0) {
    w.tag(32);
    w.uint32(m.newestRevision);
  }
  if (m.referencePrice !== undefined) {
    w.tag(42);
    { const s = w.open(); ReferencePrice.write(w, m.referencePrice); w.close(s); }
  }
  if (m.qualificationHeight !== 0n) {
    w.tag(48);
    w.uint64(m.qualificationHeight);
  }
}

function readModel(r: Reader): Model {
  let f1: string = "";
  let f2: string = "";
  let f3: bigint = 0n;
  let f4: number = 0;
  let f5: ReferencePrice | undefined = undefined;
  let f6: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
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
        f5 = ReferencePrice.read(r);
        r.leave(outer);
        break;
      }
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { id: f1, owner: f2, deposit: f3, newestRevision: f4, referencePrice: f5, qualificationHeight: f6 };
}

export const Model: Codec<Model> = codec<Model>({
  typeUrl: "/aegis.tasks.v1.Model",
  fields: [
    { name: "id", jsonName: "id", number: 1, kind: "string", repeated: false, optional: false },
    { name: "owner", jsonName: "owner", number: 2, kind: "string", repeated: false, optional: false },
    { name: "deposit", jsonName: "deposit", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "newestRevision", jsonName: "newest_revision", number: 4, kind: "uint32", repeated: false, optional: false },
    { name: "referencePrice", jsonName: "reference_price", number: 5, kind: "message", repeated: false, optional: true, message: () => ReferencePrice as Codec<never> },
    { name: "qualificationHeight", jsonName: "qualification_height", number: 6, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ id: "", owner: "", deposit: 0n, newestRevision: 0, referencePrice: undefined, qualificationHeight: 0n }),
  write: writeModel,
  read: readModel,
});
