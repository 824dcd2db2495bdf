/**
 * Gumbel noise: a number for each seed, position and token id that nobody can choose, so that the
 * best of (score + noise) is a fair draw which anybody can repeat at any position alone.
 */
import { assert } from "../lib/assert.ts";
import { preimage, sha256Latin1 } from "../lib/bytes.ts";
import { GUMBEL_MAX, gumbel, gumbelBound } from "./fixedPoint.ts";

/**
 * Noise in 1/2^16 nat for a position and a token id; both count from 0. Noise below `least` may
 * come out as any other number below it: who asks whether a candidate can win at all saves most of
 * the work.
 */
export type Noise = (position: number, token: number, least?: number) => number;

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
  return (position, token, least = Number.NEGATIVE_INFINITY) => {
    assert(position >>> 0 === position && token >>> 0 === token, "position and token are uint32");
    if (least > GUMBEL_MAX) return GUMBEL_MAX;
    view.setUint32(positionAt, position);
    view.setUint32(tokenAt, token);
    const digest = sha256Latin1(bytes);
    const high = uint32At(digest, 0);
    const bound = gumbelBound(high);
    return bound < least ? bound : gumbel(high, uint32At(digest, 4));
  };
}

function uint32At(digest: string, at: number): number {
  const upper = (digest.charCodeAt(at) << 8) | digest.charCodeAt(at + 1);
  const lower = (digest.charCodeAt(at + 2) << 8) | digest.charCodeAt(at + 3);
  return ((upper << 16) | lower) >>> 0;
}
