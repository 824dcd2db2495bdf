/** What other modules may do with slashing. */
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { SlashingDeps } from "./deps.ts";
import { doubleAttestation, type DoubleAttestation, missedCheckpoints } from "./faults.ts";
import { type NodeFault, slashNode } from "./slash.ts";
import { type ValidatorHooks, validatorHooks } from "./stakingHooks.ts";
import { tombstones } from "./validatorState.ts";

export interface SlashingKeeper {
  /** Takes a part of a node's stake and licences; returns the tokens taken of it, in uasi. */
  readonly slashNode: (ctx: BlockContext, fault: NodeFault) => bigint;
  /** Slashes and jails for ever; nothing when that was done already. */
  readonly doubleAttestation: (ctx: BlockContext, fault: DoubleAttestation) => void;
  /** Slashes and jails for a while; nothing when the validator is jailed already. */
  readonly missedCheckpoints: (ctx: BlockContext, operator: string) => void;
  /** Whether an operator is jailed for ever. */
  readonly isTombstoned: (ctx: QueryContext, operator: string) => boolean;
  /** What staking must tell. */
  readonly hooks: ValidatorHooks;
}

/** Makes the keeper. */
export function slashingKeeper(deps: SlashingDeps): SlashingKeeper {
  return {
    slashNode: (ctx, fault) => slashNode(deps, ctx, fault),
    doubleAttestation: (ctx, fault) => doubleAttestation(deps, ctx, fault),
    missedCheckpoints: (ctx, operator) => missedCheckpoints(deps, ctx, operator),
    isTombstoned: (ctx, operator) => tombstones.has(ctx, operator),
    hooks: validatorHooks(deps),
  };
}
