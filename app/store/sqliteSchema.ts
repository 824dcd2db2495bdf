/** Tables of the state file. A change of any of them is a new format number. */

/** Version of the tables and of the change log's encoding. */
export const FORMAT = "1";

/**
 * `base`: pairs at the oldest version, with the height of the inner node that each key separates.
 * `version`: kept heights. `change_log`: encoded changes of each height after the oldest, in parts.
 */
export const SCHEMA: string = `
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE base (
  store INTEGER NOT NULL,
  key BLOB NOT NULL,
  value BLOB NOT NULL,
  inner_height INTEGER NOT NULL,
  PRIMARY KEY (store, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE version (
  height INTEGER PRIMARY KEY,
  app_hash BLOB NOT NULL
) STRICT;
CREATE TABLE change_log (
  height INTEGER NOT NULL,
  part INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (height, part)
) STRICT;
`;
