/** Contexts over a branch of state: what hooks and handlers get from the host. */
import type {
  BlockContext,
  BlockInfo,
  ItemResult,
  QueryContext,
  TxContext,
} from "../module/context.ts";
import { ModuleError } from "../module/error.ts";
import type { AbciEvent } from "../module/event.ts";
import { Branch } from "../store/branch.ts";
import type { ReadState, WriteState } from "../store/store.ts";

/** Read-only context of a query. */
export function queryContext(state: ReadState, block: BlockInfo): QueryContext {
  return { state, block };
}

/**
 * Runs `work` on a branch of `state`. Returns the ModuleError it threw, after dropping the branch;
 * otherwise writes the branch and keeps the events.
 */
function onBranch(
  state: WriteState,
  events: AbciEvent[],
  work: (branch: WriteState, events: AbciEvent[]) => void,
): ModuleError | undefined {
  const branch = new Branch(state);
  const own: AbciEvent[] = [];
  try {
    work(branch, own);
  } catch (error) {
    if (error instanceof ModuleError) return error;
    throw error;
  }
  branch.write();
  events.push(...own);
  return undefined;
}

/** Context of hooks; events go to `events` in the order of emission. */
export function blockContext(
  state: WriteState,
  block: BlockInfo,
  events: AbciEvent[],
): BlockContext {
  return {
    state,
    block,
    emit: (spec, value) => {
      events.push(spec.toAbci(value));
    },
    attempt: (work) =>
      onBranch(state, events, (branch, own) => work(blockContext(branch, block, own))),
  };
}

/** Context of a check: what would be emitted is nobody's business, so nothing is made of it. */
export function quietContext(state: WriteState, block: BlockInfo): BlockContext {
  return { ...blockContext(state, block, []), emit: () => {} };
}

/** What a message handler knows of its transaction. */
export interface TxPlace {
  readonly txHash: Uint8Array;
  readonly messageIndex: number;
  readonly signerSequence: bigint;
}

const SUCCESS: ItemResult = { codespace: "", code: 0 };

/** Context of one message. */
export function txContext(
  state: WriteState,
  block: BlockInfo,
  events: AbciEvent[],
  place: TxPlace,
): TxContext {
  return {
    ...blockContext(state, block, events),
    ...place,
    eachItem: (items, work) =>
      items.map((item, index) => {
        const error = onBranch(state, events, (branch, own) =>
          work(txContext(branch, block, own, place), item, index),
        );
        return error === undefined ? SUCCESS : { codespace: error.codespace, code: error.code };
      }),
  };
}
