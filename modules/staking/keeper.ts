/** What the host and other modules may ask of validators. */
import type { Committee, Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import type { BeaconStaking } from "../../app/beacon/deps.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { beaconSigner, recordBeaconDraw } from "./beacon.ts";
import { committeeAt, hadSeat } from "./committee.ts";
import { operators, validators } from "./state.ts";

export interface StakingKeeper extends BeaconStaking {
  readonly validator: (ctx: QueryContext, operator: string) => Validator | undefined;
  readonly validatorByConsensusAddress: (
    ctx: QueryContext,
    address: Uint8Array,
  ) => Validator | undefined;
  /** The committee that signs `height`; undefined when it is no longer kept. */
  readonly committee: (ctx: QueryContext, height: bigint) => Committee | undefined;
  /**
   * The BLS key (48 bytes) of a validator that had a seat at `height` or at most two heights
   * before; undefined for all others.
   */
  readonly blsKey: (
    ctx: QueryContext,
    address: Uint8Array,
    height: bigint,
  ) => Uint8Array | undefined;
  /** Operators of all validators that are not jailed, in order of address. */
  readonly activeOperators: (ctx: QueryContext) => readonly string[];
}

function byAddress(ctx: QueryContext, address: Uint8Array): Validator | undefined {
  const operator = address.length === 20 ? operators.get(ctx, address) : undefined;
  return operator === undefined ? undefined : validators.require(ctx, operator);
}

export const keeper: StakingKeeper = {
  validator: (ctx, operator) => validators.get(ctx, operator),
  validatorByConsensusAddress: byAddress,
  committee: committeeAt,
  blsKey: (ctx, address, height) =>
    hadSeat(ctx, address, height) ? byAddress(ctx, address)?.blsPublicKey : undefined,
  activeOperators: (ctx) => {
    const active: string[] = [];
    for (const [operator, { jailedHeight }] of validators.entries(ctx)) {
      if (jailedHeight === 0n) active.push(operator);
    }
    return active;
  },
  beaconSigner,
  recordBeaconDraw,
};
