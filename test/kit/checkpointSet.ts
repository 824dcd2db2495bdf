/** Validator sets whose secret keys are known, of any size, for tests of checkpoints. */
import { bls12_381 } from "@noble/curves/bls12-381.js";
import {
  CHUNK_SLOTS,
  chunkOf,
  indexOf,
  KEY_CHUNK,
  POWER_CHUNK,
} from "../../app/checkpoint/chunks.ts";
import { type ChunkTree, chunkTree, ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import { blsPublicKey, blsRawKey, blsSign, blsSumKeys } from "../../app/lib/bls.ts";
import { fromHex } from "../../app/lib/bytes.ts";

const ORDER = bls12_381.fields.Fr.ORDER;
/** The secret of slot s is this and s: the next key is the last one and the generator. */
const FIRST_SECRET = 7_000_000_001n;

function secretBytes(secret: bigint): Uint8Array {
  return fromHex((secret % ORDER).toString(16).padStart(64, "0"));
}

function rawKeyOf(secret: bigint): Uint8Array {
  return blsRawKey(blsPublicKey(secretBytes(secret))) as Uint8Array;
}

/** The signature of a slot's key. */
export function signAt(slot: number, message: Uint8Array): Uint8Array {
  return signAll([slot], message);
}

/** The aggregate of the signatures of all `slots`, by the sum of their secrets. */
export function signAll(slots: readonly number[], message: Uint8Array): Uint8Array {
  const secret = slots.reduce((sum, slot) => sum + FIRST_SECRET + BigInt(slot), 0n);
  return blsSign(secretBytes(secret), message);
}

const generator = rawKeyOf(1n);
const keys: Uint8Array[] = [rawKeyOf(FIRST_SECRET)];

/** The raw key of a slot. */
export function keyAt(slot: number): Uint8Array {
  while (keys.length <= slot) {
    keys.push(blsSumKeys([keys.at(-1) as Uint8Array, generator]) as Uint8Array);
  }
  return keys[slot] as Uint8Array;
}

/** The chunks of power and keys in which `powers[s]` stands at slot s; 0 has no key either. */
export function chunksOf(
  powers: ReadonlyMap<number, number>,
): Map<number, { power: Uint8Array; keys: Uint8Array }> {
  const entries = new Map<number, { powers: number[]; keys: Uint8Array[] }>();
  for (const [slot, power] of powers) {
    const chunk = chunkOf(slot);
    const entry = entries.get(chunk) ?? {
      powers: new Array<number>(CHUNK_SLOTS).fill(0),
      keys: new Array<Uint8Array>(CHUNK_SLOTS).fill(new Uint8Array(KEY_CHUNK.entryBytes)),
    };
    entry.powers[indexOf(slot)] = power;
    if (power > 0) entry.keys[indexOf(slot)] = keyAt(slot);
    entries.set(chunk, entry);
  }
  return new Map(
    [...entries].map(([chunk, entry]) => [
      chunk,
      { power: POWER_CHUNK.encode(entry.powers), keys: KEY_CHUNK.encode(entry.keys) },
    ]),
  );
}

/** The trees over those chunks. */
export function treesOf(powers: ReadonlyMap<number, number>): ChunkTree[] {
  return [...chunksOf(powers)].map(([chunk, { power, keys: raw }]) => chunkTree(chunk, power, raw));
}

/** The set of an epoch of "aegis-test-1" with `powers` by slot. */
export function setOf(powers: ReadonlyMap<number, number>, epoch = 9n): ValidatorSet {
  return new ValidatorSet("aegis-test-1", epoch, treesOf(powers));
}
