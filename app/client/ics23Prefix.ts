/** What the preimage of a node must begin with, in the two formats that we verify. */
import type { InnerOp, LeafOp } from "../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { ProofError, requireProof } from "./ics23Bytes.ts";

/** Length byte of a child, alone or with the left child's hash and the next length before it. */
const IAVL_REST_OF_LEFT_STEP = 1;
const IAVL_REST_OF_RIGHT_STEP = 34;

/**
 * IAVL: height, size and version as zigzag varints; a leaf has height 0 and size 1, and an inner
 * node is at least as high as its distance from the leaf.
 * @throws ProofError
 */
export function checkIavlPrefix(op: LeafOp | InnerOp, layer: number): void {
  const height = readVarint(op.prefix, 0);
  const size = readVarint(op.prefix, height.end);
  const version = readVarint(op.prefix, size.end);
  requireProof(height.value >= 0n && size.value >= 0n && version.value >= 0n, "a negative number");
  const rest = op.prefix.length - version.end;
  if (layer === 0) {
    requireProof(rest === 0, "more than three numbers before a leaf");
    requireProof(height.value === 0n && size.value === 1n, "a leaf has height 0 and size 1");
    return;
  }
  requireProof(height.value >= BigInt(layer), "a node is lower than its place in the path");
  const known = rest === IAVL_REST_OF_LEFT_STEP || rest === IAVL_REST_OF_RIGHT_STEP;
  requireProof(known, "bytes between a node's numbers and its children");
}

/**
 * CometBFT: 0 before a leaf, 1 before the children.
 * @throws ProofError
 */
export function checkTendermintPrefix(op: LeafOp | InnerOp, layer: number): void {
  if (layer === 0) {
    // The verifiers elsewhere allow any bytes behind the 0; no tree of this kind has them.
    requireProof(op.prefix.length === 1, "bytes behind the 0 before a leaf");
    return;
  }
  requireProof(op.prefix[0] === 1, "an inner node begins with 1");
}

/** A zigzag varint of at most 64 bits, as Go reads it. */
function readVarint(bytes: Uint8Array, start: number): { value: bigint; end: number } {
  let value = 0n;
  for (let i = 0; i < 10; i += 1) {
    const byte = bytes[start + i];
    if (byte === undefined) throw new ProofError("a number is cut off");
    value |= BigInt(byte & 127) << BigInt(7 * i);
    if (byte >= 128) continue;
    requireProof(value < 1n << 64n, "a number has more than 64 bits");
    return { value: (value & 1n) === 0n ? value >> 1n : -(value >> 1n) - 1n, end: start + i + 1 };
  }
  throw new ProofError("a number has more than 64 bits");
}
