/** What staking tells slashing of validators and of what stands behind them. */
import { JailReason } from "../../proto/gen/aegis/staking/v1/staking.ts";
import type { Dec } from "../../app/lib/dec.ts";
import { present } from "../../app/lib/assert.ts";
import type { BlockContext } from "../../app/module/context.ts";
import type { SlashingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { endSitting, jailUntil } from "./signing.ts";
import { consensusAddressOf, touch } from "./stakes.ts";
import { params } from "./state.ts";
import { signingInfos, tombstonedKeys, tombstones } from "./validatorState.ts";
import { clearWindow } from "./window.ts";

/** Those of staking's hooks that slashing hangs on. */
export interface ValidatorHooks {
  /** @throws ModuleError tombstoned: neither the operator nor the key may come back. */
  readonly afterValidatorCreated: (ctx: BlockContext, operator: string) => void;
  readonly afterValidatorRemoved: (ctx: BlockContext, operator: string) => void;
  readonly beforeValidatorModified: (ctx: BlockContext, operator: string) => void;
  readonly afterDelegationModified: DelegationHook;
  readonly beforeDelegationRemoved: DelegationHook;
  readonly beforeValidatorSlashed: (ctx: BlockContext, operator: string, fraction: Dec) => void;
  readonly afterValidatorBonded: ValidatorHook;
  readonly afterValidatorBeginUnbonding: ValidatorHook;
}

type DelegationHook = (ctx: BlockContext, delegator: string, operator: string) => void;
type ValidatorHook = (ctx: BlockContext, address: Uint8Array, operator: string) => void;

/** Makes them. */
export function validatorHooks(deps: SlashingDeps): ValidatorHooks {
  return {
    afterValidatorCreated: (ctx, operator) => {
      const validator = present(deps.staking.validator(ctx, operator), "a new validator");
      const isKeyBuried = tombstonedKeys.get(ctx, consensusAddressOf(validator)) !== undefined;
      if (tombstones.has(ctx, operator) || isKeyBuried) throw errors.tombstoned();
    },
    afterValidatorRemoved: (ctx, operator) => {
      signingInfos.delete(ctx, operator);
      clearWindow(ctx, operator);
    },
    beforeValidatorModified: touch,
    afterDelegationModified: (ctx, _, operator) => touch(ctx, operator),
    beforeDelegationRemoved: (ctx, _, operator) => touch(ctx, operator),
    beforeValidatorSlashed: touch,
    afterValidatorBonded: (ctx, _, operator) => {
      const info = signingInfos.get(ctx, operator);
      if (info === undefined) return;
      signingInfos.set(ctx, operator, { ...info, startHeight: ctx.block.height });
    },
    afterValidatorBeginUnbonding: (ctx, _, operator) => {
      endSitting(ctx, operator, ctx.block.height);
      const reason = deps.staking.validator(ctx, operator)?.jailReason;
      if (reason !== JailReason.JAIL_REASON_BEACON) return;
      const { downtimeJailDurationMs } = params.require(ctx);
      jailUntil(ctx, operator, ctx.block.clockMs + downtimeJailDurationMs);
    },
  };
}
