/**
 * Gumbel noise: a number for each seed, position and token id that nobody can choose, so that the
 * best of (score + noise) is a fair draw which anybody can repeat at any position alone.
 */
import { assert } from "../lib/assert.ts";
import { preimage, sha256 } from "../lib/bytes.ts";
import { gumbel } from "./fixedPoint.ts";

/** Noise in 1/2^16 nat for a position and a token id; both count from 0. */
export type Noise = (position: number, token: number) => number;

/** The noise of `seed` (32 bytes): `SHA-256("aegis/gumbel/v1" ‖ seed ‖ position ‖ token id)`. */
export function gumbelNoise(seed: Uint8Array): Noise {
  // The preimage is laid out once and only its two integers are rewritten: 64 of these per token.
  const bytes = preimage(
    { domain: "aegis/gumbel/v1" },
    { hash: seed },
    { integer: 0 },
    { integer: 0 },
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const positionAt = bytes.length - 12;
  const tokenAt = bytes.length - 4;
  return (position, token) => {
    assert(position >>> 0 === position && token >>> 0 === token, "position and token are uint32");
    view.setUint32(positionAt, position);
    view.setUint32(tokenAt, token);
    const digest = sha256(bytes);
    return gumbel(uint32At(digest, 0), uint32At(digest, 4));
  };
}

function uint32At(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
