/** The first entry of a block and the vote extension that it is made of. */
import { beaconEntry } from "../../../app/beacon/entry.ts";
import {
  RequestFinalizeBlock,
  RequestProcessProposal,
  RequestVerifyVoteExtension,
  ResponseProcessProposalProposalStatus as ProposalStatus,
} from "../../../proto/gen/tendermint/abci/types.ts";
import { createChain } from "../../kit/chain.ts";
import type { FuzzTarget } from "../target.ts";

const WARM_BLOCKS = 3;

/** The target: an entry alone in a block that is judged, and executed as in a catch-up. */
export function beaconTarget(): FuzzTarget {
  const chain = createChain({ users: 1, resourceNodes: 1, checkInvariants: false });
  chain.mock.run(WARM_BLOCKS);
  const app = chain.app();
  const last = chain.mock.blocks.at(-1)?.request ?? RequestFinalizeBlock.create();
  const height = chain.mock.height + 1n;
  const place = { ...last, height, hash: new Uint8Array(32).fill(9) };
  return {
    name: "beacon entries and vote extensions",
    promise: "a block with any first entry is judged, and executed as one that skips",
    seeds: [beaconEntry(height, new Uint8Array(0))],
    share: 0.1,
    run: (input) => {
      app.verifyVoteExtension(
        RequestVerifyVoteExtension.create({ height, voteExtension: input.subarray(0, 200) }),
      );
      const proposal = RequestProcessProposal.create({
        ...{ height, time: last.time, hash: place.hash, txs: [input] },
        proposedLastCommit: last.decidedLastCommit,
        proposerAddress: last.proposerAddress,
      });
      const { status } = app.processProposal(proposal);
      // Not committed: the next input is executed on the same state.
      app.finalizeBlock(RequestFinalizeBlock.create({ ...place, txs: [input] }));
      return status === ProposalStatus.ACCEPT ? "accepted" : "refused";
    },
  };
}
