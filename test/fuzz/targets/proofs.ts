/** Proofs of state and of checkpoints: nothing but the bytes that were made may be believed. */
import {
  decodeCheckpointProof,
  encodeCheckpointProof,
  verifyCheckpointProof,
} from "../../../app/checkpoint/proof.ts";
import { ProofError } from "../../../app/client/ics23Bytes.ts";
import { type ProofOp, type StateClaim, verifyStateProof } from "../../../app/client/stateProof.ts";
import { sha256, uint32BigEndian, utf8 } from "../../../app/lib/bytes.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import { ProofOps } from "../../../proto/gen/tendermint/crypto/proof.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { setOf } from "../../kit/checkpointSet.ts";
import { proofOf } from "../../kit/finalCheckpoint.ts";
import { type FuzzTarget, type Outcome, refusing, require } from "../target.ts";

const PAIRS = 60;
/** Slots and powers of a set of which 14 of 16 sign. */
const POWERS = [
  [0, 1],
  [1, 2],
  [3, 1],
  [4, 5],
  [300, 6],
  [301, 1],
] as const;
const SIGNED = [0, 1, 4, 300];

/** Claims about existing and absent keys, each with its proof. */
function claims(): readonly { readonly claim: StateClaim; readonly bytes: Uint8Array }[] {
  const store = openMemoryStore({ storeNames: ["bank", "empty", "tasks"] });
  const pairs = Array.from({ length: PAIRS }, (_, i) => [uint32BigEndian(2 * i), utf8(`v${i}`)]);
  store.apply(new Map([["bank", pairs as [Uint8Array, Uint8Array][]]]), 1n);
  store.commit();
  const { appHash } = store.latest();
  const asked = [
    ["bank", 0],
    ["bank", 59],
    ["bank", 2 * PAIRS - 2],
    ["bank", 2 * PAIRS],
    ["empty", 1],
  ] as const;
  return asked.map(([name, number]) => {
    const key = uint32BigEndian(number);
    const { ops, value } = store.prove(1n, name, key);
    return {
      claim: { appHash, store: name, key, value },
      bytes: ProofOps.encode({ ops: [...ops] }),
    };
  });
}

/** Proofs of state. The first byte of an input chooses the claim. */
export function stateProofTarget(): FuzzTarget {
  const all = claims();
  const seeds = all.map(({ bytes }, index) => Uint8Array.from([index, ...bytes]));
  const isDocumented = (error: unknown): boolean =>
    error instanceof ProofError || error instanceof WireError;
  const known = new Set(seeds.map((seed) => Buffer.from(seed).toString("latin1")));
  return {
    name: "ICS-23 proofs",
    promise: "a proof that was changed in any byte is refused",
    seeds,
    share: 1,
    run: (input) => {
      const choice = (input[0] ?? 0) % all.length;
      const { claim } = all[choice] as (typeof all)[number];
      const outcome = refusing(() => {
        const { ops } = ProofOps.decode(input.slice(1));
        verifyStateProof(claim, ops as readonly ProofOp[]);
      }, isDocumented);
      const made = Buffer.from([choice, ...input.slice(1)]).toString("latin1");
      require(outcome === "refused" || known.has(made), "a changed proof was believed");
      return outcome;
    },
  };
}

/** Proofs that a checkpoint is final. */
export function checkpointTarget(): FuzzTarget {
  const set = setOf(new Map(POWERS));
  const seed = encodeCheckpointProof(proofOf(set, SIGNED));
  const original = sha256(seed).join();
  return {
    name: "checkpoint proofs",
    promise: "a proof that was changed in any byte is refused, and the work is bounded",
    seeds: [seed],
    share: 0.3,
    run: (input): Outcome => {
      const proof = decodeCheckpointProof(input);
      if (proof === undefined) return "refused";
      const { final } = verifyCheckpointProof(proof, set.commitment);
      require(!final || sha256(input).join() === original, "a changed proof was believed");
      return final ? "accepted" : "refused";
    },
  };
}
