/** What the journal keeps: pieces of work and the transactions that carry them. */

/**
 * What a node does for a result: it computes it, or for another's it verifies it, replays it once
 * it is soft final, judges it in a committee, or accuses it.
 */
export type JobRole = "execute" | "verify" | "audit" | "vote" | "challenge";

/**
 * How far the chain has taken a job. `open`: nothing is on the chain; `committed`, `revealed` (a
 * result; its fingerprint is still owed); `done`: nothing more is owed; `dropped`: given up.
 */
export type JobStage = "open" | "committed" | "revealed" | "done" | "dropped";

/** Which piece of work. */
export interface JobKey {
  readonly role: JobRole;
  /** 32 bytes. */
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  /** Node whose result it is. */
  readonly executor: string;
  /** Round of the dispute, of a vote; 0 for all others. */
  readonly round: number;
}

/** A piece of work. */
export interface Job extends JobKey {
  readonly id: number;
  readonly stage: JobStage;
  readonly isRunning: boolean;
  /** Runs that ended with an error. */
  readonly failures: number;
  /** Canonical bytes of the result or verification, once it has run. */
  readonly content: Uint8Array | undefined;
  /** The executor's fingerprint, once it has run. */
  readonly fingerprint: Uint8Array | undefined;
  /** Hash of the transaction under way for the next step. */
  readonly tx: string | undefined;
  /** Height before which nothing is sent for it again. */
  readonly retryHeight: bigint;
  /** Why it was given up or waits. */
  readonly note: string;
}

/** What a transaction does for the jobs that it carries. */
export type StepKind =
  | "commit_result"
  | "reveal_result"
  | "reveal_fingerprint"
  | "commit_verification"
  | "reveal_verification"
  | "commit_vote"
  | "reveal_vote";

/** `signed`: perhaps sent; `sent`: a mempool took it. */
export type TxState = "signed" | "sent" | "included" | "failed";

/** A transaction that was signed. */
export interface JournalTx {
  /** Upper-case hex. */
  readonly hash: string;
  readonly kind: StepKind;
  readonly bytes: Uint8Array;
  readonly state: TxState;
  /** Above this height it can no longer be included. */
  readonly timeoutHeight: bigint;
  /** Ids of jobs in the order of its list. */
  readonly jobs: readonly number[];
}

/** What became of one job of a transaction. */
export interface Outcome {
  readonly job: number;
  readonly stage: JobStage;
  readonly retryHeight?: bigint;
  readonly note?: string;
}

/** The state that people and metrics see, finer than the stage. */
export type JobState =
  | "seen"
  | "running"
  | "ran"
  | "commit_signed"
  | "commit_sent"
  | "committed"
  | "reveal_signed"
  | "reveal_sent"
  | "revealed"
  | "done"
  | "dropped";

/** A text that names a piece of work, for logs and maps. */
export function jobName(key: JobKey): string {
  const hash = Buffer.from(key.taskHash).toString("hex");
  const mine = `${key.role} ${hash}/${key.calculation}/${key.attempt}`;
  if (key.role === "execute") return mine;
  const round = key.role === "vote" ? ` in round ${key.round}` : "";
  return `${mine} of ${key.executor}${round}`;
}
