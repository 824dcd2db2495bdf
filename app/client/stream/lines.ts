/** Lines of a stream: bytes to JSON objects, bounded, one at a time. */
import { fromBase64, fromHex } from "../../lib/bytes.ts";
import { StreamError } from "./error.ts";

/** Bytes of one line; a chunk is about 300. */
const LINE_BYTES_MAX = 65_536;
const LINE_END = 10;
const TOKEN_ID_MAX = 0xffffffff;
const FINISH_REASON_MAX = 3;

/** A chunk as it came; nothing about it is verified yet. */
export interface SentChunk {
  readonly index: number;
  readonly tokenIds: readonly number[];
  readonly text: string;
  readonly finishReason: number;
  readonly head: Uint8Array;
  readonly signature: Uint8Array;
}

/** What one line says. */
export type StreamLine =
  | { readonly kind: "chunk"; readonly chunk: SentChunk }
  | { readonly kind: "waiting" }
  | { readonly kind: "error"; readonly code: string; readonly message: string };

/**
 * Takes bytes as they come and gives whole lines.
 * @throws StreamError `malformed` from `add`.
 */
export class LineSplitter {
  private rest: Uint8Array = new Uint8Array(0);

  add(bytes: Uint8Array): string[] {
    const joined = new Uint8Array(this.rest.length + bytes.length);
    joined.set(this.rest);
    joined.set(bytes, this.rest.length);
    const lines: string[] = [];
    let from = 0;
    for (;;) {
      const end = joined.indexOf(LINE_END, from);
      const length = (end < 0 ? joined.length : end) - from;
      if (length > LINE_BYTES_MAX) throw malformed("a line is too long");
      if (end < 0) break;
      if (length > 0) lines.push(textOf(joined.subarray(from, end)));
      from = end + 1;
    }
    this.rest = joined.slice(from);
    return lines;
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw malformed("a line is not UTF-8", error);
  }
}

function malformed(what: string, cause?: unknown): StreamError {
  return new StreamError("malformed", what, { cause });
}

/** Reads a line. @throws StreamError `malformed`. */
export function parseLine(line: string): StreamLine {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    throw malformed("a line is not JSON", error);
  }
  const { chunk, waiting, error } = recordOf(json, "a line");
  if (waiting === true) return { kind: "waiting" };
  if (error !== undefined) {
    const { code, message } = recordOf(error, "error");
    return { kind: "error", code: shortText(code), message: shortText(message) };
  }
  return { kind: "chunk", chunk: chunkOf(recordOf(chunk, "chunk")) };
}

function chunkOf(fields: Readonly<Record<string, unknown>>): SentChunk {
  const { index, token_ids: ids, text, finish_reason: reason, head, signature } = fields;
  if (!Array.isArray(ids)) throw malformed("token_ids is a list");
  if (typeof text !== "string" || !isWellFormed(text)) throw malformed("text is not a text");
  return {
    index: integer(index, TOKEN_ID_MAX, "index"),
    tokenIds: ids.map((id) => integer(id, TOKEN_ID_MAX, "token_ids")),
    text,
    finishReason: integer(reason, FINISH_REASON_MAX, "finish_reason"),
    head: bytesOf(head, fromHex, 32, "head"),
    signature: bytesOf(signature, fromBase64, 64, "signature"),
  };
}

/** Lone surrogates have no bytes: what is hashed would not be what is shown. */
function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

function recordOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw malformed(`${name} is not an object`);
  }
  return value as Readonly<Record<string, unknown>>;
}

function integer(value: unknown, most: number, name: string): number {
  const isRight = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
  if (!isRight) throw malformed(`${name} is not an integer up to ${most}`);
  return value as number;
}

function bytesOf(
  value: unknown,
  decode: (text: string) => Uint8Array,
  length: number,
  name: string,
): Uint8Array {
  try {
    const bytes = decode(value as string);
    if (typeof value === "string" && bytes.length === length) return bytes;
  } catch (error) {
    throw malformed(`${name} is not encoded as it should be`, error);
  }
  throw malformed(`${name} has ${length} bytes`);
}

/** A stranger's words, for a message. */
function shortText(value: unknown): string {
  return typeof value === "string" ? value.replace(/[^\x20-\x7e]/g, "?").slice(0, 200) : "";
}
