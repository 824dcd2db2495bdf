/**
 * Bitfields over slots: slot s is bit s mod 8, lowest first, of byte ⌊s / 8⌋. A bitfield has just
 * the bytes that its slots need, and the bits after its last slot are 0.
 */
import { assert } from "../lib/assert.ts";

export type BitfieldFault = "bitfield_length" | "bitfield_padding";

/** Bytes of a bitfield over `slots` slots. */
export function bitfieldBytes(slots: number): number {
  return Math.ceil(slots / 8);
}

/** What is wrong with `bits` as a bitfield over `slots` slots. */
export function bitfieldFault(bits: Uint8Array, slots: number): BitfieldFault | undefined {
  if (bits.length !== bitfieldBytes(slots)) return "bitfield_length";
  const used = slots % 8;
  if (used !== 0 && (bits[bits.length - 1] as number) >> used !== 0) return "bitfield_padding";
  return undefined;
}

/** A bitfield over `slots` slots in which `ones`, in any order, are set. */
export function bitfieldOf(slots: number, ones: Iterable<number>): Uint8Array {
  const bits = new Uint8Array(bitfieldBytes(slots));
  for (const slot of ones) {
    assert(Number.isInteger(slot) && slot >= 0 && slot < slots, "a slot of the bitfield");
    bits[slot >> 3] = (bits[slot >> 3] as number) | (1 << (slot & 7));
  }
  return bits;
}

/** Whether `slot` is set; false beyond the bitfield. */
export function hasBit(bits: Uint8Array, slot: number): boolean {
  return (((bits[slot >> 3] ?? 0) >> (slot & 7)) & 1) === 1;
}

/** How many bits are set. */
export function countOnes(bits: Uint8Array): number {
  const words = new DataView(bits.buffer, bits.byteOffset, bits.length);
  const whole = bits.length - (bits.length % 4);
  let count = 0;
  for (let at = 0; at < whole; at += 4) count += onesOfWord(words.getInt32(at, true));
  for (let at = whole; at < bits.length; at += 1) count += onesOfWord(bits[at] as number);
  return count;
}

/** Sums of ever more neighbouring bits, side by side in one word. */
function onesOfWord(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The slots that are set, ascending. */
export function onesOf(bits: Uint8Array): number[] {
  const ones: number[] = [];
  for (let at = 0; at < bits.length; at += 1) {
    for (let rest = bits[at] as number; rest !== 0; rest &= rest - 1) {
      ones.push(at * 8 + 31 - Math.clz32(rest & -rest));
    }
  }
  return ones;
}

/** Whether a slot is set in both, which have the same length. */
export function overlap(a: Uint8Array, b: Uint8Array): boolean {
  assert(a.length === b.length, "bitfields over the same slots");
  return a.some((byte, at) => (byte & (b[at] as number)) !== 0);
}

/** The slots that are set in `a` or in `b`, which have the same length. */
export function union(a: Uint8Array, b: Uint8Array): Uint8Array {
  assert(a.length === b.length, "bitfields over the same slots");
  return a.map((byte, at) => byte | (b[at] as number));
}
