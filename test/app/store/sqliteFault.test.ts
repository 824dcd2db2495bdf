/** What SQLite says, and what the operator reads. */
import Database from "better-sqlite3";
import { expect } from "chai";
import { StoreError } from "../../../app/store/errors.ts";
import { sqliteFault } from "../../../app/store/sqliteFault.ts";

describe("sqliteFault", () => {
  const expected: readonly (readonly [sqlite: string, code: string, advice: string])[] = [
    ["SQLITE_FULL", "disk_full", "free some space"],
    ["SQLITE_BUSY", "locked", "another process"],
    ["SQLITE_BUSY_RECOVERY", "locked", "another process"],
    ["SQLITE_READONLY", "read_only", "permissions"],
    ["SQLITE_READONLY_DIRECTORY", "read_only", "permissions"],
    ["SQLITE_CORRUPT", "corrupt", "snapshots restore"],
    ["SQLITE_CORRUPT_INDEX", "corrupt", "snapshots restore"],
    ["SQLITE_NOTADB", "format", "not a state file"],
    ["SQLITE_CANTOPEN", "io", "its folder exists"],
    ["SQLITE_IOERR_WRITE", "io", "check the disk"],
    ["SQLITE_TOOBIG", "io", "what SQLite said"],
  ];
  for (const [sqlite, code, advice] of expected) {
    it(`gives ${code} for ${sqlite}, names the file and says what to do`, () => {
      const cause = new Database.SqliteError("what SQLite said", sqlite);
      const fault = sqliteFault(cause, "write", "data/state.db");
      expect(fault).to.be.instanceOf(StoreError).with.property("code", code);
      expect((fault as StoreError).message)
        .to.include("data/state.db")
        .and.include(advice);
      expect((fault as StoreError).cause).to.equal(cause);
    });
  }

  it("leaves other errors alone", () => {
    const error = new RangeError("a bug");
    expect(sqliteFault(error, "read", "state.db")).to.equal(error);
  });
});
