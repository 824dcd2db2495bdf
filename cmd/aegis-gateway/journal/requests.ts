/** Requests and withdrawals in the journal: what was asked for, and where its money went. */
import type { Settled } from "../../../app/client/sdk/types.ts";
import { amountOf, type JournalDatabase } from "./database.ts";
import type {
  NewRequest,
  RequestRecord,
  RequestStage,
  Spent,
  WithdrawalRecord,
} from "./records.ts";

type Row = Readonly<Record<string, unknown>>;

/** Stages whose money has not moved yet. */
const OPEN = "('sending', 'submitted')";

/** Why a request may not begin. */
export class OverLimit extends Error {
  override readonly name = "OverLimit";
}

/** The part of the journal that money rests on. */
export class RequestStore {
  readonly #db: JournalDatabase;

  constructor(db: JournalDatabase) {
    this.#db = db;
  }

  /**
   * Stores a request and reserves its fee under the key's limit, in one step.
   * @throws OverLimit when the key may not spend that much any more.
   */
  begin(request: NewRequest, limit: bigint | undefined): number {
    const insert = this.#db.prepare(
      "INSERT INTO requests (key, owner, account, endpoint, model, repeat_of, digest, stage, " +
        "max_fee, after_height, created_ms) VALUES (?, ?, ?, ?, ?, ?, ?, 'sending', ?, ?, ?)",
    );
    return this.#db.transaction(() => {
      if (limit !== undefined) {
        const { charged, reserved } = this.spent(request.key);
        const left = limit - charged - reserved;
        if (request.maxFee > left) {
          throw new OverLimit(
            `the key's spending limit is ${limit} uasi: ${charged} are spent, ${reserved} ` +
              `reserved, and this request may cost ${request.maxFee}`,
          );
        }
      }
      const { lastInsertRowid } = insert.run(
        request.key,
        request.owner,
        request.account,
        request.endpoint,
        request.model,
        request.repeatOf ?? null,
        request.digest,
        request.maxFee,
        request.afterHeight,
        request.nowMs,
      );
      return Number(lastInsertRowid);
    })();
  }

  /** Sets what is escrowed, before it is sent. */
  setMaxFee(id: number, maxFee: bigint): void {
    this.#db.prepare("UPDATE requests SET max_fee = ? WHERE id = ?").run(maxFee, id);
  }

  /** A block has the request's task. */
  submitted(id: number, task: string): void {
    const update =
      "UPDATE OR IGNORE requests SET stage = 'submitted', task = ?, state = 'OPEN' " +
      "WHERE id = ? AND stage IN ('sending', 'lost')";
    this.#db.prepare(update).run(task, id);
  }

  /** The state of a task that is not settled yet. */
  seen(id: number, state: string): void {
    this.#db.prepare("UPDATE requests SET state = ? WHERE id = ?").run(state, id);
  }

  /**
   * The task's money has moved; a second word on it changes nothing. What was charged is all that
   * did not come back, the submission fee included.
   */
  settled(id: number, state: string, { refunded }: Settled): void {
    const update =
      "UPDATE requests SET stage = 'settled', state = ?, charged = max_fee - ?, refunded = ? " +
      "WHERE id = ? AND stage = 'submitted'";
    this.#db.prepare(update).run(state, refunded, refunded, id);
  }

  /** Nothing was escrowed. Its Idempotency-Key may be used again. */
  dropped(id: number, stage: "refused" | "lost", note: string): void {
    const update =
      "UPDATE requests SET stage = ?, charged = 0, refunded = 0, note = ?, repeat_of = NULL " +
      "WHERE id = ? AND stage = 'sending'";
    this.#db.prepare(update).run(stage, note, id);
  }

  find(id: number): RequestRecord | undefined {
    return this.#one("SELECT * FROM requests WHERE id = ?", id);
  }

  ofTask(task: string): RequestRecord | undefined {
    return this.#one("SELECT * FROM requests WHERE task = ?", task);
  }

  /** The request that `key` made under an Idempotency-Key. */
  repeated(key: string, repeatOf: string): RequestRecord | undefined {
    return this.#one("SELECT * FROM requests WHERE key = ? AND repeat_of = ?", key, repeatOf);
  }

  /** All in one stage, oldest first. */
  inStage(stage: RequestStage): RequestRecord[] {
    return this.#all("SELECT * FROM requests WHERE stage = ? ORDER BY id", stage);
  }

  /** The newest requests of a key, below the id `before`. */
  ofKey(key: string, limit: number, before: number): RequestRecord[] {
    const sql = "SELECT * FROM requests WHERE key = ? AND id < ? ORDER BY id DESC LIMIT ?";
    return this.#all(sql, key, before, limit);
  }

  /** What a key has spent and may still have to pay. */
  spent(key: string): Spent {
    const sql =
      "SELECT COALESCE(SUM(charged), 0) AS charged, COALESCE(SUM(CASE WHEN stage IN " +
      `${OPEN} THEN max_fee END), 0) AS reserved FROM requests WHERE key = ?`;
    const row = this.#db.prepare(sql).get(key) as { charged: bigint; reserved: bigint };
    return { charged: row.charged, reserved: row.reserved };
  }

  /** How many requests are in each stage. */
  counts(): Partial<Record<RequestStage, number>> {
    const rows = this.#db.prepare("SELECT stage, COUNT(*) AS n FROM requests GROUP BY stage").all();
    return Object.fromEntries((rows as Row[]).map(({ stage, n }) => [stage, Number(n)]));
  }

  /** Stores a withdrawal before it is sent. */
  beginWithdrawal(owner: string, account: string, amount: bigint, nowMs: number): number {
    const insert =
      "INSERT INTO withdrawals (owner, account, amount, stage, created_ms) " +
      "VALUES (?, ?, ?, 'sending', ?)";
    const { lastInsertRowid } = this.#db.prepare(insert).run(owner, account, amount, nowMs);
    return Number(lastInsertRowid);
  }

  endWithdrawal(id: number, stage: "sent" | "refused", hash: string | null, note: string): void {
    const update = "UPDATE withdrawals SET stage = ?, hash = ?, note = ? WHERE id = ?";
    this.#db.prepare(update).run(stage, hash, note, id);
  }

  withdrawals(owner: string): WithdrawalRecord[] {
    const sql = "SELECT * FROM withdrawals WHERE owner = ? ORDER BY id DESC LIMIT 100";
    return (this.#db.prepare(sql).all(owner) as Row[]).map(withdrawalOf);
  }

  #one(sql: string, ...values: unknown[]): RequestRecord | undefined {
    const row = this.#db.prepare(sql).get(...values);
    return row === undefined ? undefined : requestOf(row as Row);
  }

  #all(sql: string, ...values: unknown[]): RequestRecord[] {
    return (this.#db.prepare(sql).all(...values) as Row[]).map(requestOf);
  }
}

function requestOf(row: Row): RequestRecord {
  return {
    id: Number(row["id"]),
    key: String(row["key"]),
    owner: String(row["owner"]),
    account: String(row["account"]),
    endpoint: String(row["endpoint"]),
    model: String(row["model"]),
    digest: row["digest"] as Buffer,
    stage: row["stage"] as RequestStage,
    task: row["task"] === null ? undefined : String(row["task"]),
    state: String(row["state"]),
    maxFee: row["max_fee"] as bigint,
    charged: amountOf(row["charged"]),
    refunded: amountOf(row["refunded"]),
    afterHeight: Number(row["after_height"]),
    createdMs: Number(row["created_ms"]),
    note: String(row["note"]),
  };
}

function withdrawalOf(row: Row): WithdrawalRecord {
  return {
    id: Number(row["id"]),
    owner: String(row["owner"]),
    account: String(row["account"]),
    amount: row["amount"] as bigint,
    stage: row["stage"] as WithdrawalRecord["stage"],
    hash: row["hash"] === null ? undefined : String(row["hash"]),
    createdMs: Number(row["created_ms"]),
    note: String(row["note"]),
  };
}
