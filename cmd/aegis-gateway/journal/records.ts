/** What the journal keeps, as the program works with it. */

/** A key as it is stored: without the key. */
export interface KeyRecord {
  /** Public name of the key: "key_" and 16 hex digits. */
  readonly id: string;
  /** SHA-256 of the key's text. */
  readonly hash: Uint8Array;
  /** Wallet that made it, and to which alone money goes back. */
  readonly owner: string;
  readonly name: string;
  /** Most uasi that it may spend in all; undefined: what its owner's account has. */
  readonly spendingLimit: bigint | undefined;
  readonly createdMs: number;
  readonly revokedMs: number | undefined;
}

/**
 * `sending`: its transaction may or may not have been sent. `submitted`: a block has the task.
 * `settled`: charged and refunded are known. `refused`: the chain took nothing. `lost`: no block
 * can have it any more.
 */
export type RequestStage = "sending" | "submitted" | "settled" | "refused" | "lost";

/** One request of a client. */
export interface RequestRecord {
  readonly id: number;
  readonly key: string;
  readonly owner: string;
  /** Account that pays. */
  readonly account: string;
  readonly endpoint: string;
  readonly model: string;
  readonly digest: Uint8Array;
  readonly stage: RequestStage;
  /** Hash of the task, 64 hex digits. */
  readonly task: string | undefined;
  /** Its state when it was last looked at. */
  readonly state: string;
  /** uasi escrowed, or to be. */
  readonly maxFee: bigint;
  readonly charged: bigint | undefined;
  readonly refunded: bigint | undefined;
  /** A height that the chain had reached before the request was sent. */
  readonly afterHeight: number;
  readonly createdMs: number;
  readonly note: string;
}

/** What a new request is stored with. */
export interface NewRequest {
  readonly key: string;
  readonly owner: string;
  readonly account: string;
  readonly endpoint: string;
  readonly model: string;
  /** SHA-256 of what was asked, to tell a repetition from a mistake. */
  readonly digest: Uint8Array;
  /** The client's Idempotency-Key, if it sent one. */
  readonly repeatOf: string | undefined;
  readonly maxFee: bigint;
  readonly afterHeight: number;
  readonly nowMs: number;
}

/** What a key has spent. */
export interface Spent {
  /** uasi charged for settled tasks. */
  readonly charged: bigint;
  /** uasi that unsettled tasks may still cost. */
  readonly reserved: bigint;
}

/** A payment back to an owner. */
export interface WithdrawalRecord {
  readonly id: number;
  readonly owner: string;
  readonly account: string;
  readonly amount: bigint;
  readonly stage: "sending" | "sent" | "refused";
  readonly hash: string | undefined;
  readonly createdMs: number;
  readonly note: string;
}
