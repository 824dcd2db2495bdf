/**
 * A result: what an executor claims, and the JSON file that carries it between `infer` and `check`
 * (README.md, "Result").
 */
import { base64, hex } from "../lib/bytes.ts";
import { OUTPUT_TOKENS_LIMIT } from "./constants.ts";
import { FieldReader } from "./json.ts";
import type { FinishReason } from "./stop.ts";

/** What a check judges. */
export interface Claim {
  /** Tokens of the prompt. */
  readonly promptTokens: number;
  /** SHA-256 of the prompt's ids as uint32 little-endian. */
  readonly promptHash: Uint8Array;
  /** Output ids, an end token included. */
  readonly outputTokens: Uint32Array;
  readonly text: string;
  readonly finishReason: FinishReason;
}

/** A claim with its fingerprint, and what the executor says about how it was made. */
export interface Result extends Claim {
  readonly fingerprint: Uint8Array;
  /** Reported, never a reason for a verdict. */
  readonly kernelClass: string;
  /** Reported, never a reason for a verdict; 64 hex digits. */
  readonly modelSha256: string;
}

/** The JSON form of a result. */
export interface ResultJson {
  readonly prompt_tokens: number;
  readonly prompt_hash: string;
  readonly output_tokens: readonly number[];
  readonly text: string;
  readonly finish_reason: FinishReason;
  readonly fingerprint: string;
  readonly kernel_class: string;
  readonly model_sha256: string;
}

/** Reasons a result file may name. */
const FINISH_REASONS: readonly FinishReason[] = ["stop", "stop_string", "length"];

/** The JSON form of `result`: hashes in hex, the fingerprint in base64. */
export function resultToJson(result: Result): ResultJson {
  return {
    prompt_tokens: result.promptTokens,
    prompt_hash: hex(result.promptHash),
    output_tokens: Array.from(result.outputTokens),
    text: result.text,
    finish_reason: result.finishReason,
    fingerprint: base64(result.fingerprint),
    kernel_class: result.kernelClass,
    model_sha256: result.modelSha256,
  };
}

/**
 * Reads a result from parsed JSON. Fields that it does not know are ignored.
 * @throws AsliError `result_invalid`, naming the field.
 */
export function parseResult(json: unknown): Result {
  const fields = new FieldReader(json, "result", "result_invalid");
  const outputTokens = fields.list("output_tokens").map((id) => {
    const valid = typeof id === "number" && id >>> 0 === id;
    if (!valid) throw fields.error("output_tokens", "a list of token ids");
    return id;
  });
  if (outputTokens.length > OUTPUT_TOKENS_LIMIT) {
    throw fields.error("output_tokens", `at most ${OUTPUT_TOKENS_LIMIT} ids`);
  }
  return {
    promptTokens: fields.integer("prompt_tokens", 0, 0xffffffff),
    promptHash: fields.hash("prompt_hash"),
    outputTokens: Uint32Array.from(outputTokens),
    text: fields.text("text"),
    finishReason: fields.choice("finish_reason", FINISH_REASONS),
    fingerprint: fields.base64("fingerprint"),
    kernelClass: fields.text("kernel_class"),
    modelSha256: fields.text("model_sha256"),
  };
}
