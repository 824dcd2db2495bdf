/**
 * The signed chunks of streams. They are stored before anybody hears of them, so that a node that
 * was killed never signs another stream of the same work: that would cost its stake.
 */
import type Database from "better-sqlite3";
import type { SignedChunk } from "../../../app/client/stream/line.ts";

interface ChunkRow {
  readonly position: number;
  readonly token_ids: string;
  readonly text: string;
  readonly finish_reason: number;
  readonly head: Buffer;
  readonly signature: Buffer;
}

const INSERT =
  "INSERT INTO chunks (job, position, token_ids, text, finish_reason, head, signature) " +
  "VALUES (?, ?, ?, ?, ?, ?, ?)";

/** The chunks in a journal's file. */
export class ChunkTable {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Stores one more. @throws SqliteError when the job has a chunk at that place already. */
  add(job: number, chunk: SignedChunk): void {
    const { index, tokenIds, text, finishReason, head, signature } = chunk;
    const ids = JSON.stringify(tokenIds);
    this.#db.prepare(INSERT).run(job, index, ids, text, finishReason, head, signature);
  }

  /** All of a job, from the first one on. */
  of(job: number): SignedChunk[] {
    const rows = this.#db.prepare("SELECT * FROM chunks WHERE job = ? ORDER BY position").all(job);
    return (rows as ChunkRow[]).map((row) => ({
      index: row.position,
      tokenIds: JSON.parse(row.token_ids) as number[],
      text: row.text,
      finishReason: row.finish_reason,
      head: new Uint8Array(row.head),
      signature: new Uint8Array(row.signature),
    }));
  }

  /** Forgets those whose job is forgotten. */
  prune(): void {
    this.#db.exec("DELETE FROM chunks WHERE job NOT IN (SELECT id FROM jobs)");
  }
}
