/** What other modules may ask of tasks: a node's stake, which only slashing takes. */
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { TasksDeps } from "./deps.ts";
import { licencesChanged } from "./nodeLicences.ts";
import { takeNodeStake } from "./nodes.ts";
import { nodes } from "./state.ts";

/** The keeper of tasks. */
export interface TasksKeeper {
  /** A node's own tokens, bonded or unbonding, in uasi; undefined when there is no such node. */
  nodeStake(ctx: QueryContext, node: string): bigint | undefined;
  /** Operator of a node; undefined when there is no such node. */
  nodeOperator(ctx: QueryContext, node: string): string | undefined;
  /**
   * Moves up to `amount` of a node's stake to the account of module `toModule`; returns how much.
   * @throws ModuleError unknownNode.
   */
  takeNodeStake(ctx: BlockContext, node: string, amount: bigint, toModule: string): bigint;
  /** How many licences are behind a node now, and what those that count stand for, in uasi. */
  licencesChanged(
    ctx: BlockContext,
    node: string,
    backing: { readonly licences: number; readonly stake: bigint },
  ): void;
}

export function tasksKeeper(deps: TasksDeps): TasksKeeper {
  return {
    nodeStake: (ctx, node) => nodes.get(ctx, node)?.stake,
    nodeOperator: (ctx, node) => nodes.get(ctx, node)?.operator,
    takeNodeStake: (ctx, node, amount, toModule) =>
      takeNodeStake(deps, ctx, node, amount, toModule),
    licencesChanged,
  };
}
