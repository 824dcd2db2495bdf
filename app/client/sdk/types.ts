/**
 * What the SDK offers, as types: a program asks a model, hears the answer as it is made, waits
 * until it is as sure as it wants to be, and gets the proof. Free of Node, as everything here.
 */
import type { ReceiptVerdict } from "../receipt/verify.ts";

/**
 * How sure an answer is. `revealed`: one node says so; `soft_final`: verifiers agree; `final`: the
 * challenge window is over and its money has moved.
 */
export type Certainty = "revealed" | "soft_final" | "final";

/** One message of a chat. */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** How an answer is asked for; what is left out is the chain's or the model's default. */
export interface AskOptions {
  /** Id of the model; left out, the first that the chain has. */
  readonly model?: string;
  /** 0, or 0.05 to 2. Default 0.7. */
  readonly temperature?: number;
  /** 0 to 1; 0 and 1 cut nothing. */
  readonly topP?: number;
  /** 1 to 64. */
  readonly topK?: number;
  readonly maxOutputTokens?: number;
  /** A text goes on as a document does; left out, it is what a user says in a chat. */
  readonly raw?: boolean;
  /** At most 4, of 1 to 64 bytes. */
  readonly stop?: readonly string[];
  /** Answers wanted, 1 to 16, each with a seed of its own; 1 at temperature 0. */
  readonly count?: number;
  /** Schema of the output: a method that is registered on the chain, and its parameters. */
  readonly schema?: Uint8Array;
  /** Most that may be escrowed, in uasi; left out, what the chain quotes. */
  readonly maxFee?: bigint;
  /** How sure to be before `ask` answers. Default `soft_final`. */
  readonly certainty?: Certainty;
  /** Milliseconds to wait for that. Default 120,000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Hears of the task as soon as a block has it, before its answer. */
  readonly onSubmitted?: (taskHash: string, height: number) => void;
}

/** Why an output ends. */
export type FinishReason = "stop" | "stop_string" | "length";

/** One of the answers of a task. */
export interface Choice {
  /** Number of the calculation, from 0. */
  readonly index: number;
  readonly text: string;
  readonly tokenIds: readonly number[];
  readonly finishReason: FinishReason;
  /** Node that computed it. */
  readonly executor: string;
  readonly attempt: number;
  /** State of its result. */
  readonly state: TaskState;
  /**
   * Log-probability of each chosen token over the 64 best, in nat; null when it was not among the
   * 128 best; absent until the fingerprint is public (`soft_final`).
   */
  readonly logprobs?: readonly (number | null)[];
}

/** Names of the protocol's states, section 2.5. */
export type TaskState =
  | "OPEN"
  | "COMMITTED"
  | "COMPUTED"
  | "SOFT_FINAL"
  | "DISPUTED"
  | "FINAL"
  | "REJECTED"
  | "VOID"
  | "EXPIRED";

/** What it cost, in uasi; known when the task is terminal. */
export interface Settled {
  readonly charged: bigint;
  readonly refunded: bigint;
  readonly burned: bigint;
}

/** An answer that is as sure as was asked for. */
export interface Answer {
  /** 64 hex digits. */
  readonly taskHash: string;
  /** Text of the first choice. */
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly certainty: Certainty;
  readonly state: TaskState;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly model: string;
  /** uasi escrowed. */
  readonly maxFee: bigint;
  readonly settled?: Settled;
  /** Height of the block that included the task. */
  readonly height: number;
}

/** What a stream says, in this order; `text` may come many times, `state` between. */
export type StreamEvent =
  | { readonly type: "submitted"; readonly taskHash: string; readonly height: number }
  | { readonly type: "text"; readonly text: string; readonly tokenIds: readonly number[] }
  | { readonly type: "replaced"; readonly executor: string; readonly reason: string }
  | { readonly type: "state"; readonly state: TaskState }
  /** Everything that was streamed is what the result says, or not; then the evidence is kept. */
  | {
      readonly type: "checked";
      readonly matches: boolean;
      readonly executor: string;
      /** When it does not match: an encoded item of `MsgSubmitStreamFraud`. */
      readonly proof?: Uint8Array;
    }
  | { readonly type: "answer"; readonly answer: Answer };

/** A task as it stands, without waiting. */
export interface TaskView {
  readonly taskHash: string;
  readonly state: TaskState;
  readonly model: string;
  readonly sender: string;
  readonly height: number;
  readonly choices: readonly Choice[];
  readonly maxFee: bigint;
  readonly settled?: Settled;
}

/** What a task would cost, in uasi. */
export interface Price {
  /** What is escrowed: the most that it can cost, the submission fee included. */
  readonly maxFee: bigint;
  readonly submissionFee: bigint;
  readonly promptPerThousand: bigint;
  readonly outputPerThousand: bigint;
}

/** A model that the chain serves. */
export interface ModelView {
  readonly id: string;
  readonly revision: number;
  readonly contextLength: number;
  /** uasi per 1,000 tokens. */
  readonly promptPrice: bigint;
  readonly outputPrice: bigint;
  readonly activeNodes: number;
  readonly sha256: string;
  readonly registeredMs?: number;
}

/** A transaction in a block. */
export interface Included {
  readonly hash: string;
  readonly height: number;
}

/** What verifying a receipt asks; see `app/client/receipt`. */
export interface VerifyOptions {
  /** Trusted hash in hex: of a header, a validator set, or a checkpoint's commitment. */
  readonly trust: string;
  readonly chainId?: string;
  readonly trustingPeriodMs?: number;
  readonly nowMs?: number;
}

/** A connection to a chain through one node's HTTP server, with or without somebody who signs. */
export interface AegisClient {
  readonly chainId: string;
  /** Account that pays; undefined for a connection that only reads. */
  readonly address: string | undefined;
  /** Submits a task and waits until its answer is as sure as asked. @throws AegisError */
  ask(prompt: string | readonly ChatMessage[], options?: AskOptions): Promise<Answer>;
  /** The same, hearing the answer as it is made; it ends with `answer`. @throws AegisError */
  stream(prompt: string | readonly ChatMessage[], options?: AskOptions): AsyncIterable<StreamEvent>;
  /** Waits for a task that exists already. */
  wait(
    taskHash: string,
    options?: Pick<AskOptions, "certainty" | "timeoutMs" | "signal">,
  ): Promise<Answer>;
  task(taskHash: string): Promise<TaskView>;
  /**
   * Calls `listener` at each change of the task's state, from the present one on; ends by itself
   * when it is terminal.
   */
  subscribe(taskHash: string, listener: (view: TaskView) => void): { close(): void };
  quote(prompt: string | readonly ChatMessage[], options?: AskOptions): Promise<Price>;
  models(): Promise<readonly ModelView[]>;
  /** uasi of an account; the own one when left out. */
  balance(address?: string): Promise<bigint>;
  send(to: string, amount: bigint): Promise<Included>;
  /**
   * Sends the `proof` of a stream's `checked`: its node loses stake, of which this account gets a
   * share. @throws AegisError `refused` when somebody else was earlier
   */
  proveStream(proof: Uint8Array): Promise<Included>;
  /** Bytes of the task's receipt. */
  receipt(taskHash: string): Promise<Uint8Array>;
  verify(receipt: Uint8Array, options: VerifyOptions): ReceiptVerdict;
  close(): void;
}
