/**
 * What validators earn by producing blocks: each block counts its proposer and the seats that
 * signed the one before, and the end of an epoch divides emission and fees by these counts.
 */
import type { EpochTally, SeatTally } from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { hex } from "../../app/lib/bytes.ts";
import { mulDiv } from "../../app/lib/coin.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { DISTRIBUTION_ACCOUNT, FEE_COLLECTOR, MILLION, SEATS_COUNTED_MAX } from "./constants.ts";
import type { RewardsDeps } from "./deps.ts";
import { tally } from "./distributionState.ts";
import { earn } from "./periods.ts";
import { setAside } from "./standby.ts";
import { params } from "./state.ts";

/** Counts the proposer of this block, and who signed the last one. */
export function countBlock(ctx: BlockContext): void {
  const { proposer, lastCommit } = ctx.block;
  const signers = lastCommit.filter(({ isForBlock }) => isForBlock).map(({ address }) => address);
  if (proposer.length === 0 && signers.length === 0) return;
  const seats = new Map<string, SeatTally>();
  for (const seat of tally.get(ctx)?.seats ?? []) seats.set(hex(seat.consensusAddress), seat);
  const count = (consensusAddress: Uint8Array, proposed: number, signed: number): void => {
    const key = hex(consensusAddress);
    const before = seats.get(key);
    if (before === undefined && seats.size >= SEATS_COUNTED_MAX) return;
    seats.set(key, {
      consensusAddress,
      proposed: (before?.proposed ?? 0) + proposed,
      signed: (before?.signed ?? 0) + signed,
    });
  };
  if (proposer.length > 0) count(proposer, 1, 0);
  for (const address of signers) count(address, 0, 1);
  tally.set(ctx, { seats: [...seats.values()] });
}

/** What an epoch gave to validators, in uasi. */
export interface Given {
  readonly proposers: bigint;
  readonly committee: bigint;
  /** Set aside for who attests the epoch's checkpoint. */
  readonly standby: bigint;
}

interface Earned {
  readonly validator: Validator;
  readonly proposed: bigint;
  readonly signed: bigint;
}

/** Each part by its counts, rounded down. A seat whose validator is gone leaves its part. */
function shares(
  deps: RewardsDeps,
  ctx: BlockContext,
  { seats }: EpochTally,
  parts: { readonly proposers: bigint; readonly committee: bigint },
): Earned[] {
  const proposed = BigInt(seats.reduce((sum, seat) => sum + seat.proposed, 0));
  const signed = BigInt(seats.reduce((sum, seat) => sum + seat.signed, 0));
  return seats.flatMap((seat) => {
    const validator = deps.staking.validatorByConsensusAddress(ctx, seat.consensusAddress);
    if (validator === undefined) return [];
    const part = (pool: bigint, own: number, all: bigint): bigint =>
      own === 0 ? 0n : mulDiv(pool, BigInt(own), all);
    return {
      validator,
      proposed: part(parts.proposers, seat.proposed, proposed),
      signed: part(parts.committee, seat.signed, signed),
    };
  });
}

/**
 * Divides what lies in the fee collector by what was counted in the epoch that ends, and counts
 * anew. What rounding leaves stays there for the next epoch.
 */
export function divideIncome(deps: RewardsDeps, ctx: BlockContext, counted: EpochTally): Given {
  const { proposerShareMillionths, committeeShareMillionths } = params.require(ctx);
  const collector = moduleAddress(FEE_COLLECTOR);
  const income = deps.bank.balance(ctx, collector);
  const proposers = mulDiv(income, BigInt(proposerShareMillionths), MILLION);
  const committee = mulDiv(income, BigInt(committeeShareMillionths), MILLION);
  const standby = income - proposers - committee;
  const earned = shares(deps, ctx, counted, { proposers, committee });
  const given = {
    proposers: earned.reduce((sum, one) => sum + one.proposed, 0n),
    committee: earned.reduce((sum, one) => sum + one.signed, 0n),
    standby,
  };
  const amount = given.proposers + given.committee + standby;
  deps.bank.send(ctx, collector, moduleAddress(DISTRIBUTION_ACCOUNT), amount);
  for (const { validator, proposed, signed } of earned) earn(ctx, validator, proposed + signed);
  setAside(ctx, standby);
  tally.delete(ctx);
  return given;
}
