/** What a stream is of, who makes it, and what is kept of it. */
import type { StreamPart } from "../../asli/stream.ts";
import type { FinishReason } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";

/** An attempt of a calculation that streams. */
export interface StreamTask {
  readonly chainId: string;
  /** 32 bytes. */
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
}

/** A node as the chain's state knows it. */
export interface StreamNode {
  readonly address: string;
  /** http or https URL that its operator registered. */
  readonly endpoint: string;
  /** Compressed secp256k1 key, 33 bytes; the one that the address is of. */
  readonly publicKey: Uint8Array;
}

/** What a node said, with its signature over all of it. */
export interface StreamEvidence {
  readonly task: StreamTask;
  /** Address of the node. */
  readonly node: string;
  /** From the first one on, without gaps. */
  readonly chunks: readonly StreamPart[];
  /** Over the head of the last chunk: 64 bytes. */
  readonly signature: Uint8Array;
}

/** What is new in a stream. */
export interface StreamPiece {
  readonly text: string;
  readonly tokenIds: readonly number[];
  /** Unspecified but in the last piece. */
  readonly finishReason: FinishReason;
  /** Address of the node that said it. */
  readonly node: string;
}
