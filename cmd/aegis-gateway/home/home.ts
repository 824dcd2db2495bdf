/**
 * A gateway's home: its settings, its journal, and one key from which the account of every owner is
 * derived. The key is never overwritten.
 */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { InitialSettings } from "../../aegisd/home/settings/table.ts";
import { CommandError } from "../../aegisd/exit.ts";
import { type KeyringBackend, openKeyring } from "../../aegisd/keyring/keyring.ts";
import type { AskPassphrase } from "../../aegisd/keyring/passphrase.ts";
import { configPath, configToml } from "./config.ts";

/** Name of the gateway's key in its keyring. */
export const KEY_NAME = "gateway";

/** What a new home is made of. */
export interface CreateGatewayHome {
  readonly home: string;
  readonly backend: KeyringBackend;
  /** Settings that differ from their default, by the name in the file. */
  readonly initial: InitialSettings;
  readonly ask: AskPassphrase;
  /** The master key, 32 bytes; a new one when left out. */
  readonly secret?: Uint8Array;
}

/** ~/.aegis-gateway. */
export function defaultHome(): string {
  return join(homedir(), ".aegis-gateway");
}

/** Path of the journal in `home`. */
export function journalPath(home: string): string {
  return join(home, "gateway.db");
}

/**
 * Makes a home and returns the address of the gateway's own account.
 * @throws CommandError when there is a home at that place already, or the keyring refuses.
 */
export async function createGatewayHome(options: CreateGatewayHome): Promise<string> {
  const { home, backend, initial, ask, secret = new Uint8Array(randomBytes(32)) } = options;
  if (existsSync(configPath(home))) {
    throw new CommandError(`${home} is a gateway's home already; it is not overwritten`);
  }
  const toml = configToml({ ...initial, "keyring-backend": backend });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const keyring = openKeyring({ home, backend, passphrase: ask });
  const { address } = await keyring.add(KEY_NAME, secret);
  // Last, because it is what makes the folder a home.
  writeFileSync(configPath(home), toml, { flag: "wx" });
  return address;
}

/**
 * Makes sure that only one gateway works in a home: two would spend the same sequences. The
 * operating system frees the lock when the process ends, however it ends.
 * @throws CommandError when another process has it.
 * @returns a function that gives it back.
 */
export function lockHome(home: string): () => void {
  const db = new Database(join(home, "lock.db"), { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
    throw new CommandError(`another aegis-gateway works in ${home}: stop it first`);
  }
  return () => db.close();
}
