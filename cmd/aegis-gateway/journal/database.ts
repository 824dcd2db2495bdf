/** The journal's file: opened, checked, and flushed so that a stored row survives the machine. */
import Database from "better-sqlite3";
import { CommandError } from "../../aegisd/exit.ts";
import { JOURNAL_TABLES, JOURNAL_VERSION } from "./schema.ts";

/** A database whose integers are bigints: amounts go beyond 2^53. */
export type JournalDatabase = Database.Database;

/**
 * Opens or makes the file at `path` (":memory:" for tests).
 * @throws CommandError when it was made by another version.
 */
export function openDatabase(path: string): JournalDatabase {
  const db = new Database(path);
  const version = db.pragma("user_version", { simple: true });
  if (version !== 0 && version !== JOURNAL_VERSION) {
    db.close();
    throw new CommandError(
      `${path} is a journal of form ${version}, this program reads ${JOURNAL_VERSION}`,
    );
  }
  db.pragma("journal_mode = WAL");
  // A request that the machine forgets would be charged without anybody knowing for what.
  db.pragma("synchronous = FULL");
  db.pragma("busy_timeout = 5000");
  db.exec(JOURNAL_TABLES);
  db.pragma(`user_version = ${JOURNAL_VERSION}`);
  db.defaultSafeIntegers(true);
  return db;
}

/** A nullable integer column as a number. */
export function numberOf(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}

/** A nullable integer column as an amount. */
export function amountOf(value: unknown): bigint | undefined {
  return value === null || value === undefined ? undefined : (value as bigint);
}
