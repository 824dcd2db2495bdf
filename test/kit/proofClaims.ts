/** Claims of single ICS-23 proofs, as the verifiers of test/interop read them. */
import {
  iavlSpec,
  tendermintSpec,
  verifyAbsence,
  verifyExistence,
} from "../../app/client/ics23.ts";
import { ProofError } from "../../app/client/ics23Bytes.ts";
import { present } from "../../app/lib/assert.ts";
import { equalBytes, fromHex, hex } from "../../app/lib/bytes.ts";
import type { Store } from "../../app/store/multistore.ts";
import type { StoreProof } from "../../app/store/proof.ts";
import { CommitmentProof } from "../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { WireError } from "../../proto/wire/error.ts";

/** That a key has a value, or none, under a root. */
export interface ProofClaim {
  readonly spec: "iavl" | "tendermint";
  /** The others are hex. */
  readonly root: string;
  readonly key: string;
  /** Empty for an absence. */
  readonly value: string;
  readonly proof: string;
}

/** The two claims that a proof makes, from the key and from its store; the key may be absent. */
export function claimsOf(
  proof: Pick<StoreProof, "value" | "ops">,
  appHash: Uint8Array,
): ProofClaim[] {
  const [iavl, simple] = proof.ops;
  if (iavl === undefined || simple === undefined) throw new Error("two operations were expected");
  const storeRoot = hex(CommitmentProof.decode(simple.data).exist?.value ?? new Uint8Array(0));
  const value = hex(proof.value ?? new Uint8Array(0));
  return [
    { spec: "iavl", root: storeRoot, key: hex(iavl.key), value, proof: hex(iavl.data) },
    {
      spec: "tendermint",
      root: hex(appHash),
      key: hex(simple.key),
      value: storeRoot,
      proof: hex(simple.data),
    },
  ];
}

/** Every key of a store at `height`, a key before the first, one in each gap, and one behind. */
export function keysAndGaps(store: Store, name: string, height: bigint): Uint8Array[] {
  const snapshot = present(store.at(height), "a height that is kept");
  const keys = [...snapshot.iterate(name, {})].map(([key]) => key);
  // Keys have at least one byte, so this one is the first or comes before it.
  const asked = [
    new Uint8Array([0]),
    ...keys.flatMap((key) => [key, Uint8Array.from([...key, 0])]),
  ];
  const last = new Uint8Array(256).fill(255);
  return [...new Map([...asked, last].map((key) => [hex(key), key])).values()];
}

/** What our verifier says of a claim. */
export function ownVerdict(claim: ProofClaim): boolean {
  const [root, key, value] = [claim.root, claim.key, claim.value].map(fromHex) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const spec = claim.spec === "iavl" ? iavlSpec : tendermintSpec;
  try {
    const { exist, nonexist } = CommitmentProof.decode(fromHex(claim.proof));
    if (value.length > 0 && exist !== undefined) verifyExistence(spec, root, exist, { key, value });
    else if (value.length === 0 && nonexist !== undefined) verifyAbsence(spec, root, nonexist, key);
    else return false;
    return true;
  } catch (error) {
    if (error instanceof ProofError || error instanceof WireError) return false;
    throw error;
  }
}

/**
 * Whether `damaged` still says what `original` said to a verifier that takes any protobuf and does
 * not read the key that an absence repeats: no lie, though not the same bytes.
 */
export function saysTheSame(original: ProofClaim, damaged: ProofClaim): boolean {
  const { proof, ...rest } = original;
  if (Object.entries(rest).some(([name, is]) => damaged[name as keyof ProofClaim] !== is)) {
    return false;
  }
  return equalBytes(essence(proof), essence(damaged.proof));
}

function essence(proof: string): Uint8Array {
  const { exist, nonexist } = CommitmentProof.decodeLenient(fromHex(proof));
  const key = new Uint8Array(0);
  return CommitmentProof.encode({ exist, nonexist: nonexist && { ...nonexist, key } });
}
