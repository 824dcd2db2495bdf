/** One line of a stream's NDJSON: written by the node, read and checked by the listener. */
import type { StreamChunk } from "../../asli/stream.ts";
import { base64, fromBase64, fromHex, hex } from "../../lib/bytes.ts";
import { StreamError } from "./error.ts";

const U32_MAX = 0xffff_ffff;
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** Tokens that one chunk may have: more than any output. */
const CHUNK_TOKENS_MAX = 65_536;

/** A chunk with what its node says to it. */
export interface SignedChunk extends StreamChunk {
  /** From 0. */
  readonly index: number;
  /** 32 bytes. */
  readonly head: Uint8Array;
  /** 64 bytes, the node's over the head. */
  readonly signature: Uint8Array;
}

/** What a line says. */
export type StreamLine =
  | { readonly chunk: SignedChunk }
  | { readonly waiting: true }
  | { readonly error: { readonly code: string; readonly message: string } };

/** The line with its end. */
export function writeLine(line: StreamLine): string {
  if (!("chunk" in line)) return `${JSON.stringify(line)}\n`;
  const { index, tokenIds, text, finishReason, head, signature } = line.chunk;
  const chunk = {
    index,
    token_ids: tokenIds,
    text,
    finish_reason: finishReason,
    head: hex(head),
    signature: base64(signature),
  };
  return `${JSON.stringify({ chunk })}\n`;
}

/** @throws StreamError malformed. */
export function readLine(text: string): StreamLine {
  try {
    const value: unknown = JSON.parse(text);
    const line = fields(value);
    if (line["waiting"] === true) return { waiting: true };
    if (line["error"] !== undefined) {
      const { code, message } = fields(line["error"]);
      return { error: { code: textOf(code), message: textOf(message) } };
    }
    return { chunk: chunkOf(fields(line["chunk"])) };
  } catch (error) {
    if (error instanceof StreamError) throw error;
    throw new StreamError("malformed", "a line is not JSON of the stream's form");
  }
}

function chunkOf(chunk: Readonly<Record<string, unknown>>): SignedChunk {
  const tokenIds = chunk["token_ids"];
  const head = fromHex(textOf(chunk["head"]));
  const signature = fromBase64(textOf(chunk["signature"]));
  if (!Array.isArray(tokenIds) || tokenIds.length > CHUNK_TOKENS_MAX) throw malformed("token_ids");
  if (head.length !== 32) throw malformed("head");
  if (signature.length !== 64) throw malformed("signature");
  return {
    index: numberOf(chunk["index"]),
    tokenIds: tokenIds.map(numberOf),
    text: textOf(chunk["text"]),
    finishReason: numberOf(chunk["finish_reason"]),
    head,
    signature,
  };
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw malformed("an object");
  return value as Record<string, unknown>;
}

function textOf(value: unknown): string {
  // Half a character has no UTF-8, so it could not be hashed as it is.
  if (typeof value !== "string" || LONE_SURROGATE.test(value)) throw malformed("text");
  return value;
}

function numberOf(value: unknown): number {
  const isRight = typeof value === "number" && Number.isInteger(value);
  if (!isRight || value < 0 || value > U32_MAX) throw malformed("a number");
  return value;
}

function malformed(what: string): StreamError {
  return new StreamError("malformed", `a line of the stream is malformed: ${what}`);
}
