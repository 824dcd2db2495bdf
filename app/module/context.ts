/** What a handler sees of the chain: state at one point, the block, and for writers the events. */
import { EMPTY_BYTES } from "../lib/bytes.ts";
import type { ReadState, WriteState } from "../store/store.ts";
import type { EventSpec } from "./event.ts";
import type { ModuleError } from "./error.ts";

/** One entry of the last commit, in CometBFT's order. */
export interface LastCommitVote {
  /** Consensus address, 20 bytes. */
  readonly address: Uint8Array;
  readonly power: bigint;
  /** Whether its precommit, for the block or for nil, stands in the commit. */
  readonly present: boolean;
  /** Whether that precommit is for the block: only then it carried a vote extension. */
  readonly isForBlock: boolean;
}

/** Proven misbehaviour as CometBFT reports it. */
export interface Misbehavior {
  readonly kind: "duplicate_vote" | "light_client_attack";
  readonly address: Uint8Array;
  readonly power: bigint;
  readonly height: bigint;
  readonly timeMs: bigint;
  readonly totalPower: bigint;
}

/** The block that is being executed, or for queries the last committed one. */
export interface BlockInfo {
  readonly chainId: string;
  readonly height: bigint;
  /** Block time in milliseconds since 1970. Only for display and Cosmos fields. */
  readonly timeMs: bigint;
  /** Protocol clock in milliseconds (protocol.md 2.5); every deadline is on it. */
  readonly clockMs: bigint;
  /** Epochs count from 0; height 1 to epoch_blocks are epoch 0. */
  readonly epoch: bigint;
  /** Whether this is the last block of its epoch. */
  readonly isEpochEnd: boolean;
  /** beacon(height), 32 bytes (protocol.md 2.2). */
  readonly beacon: Uint8Array;
  /** The account that may change parameters; empty when there is none. */
  readonly authority: string;
  /** Consensus address of the proposer, 20 bytes; empty in genesis. */
  readonly proposer: Uint8Array;
  readonly lastCommit: readonly LastCommitVote[];
  readonly misbehavior: readonly Misbehavior[];
  /** CometBFT's hash of the validators of the next height; empty where no block is executed. */
  readonly nextValidatorsHash: Uint8Array;
  /** The block before this one, known while a block is executed. */
  readonly previous: PreviousBlock;
}

/** What the whole network agreed on one block ago; hashes of 32 bytes. */
export interface PreviousBlock {
  /** Empty before the second block, and wherever no block is executed. */
  readonly blockHash: Uint8Array;
  /** Of the state after it; empty like the other. */
  readonly appHash: Uint8Array;
}

/** When no block is executed, or the first. */
export const NO_PREVIOUS_BLOCK: PreviousBlock = {
  blockHash: EMPTY_BYTES,
  appHash: EMPTY_BYTES,
};

/** Read-only access: a query handler has no way to write. */
export interface QueryContext {
  readonly state: ReadState;
  readonly block: BlockInfo;
}

/** The result of one item of a list: code 0, or the codespace and code of its ModuleError. */
export interface ItemResult {
  readonly codespace: string;
  readonly code: number;
}

/** Read and write access in hooks and genesis. */
export interface BlockContext extends QueryContext {
  readonly state: WriteState;
  emit<E>(event: EventSpec<E>, value: E): void;
  /**
   * Runs `work` on a branch of its own: its writes and events are kept when it returns and thrown
   * away when it throws a ModuleError, which is returned. Any other exception passes through.
   */
  attempt(work: (ctx: BlockContext) => void): ModuleError | undefined;
}

/** Read and write access in a message handler. */
export interface TxContext extends BlockContext {
  /** SHA-256 of the transaction's bytes. */
  readonly txHash: Uint8Array;
  /** Position of the message in its transaction. */
  readonly messageIndex: number;
  /** Sequence with which the message's signer signed this transaction. */
  readonly signerSequence: bigint;
  /** Runs `work` for each item on a branch of its own; items stand or fall alone. */
  eachItem<T>(
    items: readonly T[],
    work: (ctx: TxContext, item: T, index: number) => void,
  ): readonly ItemResult[];
}
