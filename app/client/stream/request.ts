/** The request of a listener, signed with the task's stream key. */
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { type StreamName, streamRequestDigest } from "../../asli/stream.ts";
import { addressBytes } from "../../lib/address.ts";
import { base64, hex } from "../../lib/bytes.ts";
import type { StreamTask } from "./types.ts";

/** Where a node serves streams, below its endpoint. */
export const STREAM_PATH = "/aegis/v1/stream";

/** How long a request is good for, in milliseconds; nodes take at most ten minutes. */
const REQUEST_MS = 300_000;

/** A key pair that opens the stream of a task. */
export interface StreamKey {
  /** 32 bytes. Whoever has it can listen, and nothing else. */
  readonly secret: Uint8Array;
  /** `TaskRequest.stream_key`: 33 bytes. */
  readonly publicKey: Uint8Array;
}

/** A new key, from the platform's random source. One task, one key. */
export function newStreamKey(): StreamKey {
  const { secretKey: secret, publicKey } = secp256k1.keygen();
  return { secret, publicKey };
}

/** JSON body of a request. */
export interface StreamRequestBody {
  readonly task_hash: string;
  readonly calculation: number;
  readonly attempt: number;
  readonly expires_ms: number;
  readonly signature: string;
}

/** The name of what `node` streams of `task`. @throws RangeError when it is no address. */
export function streamName(task: StreamTask, node: string): StreamName {
  return { ...task, node: addressBytes(node) };
}

/**
 * The request for what `node` streams of `task`. `nowMs` is the time, in milliseconds since 1970.
 * @throws Error when `secret` is not a secp256k1 key.
 */
export function streamRequest(
  task: StreamTask,
  node: string,
  secret: Uint8Array,
  nowMs: number,
): StreamRequestBody {
  const expires = nowMs + REQUEST_MS;
  const digest = streamRequestDigest(streamName(task, node), expires);
  return {
    task_hash: hex(task.taskHash),
    calculation: task.calculation,
    attempt: task.attempt,
    expires_ms: expires,
    signature: base64(secp256k1.sign(digest, secret, { prehash: false })),
  };
}
