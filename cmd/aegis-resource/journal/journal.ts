/**
 * The durable journal of a node's work, in SQLite. A result is stored before it is committed and a
 * transaction before it is sent, each in one write that survives the death of the process and of
 * the machine, so that a killed node neither loses nor repeats anything.
 */
import { chmodSync, closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { present } from "../../../app/lib/assert.ts";
import type { Speed } from "../doctor/speed.ts";
import type {
  Job,
  JobKey,
  JobRole,
  JobStage,
  JobState,
  JournalTx,
  Outcome,
  StepKind,
  TxState,
} from "./job.ts";
import { FROM_FORM_1, JOURNAL_TABLES, JOURNAL_VERSION } from "./schema.ts";

interface JobRow {
  readonly id: number;
  readonly role: string;
  readonly task_hash: Buffer;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly round: number;
  readonly stage: string;
  readonly running: number;
  readonly failures: number;
  readonly content: Buffer | null;
  readonly fingerprint: Buffer | null;
  readonly tx: string | null;
  readonly retry_height: number;
  readonly note: string;
}

interface TxRow {
  readonly hash: string;
  readonly kind: string;
  readonly bytes: Buffer;
  readonly state: string;
  readonly timeout_height: number;
}

const KEY_IS =
  "role = ? AND task_hash = ? AND calculation = ? AND attempt = ? AND executor = ? AND round = ?";
const UNFINISHED = "stage NOT IN ('done', 'dropped')";

/** Who reads a result before it is revealed can commit to it too. */
const OWNER_ONLY = 0o600;
const IN_MEMORY = ":memory:";

/** Makes the file, and those that SQLite keeps beside it, the owner's alone from the start. */
function closeToOthers(path: string): void {
  if (path === IN_MEMORY) return;
  closeSync(openSync(path, "a", OWNER_ONLY));
  chmodSync(path, OWNER_ONLY);
}

/** An open journal. Only one process may write it. */
export class Journal {
  readonly #db: Database.Database;

  /**
   * Opens or makes the journal at `path` (":memory:" for tests).
   * @throws Error when the file was made by another version.
   */
  constructor(path: string, options: { readonly readonly?: boolean } = {}) {
    if (options.readonly !== true) closeToOthers(path);
    this.#db = new Database(path, { readonly: options.readonly ?? false });
    const version = this.#db.pragma("user_version", { simple: true });
    const isOlder = version === 1;
    if (version !== 0 && version !== JOURNAL_VERSION && !isOlder) {
      throw new Error(
        `${path} is a journal of form ${version}, this program reads ${JOURNAL_VERSION}`,
      );
    }
    if (options.readonly) return;
    this.#db.pragma("journal_mode = WAL");
    // A commit that the machine forgets might be made a second time with another content.
    this.#db.pragma("synchronous = FULL");
    this.#makeTables(isOlder);
    // What ran when the process died has to run again.
    this.#db.exec("UPDATE jobs SET running = 0 WHERE running = 1");
  }

  #makeTables(isOlder: boolean): void {
    const [before, after] = isOlder ? FROM_FORM_1 : ["", ""];
    this.#db.transaction(() => {
      this.#db.exec(`${before}${JOURNAL_TABLES}${after}`);
      this.#db.pragma(`user_version = ${JOURNAL_VERSION}`);
    })();
  }

  /** The job of `key`, if it was seen. */
  find(key: JobKey): Job | undefined {
    const row = this.#db.prepare(`SELECT * FROM jobs WHERE ${KEY_IS}`).get(...keyValues(key));
    return row === undefined ? undefined : jobOf(row as JobRow);
  }

  /** @throws AssertionError when there is no job of that id. */
  job(id: number): Job {
    const row = this.#db.prepare("SELECT * FROM jobs WHERE id = ?").get(id);
    return jobOf(present(row as JobRow | undefined, `job ${id}`));
  }

  /** The job of `key`, made when it is new. */
  see(key: JobKey, height: bigint, stage: JobStage = "open"): Job {
    const insert =
      "INSERT OR IGNORE INTO jobs (role, task_hash, calculation, attempt, executor, round, " +
      "stage, seen_height) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    this.#db.prepare(insert).run(...keyValues(key), stage, Number(height));
    return present(this.find(key), "the job");
  }

  /** Every job that is neither done nor dropped, oldest first. */
  unfinished(): Job[] {
    const rows = this.#db.prepare(`SELECT * FROM jobs WHERE ${UNFINISHED} ORDER BY id`).all();
    return (rows as JobRow[]).map(jobOf);
  }

  /** Says that a job begins to run. */
  started(id: number): void {
    this.#db.prepare("UPDATE jobs SET running = 1 WHERE id = ?").run(id);
  }

  /** Says that a run was stopped, or failed. */
  stopped(id: number, hasFailed: boolean, note: string): void {
    const update = "UPDATE jobs SET running = 0, failures = failures + ?, note = ? WHERE id = ?";
    this.#db.prepare(update).run(hasFailed ? 1 : 0, note, id);
  }

  /** Stores what a run brought. */
  ran(id: number, content: Uint8Array, fingerprint: Uint8Array): void {
    const update =
      "UPDATE jobs SET running = 0, content = ?, fingerprint = ?, note = '' WHERE id = ?";
    this.#db.prepare(update).run(content, fingerprint, id);
  }

  /** Moves a job to a stage that the chain told. */
  move(id: number, stage: JobStage, note: string = ""): void {
    this.#db.prepare("UPDATE jobs SET stage = ?, note = ? WHERE id = ?").run(stage, note, id);
  }

  /** Stores a signed transaction and binds its jobs to it, before it is sent. */
  signed(tx: Omit<JournalTx, "state">): void {
    this.#db.transaction(() => {
      const insert =
        "INSERT INTO transactions (hash, kind, bytes, state, timeout_height) " +
        "VALUES (?, ?, ?, 'signed', ?) ON CONFLICT (hash) DO UPDATE SET state = 'signed'";
      this.#db.prepare(insert).run(tx.hash, tx.kind, tx.bytes, Number(tx.timeoutHeight));
      const item = this.#db.prepare(
        "INSERT OR REPLACE INTO items (hash, position, job) VALUES (?, ?, ?)",
      );
      const bind = this.#db.prepare("UPDATE jobs SET tx = ? WHERE id = ?");
      for (const [position, job] of tx.jobs.entries()) {
        item.run(tx.hash, position, job);
        bind.run(tx.hash, job);
      }
    })();
  }

  /** Says that a mempool took a transaction. */
  sent(hash: string): void {
    const update = "UPDATE transactions SET state = 'sent' WHERE hash = ? AND state = 'signed'";
    this.#db.prepare(update).run(hash);
  }

  /** Ends a transaction and frees its jobs, which go where `outcomes` say. */
  settled(hash: string, state: "included" | "failed", outcomes: readonly Outcome[]): void {
    this.#db.transaction(() => {
      this.#db.prepare("UPDATE transactions SET state = ? WHERE hash = ?").run(state, hash);
      this.#db.prepare("UPDATE jobs SET tx = NULL WHERE tx = ?").run(hash);
      const update = this.#db.prepare(
        "UPDATE jobs SET stage = ?, retry_height = ?, note = ? WHERE id = ?",
      );
      for (const { job, stage, retryHeight = 0n, note = "" } of outcomes) {
        update.run(stage, Number(retryHeight), note, job);
      }
    })();
  }

  /** Transactions whose fate is not known, in the order in which they were signed. */
  inFlight(): JournalTx[] {
    const rows = this.#db
      .prepare("SELECT * FROM transactions WHERE state IN ('signed', 'sent') ORDER BY number")
      .all() as TxRow[];
    const items = this.#db.prepare("SELECT job FROM items WHERE hash = ? ORDER BY position");
    return rows.map((row) => ({
      hash: row.hash,
      kind: row.kind as StepKind,
      bytes: new Uint8Array(row.bytes),
      state: row.state as TxState,
      timeoutHeight: BigInt(row.timeout_height),
      jobs: (items.all(row.hash) as { job: number }[]).map(({ job }) => job),
    }));
  }

  /** How fast a model ran here, in tokens per second; undefined when it never did. */
  speed(modelSha256: string): Speed | undefined {
    const select = "SELECT decode, prefill FROM speeds WHERE model_sha256 = ?";
    return this.#db.prepare(select).get(modelSha256) as Speed | undefined;
  }

  /** Remembers how fast a model runs here. */
  keepSpeed(modelSha256: string, { decode, prefill }: Speed): void {
    const insert = "INSERT OR REPLACE INTO speeds (model_sha256, decode, prefill) VALUES (?, ?, ?)";
    this.#db.prepare(insert).run(modelSha256, decode, prefill);
  }

  /** How many jobs are in each state. */
  counts(): Partial<Record<JobState, number>> {
    const rows = this.#db.prepare(STATES).all() as { state: JobState; count: number }[];
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  /** Forgets finished jobs that were first seen before `height`, and their transactions. */
  prune(height: bigint): void {
    this.#db.transaction(() => {
      const old = `seen_height < ? AND NOT ${UNFINISHED} AND tx IS NULL`;
      this.#db.prepare(`DELETE FROM jobs WHERE ${old}`).run(Number(height));
      this.#db.exec("DELETE FROM items WHERE job NOT IN (SELECT id FROM jobs)");
      this.#db.exec(
        "DELETE FROM transactions WHERE state IN ('included', 'failed') " +
          "AND hash NOT IN (SELECT hash FROM items)",
      );
    })();
  }

  close(): void {
    this.#db.close();
  }
}

const STATES = `
SELECT CASE
  WHEN jobs.stage IN ('done', 'dropped') THEN jobs.stage
  WHEN transactions.hash IS NOT NULL THEN
    CASE WHEN transactions.kind LIKE 'commit%' THEN 'commit_' ELSE 'reveal_' END
      || transactions.state
  WHEN jobs.running = 1 THEN 'running'
  WHEN jobs.stage != 'open' THEN jobs.stage
  WHEN jobs.content IS NOT NULL THEN 'ran'
  ELSE 'seen'
END AS state, count(*) AS count
FROM jobs LEFT JOIN transactions ON transactions.hash = jobs.tx
GROUP BY state`;

function keyValues(key: JobKey): [string, Uint8Array, number, number, string, number] {
  return [key.role, key.taskHash, key.calculation, key.attempt, key.executor, key.round];
}

function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    role: row.role as JobRole,
    taskHash: new Uint8Array(row.task_hash),
    calculation: row.calculation,
    attempt: row.attempt,
    executor: row.executor,
    round: row.round,
    stage: row.stage as JobStage,
    isRunning: row.running === 1,
    failures: row.failures,
    content: row.content === null ? undefined : new Uint8Array(row.content),
    fingerprint: row.fingerprint === null ? undefined : new Uint8Array(row.fingerprint),
    tx: row.tx ?? undefined,
    retryHeight: BigInt(row.retry_height),
    note: row.note,
  };
}
