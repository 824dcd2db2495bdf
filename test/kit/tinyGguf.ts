/**
 * A tiny language model of random weights in a GGUF file, made in milliseconds: real enough for the
 * engine (llama architecture, any text round-trips by bytes), with ChatML's control tokens.
 * The same options give the same bytes everywhere.
 */
import {
  type Gguf,
  type GgufTensor,
  type GgufValue,
  tensorBytes,
  writeGguf,
} from "../../cmd/aegis-resource/calibrate/gguf.ts";
import { dequantise, quantise } from "../../cmd/aegis-resource/calibrate/quants.ts";
import { Prng } from "./prng.ts";

const DIM = 64;
const HEADS = 4;
const KEY_VALUE_HEADS = 2;
const HEAD_DIM = DIM / HEADS;
const FEED_FORWARD = 192;
const CONTROL_TOKENS = ["<unk>", "<s>", "</s>", "<|im_start|>", "<|im_end|>"] as const;

/** Kinds of tokens in a GGUF's vocabulary. */
const KIND = { normal: 1, unknown: 2, control: 3, byte: 6 } as const;

/** What the model is like; every field may be left out. */
export interface TinyGgufOptions {
  /** Seed of the weights; 1 by default. */
  readonly seed?: number;
  /** Blocks; 2 by default. */
  readonly layers?: number;
  /** Context that the file claims to be trained for; 4096 by default. */
  readonly contextLength?: number;
  /** Whether the file asks for a beginning-of-text token; false by default. */
  readonly addBos?: boolean;
  /** How the matrices are stored; F32 by default. */
  readonly type?: "F32" | "Q8_0" | "Q4_1";
  /** What is wrong with the file; nothing by default. */
  readonly broken?: "truncated" | "noHeads" | "notANumber";
}

/** The file of a tiny model, about 0.8 MB in F32. */
export function tinyGguf(options: TinyGgufOptions = {}): Uint8Array {
  const file = writeGguf(tinyModel(options));
  return options.broken === "truncated" ? file.slice(0, Math.floor(file.length / 2)) : file;
}

/** The tiny model before it is written. */
export function tinyModel(options: TinyGgufOptions = {}): Gguf {
  const { tokens, kinds } = vocabulary();
  return {
    metadata: metadata(options, tokens, kinds),
    tensors: tensors(options, kinds),
  };
}

function vocabulary(): { tokens: string[]; kinds: number[] } {
  const tokens: string[] = [...CONTROL_TOKENS];
  const kinds: number[] = [KIND.unknown, KIND.control, KIND.control, KIND.control, KIND.control];
  for (let byte = 0; byte < 256; byte += 1) {
    tokens.push(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`);
    kinds.push(KIND.byte);
  }
  // Pieces for the letters and some pairs, so that a text has fewer tokens than bytes.
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const pieces = ["\u2581", ...letters, ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?-\n"];
  for (const piece of [...pieces, ..."th he in er an re on at en nd".split(" ")]) {
    tokens.push(piece);
    kinds.push(KIND.normal);
  }
  return { tokens, kinds };
}

function metadata(
  options: TinyGgufOptions,
  tokens: readonly string[],
  kinds: readonly number[],
): ReadonlyMap<string, GgufValue> {
  const u32 = (value: number): GgufValue => ({ kind: "u32", value });
  const text = (value: string): GgufValue => ({ kind: "string", value });
  const yes = (value: boolean): GgufValue => ({ kind: "bool", value });
  // Pieces of two letters win over single ones.
  const scores = tokens.map((token, id) => (kinds[id] === KIND.normal ? token.length : 0));
  return new Map<string, GgufValue>([
    ["general.architecture", text("llama")],
    ["general.name", text("tiny")],
    ["llama.context_length", u32(options.contextLength ?? 4096)],
    ["llama.embedding_length", u32(DIM)],
    ["llama.block_count", u32(options.layers ?? 2)],
    ["llama.feed_forward_length", u32(FEED_FORWARD)],
    ["llama.attention.head_count", u32(options.broken === "noHeads" ? 0 : HEADS)],
    ["llama.attention.head_count_kv", u32(KEY_VALUE_HEADS)],
    ["llama.attention.layer_norm_rms_epsilon", { kind: "f32", value: 1e-5 }],
    ["llama.rope.dimension_count", u32(HEAD_DIM)],
    ["llama.vocab_size", u32(tokens.length)],
    ["tokenizer.ggml.model", text("llama")],
    ["tokenizer.ggml.tokens", { kind: "array", of: "string", value: tokens }],
    ["tokenizer.ggml.scores", { kind: "array", of: "f32", value: scores }],
    ["tokenizer.ggml.token_type", { kind: "array", of: "i32", value: kinds }],
    ["tokenizer.ggml.unknown_token_id", u32(0)],
    ["tokenizer.ggml.bos_token_id", u32(1)],
    ["tokenizer.ggml.eos_token_id", u32(2)],
    ["tokenizer.ggml.add_bos_token", yes(options.addBos ?? false)],
    ["tokenizer.ggml.add_space_prefix", yes(false)],
  ]);
}

function tensors(options: TinyGgufOptions, kinds: readonly number[]): GgufTensor[] {
  const random = new Prng(options.seed ?? 1);
  const type = options.type ?? "F32";
  const matrix = (name: string, columns: number, rows: number): GgufTensor => {
    const limit = Math.sqrt(3 / columns);
    const weights = new Float32Array(columns * rows);
    for (let at = 0; at < weights.length; at += 1) weights[at] = (random.unit() * 2 - 1) * limit;
    return { name, dims: [columns, rows], type, data: quantise(weights, type) };
  };
  const ones = (name: string): GgufTensor => {
    const data = quantise(new Float32Array(DIM).fill(1), "F32");
    return { name, dims: [DIM], type: "F32", data };
  };
  const all = [matrix("token_embd.weight", DIM, kinds.length)];
  for (let layer = 0; layer < (options.layers ?? 2); layer += 1) {
    const name = (part: string): string => `blk.${layer}.${part}.weight`;
    const keyValueDim = KEY_VALUE_HEADS * HEAD_DIM;
    all.push(
      ones(name("attn_norm")),
      matrix(name("attn_q"), DIM, DIM),
      matrix(name("attn_k"), DIM, keyValueDim),
      matrix(name("attn_v"), DIM, keyValueDim),
      matrix(name("attn_output"), DIM, DIM),
      ones(name("ffn_norm")),
      matrix(name("ffn_gate"), DIM, FEED_FORWARD),
      matrix(name("ffn_up"), DIM, FEED_FORWARD),
      matrix(name("ffn_down"), FEED_FORWARD, DIM),
    );
  }
  const output = withoutControlTokens(matrix("output.weight", DIM, kinds.length), kinds);
  all.push(ones("output_norm.weight"), options.broken === "notANumber" ? spoiled(output) : output);
  return all;
}

/** Zero rows make control tokens unlikely, so that texts do not end after a few tokens. */
function withoutControlTokens(output: GgufTensor, kinds: readonly number[]): GgufTensor {
  const weights = dequantise(output.data, output.type);
  for (const [id, kind] of kinds.entries()) {
    if (kind === KIND.control || kind === KIND.unknown) weights.fill(0, id * DIM, (id + 1) * DIM);
  }
  return { ...output, data: quantise(weights, output.type) };
}

function spoiled(tensor: GgufTensor): GgufTensor {
  const weights = dequantise(tensor.data, tensor.type);
  weights[0] = Number.NaN;
  return {
    ...tensor,
    type: "F32",
    data: quantise(weights, "F32").subarray(0, tensorBytes(tensor.dims, "F32")),
  };
}
