/** What a gateway asks of a chain; tests put another one in its place. */
import type { AegisClient } from "../../../app/client/sdk/types.ts";

/** What of a client a gateway uses. */
export type GatewayClient = Pick<
  AegisClient,
  | "address"
  | "ask"
  | "stream"
  | "wait"
  | "task"
  | "quote"
  | "models"
  | "balance"
  | "send"
  | "proveStream"
  | "receipt"
>;

/** A task as a list of the chain has it. */
export interface ListedTask {
  readonly taskHash: string;
  readonly sender: string;
  readonly model: string;
  readonly height: number;
}

/** A client that somebody uses; it stays open until it is given back. */
export interface BorrowedClient {
  readonly client: GatewayClient;
  giveBack(): void;
}

/** One chain through one node. */
export interface GatewayChain {
  readonly chainId: string;
  /** Looks only. */
  readonly reader: GatewayClient;
  /** Account that pays for `owner`'s tasks. */
  accountOf(owner: string): string;
  /** A client that signs for that account. */
  borrow(owner: string): Promise<BorrowedClient>;
  /** A client that signs for the gateway's own account, which a faucet pays from. */
  own(): Promise<GatewayClient>;
  /** Height of the last block. @throws Error when the node does not answer. */
  height(): Promise<number>;
  /** Tasks of blocks above `height`, newest first, as many as are listed at most. */
  tasksAfter(height: number): Promise<readonly ListedTask[]>;
  close(): void;
}
