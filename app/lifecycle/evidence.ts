/** Last commit and misbehaviour of a block, from ABCI's messages to what hooks see. */
import type {
  CommitInfo,
  Misbehavior as AbciMisbehavior,
} from "../../proto/gen/tendermint/abci/types.ts";
import { MisbehaviorType } from "../../proto/gen/tendermint/abci/types.ts";
import { BlockIDFlag } from "../../proto/gen/tendermint/types/validator.ts";
import type { LastCommitVote, Misbehavior } from "../module/context.ts";
import { millis } from "./time.ts";

/** Who stood in the last commit; a precommit for nil counts as present. */
export function lastCommitVotes(commit: CommitInfo | undefined): readonly LastCommitVote[] {
  return (commit?.votes ?? []).map((vote) => ({
    address: vote.validator?.address ?? new Uint8Array(0),
    power: vote.validator?.power ?? 0n,
    present:
      vote.blockIdFlag === BlockIDFlag.BLOCK_ID_FLAG_COMMIT ||
      vote.blockIdFlag === BlockIDFlag.BLOCK_ID_FLAG_NIL,
    isForBlock: vote.blockIdFlag === BlockIDFlag.BLOCK_ID_FLAG_COMMIT,
  }));
}

/** Proven misbehaviour, in CometBFT's order. */
export function misbehaviors(list: readonly AbciMisbehavior[]): readonly Misbehavior[] {
  return list.map((one) => ({
    kind: one.type === MisbehaviorType.DUPLICATE_VOTE ? "duplicate_vote" : "light_client_attack",
    address: one.validator?.address ?? new Uint8Array(0),
    power: one.validator?.power ?? 0n,
    height: one.height,
    timeMs: millis(one.time),
    totalPower: one.totalVotingPower,
  }));
}
