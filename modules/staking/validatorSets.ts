/**
 * Validator sets of epochs. The set of an epoch is the powers and keys with which it begins. They
 * lie in chunks, and a chunk that changes is kept as it was, so that an epoch's set can be read
 * until it is not needed any more.
 */
import {
  CHUNKS_MAX,
  type ChunkKind,
  chunkOf,
  indexOf,
  KEY_CHUNK,
  POWER_CHUNK,
} from "../../app/checkpoint/chunks.ts";
import { type ChunkTree, chunkTree, ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import { assert, present } from "../../app/lib/assert.ts";
import { BLS_NO_KEY, blsRawKey } from "../../app/lib/bls.ts";
import { equalBytes, hex } from "../../app/lib/bytes.ts";
import { uint64Key } from "../../app/module/collections/codecs.ts";
import type { Readable, StateMap, Writable } from "../../app/module/collections/schema.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { SETS_KEPT } from "./constants.ts";
import {
  commitments,
  keyChunks,
  powerChunks,
  type SavedChunks,
  savedKeys,
  savedPowers,
} from "./setState.ts";

/** The running set, those before it, and the next one. */
const SETS_IN_MEMORY = Number(SETS_KEPT) + 2;

/** One kind of chunk: what it is now and what it was. */
interface Chunks<T> {
  readonly kind: ChunkKind<T>;
  readonly now: StateMap<number, Uint8Array>;
  readonly saved: SavedChunks;
}

const POWERS: Chunks<number> = { kind: POWER_CHUNK, now: powerChunks, saved: savedPowers };
const KEYS: Chunks<Uint8Array> = { kind: KEY_CHUNK, now: keyChunks, saved: savedKeys };
const NO_KEYS = KEY_CHUNK.empty();

/** Sets that a process keeps in memory, and the last tree of each chunk: both by their content. */
export class SetCache {
  private readonly sets = new Map<string, ValidatorSet>();
  private readonly trees = new Map<number, ChunkTree>();

  get(commitment: Uint8Array): ValidatorSet | undefined {
    return this.sets.get(hex(commitment));
  }

  keep(set: ValidatorSet): void {
    const key = hex(set.commitment);
    // What was made last stays longest.
    this.sets.delete(key);
    this.sets.set(key, set);
    for (const [oldest] of this.sets) {
      if (this.sets.size <= SETS_IN_MEMORY) return;
      this.sets.delete(oldest);
    }
  }

  /** Computes only what differs from the tree of the same chunk that was asked for last. */
  tree(chunk: number, power: Uint8Array, keys: Uint8Array): ChunkTree {
    const tree = chunkTree(chunk, power, keys, this.trees.get(chunk));
    this.trees.set(chunk, tree);
    return tree;
  }
}

/** Writes one slot of a chunk; what the epoch began with stays readable. */
function put<T>(ctx: BlockContext, chunks: Chunks<T>, slot: number, entry: T): void {
  const chunk = chunkOf(slot);
  const old = chunks.now.get(ctx, chunk) ?? chunks.kind.empty();
  const { epoch, height } = ctx.block;
  if (height > 0n && !chunks.saved.has(ctx, [epoch, chunk])) {
    chunks.saved.set(ctx, [epoch, chunk], old);
  }
  chunks.now.set(ctx, chunk, chunks.kind.put(old, indexOf(slot), entry));
}

/** Power of a slot, in whole ASI. */
export function powerInSet(ctx: Readable, slot: number): number {
  const chunk = powerChunks.get(ctx, chunkOf(slot));
  return chunk === undefined ? 0 : POWER_CHUNK.at(chunk, indexOf(slot));
}

/** Sets the power of a slot; 0 for who is not bonded. */
export function setPower(ctx: BlockContext, slot: number, power: bigint): void {
  if (powerInSet(ctx, slot) !== Number(power)) put(ctx, POWERS, slot, Number(power));
}

/** Sets the BLS key of a slot, 48 bytes that are a valid key, or empty for none. */
export function setKey(ctx: BlockContext, slot: number, publicKey: Uint8Array): void {
  const raw = publicKey.length === 0 ? BLS_NO_KEY : blsRawKey(publicKey);
  put(ctx, KEYS, slot, present(raw, "a BLS key on the curve"));
}

/** What a new chain begins with: all slots at once, because each chunk is written once then. */
export function initChunks(
  ctx: Writable,
  list: Iterable<{ readonly slot: number; readonly power: bigint; readonly key: Uint8Array }>,
): void {
  const powers = new Map<number, number[]>();
  const keys = new Map<number, Uint8Array[]>();
  for (const { slot, power, key } of list) {
    entriesOf(powers, POWER_CHUNK, chunkOf(slot))[indexOf(slot)] = Number(power);
    if (key.length === 0) continue;
    entriesOf(keys, KEY_CHUNK, chunkOf(slot))[indexOf(slot)] = present(
      blsRawKey(key),
      "a BLS key on the curve",
    );
  }
  for (const [chunk, entries] of powers) powerChunks.set(ctx, chunk, POWER_CHUNK.encode(entries));
  for (const [chunk, entries] of keys) keyChunks.set(ctx, chunk, KEY_CHUNK.encode(entries));
}

function entriesOf<T>(chunks: Map<number, T[]>, kind: ChunkKind<T>, chunk: number): T[] {
  const entries = chunks.get(chunk) ?? kind.decode(kind.empty());
  chunks.set(chunk, entries);
  return entries;
}

/** A chunk with which `epoch` began. */
function chunkAt<T>(
  ctx: QueryContext,
  { now, saved }: Chunks<T>,
  chunk: number,
  epoch: bigint,
): Uint8Array | undefined {
  for (let later = epoch; later <= ctx.block.epoch; later += 1n) {
    const found = saved.get(ctx, [later, chunk]);
    if (found !== undefined) return found;
  }
  return now.get(ctx, chunk);
}

/** Computes the set of `epoch`, which is running, has been, or is the next one. */
function build(ctx: QueryContext, cache: SetCache, epoch: bigint): ValidatorSet {
  const trees: ChunkTree[] = [];
  for (let chunk = 0; chunk < CHUNKS_MAX; chunk += 1) {
    const powers = chunkAt(ctx, POWERS, chunk, epoch);
    if (powers === undefined) continue;
    trees.push(cache.tree(chunk, powers, chunkAt(ctx, KEYS, chunk, epoch) ?? NO_KEYS));
  }
  const set = new ValidatorSet(ctx.block.chainId, epoch, trees);
  cache.keep(set);
  return set;
}

/** The set that an epoch which begins now has. */
export function currentSet(ctx: QueryContext, cache: SetCache): ValidatorSet {
  return build(ctx, cache, ctx.block.epoch + 1n);
}

/**
 * The validator set of an epoch: the running one, or one of the SETS_KEPT before it. Undefined for
 * others, for those before genesis, and in the first block's messages.
 */
export function validatorSetAt(
  ctx: QueryContext,
  cache: SetCache,
  epoch: bigint,
): ValidatorSet | undefined {
  const commitment = commitments.get(ctx, epoch);
  if (commitment === undefined) return undefined;
  const known = cache.get(commitment);
  if (known !== undefined) return known;
  const set = build(ctx, cache, epoch);
  assert(equalBytes(set.commitment, commitment), "a set is what was committed to");
  return set;
}

/** The first block of a chain: notes the set that its genesis made. */
export function noteFirstSet(ctx: BlockContext, cache: SetCache): void {
  const { epoch } = ctx.block;
  if (!commitments.has(ctx, epoch)) {
    commitments.set(ctx, epoch, build(ctx, cache, epoch).commitment);
  }
}

/** The end of an epoch's last block: notes the next epoch's set, and forgets the oldest. */
export function noteNextSet(ctx: BlockContext, cache: SetCache): ValidatorSet {
  const next = ctx.block.epoch + 1n;
  const set = currentSet(ctx, cache);
  commitments.set(ctx, next, set.commitment);
  const oldest = next - SETS_KEPT;
  if (oldest > 0n) {
    const end = uint64Key.encode(oldest);
    for (const saved of [savedPowers, savedKeys]) {
      for (const [key] of [...saved.entries(ctx, { end })]) saved.delete(ctx, key);
    }
    for (const [epoch] of [...commitments.entries(ctx, { end })]) commitments.delete(ctx, epoch);
  }
  return set;
}
