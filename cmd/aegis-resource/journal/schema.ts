/** The journal's tables, and the form of its file. */

/** Raised when the tables change; a file of another form is refused. */
export const JOURNAL_VERSION = 2;

/** Columns of `jobs` that the first form of the file has too. */
const FIRST_COLUMNS =
  "id, role, task_hash, calculation, attempt, executor, stage, running, failures, content, " +
  "fingerprint, tx, retry_height, seen_height, note";

/** Brings a file of form 1, which knew no rounds of disputes, to form 2. */
export const FROM_FORM_1: readonly [before: string, after: string] = [
  "DROP INDEX jobs_by_stage; ALTER TABLE jobs RENAME TO jobs_1;",
  `INSERT INTO jobs (${FIRST_COLUMNS}) SELECT ${FIRST_COLUMNS} FROM jobs_1; DROP TABLE jobs_1;`,
];

/**
 * `jobs`: one row per piece of work. `transactions`: every one that was signed, with its bytes from
 * before it was sent. `speeds`: how fast models ran here, in tokens per second. `items`: which jobs
 * a transaction carries, in the order of its list. `chunks`: what was streamed of a job, signed;
 * a file made before there were streams gets this table when it is opened.
 */
export const JOURNAL_TABLES = `
CREATE TABLE IF NOT EXISTS jobs (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL,
  task_hash BLOB NOT NULL,
  calculation INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  executor TEXT NOT NULL,
  round INTEGER NOT NULL DEFAULT 0,
  stage TEXT NOT NULL,
  running INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  content BLOB,
  fingerprint BLOB,
  tx TEXT,
  retry_height INTEGER NOT NULL DEFAULT 0,
  seen_height INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (role, task_hash, calculation, attempt, executor, round)
) STRICT;
CREATE INDEX IF NOT EXISTS jobs_by_stage ON jobs (stage);
CREATE TABLE IF NOT EXISTS transactions (
  number INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  bytes BLOB NOT NULL,
  state TEXT NOT NULL,
  timeout_height INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS transactions_by_state ON transactions (state);
CREATE TABLE IF NOT EXISTS speeds (
  model_sha256 TEXT PRIMARY KEY,
  decode REAL NOT NULL,
  prefill REAL NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS items (
  hash TEXT NOT NULL,
  position INTEGER NOT NULL,
  job INTEGER NOT NULL,
  PRIMARY KEY (hash, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chunks (
  job INTEGER NOT NULL,
  position INTEGER NOT NULL,
  token_ids TEXT NOT NULL,
  text TEXT NOT NULL,
  finish_reason INTEGER NOT NULL,
  head BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (job, position)
) STRICT, WITHOUT ROWID;
`;
