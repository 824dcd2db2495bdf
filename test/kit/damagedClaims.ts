/** Claims whose proofs are damaged, or belong to another key: nobody may accept one. */
import { present } from "../../app/lib/assert.ts";
import { fromHex, hex } from "../../app/lib/bytes.ts";
import { MUTATIONS } from "./mutate.ts";
import type { Prng } from "./prng.ts";
import type { ProofClaim } from "./proofClaims.ts";

/** A claim, and what became of it. */
export interface DamagedClaim {
  readonly kind: string;
  readonly claim: ProofClaim;
  readonly damaged: ProofClaim;
}

function swap(claims: readonly ProofClaim[], claim: ProofClaim, random: Prng): ProofClaim {
  const other = present(claims[random.below(claims.length)], "a claim");
  return { ...claim, proof: other.proof };
}

/** `count` of them, of every kind in turn. `claims` hold, and there are at least two. */
export function damagedClaims(
  claims: readonly ProofClaim[],
  count: number,
  random: Prng,
): DamagedClaim[] {
  const kinds = [...Object.keys(MUTATIONS), "proof of another key"];
  const made: DamagedClaim[] = [];
  while (made.length < count) {
    const kind = present(kinds[made.length % kinds.length], "a kind");
    const claim = present(claims[random.below(claims.length)], "a claim");
    const mutate = MUTATIONS[kind];
    const damaged =
      mutate === undefined
        ? swap(claims, claim, random)
        : { ...claim, proof: hex(mutate(fromHex(claim.proof), random)) };
    if (damaged.proof === claim.proof) continue;
    made.push({ kind, claim, damaged });
  }
  return made;
}
