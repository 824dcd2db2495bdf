/** ExtendVote: the designated signer of the next height puts its beacon signature into its vote. */
import {
  type RequestExtendVote,
  type RequestVerifyVoteExtension,
  type ResponseExtendVote,
  type ResponseVerifyVoteExtension,
  ResponseVerifyVoteExtensionVerifyStatus as Status,
} from "../../proto/gen/tendermint/abci/types.ts";
import { voteExtension } from "../beacon/extension.ts";
import { VOTE_EXTENSION_BYTES_MAX } from "../constants.ts";
import { committedState, type Host, nextBlock } from "./host.ts";

/** The beacon of this block comes from the request's own transactions, never from memory. */
export function extendVote(host: Host, request: RequestExtendVote): ResponseExtendVote {
  const state = committedState(host);
  const ctx = { state, block: nextBlock(state) };
  return {
    voteExtension: voteExtension(ctx, host.staking, host.beaconSigner, request.txs[0]),
  };
}

/** Accepts anything of allowed size: a rejected precommit could halt the chain. */
export function verifyVoteExtension(
  request: RequestVerifyVoteExtension,
): ResponseVerifyVoteExtension {
  const isShort = request.voteExtension.length <= VOTE_EXTENSION_BYTES_MAX;
  return { status: isShort ? Status.ACCEPT : Status.REJECT };
}
