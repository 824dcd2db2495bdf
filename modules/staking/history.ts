/** Headers of the last blocks, for Cosmos' query of historical info. */
import { HistoricalHeader } from "../../proto/gen/aegis/staking/v1/staking.ts";
import type { HistoricalInfo } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { Header } from "../../proto/gen/tendermint/types/types.ts";
import { uint64Key } from "../../app/module/collections/codecs.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { committeeAt } from "./committee.ts";
import { cosmosValidator } from "./cosmosForms.ts";
import { history } from "./delegationState.ts";
import { operators, params, validators } from "./state.ts";

/** Most headers that one block forgets, when there are to be fewer than before. */
const FORGOTTEN_PER_BLOCK = 100;

/** Keeps the block's header and forgets those that are too old. */
export function keepHeader(ctx: BlockContext): void {
  const { height, timeMs, proposer, previous, nextValidatorsHash } = ctx.block;
  const kept = BigInt(params.require(ctx).historicalEntries);
  if (kept > 0n) {
    const header = { timeMs, proposer, appHash: previous.appHash, nextValidatorsHash };
    history.set(ctx, height, HistoricalHeader.create(header));
  }
  if (height < kept) return;
  const end = uint64Key.encode(height - kept + 1n);
  const old: bigint[] = [];
  for (const [at] of history.entries(ctx, { end })) {
    if (old.length === FORGOTTEN_PER_BLOCK) break;
    old.push(at);
  }
  for (const at of old) history.delete(ctx, at);
}

/**
 * What the Cosmos SDK keeps of a block: its header and the validators that ran consensus, those as
 * they are now. Undefined when it is not kept.
 */
export function historicalInfo(ctx: QueryContext, height: bigint): HistoricalInfo | undefined {
  const kept = history.get(ctx, height);
  if (kept === undefined) return undefined;
  const { timeMs, proposer: proposerAddress, appHash, nextValidatorsHash } = kept;
  const time = { seconds: timeMs / 1_000n, nanos: Number(timeMs % 1_000n) * 1_000_000 };
  const { chainId } = ctx.block;
  const header = { chainId, height, time, proposerAddress, appHash, nextValidatorsHash };
  const seats = committeeAt(ctx, height)?.members ?? [];
  const valset = seats.flatMap(({ consensusAddress }) => {
    const operator = operators.get(ctx, consensusAddress);
    return operator === undefined ? [] : [validators.require(ctx, operator)];
  });
  return {
    header: Header.create(header),
    valset: valset.map((validator) => cosmosValidator(ctx, validator)),
  };
}
