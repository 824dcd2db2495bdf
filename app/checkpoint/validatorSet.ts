/**
 * The validator set of an epoch and its commitment. A slot belongs to the set when it has power and
 * a BLS key: who cannot sign has no part in the total that two thirds are taken of. Trees over
 * chunks never change, so that sets share those in which nothing happened.
 */
import { assert } from "../lib/assert.ts";
import { BLS_NO_KEY, BLS_RAW_KEY_BYTES, blsSumKeys } from "../lib/bls.ts";
import { EMPTY_BYTES, equalBytes, hashOf } from "../lib/bytes.ts";
import { CHUNK_SLOTS, CHUNKS_MAX, chunkOf, indexOf, KEY_CHUNK, POWER_CHUNK } from "./chunks.ts";
import {
  EMPTY_NODE,
  emptyTree,
  HASH_BYTES,
  hashLeafInto,
  type Leaf,
  nodeOf,
  rehash,
  type TreeNodes,
} from "./merkle.ts";

const COMMITMENT_DOMAIN = "aegis/validator-set/v1";
/** Chunks are padded to a power of two. */
const TOP_LEAVES = 256;
const TOP_DEPTH = 8;
/** Levels below the root of the whole tree. */
export const TREE_DEPTH = 16;

/** What the set has in one chunk, added up. */
export interface ChunkSums {
  /** Slots that belong to the set. */
  readonly members: number;
  readonly power: number;
  /** Sum of the members' keys. */
  readonly key: Uint8Array;
}

/** A chunk of the set with its part of the Merkle tree. */
export interface ChunkTree {
  /** Number of the chunk. */
  readonly chunk: number;
  /** Power by index, 0 where nobody belongs to the set. */
  readonly powers: readonly number[];
  /** The power and key chunks that it was made of; a key where the power is 0 means nothing. */
  readonly power: Uint8Array;
  readonly keys: Uint8Array;
  readonly sums: ChunkSums;
  readonly nodes: TreeNodes;
}

function keyAt(keys: Uint8Array, index: number): Uint8Array {
  return keys.subarray(index * BLS_RAW_KEY_BYTES, (index + 1) * BLS_RAW_KEY_BYTES);
}

/**
 * The tree over the power chunk `power` and the key chunk `keys`, which must not change any more.
 * With `before`, an earlier tree over the same chunk, only what differs is computed.
 */
export function chunkTree(
  chunk: number,
  power: Uint8Array,
  keys: Uint8Array,
  before: ChunkTree = emptyChunkTree(chunk),
): ChunkTree {
  assert(keys.length === CHUNK_SLOTS * KEY_CHUNK.entryBytes, "a key chunk has 256 keys");
  // Most chunks are as they were, and comparing bytes is much less than decoding them.
  if (equalBytes(power, before.power) && equalBytes(keys, before.keys)) return before;
  const powers = POWER_CHUNK.decode(power);
  for (let i = 0; i < CHUNK_SLOTS; i += 1) {
    if (powers[i] !== 0 && !hasKey(keys, i)) powers[i] = 0;
  }
  const changed = changedIndexes(powers, keys, before);
  if (changed.length === 0) return { ...before, power, keys };
  const nodes: TreeNodes = Buffer.from(before.nodes);
  for (const index of changed) {
    hashLeafInto(nodes, CHUNK_SLOTS + index, leafAt(chunk, powers, keys, index));
  }
  rehash(
    nodes,
    changed.map((index) => CHUNK_SLOTS + index),
  );
  return { chunk, power, powers, keys, sums: sumsOf(powers, keys, before, changed), nodes };
}

/** Most keys do not begin with 0, and a comparison of 96 bytes costs more than the rest. */
function hasKey(keys: Uint8Array, index: number): boolean {
  return keys[index * BLS_RAW_KEY_BYTES] !== 0 || !equalBytes(keyAt(keys, index), BLS_NO_KEY);
}

function emptyChunkTree(chunk: number): ChunkTree {
  assert(Number.isInteger(chunk) && chunk >= 0 && chunk < CHUNKS_MAX, "number of a chunk");
  return {
    chunk,
    powers: new Array<number>(CHUNK_SLOTS).fill(0),
    power: EMPTY_BYTES,
    keys: EMPTY_BYTES,
    sums: { members: 0, power: 0, key: BLS_NO_KEY },
    nodes: emptyTree(CHUNK_SLOTS),
  };
}

function changedIndexes(powers: readonly number[], keys: Uint8Array, before: ChunkTree): number[] {
  const sameKeys = equalBytes(keys, before.keys);
  const changed: number[] = [];
  for (let i = 0; i < CHUNK_SLOTS; i += 1) {
    const same =
      powers[i] === before.powers[i] &&
      (powers[i] === 0 || sameKeys || equalBytes(keyAt(keys, i), keyAt(before.keys, i)));
    if (!same) changed.push(i);
  }
  return changed;
}

function leafAt(
  chunk: number,
  powers: readonly number[],
  keys: Uint8Array,
  index: number,
): Leaf | undefined {
  const power = powers[index] as number;
  if (power === 0) return undefined;
  return { slot: chunk * CHUNK_SLOTS + index, key: keyAt(keys, index), power };
}

/** Adds to the sums of `before` what came and takes off what went; most often neither is a key. */
function sumsOf(
  powers: readonly number[],
  keys: Uint8Array,
  before: ChunkTree,
  changed: readonly number[],
): ChunkSums {
  let { members, power } = before.sums;
  const plus = [before.sums.key];
  const minus: Uint8Array[] = [];
  for (const index of changed) {
    const [was, is] = [before.powers[index] as number, powers[index] as number];
    power += is - was;
    members += Math.sign(is) - Math.sign(was);
    if (was !== 0 && is !== 0 && equalBytes(keyAt(keys, index), keyAt(before.keys, index)))
      continue;
    if (was !== 0) minus.push(keyAt(before.keys, index));
    if (is !== 0) plus.push(keyAt(keys, index));
  }
  assert(Number.isSafeInteger(power), "powers add up to less than 2^53");
  return {
    members,
    power,
    key: plus.length + minus.length === 1 ? before.sums.key : sumKeys(plus, minus),
  };
}

function sumKeys(plus: readonly Uint8Array[], minus: readonly Uint8Array[] = []): Uint8Array {
  const sum = blsSumKeys(plus, minus);
  assert(sum !== undefined, "keys in state are on the curve");
  return sum;
}

/** What a commitment is made of. */
export interface CommitmentParts {
  readonly chainId: string;
  readonly epoch: bigint;
  /** Root of the Merkle tree. */
  readonly root: Uint8Array;
  readonly totalPower: bigint;
  /** Sum of all members' keys. */
  readonly totalKey: Uint8Array;
}

/** The 32 bytes that stand for a validator set wherever it is trusted or signed. */
export function commitmentOf(parts: CommitmentParts): Uint8Array {
  return hashOf(
    { domain: COMMITMENT_DOMAIN },
    { text: parts.chainId },
    { integer: parts.epoch },
    { hash: parts.root },
    { integer: parts.totalPower },
    { bytes: parts.totalKey },
  );
}

/** A validator set, read slot by slot. */
export interface SlotReader {
  /** One more than the highest slot that belongs to the set; 0 when none does. */
  readonly slots: number;
  readonly totalPower: number;
  /** 0 when the slot does not belong to the set. */
  powerOf(slot: number): number;
  /** Powers of a chunk's slots by index; undefined when none of them belongs to the set. */
  powersOf(chunk: number): readonly number[] | undefined;
  /** A view of the raw key; of a slot that belongs to the set. */
  keyOf(slot: number): Uint8Array;
  /** Undefined when no slot of the chunk belongs to the set. */
  sumsOf(chunk: number): ChunkSums | undefined;
}

/** All of a validator set, in memory: about 8 MB at 48,000 slots, less what sets share. */
export class ValidatorSet implements SlotReader {
  readonly slots: number;
  readonly totalPower: number;
  /** Slots that belong to the set. */
  readonly members: number;
  readonly parts: CommitmentParts;
  readonly commitment: Uint8Array;
  private readonly trees: readonly (ChunkTree | undefined)[];
  private readonly top: TreeNodes;

  /** Trees of different chunks, in any order; a chunk without one has no members. */
  constructor(chainId: string, epoch: bigint, trees: Iterable<ChunkTree>) {
    const byChunk = new Array<ChunkTree | undefined>(CHUNKS_MAX).fill(undefined);
    for (const tree of trees) {
      assert(byChunk[tree.chunk] === undefined, "one tree per chunk");
      if (tree.sums.members > 0) byChunk[tree.chunk] = tree;
    }
    this.trees = byChunk;
    const present = byChunk.filter((tree) => tree !== undefined);
    this.slots = slotsOf(present.at(-1));
    this.totalPower = present.reduce((sum, { sums }) => sum + sums.power, 0);
    assert(Number.isSafeInteger(this.totalPower), "powers add up to less than 2^53");
    this.members = present.reduce((sum, { sums }) => sum + sums.members, 0);
    this.top = topTree(present);
    const root = nodeOf(this.top, 1);
    const totalKey = sumKeys(present.map(({ sums }) => sums.key));
    this.parts = { chainId, epoch, root, totalPower: BigInt(this.totalPower), totalKey };
    this.commitment = commitmentOf(this.parts);
  }

  powerOf(slot: number): number {
    return this.trees[chunkOf(slot)]?.powers[indexOf(slot)] ?? 0;
  }

  powersOf(chunk: number): readonly number[] | undefined {
    return this.trees[chunk]?.powers;
  }

  keyOf(slot: number): Uint8Array {
    const tree = this.trees[chunkOf(slot)];
    return tree === undefined ? BLS_NO_KEY : keyAt(tree.keys, indexOf(slot));
  }

  sumsOf(chunk: number): ChunkSums | undefined {
    return this.trees[chunk]?.sums;
  }

  /** Node `node` of the whole tree, counted as in `TreeNodes`: its leaves are 2^16 + slot. */
  nodeAt(node: number): Uint8Array {
    if (node < 2 * TOP_LEAVES) return nodeOf(this.top, node);
    const below = 31 - Math.clz32(node) - TOP_DEPTH;
    const tree = this.trees[(node >> below) - TOP_LEAVES];
    const inChunk = (1 << below) | (node & ((1 << below) - 1));
    return tree === undefined ? EMPTY_NODE : nodeOf(tree.nodes, inChunk);
  }
}

function slotsOf(last: ChunkTree | undefined): number {
  if (last === undefined) return 0;
  return last.chunk * CHUNK_SLOTS + last.powers.findLastIndex((power) => power !== 0) + 1;
}

function topTree(present: readonly ChunkTree[]): TreeNodes {
  const nodes = emptyTree(TOP_LEAVES);
  for (const { chunk, nodes: below } of present) {
    below.copy(nodes, (TOP_LEAVES + chunk) * HASH_BYTES, HASH_BYTES, 2 * HASH_BYTES);
  }
  rehash(
    nodes,
    present.map(({ chunk }) => TOP_LEAVES + chunk),
  );
  return nodes;
}
