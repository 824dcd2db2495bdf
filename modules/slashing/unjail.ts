/** When a validator comes out of jail. */
import { truncateDec } from "../../app/lib/dec.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import type { SlashingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { consensusAddressOf } from "./stakes.ts";
import { signingInfos, tombstones } from "./validatorState.ts";

/**
 * Checks that the operator has what it promised at stake. Licences are its own stake too: one that
 * has nothing else may come back.
 */
function checkOwnStake(deps: SlashingDeps, ctx: QueryContext, validator: Validator): void {
  const { operator, licenceStake, minSelfDelegation } = validator;
  const held = deps.staking.delegation(ctx, operator, operator);
  if (held === undefined && licenceStake === 0n) throw errors.noSelfDelegation();
  const tokens =
    held === undefined ? 0n : truncateDec(deps.staking.tokensFromShares(validator, held.shares));
  if (tokens + licenceStake < minSelfDelegation) throw errors.selfDelegationTooLow();
}

/**
 * Lets a validator out of jail.
 * @throws ModuleError noValidator, noSelfDelegation, selfDelegationTooLow, notJailed or
 *   stillJailed.
 */
export function unjail(deps: SlashingDeps, ctx: BlockContext, operator: string): void {
  const validator = deps.staking.validator(ctx, operator);
  if (validator === undefined) throw errors.noValidator();
  checkOwnStake(deps, ctx, validator);
  if (validator.jailedHeight === 0n) throw errors.notJailed();
  if (tombstones.has(ctx, operator)) throw errors.stillJailed("it is tombstoned");
  const untilMs = signingInfos.get(ctx, operator)?.jailedUntilMs ?? 0n;
  const leftMs = untilMs - ctx.block.clockMs;
  if (leftMs > 0n) throw errors.stillJailed(`${leftMs} ms are left`);
  deps.staking.unjail(ctx, consensusAddressOf(validator));
}
