/** The two accounts that tokens of delegations lie in: of bonded validators, and of all others. */
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { BondStatus } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { BONDED_POOL, NOT_BONDED_POOL } from "./constants.ts";
import type { StakingDeps } from "./deps.ts";

export function isBonded({ status }: Pick<Validator, "status">): boolean {
  return status === BondStatus.BOND_STATUS_BONDED;
}

/** Name of the account that holds the tokens of a validator of this status. */
export function poolOf(validator: Pick<Validator, "status">): string {
  return isBonded(validator) ? BONDED_POOL : NOT_BONDED_POOL;
}

/** Moves tokens between the pools; nothing when both are the same. */
export function movePool(
  deps: StakingDeps,
  ctx: BlockContext,
  from: string,
  to: string,
  amount: bigint,
): void {
  if (from !== to) deps.bank.send(ctx, moduleAddress(from), moduleAddress(to), amount);
}
