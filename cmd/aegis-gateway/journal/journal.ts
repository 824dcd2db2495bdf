/**
 * The durable journal of a gateway, in SQLite: keys, requests, withdrawals. A request is stored
 * before its transaction is sent, so that after any crash every charge has a row that explains it.
 */
import { openDatabase } from "./database.ts";
import { KeyStore } from "./keys.ts";
import { RequestStore } from "./requests.ts";

/** An open journal. Commands may look at it, and make keys, while the gateway runs. */
export interface Journal {
  readonly keys: KeyStore;
  readonly requests: RequestStore;
  close(): void;
}

/**
 * Opens or makes the journal at `path` (":memory:" for tests).
 * @throws CommandError when it was made by another version.
 */
export function openJournal(path: string): Journal {
  const db = openDatabase(path);
  return {
    keys: new KeyStore(db),
    requests: new RequestStore(db),
    close: () => db.close(),
  };
}
