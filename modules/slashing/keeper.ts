/** What other modules may do with slashing. */
import type { BlockContext } from "../../app/module/context.ts";
import type { SlashingDeps } from "./deps.ts";
import { type NodeFault, slashNode } from "./slash.ts";

export interface SlashingKeeper {
  /** Takes a part of a node's stake and licences; returns the tokens taken of it, in uasi. */
  readonly slashNode: (ctx: BlockContext, fault: NodeFault) => bigint;
}

/** Makes the keeper. */
export function slashingKeeper(deps: SlashingDeps): SlashingKeeper {
  return { slashNode: (ctx, fault) => slashNode(deps, ctx, fault) };
}
