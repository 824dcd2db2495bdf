/** Turns what SQLite throws into a StoreError that says what to do. */
import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { StoreError, type StoreErrorCode } from "./errors.ts";

/** The ways out of a damaged state. */
export const DAMAGE_ADVICE: string =
  "put it back from a snapshot (aegisd snapshots restore) or from a backup, or join again by " +
  "state sync with an empty home";

/** Result codes by their beginning, most particular first; SQLite adds a detail behind them. */
const FAULTS: readonly (readonly [prefix: string, code: StoreErrorCode, advice: string])[] = [
  ["SQLITE_FULL", "disk_full", "the disk is full; free some space and start again"],
  ["SQLITE_BUSY", "locked", "another process has it open; stop that one or use another home"],
  ["SQLITE_LOCKED", "locked", "another process has it open; stop that one or use another home"],
  ["SQLITE_READONLY", "read_only", "it cannot be written; check the owner and the permissions"],
  ["SQLITE_PERM", "read_only", "it cannot be written; check the owner and the permissions"],
  ["SQLITE_CORRUPT", "corrupt", `it is damaged; ${DAMAGE_ADVICE}`],
  ["SQLITE_NOTADB", "format", "it is not a state file; move it away or use another home"],
  ["SQLITE_CANTOPEN", "io", "it cannot be opened; check that its folder exists and is yours"],
  ["SQLITE_IOERR", "io", "the disk does not read or write it; check the disk"],
];

/** Of a disk that is mounted read-only SQLite says that it cannot open or lock its files. */
function faultCode(said: string, path: string): string {
  if (!said.startsWith("SQLITE_CANTOPEN") && !said.startsWith("SQLITE_IOERR")) return said;
  try {
    accessSync(dirname(path), constants.W_OK);
    return said;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "EROFS" || code === "EACCES" ? "SQLITE_READONLY" : said;
  }
}

/**
 * The StoreError for what was thrown while `doing` something with the file at `path`. What is not
 * a fault of SQLite or the file is returned as it is.
 */
export function sqliteFault(
  error: unknown,
  doing: "open" | "read" | "write" | "close",
  path: string,
): unknown {
  if (error instanceof Database.SqliteError) {
    for (const [prefix, code, advice] of FAULTS) {
      if (!faultCode(error.code, path).startsWith(prefix)) continue;
      const text = `cannot ${doing} the state in ${path}: ${advice} (${error.code})`;
      return new StoreError(code, text, { cause: error });
    }
    return new StoreError(
      "io",
      `cannot ${doing} the state in ${path}: ${error.message} (${error.code})`,
      { cause: error },
    );
  }
  if (error instanceof TypeError && error.message.includes("directory does not exist")) {
    const text = `cannot ${doing} the state in ${path}: its folder does not exist; create it first`;
    return new StoreError("io", text, { cause: error });
  }
  return error;
}
