/**
 * Sends the steps of jobs: one message per kind and height, journalled before it is sent, followed
 * until a block has it or none can. A step is signed anew only when the transaction before it can
 * never be included, so no step is made twice.
 */
import { TxFailure } from "../../../app/client/broadcast.ts";
import { compareBytes } from "../../../app/lib/bytes.ts";
import type { Logger } from "../../../app/lib/log.ts";
import type { Chain, Inclusion } from "../chain/chain.ts";
import type { CrashAt, CrashPoint } from "../crash.ts";
import { type Job, type JournalTx, jobName, type StepKind } from "../journal/job.ts";
import type { Journal } from "../journal/journal.ts";
import { oneLine } from "../engine/error.ts";
import { type Committer, stepMessage } from "./items.ts";
import { failedOutcome, outcomeOf } from "./outcome.ts";

/** A step that is due for a job. */
export interface Step {
  readonly kind: StepKind;
  readonly job: Job;
}

/** What a submitter needs. */
export interface SubmitterParts {
  readonly chain: Chain;
  readonly journal: Journal;
  readonly committer: Committer;
  readonly crashAt: CrashAt;
  readonly log: Logger;
  /** Hears that a mempool or a block has a step of these jobs; more than once for some. */
  readonly onSent?: (kind: StepKind, jobs: readonly number[]) => void;
  /** Counts what became of transactions, for metrics. */
  readonly onSettled?: (kind: StepKind, isIncluded: boolean) => void;
}

/** Reveals before everything: a missing one costs stake. */
const ORDER: readonly StepKind[] = [
  "reveal_result",
  "reveal_fingerprint",
  "reveal_verification",
  "reveal_vote",
  "commit_vote",
  "commit_verification",
  "commit_result",
];

/** Where tests kill the daemon before it signs. */
const BEFORE: Partial<Record<StepKind, CrashPoint>> = {
  reveal_result: "before-result-reveal",
  reveal_fingerprint: "before-fingerprint-reveal",
  reveal_verification: "before-verification-reveal",
  reveal_vote: "before-vote-reveal",
};

/** Blocks in which a transaction may be included. */
const TIMEOUT_BLOCKS = 20n;
/** CometBFT's index of transactions may be behind its blocks by this many. */
const INDEX_BLOCKS = 2n;
/** Bytes of items in one message: far below the limit of a transaction. */
const BATCH_BYTES_MAX = 262_144;
const ITEM_BYTES = 200;

/** Sends steps and follows them. Calls must not overlap. */
export interface Submitter {
  /** Finds out what became of transactions under way; sends again those that may be lost. */
  settle(height: bigint): Promise<void>;
  /** Sends the due steps, in batches. */
  submit(steps: readonly Step[], height: bigint): Promise<void>;
}

/** The submitter of the shipped daemon: signs with the node's key and sends to its chain. */
export class ChainSubmitter implements Submitter {
  readonly #parts: SubmitterParts;
  #maxBatch: number | undefined;
  /** Sent again after a loss: the account's sequence is unknown until a block has them. */
  readonly #resent: Set<string> = new Set();
  /** Sent by this process: a restarted node cannot know whether a mempool still has the others. */
  readonly #mine: Set<string> = new Set();

  constructor(parts: SubmitterParts) {
    this.#parts = parts;
  }

  async settle(height: bigint): Promise<void> {
    const { journal } = this.#parts;
    for (const tx of journal.inFlight()) await this.#settleOne(tx, height);
    const left = new Set(journal.inFlight().map(({ hash }) => hash));
    for (const hash of this.#resent) if (!left.has(hash)) this.#resent.delete(hash);
    for (const hash of this.#mine) if (!left.has(hash)) this.#mine.delete(hash);
  }

  async submit(steps: readonly Step[], height: bigint): Promise<void> {
    if (steps.length === 0 || this.#resent.size > 0) return;
    this.#maxBatch ??= await this.#parts.chain.maxBatch();
    for (const kind of ORDER) {
      const jobs = steps.filter((step) => step.kind === kind).map(({ job }) => job);
      const batch = this.#batch(jobs);
      if (batch.length > 0) await this.#send(kind, batch, height);
    }
  }

  /** What fits into one message, in its order; the rest waits for the next height. */
  #batch(jobs: readonly Job[]): Job[] {
    const batch: Job[] = [];
    let bytes = 0;
    for (const job of jobs) {
      bytes += ITEM_BYTES + (job.content?.length ?? 0) + (job.fingerprint?.length ?? 0);
      const isFull = batch.length > 0 && bytes > BATCH_BYTES_MAX;
      if (isFull || batch.length >= (this.#maxBatch ?? 1)) break;
      batch.push(job);
    }
    return batch.sort(compareJobs);
  }

  async #send(kind: StepKind, jobs: readonly Job[], height: bigint): Promise<void> {
    const { chain, journal, committer, crashAt, log } = this.#parts;
    const before = BEFORE[kind];
    if (before !== undefined) crashAt(before);
    const timeoutHeight = height + TIMEOUT_BLOCKS;
    const ids = jobs.map(({ id }) => id);
    let hash: string | undefined;
    try {
      await chain.send(
        { ...stepMessage(committer, kind, jobs), timeoutHeight },
        (bytes, signed) => {
          // The one before was refused for its sequence, and no mempool has it.
          if (hash !== undefined) journal.settled(hash, "failed", []);
          hash = signed;
          journal.signed({ hash, kind, bytes, timeoutHeight, jobs: ids });
          if (kind.startsWith("commit")) crashAt("after-commit-signed");
        },
      );
    } catch (error) {
      this.#notSent(error, { kind, jobs, hash, height });
      return;
    }
    if (hash !== undefined) {
      journal.sent(hash);
      this.#mine.add(hash);
      this.#parts.onSent?.(kind, ids);
    }
    log.info(`${kind} sent`, { tx: hash, jobs: jobs.map(jobName) });
    if (kind.startsWith("commit")) crashAt("after-broadcast");
  }

  #notSent(
    error: unknown,
    failed: {
      readonly kind: StepKind;
      readonly jobs: readonly Job[];
      readonly hash: string | undefined;
      readonly height: bigint;
    },
  ): void {
    const { journal, log } = this.#parts;
    const { kind, jobs, hash, height } = failed;
    log.warn(`${kind} not sent`, { reason: oneLine(error), tx: hash });
    // Without a clear refusal a mempool may have it: its fate is found out at a later height.
    if (hash === undefined || !(error instanceof TxFailure)) return;
    const note = oneLine(error);
    const outcomes = jobs.map((job) => failedOutcome(job, height, note));
    journal.settled(hash, "failed", outcomes);
    this.#parts.onSettled?.(kind, false);
  }

  async #settleOne(tx: JournalTx, height: bigint): Promise<void> {
    const { chain, crashAt } = this.#parts;
    const inclusion = await chain.inclusion(tx.hash);
    if (inclusion !== undefined) {
      if (tx.kind.startsWith("commit")) crashAt("after-inclusion");
      this.#included(tx, inclusion);
      return;
    }
    if (height > tx.timeoutHeight + INDEX_BLOCKS) {
      this.#fail(tx, height, "no block took it in time");
      return;
    }
    const mayBeLost = tx.state === "signed" || !this.#mine.has(tx.hash);
    if (height <= tx.timeoutHeight && mayBeLost) await this.#sendAgain(tx, height);
  }

  async #sendAgain(tx: JournalTx, height: bigint): Promise<void> {
    const { chain, journal, log } = this.#parts;
    try {
      await chain.rebroadcast(tx.bytes);
    } catch (error) {
      if (!(error instanceof TxFailure)) throw error;
      // A used sequence may be its own: a block that is not indexed yet may have it.
      if ((await chain.inclusion(tx.hash)) !== undefined) return;
      log.warn(`${tx.kind} refused when sent again`, { tx: tx.hash, reason: oneLine(error) });
      if (height > tx.timeoutHeight - TIMEOUT_BLOCKS + INDEX_BLOCKS) {
        this.#fail(tx, height, oneLine(error));
      }
      return;
    }
    chain.forgetSequence();
    this.#resent.add(tx.hash);
    this.#mine.add(tx.hash);
    journal.sent(tx.hash);
    this.#parts.onSent?.(tx.kind, tx.jobs);
    log.info(`${tx.kind} sent again`, { tx: tx.hash });
  }

  #included(tx: JournalTx, { height, code, codespace, results }: Inclusion): void {
    const { journal, log } = this.#parts;
    if (code !== 0) {
      this.#parts.chain.forgetSequence();
      this.#fail(tx, height, `${codespace} code ${code}`);
      return;
    }
    // Of those that were refused nobody can tell who copies them now.
    const taken = tx.jobs.filter((_, at) => (results[at]?.code ?? 0) === 0);
    this.#parts.onSent?.(tx.kind, taken);
    const outcomes = tx.jobs.map((id, at) => {
      const result = results[at] ?? { codespace: "", code: 0 };
      return outcomeOf(tx.kind, journal.job(id), result, height);
    });
    journal.settled(tx.hash, "included", outcomes);
    this.#parts.onSettled?.(tx.kind, true);
    const notes = outcomes.flatMap(({ note }) => (note === undefined ? [] : [note]));
    const say = notes.length === 0 ? log.info : log.warn;
    say(`${tx.kind} included`, {
      tx: tx.hash,
      height: `${height}`,
      ...(notes.length && { notes }),
    });
  }

  #fail(tx: JournalTx, height: bigint, note: string): void {
    const { chain, journal, log } = this.#parts;
    chain.forgetSequence();
    log.warn(`${tx.kind} failed`, { tx: tx.hash, reason: note });
    const outcomes = tx.jobs.map((id) => failedOutcome(journal.job(id), height, note));
    journal.settled(tx.hash, "failed", outcomes);
    this.#parts.onSettled?.(tx.kind, false);
  }
}

/** The order of every list of the chain: by task hash, calculation, executor. */
function compareJobs(a: Job, b: Job): number {
  const byTask = compareBytes(a.taskHash, b.taskHash) || a.calculation - b.calculation;
  if (byTask !== 0) return byTask;
  if (a.executor === b.executor) return 0;
  return a.executor < b.executor ? -1 : 1;
}
