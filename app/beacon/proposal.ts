/** The beacon entry that a proposer builds of the votes of the last height. */
import type { ExtendedVoteInfo } from "../../proto/gen/tendermint/abci/types.ts";
import { equalBytes } from "../lib/bytes.ts";
import type { QueryContext } from "../module/context.ts";
import type { BeaconStaking } from "./deps.ts";
import { beaconEntry, beaconPlace, isBeaconSignature } from "./entry.ts";

/**
 * The entry of the block that `ctx.block` describes. Precommits that arrive after a commit enter
 * without VerifyVoteExtension, so the signature is checked here; a wrong one means skip.
 */
export function beaconEntryFor(
  ctx: QueryContext,
  staking: BeaconStaking,
  votes: readonly ExtendedVoteInfo[],
): Uint8Array {
  const place = beaconPlace(ctx);
  const signer = staking.beaconSigner(ctx, place.height, place.previous);
  const vote = votes.find(
    (one) =>
      signer !== undefined &&
      one.validator !== undefined &&
      equalBytes(one.validator.address, signer.consensusAddress),
  );
  const signature = vote?.voteExtension ?? new Uint8Array(0);
  const isValid = isBeaconSignature(place, signer, signature);
  return beaconEntry(place.height, isValid ? signature : new Uint8Array(0));
}
