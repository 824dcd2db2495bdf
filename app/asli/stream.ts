/**
 * Streams of answers: what a listener signs, the chain of heads that a node signs, and whether what
 * was streamed is the result (README.md, "Streams").
 */
import { hashOf, type PreimagePart } from "../lib/bytes.ts";

/** What one node streams: an attempt of a calculation. */
export interface StreamName {
  readonly chainId: string;
  /** 32 bytes. */
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  /** The 20 bytes of the node's address. */
  readonly node: Uint8Array;
}

/** A part of a stream, as it is hashed. */
export interface StreamPart {
  readonly tokenIds: readonly number[];
  /** What it adds to the text. */
  readonly text: string;
  /** 0 but in the last part: `FinishReason` of `aegis.tasks.v1`. */
  readonly finishReason: number;
}

/** A whole output that a stream is compared with. */
export type StreamedResult = StreamPart;

function named(domain: string, name: StreamName): PreimagePart[] {
  return [
    { domain },
    { text: name.chainId },
    { hash: name.taskHash },
    { integer: name.calculation },
    { integer: name.attempt },
    { address: name.node },
  ];
}

/** What a listener signs with the task's stream key; `expiresMs` in milliseconds since 1970. */
export function streamRequestDigest(name: StreamName, expiresMs: bigint | number): Uint8Array {
  return hashOf(...named("aegis/stream-request/v1", name), { integer: expiresMs });
}

/** The head before the first chunk. */
export function firstHead(name: StreamName): Uint8Array {
  return hashOf(...named("aegis/stream/v1", name));
}

/** The head after `part`: what the node signs with it. `tokenIds` are below 2^32. */
export function nextHead(head: Uint8Array, part: StreamPart): Uint8Array {
  const ids = new Uint8Array(part.tokenIds.length * 4);
  const view = new DataView(ids.buffer);
  for (const [at, id] of part.tokenIds.entries()) view.setUint32(at * 4, id, true);
  return hashOf(
    { domain: "aegis/stream-chunk/v1" },
    { hash: head },
    { bytes: ids },
    { text: part.text },
    { integer: part.finishReason },
  );
}

/** The head after all of `parts`. */
export function lastHead(name: StreamName, parts: readonly StreamPart[]): Uint8Array {
  let head = firstHead(name);
  for (const part of parts) head = nextHead(head, part);
  return head;
}

/** How a stream is not its result. */
export type StreamFault = "tokens" | "text" | "incomplete" | "finish_reason" | "after_end";

/** What is wrong with a stream of `parts` whose result is `result`; undefined when it is right. */
export function streamFault(
  parts: readonly StreamPart[],
  result: StreamedResult,
): StreamFault | undefined {
  let tokens = 0;
  let textAt = 0;
  for (const [at, part] of parts.entries()) {
    for (const id of part.tokenIds) {
      if (result.tokenIds[tokens] !== id) return "tokens";
      tokens += 1;
    }
    if (!result.text.startsWith(part.text, textAt)) return "text";
    textAt += part.text.length;
    if (part.finishReason !== 0 && at < parts.length - 1) return "after_end";
  }
  const reason = parts.at(-1)?.finishReason ?? 0;
  if (reason === 0) return undefined;
  const isWhole = tokens === result.tokenIds.length && textAt === result.text.length;
  if (!isWhole) return "incomplete";
  return reason === result.finishReason ? undefined : "finish_reason";
}
