/** Tells staking how a height's draw went: who withholds is found out over many draws. */
import { equalBytes } from "../lib/bytes.ts";
import type { BlockContext } from "../module/context.ts";
import type { BeaconStaking } from "./deps.ts";
import type { ReadEntry } from "./entry.ts";

/** Records the draw of the block that `ctx` executes. A height without a signer has none. */
export function recordBeacon(ctx: BlockContext, staking: BeaconStaking, entry: ReadEntry): void {
  const { signer } = entry;
  if (signer === undefined) return;
  const vote = ctx.block.lastCommit.find(({ address }) =>
    equalBytes(address, signer.consensusAddress),
  );
  staking.recordBeaconDraw(ctx, {
    height: ctx.block.height,
    signer,
    proposer: ctx.block.proposer,
    isWithheld: entry.isSkip && vote?.isForBlock === true,
  });
}
