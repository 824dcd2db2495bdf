/**
 * Contexts for tests of modules: the host's own context functions over a plain state, with a block
 * whose parts a test may choose.
 */
import { EMPTY_BYTES, sha256, utf8 } from "../../app/lib/bytes.ts";
import { type TxPlace, txContext } from "../../app/lifecycle/context.ts";
import { type BlockInfo, NO_PREVIOUS_BLOCK, type TxContext } from "../../app/module/context.ts";
import { ModuleError } from "../../app/module/error.ts";
import type { AbciEvent, EventSpec } from "../../app/module/event.ts";
import { MemoryState } from "./memoryState.ts";

/** A transaction context that keeps what was emitted. It also serves as block and query context. */
export interface TestContext extends TxContext {
  readonly state: MemoryState;
  /** Every event that was emitted and kept, over all contexts made by `at`. */
  readonly events: AbciEvent[];
  /** The same state and events at another block (and place in a transaction). */
  at(block: Partial<BlockInfo>, place?: Partial<TxPlace>): TestContext;
  /** The emitted events of one declared type, decoded. */
  emitted<E>(spec: EventSpec<E>): E[];
}

const FIRST_BLOCK: BlockInfo = {
  chainId: "aegis-test-1",
  height: 1n,
  timeMs: 1_700_000_000_000n,
  clockMs: 1_000n,
  epoch: 0n,
  isEpochEnd: false,
  beacon: sha256(utf8("beacon of tests")),
  authority: "",
  proposer: new Uint8Array(0),
  lastCommit: [],
  misbehavior: [],
  nextValidatorsHash: EMPTY_BYTES,
  previous: NO_PREVIOUS_BLOCK,
};

const FIRST_PLACE: TxPlace = {
  txHash: sha256(utf8("transaction of tests")),
  messageIndex: 0,
  signerSequence: 0n,
};

/** A context over an empty state, or over `state`. */
export function testContext(
  block: Partial<BlockInfo> = {},
  state: MemoryState = new MemoryState(),
): TestContext {
  return contextAt(state, [], { ...FIRST_BLOCK, ...block }, FIRST_PLACE);
}

function contextAt(
  state: MemoryState,
  events: AbciEvent[],
  block: BlockInfo,
  place: TxPlace,
): TestContext {
  return {
    ...txContext(state, block, events, place),
    state,
    events,
    at: (other, place2 = {}) =>
      contextAt(state, events, { ...block, ...other }, { ...place, ...place2 }),
    emitted: (spec) =>
      events.flatMap((event) => {
        const value = spec.fromAbci(event);
        return value === undefined ? [] : [value];
      }),
  };
}

/**
 * What `work` is refused with, as "codespace/code".
 * @throws whatever else it throws, and an Error when it is not refused at all.
 */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ModuleError) return `${error.codespace}/${error.code}`;
    throw error;
  }
  throw new Error("expected a ModuleError, but nothing was refused");
}
