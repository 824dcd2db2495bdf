/**
 * What a resource node asks of the chain, and nothing more: a handful of queries and one way to
 * send a message. The daemon is written against this interface, so that tests can be the chain.
 */
import type { ModelRevision } from "../../../proto/gen/aegis/tasks/v1/model.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import type {
  Duty,
  NodeView,
  PendingCalculation,
} from "../../../proto/gen/aegis/tasks/v1/query.ts";
import type { ItemResult } from "../../../proto/gen/aegis/base/v1/base.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";

/** Where the chain's state stands. */
export interface ChainStatus {
  readonly chainId: string;
  readonly height: bigint;
  /** The protocol clock, in milliseconds. */
  readonly clockMs: bigint;
}

/** A transaction in a block. */
export interface Inclusion {
  readonly height: bigint;
  /** Code of the whole transaction; 0 means that its message ran. */
  readonly code: number;
  readonly codespace: string;
  /** One per item of the message, in order; empty when the transaction failed. */
  readonly results: readonly ItemResult[];
}

/** One message to sign and send. */
export interface Sending {
  readonly message: Any;
  /** Gas that the message declares. */
  readonly gas: bigint;
  /** Last height at which the transaction may be included. */
  readonly timeoutHeight: bigint;
}

/** Sees signed bytes and their hash (upper-case hex) before they are sent. */
export type OnSigned = (bytes: Uint8Array, hash: string) => void;

/** The chain as one node sees it. Every call throws RpcError when the chain does not answer. */
export interface Chain {
  status(): Promise<ChainStatus>;
  /** Calculations of a model that accept commits, with this node's position. */
  pending(model: string): Promise<readonly PendingCalculation[]>;
  /** What this node owes. */
  duties(): Promise<readonly Duty[]>;
  /** Hashes of the newest tasks of a model that are soft final. */
  softFinal(model: string): Promise<readonly Uint8Array[]>;
  /** @throws QueryError when there is no such task. */
  task(taskHash: Uint8Array): Promise<TaskRecord>;
  /** This node's registration; undefined when it has none. */
  node(): Promise<NodeView | undefined>;
  /** A revision, or with number 0 the one that acts now. @throws QueryError when there is none. */
  revision(model: string, number: number): Promise<ModelRevision>;
  /** Most items that a message may have. */
  maxBatch(): Promise<number>;
  /** This node's balance in uasi. */
  balance(): Promise<bigint>;
  /**
   * Signs and broadcasts. Calls are served in order.
   * @throws TxFailure when the node refuses it: it can never be included.
   */
  send(sending: Sending, onSigned: OnSigned): Promise<void>;
  /** Broadcasts bytes that were signed before. @throws TxFailure when the node refuses them. */
  rebroadcast(bytes: Uint8Array): Promise<void>;
  /** The block that has a transaction; undefined while there is none. */
  inclusion(hash: string): Promise<Inclusion | undefined>;
  /** Forgets what is known of this node's sequence; the next call to `send` reads it. */
  forgetSequence(): void;
}
