/** What all list messages share: bounds, order, and who signs. */
import { isAccountAddress } from "../../../app/lib/address.ts";
import { compareBytes } from "../../../app/lib/bytes.ts";
import type { QueryContext } from "../../../app/module/context.ts";
import { BATCH_MAX } from "../constants.ts";
import { errors } from "../errors.ts";
import { paramsItem } from "../state.ts";

/** What orders the items of a node's message. */
interface OrderedItem {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  /** Only where an item is about another node's result. */
  readonly executor?: string;
}

/** @throws ModuleError invalidAddress. */
export function validateAddress(address: string, name: string): void {
  if (!isAccountAddress(address)) throw errors.invalidAddress(name);
}

/** @throws ModuleError listEmpty or listTooLong. */
export function validateLength(items: readonly unknown[]): void {
  if (items.length === 0) throw errors.listEmpty();
  if (items.length > BATCH_MAX) throw errors.listTooLong();
}

/** The parameter, below the fixed bound of `validateLength`. @throws ModuleError listTooLong. */
export function checkBatch(ctx: QueryContext, items: readonly unknown[]): void {
  if (items.length > paramsItem.require(ctx).maxBatch) throw errors.listTooLong();
}

/** Checks of a node's list that need no state. @throws ModuleError. */
export function validateItems(node: string, items: readonly OrderedItem[]): void {
  validateAddress(node, "node");
  validateOrder(items);
}

/** @throws ModuleError listEmpty, listTooLong or listOrder. */
export function validateOrder(items: readonly OrderedItem[]): void {
  validateLength(items);
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    if (before !== undefined && compareItems(before, item) >= 0) throw errors.listOrder();
  }
}

function compareItems(a: OrderedItem, b: OrderedItem): number {
  const byTask = compareBytes(a.taskHash, b.taskHash) || a.calculation - b.calculation;
  if (byTask !== 0) return byTask;
  const [first, second] = [a.executor ?? "", b.executor ?? ""];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** Gas of a list: fixed per message and item, so that it does not depend on what fails. */
export function listGas(message: bigint, perItem: bigint, items: readonly unknown[]): bigint {
  return message + perItem * BigInt(items.length);
}
