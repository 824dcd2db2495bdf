/**
 * Partials: an aggregate signature of a checkpoint and a bitfield over the slots that signed it.
 * They are verified against a whole validator set by one pairing, and disjoint ones are merged.
 */
import { assert } from "../lib/assert.ts";
import { blsAggregate, blsSumKeys, blsVerifyRaw } from "../lib/bls.ts";
import {
  type BitfieldFault,
  bitfieldFault,
  countOnes,
  hasBit,
  onesOf,
  overlap,
  union,
} from "./bitfield.ts";
import { CHUNK_SLOTS, chunkOf } from "./chunks.ts";
import type { SlotReader } from "./validatorSet.ts";

const CHUNK_BITFIELD_BYTES = CHUNK_SLOTS / 8;

export interface PartialSignature {
  /** Bitfield over the slots of the validator set. */
  readonly signers: Uint8Array;
  readonly signature: Uint8Array;
}

export type PartialFault =
  | BitfieldFault
  /** Nobody signed. */
  | "no_signers"
  /** A bit stands for a slot that does not belong to the set. */
  | "not_a_member"
  | "bad_signature";

export interface SignedPower {
  readonly ok: true;
  readonly power: number;
}

export interface PartialRefusal {
  readonly ok: false;
  readonly fault: PartialFault;
}

/** The power that signed `message`, if `partial` is right. Takes about 1 µs per key and 1 ms. */
export function verifyPartial(
  set: SlotReader,
  message: Uint8Array,
  { signers, signature }: PartialSignature,
): SignedPower | PartialRefusal {
  const malformed = bitfieldFault(signers, set.slots);
  if (malformed !== undefined) return { ok: false, fault: malformed };
  const terms = new Terms();
  for (let chunk = 0; chunk * CHUNK_BITFIELD_BYTES < signers.length; chunk += 1) {
    if (!addChunk(terms, set, chunk, signers)) return { ok: false, fault: "not_a_member" };
  }
  if (terms.power === 0) return { ok: false, fault: "no_signers" };
  const key = blsSumKeys(terms.plus, terms.minus);
  assert(key !== undefined, "keys in state are on the curve");
  if (!blsVerifyRaw(key, message, signature)) return { ok: false, fault: "bad_signature" };
  return { ok: true, power: terms.power };
}

/** What the signers' power and key are the sums of. */
class Terms {
  power = 0;
  readonly plus: Uint8Array[] = [];
  readonly minus: Uint8Array[] = [];
}

/** Adds the signers of one chunk, by the shorter way; false when one is not a member. */
function addChunk(terms: Terms, set: SlotReader, chunk: number, signers: Uint8Array): boolean {
  const from = chunk * CHUNK_BITFIELD_BYTES;
  const bits = signers.subarray(from, from + CHUNK_BITFIELD_BYTES);
  const count = countOnes(bits);
  if (count === 0) return true;
  const first = chunk * CHUNK_SLOTS;
  const members = set.sumsOf(chunk)?.members ?? 0;
  if (2 * count > members) return addAllButAbsent(terms, set, first, bits);
  for (const index of onesOf(bits)) {
    const power = set.powerOf(first + index);
    if (power === 0) return false;
    terms.power += power;
    terms.plus.push(set.keyOf(first + index));
  }
  return true;
}

function addAllButAbsent(terms: Terms, set: SlotReader, first: number, bits: Uint8Array): boolean {
  const sums = set.sumsOf(chunkOf(first));
  if (sums === undefined) return false;
  terms.power += sums.power;
  terms.plus.push(sums.key);
  for (let index = 0; index < CHUNK_SLOTS; index += 1) {
    const power = set.powerOf(first + index);
    const signed = hasBit(bits, index);
    if (signed && power === 0) return false;
    if (signed || power === 0) continue;
    terms.power -= power;
    terms.minus.push(set.keyOf(first + index));
  }
  return true;
}

/** Both partials, of one message and over one set, as one; undefined when a slot signed both. */
export function mergePartials(
  a: PartialSignature,
  b: PartialSignature,
): PartialSignature | undefined {
  if (overlap(a.signers, b.signers)) return undefined;
  const signature = blsAggregate([a.signature, b.signature]);
  return signature && { signers: union(a.signers, b.signers), signature };
}
