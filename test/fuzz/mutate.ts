/**
 * Makes inputs out of valid ones: bits, bytes, numbers, ranges and pieces of other inputs, and
 * changes that keep what protobuf and JSON look like, so that they come past the first check.
 */
import { asBuffer } from "../../app/lib/bytes.ts";
import type { Prng } from "../kit/prng.ts";

/** Values at which numbers of a format change their form or meaning. */
const EDGES: readonly (readonly number[])[] = [
  [0],
  [1],
  [0x7f],
  [0x80, 1],
  [0xff],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80],
];
const TEXT_EDGES = ["", "0", "-1", "1e99", "18446744073709551616", "\u0000", "null", "{}", "[]"];
const RANGE_MAX = 64;
/** Inputs grow by duplication; beyond this they only cost time. */
export const INPUT_BYTES_MAX = 200_000;

function replaced(input: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array {
  return Buffer.concat([input.subarray(0, from), by, input.subarray(to)]);
}

type Change = (input: Uint8Array, random: Prng, other: Uint8Array) => Uint8Array;

function range(input: Uint8Array, random: Prng): readonly [from: number, to: number] {
  const from = random.below(input.length + 1);
  return [from, Math.min(input.length, from + 1 + random.below(RANGE_MAX))];
}

const CHANGES: readonly Change[] = [
  // One bit.
  (input, random) => {
    const changed = Uint8Array.from(input);
    const at = random.below(Math.max(1, changed.length));
    if (changed.length > 0) changed[at] = (changed[at] as number) ^ (1 << random.below(8));
    return changed;
  },
  // One byte.
  (input, random) => {
    const changed = Uint8Array.from(input);
    if (changed.length > 0) changed[random.below(changed.length)] = random.below(256);
    return changed;
  },
  // A number at an edge, in the place of a byte or between two.
  (input, random) => {
    const edge = Uint8Array.from(EDGES[random.below(EDGES.length)] ?? []);
    const at = random.below(input.length + 1);
    return replaced(input, at, Math.min(input.length, at + random.below(2)), edge);
  },
  // A range left out, doubled, or replaced by another input's.
  (input, random) => replaced(input, ...range(input, random), new Uint8Array(0)),
  (input, random) => {
    const [from, to] = range(input, random);
    return replaced(input, to, to, input.subarray(from, to));
  },
  (input, random, other) => {
    const [from, to] = range(other, random);
    return replaced(input, ...range(input, random), other.subarray(from, to));
  },
  // Cut off.
  (input, random) => input.slice(0, random.below(input.length + 1)),
  // Noise behind.
  (input, random) =>
    replaced(
      input,
      input.length,
      input.length,
      Uint8Array.from({ length: 1 + random.below(16) }, () => random.below(256)),
    ),
  // A value of a text format at an edge: between quotes, or a whole number.
  (input, random) => {
    const text = asBuffer(input).toString("latin1");
    const values = [...text.matchAll(/"[^"]{0,80}"|-?\d+/g)];
    const found = values[random.below(Math.max(1, values.length))];
    if (found === undefined) return input;
    const edge = TEXT_EDGES[random.below(TEXT_EDGES.length)] ?? "";
    const isText = found[0].startsWith('"');
    const by = isText && random.below(2) === 0 ? `"${edge}"` : edge;
    return replaced(input, found.index, found.index + found[0].length, Buffer.from(by, "latin1"));
  },
];

/** One to four changes of `input`; `other` lends pieces. */
export function mutate(input: Uint8Array, other: Uint8Array, random: Prng): Uint8Array {
  let changed = input;
  const count = 1 + random.below(4);
  for (let i = 0; i < count; i += 1) {
    const change = CHANGES[random.below(CHANGES.length)] as Change;
    changed = change(changed, random, other);
  }
  // A view of another buffer would hide reads past its end.
  return Uint8Array.from(changed.subarray(0, INPUT_BYTES_MAX));
}
