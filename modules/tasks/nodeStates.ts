/**
 * What a node may do for a model: PENDING until it first qualifies, ACTIVE while it is qualified,
 * SUSPENDED after it was. A node that is gone, or not of that model any more, is left alone.
 */
import {
  type NodeModel,
  NodeModelState,
  PendingReason,
} from "../../proto/gen/aegis/tasks/v1/node.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { nodeModel } from "./access.ts";
import { nodeNotQualified, nodeQualified } from "./events.ts";
import { nodes } from "./state.ts";

/** Changes what a node is registered as for `model`; returns what it was before. */
export function changeNodeModel(
  ctx: BlockContext,
  address: string,
  model: string,
  change: (own: NodeModel) => NodeModel,
): NodeModel | undefined {
  const node = nodes.get(ctx, address);
  const before = node && nodeModel(node, model);
  if (node === undefined || before === undefined) return undefined;
  const models = node.models.map((one) => (one.model === model ? change(one) : one));
  nodes.set(ctx, address, { ...node, models });
  return before;
}

/** What a passed qualification gives. */
export interface Qualified {
  readonly workScore: bigint;
  readonly revision: number;
}

/** Any state → ACTIVE. Draws that are fixed already do not see a node that was not. */
export function activateNode(
  ctx: BlockContext,
  address: string,
  model: string,
  { workScore, revision }: Qualified,
): void {
  const { height, epoch } = ctx.block;
  const before = changeNodeModel(ctx, address, model, (own) => ({
    ...own,
    state: NodeModelState.NODE_MODEL_STATE_ACTIVE,
    pendingReason: PendingReason.PENDING_REASON_UNSPECIFIED,
    workScore,
    activeHeight: own.state === NodeModelState.NODE_MODEL_STATE_ACTIVE ? own.activeHeight : height,
    qualifiedEpoch: epoch,
    qualifiedRevision: revision,
  }));
  if (before !== undefined) ctx.emit(nodeQualified, { model, node: address, workScore });
}

/** ACTIVE → SUSPENDED; PENDING and SUSPENDED stay, with the newer reason. */
export function suspendNode(
  ctx: BlockContext,
  address: string,
  model: string,
  reason: PendingReason,
): void {
  const stateOf = (own: NodeModel): NodeModelState =>
    own.state === NodeModelState.NODE_MODEL_STATE_PENDING
      ? own.state
      : NodeModelState.NODE_MODEL_STATE_SUSPENDED;
  const before = changeNodeModel(ctx, address, model, (own) => ({
    ...own,
    state: stateOf(own),
    pendingReason: reason,
  }));
  if (before === undefined) return;
  ctx.emit(nodeNotQualified, { model, node: address, state: stateOf(before), reason });
}
