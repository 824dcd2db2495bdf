/** The journal's tables, and the form of its file. Amounts in uasi, times in Unix milliseconds. */

/** Raised when the tables change; a file of another form is refused. */
export const JOURNAL_VERSION = 1;

/**
 * `keys`: only the SHA-256 of a key is kept. `requests`: one row per request, written before its
 * transaction is sent. `withdrawals`: likewise. `nonces`: signed challenges that were used, until
 * they would have expired by themselves.
 */
export const JOURNAL_TABLES = `
CREATE TABLE IF NOT EXISTS keys (
  id TEXT PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  spending_limit INTEGER,
  created_ms INTEGER NOT NULL,
  revoked_ms INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS keys_by_owner ON keys (owner);
CREATE TABLE IF NOT EXISTS requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  owner TEXT NOT NULL,
  account TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  model TEXT NOT NULL,
  repeat_of TEXT,
  digest BLOB NOT NULL,
  stage TEXT NOT NULL,
  task TEXT UNIQUE,
  state TEXT NOT NULL DEFAULT '',
  max_fee INTEGER NOT NULL,
  charged INTEGER,
  refunded INTEGER,
  after_height INTEGER NOT NULL,
  created_ms INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (key, repeat_of)
) STRICT;
CREATE INDEX IF NOT EXISTS requests_by_stage ON requests (stage);
CREATE INDEX IF NOT EXISTS requests_by_key ON requests (key, id);
CREATE TABLE IF NOT EXISTS withdrawals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner TEXT NOT NULL,
  account TEXT NOT NULL,
  amount INTEGER NOT NULL,
  stage TEXT NOT NULL,
  hash TEXT,
  created_ms INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE IF NOT EXISTS nonces (
  nonce TEXT PRIMARY KEY,
  expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
