/** Requests for a stream: made with the key that a task names, and checked by the node. */
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { streamRequestDigest, type StreamName } from "../../asli/stream.ts";
import { base64, hex } from "../../lib/bytes.ts";

/** A request is good for so long; a node accepts at most twice as much. */
const REQUEST_VALID_MS = 300_000;

/** Where a node serves its streams, after its endpoint. */
export const STREAM_PATH = "/aegis/v1/stream";

/** The key of one task's stream: its sender makes a new one for each task. */
export interface StreamKey {
  /** 32 bytes. */
  readonly secret: Uint8Array;
  /** Compressed, 33 bytes: what the task names. */
  readonly publicKey: Uint8Array;
}

/** JSON of a request. */
export interface StreamRequest {
  /** Hex. */
  readonly task_hash: string;
  readonly calculation: number;
  readonly attempt: number;
  readonly expires_ms: number;
  /** Base64 of 64 bytes, r ‖ s with low s. */
  readonly signature: string;
}

/** A new key, from the platform's randomness. */
export function newStreamKey(): StreamKey {
  return streamKeyOf(secp256k1.utils.randomSecretKey());
}

/**
 * The key of a secret.
 * @throws Error when it is not a secp256k1 secret key of 32 bytes.
 */
export function streamKeyOf(secret: Uint8Array): StreamKey {
  return { secret, publicKey: secp256k1.getPublicKey(secret, true) };
}

/** A request for the stream `name`, signed at `nowMs`. */
export function signRequest(name: StreamName, key: StreamKey, nowMs: number): StreamRequest {
  const expires = nowMs + REQUEST_VALID_MS;
  const digest = streamRequestDigest(name, expires);
  const signature = secp256k1.sign(digest, key.secret, { prehash: false, lowS: true });
  return {
    task_hash: hex(name.taskHash),
    calculation: name.calculation,
    attempt: name.attempt,
    expires_ms: expires,
    signature: base64(signature),
  };
}

/** Whether `signature` (64 bytes, low s) is `publicKey`'s over `digest`. Never throws. */
export function isSignedBy(
  publicKey: Uint8Array,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return secp256k1.verify(signature, digest, publicKey, { prehash: false, lowS: true });
  } catch {
    // A key or signature of another length or off the curve.
    return false;
  }
}
