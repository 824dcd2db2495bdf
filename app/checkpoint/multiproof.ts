/**
 * Merkle multiproofs that open a validator set for all slots that did not sign. A bitfield says who
 * signed; every other slot is an absent member, given as a leaf, or holds nobody. The siblings are
 * the roots of the largest subtrees in which every slot signed, from left to right: of one bitfield
 * and one list of absent members there is just one proof, and no hash in it can be left out.
 */
import { concatBytes } from "../lib/bytes.ts";
import { bitfieldBytes, hasBit } from "./bitfield.ts";
import { SLOTS_MAX } from "./chunks.ts";
import { EMPTY_NODE, HASH_BYTES, isEmptyNode, type Leaf, leafHash, nodeHash } from "./merkle.ts";
import { TREE_DEPTH } from "./validatorSet.ts";

const LEAVES = 2 ** TREE_DEPTH;

export type MultiproofFault =
  /** Longer than the largest set, or its last byte stands for nobody: not the shortest. */
  | "bitfield_length"
  /** Absent slots are not ascending, or beyond the bitfield. */
  | "absent_order"
  /** A slot is absent and has its bit set. */
  | "absent_signed"
  /** Not a whole number of hashes, or fewer or more than the bitfield asks for. */
  | "siblings_count"
  /** A sibling says that nobody is below it, where slots signed. */
  | "sibling_empty";

/** What a multiproof opens, and with which siblings. */
export interface Multiproof {
  /** Slots that signed. As short as the highest slot of the set allows. */
  readonly signers: Uint8Array;
  /** Members that did not sign, by ascending slot. */
  readonly absent: readonly Leaf[];
  /** Hashes of 32 bytes, one after the other. */
  readonly siblings: Uint8Array;
}

/** What is known about all slots below a node. */
const NOBODY = 0;
const SIGNED = 1;
const MIXED = 2;

/** The kinds of all nodes, counted as in `TreeNodes`; `absent` is right as `leavesFault` says. */
function kindsOf(signers: Uint8Array, absent: readonly Leaf[]): Uint8Array {
  const kinds = new Uint8Array(2 * LEAVES);
  for (let slot = 0; slot < 8 * signers.length; slot += 1) {
    if (hasBit(signers, slot)) kinds[LEAVES + slot] = SIGNED;
  }
  for (const { slot } of absent) kinds[LEAVES + slot] = MIXED;
  for (let node = LEAVES - 1; node > 0; node -= 1) {
    const left = kinds[2 * node] as number;
    kinds[node] = left === kinds[2 * node + 1] ? left : MIXED;
  }
  return kinds;
}

function leavesFault(signers: Uint8Array, absent: readonly Leaf[]): MultiproofFault | undefined {
  if (signers.length > bitfieldBytes(SLOTS_MAX)) return "bitfield_length";
  let next = 0;
  for (const { slot } of absent) {
    if (!Number.isInteger(slot) || slot < next || slot >= 8 * signers.length) return "absent_order";
    if (hasBit(signers, slot)) return "absent_signed";
    next = slot + 1;
  }
  const lastByte = 8 * (signers.length - 1);
  if (signers.at(-1) === 0 && next <= lastByte) return "bitfield_length";
  return undefined;
}

/** The siblings that open `signers` and `absent`, of the tree whose nodes `nodeAt` gives. */
export function multiproofSiblings(
  signers: Uint8Array,
  absent: readonly Leaf[],
  nodeAt: (node: number) => Uint8Array,
): Uint8Array {
  const kinds = kindsOf(signers, absent);
  const siblings: Uint8Array[] = [];
  const visit = (node: number): void => {
    if (kinds[node] === SIGNED) siblings.push(nodeAt(node));
    if (kinds[node] !== MIXED || node >= LEAVES) return;
    visit(2 * node);
    visit(2 * node + 1);
  };
  visit(1);
  return concatBytes(...siblings);
}

/** The root that a multiproof leads to, or what is wrong with it; bounded by the tree's size. */
export function multiproofRoot(proof: Multiproof): Uint8Array | MultiproofFault {
  const { signers, absent, siblings } = proof;
  const malformed = leavesFault(signers, absent);
  if (malformed !== undefined) return malformed;
  const kinds = kindsOf(signers, absent);
  if (siblings.length !== HASH_BYTES * siblingCount(kinds)) return "siblings_count";
  for (let at = 0; at < siblings.length; at += HASH_BYTES) {
    if (isEmptyNode(siblings, at)) return "sibling_empty";
  }
  let nextSibling = 0;
  let nextAbsent = 0;
  const hashOfNode = (node: number): Uint8Array => {
    if (kinds[node] === NOBODY) return EMPTY_NODE;
    if (kinds[node] === SIGNED) {
      nextSibling += HASH_BYTES;
      return siblings.subarray(nextSibling - HASH_BYTES, nextSibling);
    }
    if (node >= LEAVES) {
      nextAbsent += 1;
      return leafHash(absent[nextAbsent - 1] as Leaf);
    }
    const left = hashOfNode(2 * node);
    return nodeHash(left, hashOfNode(2 * node + 1));
  };
  return hashOfNode(1);
}

/** How many largest subtrees there are in which every slot signed. */
function siblingCount(kinds: Uint8Array): number {
  let count = 0;
  for (let node = 2; node < 2 * LEAVES; node += 1) {
    if (kinds[node] === SIGNED && kinds[node >> 1] === MIXED) count += 1;
  }
  return count;
}
