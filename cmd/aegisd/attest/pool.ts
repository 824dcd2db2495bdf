/**
 * Signatures of one checkpoint that were collected. Everything in it was verified. Single ones are
 * kept one per slot, aggregates up to a number, and each must bring a slot that nothing else has:
 * so whoever sends cannot fill the memory. Sums are kept per chunk, so that telling what was
 * collected costs some 40 ms, not the seconds that adding 48,000 signatures takes.
 */
import {
  bitfieldOf,
  countOnes,
  hasBit,
  onesOf,
  overlap,
  union,
} from "../../../app/checkpoint/bitfield.ts";
import { CHUNK_SLOTS, chunkOf, indexOf } from "../../../app/checkpoint/chunks.ts";
import {
  mergePartials,
  type PartialFault,
  type PartialSignature,
  verifyPartial,
} from "../../../app/checkpoint/partial.ts";
import type { ValidatorSet } from "../../../app/checkpoint/validatorSet.ts";
import { blsAggregate } from "../../../app/lib/bls.ts";
import { EMPTY_BYTES, equalBytes } from "../../../app/lib/bytes.ts";

/** Aggregates kept of one checkpoint: at 6 KB each, 400 KB. */
const AGGREGATES_MAX = 64;
const CHUNK_BYTES = CHUNK_SLOTS / 8;

/** Why a partial was not taken. */
export type PoolRefusal =
  | PartialFault
  /** All of its signers are known. */
  | "nothing_new"
  /** It is an aggregate, and there are too many already. */
  | "too_many_aggregates";

export type Added =
  | { readonly ok: true; readonly newSigners: number }
  | { readonly ok: false; readonly refusal: PoolRefusal };

/** Single signatures of one chunk and their sum, which grows with them. */
class Bucket {
  readonly signatures = new Map<number, Uint8Array>();
  private sum: PartialSignature | undefined;
  /** Bitfield of what `sum` leaves out, of this chunk alone; undefined before the first sum. */
  private without: Uint8Array | undefined;

  add(slot: number, signature: Uint8Array, slots: number): void {
    this.signatures.set(slot, signature);
    if (this.without === undefined || hasBit(this.without, indexOf(slot))) return;
    const one = { signers: bitfieldOf(slots, [slot]), signature };
    this.sum = this.sum === undefined ? one : mergePartials(this.sum, one);
    // Keys that cancel out leave no sum: it is made anew.
    if (this.sum === undefined) this.without = undefined;
  }

  /** The sum of those that are not in `taken`, a bitfield over `slots`. */
  sumWithout(taken: Uint8Array, slots: number): PartialSignature | undefined {
    const [first] = this.signatures.keys();
    const from = chunkOf(first as number) * CHUNK_BYTES;
    const without = taken.slice(from, from + CHUNK_BYTES);
    if (this.without !== undefined && equalBytes(without, this.without)) return this.sum;
    const left = [...this.signatures].filter(([slot]) => !hasBit(taken, slot));
    const signature = blsAggregate(left.map(([, one]) => one));
    const signers = left.map(([slot]) => slot);
    this.sum = signature && { signers: bitfieldOf(slots, signers), signature };
    this.without = without;
    return this.sum;
  }
}

/** How many of `bits` are not in `known`. */
function countFresh(bits: Uint8Array, known: Uint8Array): number {
  return countOnes(bits.map((byte, at) => byte & ~(known[at] as number)));
}

export class Pool {
  private readonly buckets = new Map<number, Bucket>();
  private aggregates: PartialSignature[] = [];
  private readonly set: ValidatorSet;
  private readonly message: Uint8Array;
  private known: Uint8Array;

  /** Of signatures of `message` by members of `set`. */
  constructor(set: ValidatorSet, message: Uint8Array) {
    this.set = set;
    this.message = message;
    this.known = bitfieldOf(set.slots, []);
  }

  /** Takes `partial` when it is right and brings somebody. Cheap refusals come first. */
  add(partial: PartialSignature): Added {
    const { signers } = partial;
    if (signers.length !== this.known.length) return { ok: false, refusal: "bitfield_length" };
    const [only] = countOnes(signers) === 1 ? onesOf(signers) : [];
    const fresh = countFresh(signers, this.known);
    // A signature alone is of use beside an aggregate that has it.
    const isKnown = only === undefined ? fresh === 0 : this.has(only);
    if (isKnown && countOnes(signers) > 0) return { ok: false, refusal: "nothing_new" };
    const others = this.aggregates.filter((one) => countFresh(one.signers, signers) > 0);
    if (only === undefined && others.length >= AGGREGATES_MAX) {
      return { ok: false, refusal: "too_many_aggregates" };
    }
    const verified = verifyPartial(this.set, this.message, partial);
    if (!verified.ok) return { ok: false, refusal: verified.fault };
    if (only === undefined) this.aggregates = [...others, partial];
    else this.bucketOf(only).add(only, partial.signature, this.set.slots);
    this.known = union(this.known, signers);
    return { ok: true, newSigners: fresh };
  }

  private bucketOf(slot: number): Bucket {
    const bucket = this.buckets.get(chunkOf(slot)) ?? new Bucket();
    this.buckets.set(chunkOf(slot), bucket);
    return bucket;
  }

  /** Whether the signature of `slot` is here, alone. */
  has(slot: number): boolean {
    return this.single(slot) !== undefined;
  }

  /** The signature of `slot` alone. */
  single(slot: number): PartialSignature | undefined {
    const signature = this.buckets.get(chunkOf(slot))?.signatures.get(slot);
    return signature && { signers: bitfieldOf(this.set.slots, [slot]), signature };
  }

  /**
   * One partial of as much as can be merged and has no signer of `without`, a bitfield over the
   * same set or empty: the largest aggregates first, then single signatures.
   */
  merged(without: Uint8Array = EMPTY_BYTES): PartialSignature | undefined {
    const { slots } = this.set;
    let taken = without.length === 0 ? bitfieldOf(slots, []) : without;
    let signers = bitfieldOf(slots, []);
    const signatures: Uint8Array[] = [];
    const take = (partial: PartialSignature): void => {
      taken = union(taken, partial.signers);
      signers = union(signers, partial.signers);
      signatures.push(partial.signature);
    };
    const largestFirst = [...this.aggregates].sort(
      (a, b) => countOnes(b.signers) - countOnes(a.signers),
    );
    for (const partial of largestFirst) if (!overlap(taken, partial.signers)) take(partial);
    for (const bucket of this.buckets.values()) {
      const sum = bucket.sumWithout(taken, slots);
      if (sum !== undefined) take(sum);
    }
    const signature = blsAggregate(signatures);
    return signature && { signers, signature };
  }

  /** The power of the signers of a bitfield over the set. */
  powerOf(signers: Uint8Array): number {
    return onesOf(signers).reduce((sum, slot) => sum + this.set.powerOf(slot), 0);
  }
}
