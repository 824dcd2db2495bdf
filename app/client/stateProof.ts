/** Verifies the proof operations of a query: from a key and value to an app hash. */
import { sha256 } from "@noble/hashes/sha2.js";
import { CommitmentProof } from "../../proto/gen/cosmos/ics23/v1/proofs.ts";
import {
  existenceRoot,
  iavlSpec,
  tendermintSpec,
  verifyAbsence,
  verifyExistence,
} from "./ics23.ts";
import { bytesEqual, ProofError, requireProof } from "./ics23Bytes.ts";

/** tendermint.crypto.ProofOp. */
export interface ProofOp {
  readonly type: string;
  readonly key: Uint8Array;
  readonly data: Uint8Array;
}

/** What is claimed of the state behind an app hash. */
export interface StateClaim {
  /** 32 bytes, of a header that is trusted: that of height h is in the header of h + 1. */
  readonly appHash: Uint8Array;
  readonly store: string;
  readonly key: Uint8Array;
  /** undefined: the store has no such key. */
  readonly value: Uint8Array | undefined;
}

/** Root of a store without pairs. No leaf or inner node can have it. */
const EMPTY_ROOT = sha256(new Uint8Array(0));

/**
 * Requires `ops` to prove `claim`. They are `ics23:iavl`, then `ics23:simple`; an empty store,
 * which ICS-23 cannot speak of, has the second alone.
 * @throws ProofError
 */
export function verifyStateProof(claim: StateClaim, ops: readonly ProofOp[]): void {
  const [first, second] = ops;
  if (ops.length === 1 && first !== undefined) {
    requireProof(claim.value === undefined, "an empty store has no value");
    requireProof(bytesEqual(storeRoot(claim, first), EMPTY_ROOT), "the store is not empty");
    return;
  }
  if (ops.length !== 2 || first === undefined || second === undefined) {
    throw new ProofError("a state proof has one or two operations");
  }
  requireProof(first.type === "ics23:iavl", "the first operation is ics23:iavl");
  requireProof(bytesEqual(first.key, claim.key), "the proof is of another key");
  const root = storeRoot(claim, second);
  const { exist, nonexist } = decode(first.data);
  if (claim.value !== undefined) {
    if (exist === undefined) throw new ProofError("the proof is not one of existence");
    verifyExistence(iavlSpec, root, exist, { key: claim.key, value: claim.value });
  } else {
    if (nonexist === undefined) throw new ProofError("the proof is not one of absence");
    verifyAbsence(iavlSpec, root, nonexist, claim.key);
  }
}

/** The root of the claim's store, proven to be behind the app hash. */
function storeRoot(claim: StateClaim, op: ProofOp): Uint8Array {
  const name = new TextEncoder().encode(claim.store);
  requireProof(op.type === "ics23:simple", "the last operation is ics23:simple");
  requireProof(bytesEqual(op.key, name), "the proof is of another store");
  const { exist } = decode(op.data);
  if (exist === undefined) throw new ProofError("the store is not proven to exist");
  requireProof(bytesEqual(exist.key, name), "the proof is of another store");
  const found = existenceRoot(tendermintSpec, exist);
  requireProof(bytesEqual(found, claim.appHash), "the proof leads to another app hash");
  return exist.value;
}

function decode(data: Uint8Array): CommitmentProof {
  let proof: CommitmentProof;
  try {
    proof = CommitmentProof.decode(data);
  } catch (error) {
    throw new ProofError("not a commitment proof", { cause: error });
  }
  requireProof(
    (proof.exist === undefined) !== (proof.nonexist === undefined),
    "one proof, not two",
  );
  return proof;
}
