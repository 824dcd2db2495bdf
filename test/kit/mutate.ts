/** Damage to bytes, by a reproducible sequence of numbers. */
import type { Prng } from "./prng.ts";

/** One way to damage bytes. The result may be equal to the input: the caller looks. */
export type Mutation = (bytes: Uint8Array, random: Prng) => Uint8Array;

function changed(bytes: Uint8Array, at: number, to: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = to;
  return copy;
}

function without(bytes: Uint8Array, at: number, length: number): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
}

function withInserted(bytes: Uint8Array, at: number, more: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, at), ...more, ...bytes.subarray(at)]);
}

/** Two stretches of equal length that do not overlap change places. */
function swapped(bytes: Uint8Array, random: Prng): Uint8Array {
  const length = 1 + random.below(Math.min(32, bytes.length >> 1));
  const a = random.below(bytes.length - 2 * length + 1);
  const b = a + length + random.below(bytes.length - a - 2 * length + 1);
  const copy = bytes.slice();
  copy.set(bytes.subarray(b, b + length), a);
  copy.set(bytes.subarray(a, a + length), b);
  return copy;
}

/** Ways to damage bytes, by name. They need at least two bytes. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "one bit flipped": (bytes, random) => {
    const at = random.below(bytes.length);
    return changed(bytes, at, (bytes[at] as number) ^ (1 << random.below(8)));
  },
  "one byte changed": (bytes, random) =>
    changed(bytes, random.below(bytes.length), random.below(256)),
  "bytes deleted": (bytes, random) =>
    without(bytes, random.below(bytes.length), 1 + random.below(8)),
  "bytes inserted": (bytes, random) => {
    const more = Uint8Array.from({ length: 1 + random.below(8) }, () => random.below(256));
    return withInserted(bytes, random.below(bytes.length + 1), more);
  },
  "bytes repeated": (bytes, random) => {
    const at = random.below(bytes.length);
    return withInserted(bytes, at, bytes.subarray(at, at + 1 + random.below(32)));
  },
  "parts swapped": swapped,
  truncated: (bytes, random) => bytes.slice(0, random.below(bytes.length)),
};

/** Every single-byte change that flips one bit, of every position once. */
export function* eachByteChanged(bytes: Uint8Array): IterableIterator<Uint8Array> {
  for (const [at, byte] of bytes.entries()) yield changed(bytes, at, byte ^ (1 << (at % 8)));
}
