/**
 * What a stream is: requests for it, the chain of its chunks, and whether it differs from a result.
 * Chain, node and listener compute the same here; free of Node, because a listener may be a page.
 */
import { hashOf } from "../lib/bytes.ts";

/** Which stream: one node's of one attempt of a calculation. */
export interface StreamName {
  readonly chainId: string;
  /** 32 bytes. */
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  /** Address of the node that streams, 20 bytes. */
  readonly node: Uint8Array;
}

/** One piece of it. */
export interface StreamChunk {
  readonly tokenIds: readonly number[];
  /** What it adds to the text. */
  readonly text: string;
  /** Number on the chain; 0 but in the last chunk. */
  readonly finishReason: number;
}

/** What was committed to, as far as a stream shows it. */
export interface StreamedResult {
  readonly tokenIds: readonly number[];
  readonly text: string;
  readonly finishReason: number;
}

/**
 * What the task's stream key signs: `SHA-256("aegis/stream-request/v1" ‖ chain_id ‖ task_hash ‖
 * calculation ‖ attempt ‖ node ‖ expires_ms)`.
 */
export function streamRequestDigest(name: StreamName, expiresMs: number): Uint8Array {
  return hashOf(
    { domain: "aegis/stream-request/v1" },
    { text: name.chainId },
    { hash: name.taskHash },
    { integer: name.calculation },
    { integer: name.attempt },
    { address: name.node },
    { integer: expiresMs },
  );
}

/**
 * What the first chunk stands on: `SHA-256("aegis/stream/v1" ‖ chain_id ‖ task_hash ‖ calculation ‖
 * attempt ‖ node)`.
 */
export function streamStart(name: StreamName): Uint8Array {
  return hashOf(
    { domain: "aegis/stream/v1" },
    { text: name.chainId },
    { hash: name.taskHash },
    { integer: name.calculation },
    { integer: name.attempt },
    { address: name.node },
  );
}

/**
 * The head after one more chunk, which the node's key signs: `SHA-256("aegis/stream-chunk/v1" ‖
 * head before ‖ token ids as uint32 little-endian ‖ text ‖ finish_reason)`.
 */
export function chunkHead(before: Uint8Array, chunk: StreamChunk): Uint8Array {
  const ids = new Uint8Array(chunk.tokenIds.length * 4);
  const view = new DataView(ids.buffer);
  for (const [at, id] of chunk.tokenIds.entries()) view.setUint32(at * 4, id, true);
  return hashOf(
    { domain: "aegis/stream-chunk/v1" },
    { hash: before },
    { bytes: ids },
    { text: chunk.text },
    { integer: chunk.finishReason },
  );
}

/** The head after all of `chunks`. */
export function streamHead(name: StreamName, chunks: readonly StreamChunk[]): Uint8Array {
  return chunks.reduce(chunkHead, streamStart(name));
}

/** Whether `chunks` are not the beginning of `result`, or not all of it although they end. */
export function streamDiffers(chunks: readonly StreamChunk[], result: StreamedResult): boolean {
  let tokens = 0;
  let characters = 0;
  let hasEnded = false;
  for (const { tokenIds, text, finishReason } of chunks) {
    if (hasEnded) return true;
    if (tokenIds.some((id, at) => id !== result.tokenIds[tokens + at])) return true;
    if (!result.text.startsWith(text, characters)) return true;
    tokens += tokenIds.length;
    characters += text.length;
    if (finishReason === 0) continue;
    hasEnded = true;
    const isWhole = tokens === result.tokenIds.length && characters === result.text.length;
    if (!isWhole || finishReason !== result.finishReason) return true;
  }
  return false;
}
