/**
 * ICS-23 proofs: two operations in CometBFT's form, `ics23:iavl` from the key to the root of its
 * store and `ics23:simple` from there to the app hash.
 *
 * A store without pairs has the root SHA-256(""), which no leaf or inner node can have, so the
 * second operation alone proves that the store holds nothing; ICS-23 has no other form for it.
 */
import { present } from "../lib/assert.ts";
import { concatBytes, EMPTY_BYTES, utf8 } from "../lib/bytes.ts";
import {
  CommitmentProof,
  type ExistenceProof,
  HashOp,
  type InnerOp,
  type LeafOp,
  LengthOp,
  type NonExistenceProof,
} from "../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { EMPTY, type NodeArena } from "./arena.ts";
import { innerPrefix, LEAF_PREFIX } from "./hash.ts";
import { type MerkleStep, merklePath } from "./merkle.ts";
import type { Version, VersionedTrees } from "./versions.ts";

/** One proof operation, as tendermint.crypto.ProofOp has it. */
export interface StoreProofOp {
  readonly type: "ics23:iavl" | "ics23:simple";
  readonly key: Uint8Array;
  /** An encoded cosmos.ics23.v1.CommitmentProof. */
  readonly data: Uint8Array;
}

export interface StoreProof {
  /** The proven value; undefined when the absence of the key is proven. */
  readonly value: Uint8Array | undefined;
  /** From the key upwards; one operation only when the store is empty. */
  readonly ops: readonly StoreProofOp[];
}

const LENGTH_BYTE = new Uint8Array([32]);

/** A leaf and the inner nodes above it, the root first. */
interface LeafPath {
  readonly leaf: number;
  readonly above: readonly { readonly node: number; readonly wentLeft: boolean }[];
}

/** Proves `key` of `store` in `version`, which must not be pruned. */
export function proveKey(
  trees: VersionedTrees,
  version: Version,
  store: string,
  key: Uint8Array,
): StoreProof {
  const { arena, names } = trees;
  const number = trees.storeNumber(store);
  const root = version.roots[number] as number;
  const storeRoot = version.rootHashes[number] as Uint8Array;
  const steps = merklePath(names, version.rootHashes, number);
  const simple: StoreProofOp = {
    type: "ics23:simple",
    key: utf8(store),
    data: CommitmentProof.encode({
      exist: {
        key: utf8(store),
        value: storeRoot,
        leaf: leafOp(new Uint8Array([0])),
        path: steps.map(simpleStep),
      },
      nonexist: undefined,
    }),
  };
  if (root === EMPTY) return { value: undefined, ops: [simple] };
  const exist = existence(arena, root, key);
  const nonexist = exist === undefined ? absence(arena, root, key) : undefined;
  const data = CommitmentProof.encode({ exist, nonexist });
  return { value: exist?.value, ops: [{ type: "ics23:iavl", key, data }, simple] };
}

function existence(arena: NodeArena, root: number, key: Uint8Array): ExistenceProof | undefined {
  const path = descend(arena, root, (node) => arena.slab.compare(arena.record(node), key) > 0);
  const found = arena.slab.compare(arena.record(path.leaf), key) === 0;
  return found ? proofOf(arena, path) : undefined;
}

/** `key` is not in the tree. Where its leaf would be stands one of its neighbours. */
function absence(arena: NodeArena, root: number, key: Uint8Array): NonExistenceProof {
  const path = descend(arena, root, (node) => arena.slab.compare(arena.record(node), key) > 0);
  const isLeft = arena.slab.compare(arena.record(path.leaf), key) < 0;
  const found = proofOf(arena, path);
  const other = neighbour(arena, path, isLeft);
  const next = other === undefined ? undefined : proofOf(arena, other);
  return isLeft ? { key, left: found, right: next } : { key, left: next, right: found };
}

/** The leaf next to that of `path`, to the right or left; undefined at the tree's edge. */
function neighbour(arena: NodeArena, path: LeafPath, toRight: boolean): LeafPath | undefined {
  const turn = path.above.findLastIndex(({ wentLeft }) => wentLeft === toRight);
  if (turn < 0) return undefined;
  const { node } = present(path.above[turn], "the node where the paths part");
  const start = toRight ? arena.right(node) : arena.left(node);
  // From there along the edge that faces the first leaf.
  const below = descend(arena, start, () => toRight);
  const common = path.above.slice(0, turn);
  return { leaf: below.leaf, above: [...common, { node, wentLeft: !toRight }, ...below.above] };
}

function descend(arena: NodeArena, root: number, goLeft: (node: number) => boolean): LeafPath {
  const above: { node: number; wentLeft: boolean }[] = [];
  let node = root;
  while (arena.height(node) > 0) {
    const wentLeft = goLeft(node);
    above.push({ node, wentLeft });
    node = wentLeft ? arena.left(node) : arena.right(node);
  }
  return { leaf: node, above };
}

function proofOf(arena: NodeArena, path: LeafPath): ExistenceProof {
  const record = arena.record(path.leaf);
  return {
    key: arena.slab.key(record),
    value: arena.slab.value(record),
    leaf: leafOp(LEAF_PREFIX),
    path: path.above
      .map(({ node, wentLeft }) => (wentLeft ? leftStep(arena, node) : rightStep(arena, node)))
      .reverse(),
  };
}

function leftStep(arena: NodeArena, node: number): InnerOp {
  return {
    hash: HashOp.SHA256,
    prefix: concatBytes(innerPrefix(arena, node), LENGTH_BYTE),
    suffix: concatBytes(LENGTH_BYTE, arena.hash(arena.right(node))),
  };
}

function rightStep(arena: NodeArena, node: number): InnerOp {
  const left = arena.hash(arena.left(node));
  return {
    hash: HashOp.SHA256,
    prefix: concatBytes(innerPrefix(arena, node), LENGTH_BYTE, left, LENGTH_BYTE),
    suffix: EMPTY_BYTES,
  };
}

function simpleStep({ sibling, side }: MerkleStep): InnerOp {
  const tag = new Uint8Array([1]);
  const onRight = side === "right";
  return {
    hash: HashOp.SHA256,
    prefix: onRight ? tag : concatBytes(tag, sibling),
    suffix: onRight ? sibling : EMPTY_BYTES,
  };
}

function leafOp(prefix: Uint8Array): LeafOp {
  return {
    hash: HashOp.SHA256,
    prehashKey: HashOp.NO_HASH,
    prehashValue: HashOp.SHA256,
    length: LengthOp.VAR_PROTO,
    prefix,
  };
}
