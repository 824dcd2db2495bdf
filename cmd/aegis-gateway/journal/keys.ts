/** Keys of clients and used challenges in the journal. */
import { timingSafeEqual } from "node:crypto";
import { type JournalDatabase, amountOf, numberOf } from "./database.ts";
import type { KeyRecord } from "./records.ts";

/** The part of the journal that access rests on. */
export class KeyStore {
  readonly #db: JournalDatabase;

  constructor(db: JournalDatabase) {
    this.#db = db;
  }

  /** Stores a new key. */
  add(key: KeyRecord): void {
    this.#db
      .prepare("INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, ?)")
      .run(
        key.id,
        key.hash,
        key.owner,
        key.name,
        key.spendingLimit ?? null,
        key.createdMs,
        key.revokedMs ?? null,
      );
  }

  /** The key that `id` names, if its hash is `hash`; compared in constant time. */
  check(id: string, hash: Uint8Array): KeyRecord | undefined {
    const key = this.find(id);
    if (key === undefined || !timingSafeEqual(key.hash, hash)) return undefined;
    return key;
  }

  find(id: string): KeyRecord | undefined {
    const row = this.#db.prepare("SELECT * FROM keys WHERE id = ?").get(id);
    return row === undefined ? undefined : keyOf(row as Row);
  }

  /** Keys of `owner`, or of all, oldest first. */
  list(owner?: string): KeyRecord[] {
    const where = owner === undefined ? "" : "WHERE owner = ?";
    const rows = this.#db
      .prepare(`SELECT * FROM keys ${where} ORDER BY created_ms, id`)
      .all(...(owner === undefined ? [] : [owner]));
    return (rows as Row[]).map(keyOf);
  }

  /** Every wallet that has had a key. */
  owners(): string[] {
    const rows = this.#db.prepare("SELECT DISTINCT owner FROM keys ORDER BY owner").all();
    return (rows as Row[]).map(({ owner }) => String(owner));
  }

  /** Revokes a key for good; false when there is none that is in force. */
  revoke(id: string, nowMs: number): boolean {
    const update = "UPDATE keys SET revoked_ms = ? WHERE id = ? AND revoked_ms IS NULL";
    return this.#db.prepare(update).run(nowMs, id).changes === 1;
  }

  /** Uses a challenge; false when it was used before. Forgets those that have expired. */
  useNonce(nonce: string, expiresMs: number, nowMs: number): boolean {
    this.#db.prepare("DELETE FROM nonces WHERE expires_ms < ?").run(nowMs);
    const insert = "INSERT OR IGNORE INTO nonces VALUES (?, ?)";
    return this.#db.prepare(insert).run(nonce, expiresMs).changes === 1;
  }
}

type Row = Readonly<Record<string, unknown>>;

function keyOf(row: Row): KeyRecord {
  return {
    id: String(row["id"]),
    hash: row["hash"] as Buffer,
    owner: String(row["owner"]),
    name: String(row["name"]),
    spendingLimit: amountOf(row["spending_limit"]),
    createdMs: Number(row["created_ms"]),
    revokedMs: numberOf(row["revoked_ms"]),
  };
}
