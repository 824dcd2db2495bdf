/** Who may verify a qualification: ACTIVE nodes of the same kernel class, or those beside it. */
import type { Node } from "../../proto/gen/aegis/tasks/v1/node.ts";
import type { Task } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { present } from "../../app/lib/assert.ts";
import { textKey } from "../../app/module/collections/codecs.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import { isActive, isBonded, nodeModel, requireNode, rulesOf } from "./access.ts";
import { nodes, nodesByModel, results, tasks } from "./state.ts";

/** The kernel class that a qualification's verifiers must have: that of its node. */
export function classOf(ctx: Readable, task: Task): string {
  const { model } = present(task.identity, "identity");
  return present(nodeModel(requireNode(ctx, task.qualifies), model), "model").kernelClass;
}

/**
 * Whether `active` nodes have too few operators beside the task's own, so that the nodes which
 * were drawn together verify each other.
 */
export function isBootstrap(ctx: Readable, task: Task, active: readonly Node[]): boolean {
  const operators = new Set(active.map(({ operator }) => operator));
  operators.delete(requireNode(ctx, task.qualifies).operator);
  return operators.size < rulesOf(task).softFinalityVerifications;
}

/**
 * Nodes of the same class that are ACTIVE or have answered a qualification of the same height: what
 * they do not owe anyway, only a node that is at work is asked for.
 */
export function roundMembers(ctx: Readable, task: Task): Node[] {
  const { model } = present(task.identity, "identity");
  const kernelClass = classOf(ctx, task);
  return [...nodesByModel.keys(ctx, { prefix: textKey.encode(model) })]
    .map(([, address]) => nodes.require(ctx, address))
    .filter((node) => {
      const own = present(nodeModel(node, model), "model of a node");
      if (!isBonded(ctx, node) || own.kernelClass !== kernelClass) return false;
      if (isActive(node, model)) return true;
      const { qualification } = own;
      return (
        qualification.length > 0 &&
        tasks.require(ctx, qualification).height === task.height &&
        results.has(ctx, [[qualification, 0, 0], node.address])
      );
    });
}
