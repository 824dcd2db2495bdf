/** How many operators a model has: emission asks for enough of them. */
import { textKey } from "../../app/module/collections/codecs.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import { isActive, isBonded } from "./access.ts";
import { nodes, nodesByModel, paramsItem } from "./state.ts";

/** Operators with an active node on `model`, counted up to `max`. */
export function countOperators(ctx: Readable, model: string, max: number): number {
  const operators = new Set<string>();
  for (const [, address] of nodesByModel.keys(ctx, { prefix: textKey.encode(model) })) {
    if (operators.size >= max) break;
    const node = nodes.require(ctx, address);
    if (isActive(node, model) && isBonded(ctx, node)) operators.add(node.operator);
  }
  return operators.size;
}

/** Whether work on `model` earns emission: one operator alone would pay himself. */
export function hasOperators(ctx: Readable, model: string): boolean {
  const { minModelOperators } = paramsItem.require(ctx);
  return countOperators(ctx, model, minModelOperators) >= minModelOperators;
}
