/**
 * A resource node's home: its settings, its hot key and its journal. Keys are never overwritten.
 */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { keySigner } from "../../../app/client/sign.ts";
import { nodeDigest } from "../../../modules/tasks/index.ts";
import { type Keyring, type KeyringBackend, openKeyring } from "../../aegisd/keyring/keyring.ts";
import type { AskPassphrase } from "../../aegisd/keyring/passphrase.ts";
import {
  CONFIG_DEFAULTS,
  configPath,
  configToml,
  readConfig,
  type ResourceConfig,
} from "./config.ts";

/** Name of the node's key in its keyring. */
const KEY_NAME = "node";

/** What a new home is made of. */
export interface CreateResourceHome extends Partial<ResourceConfig> {
  readonly home: string;
  readonly chainId: string;
  readonly nodeUrl: string;
  readonly modelPath: string;
  /** The node's secret key, 32 bytes; a new one when left out. */
  readonly secret?: Uint8Array;
  /** Needed by the "file" backend. */
  readonly ask?: AskPassphrase;
}

/** The public side of a node's hot key. */
export interface ResourceIdentity {
  readonly address: string;
  /** Compressed secp256k1 key, 33 bytes. */
  readonly publicKey: Uint8Array;
}

/** $AEGIS_RESOURCE_HOME, else ~/.aegis-resource. */
export function defaultHome(): string {
  return process.env["AEGIS_RESOURCE_HOME"] ?? join(homedir(), ".aegis-resource");
}

/** Path of the journal in `home`. */
export function journalPath(home: string): string {
  return join(home, "journal.db");
}

const noPassphrase: AskPassphrase = () => {
  throw new RangeError("a passphrase is needed and there is nowhere to ask for it");
};

function keyringOf(home: string, backend: KeyringBackend, ask?: AskPassphrase): Keyring {
  return openKeyring({ home, backend, passphrase: ask ?? noPassphrase });
}

/**
 * Makes a home with a hot key.
 * @throws RangeError when there is one at that place; CommandError as the keyring does.
 */
export async function createResourceHome(options: CreateResourceHome): Promise<ResourceIdentity> {
  const { home, secret = randomSecret(), ask, ...given } = options;
  if (existsSync(configPath(home))) {
    throw new RangeError(`${home} is a resource node's home already; it is not overwritten`);
  }
  const config: ResourceConfig = {
    ...CONFIG_DEFAULTS,
    ...given,
    modelPath: resolve(given.modelPath),
  };
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const { address, publicKey } = await keyringOf(home, config.keyringBackend, ask).add(
    KEY_NAME,
    secret,
  );
  // Last, because it is what makes the folder a home.
  writeFileSync(configPath(home), configToml(config), { flag: "wx" });
  return { address, publicKey };
}

function randomSecret(): Uint8Array {
  return new Uint8Array(randomBytes(32));
}

/** @throws RangeError when there is no home; CommandError when it has no key. */
export function readIdentity(home: string): ResourceIdentity {
  const { address, publicKey } = keyringOf(home, readConfig(home).keyringBackend).find(KEY_NAME);
  return { address, publicKey };
}

/**
 * The node's secret key, 32 bytes.
 * @throws CommandError when there is none or the passphrase is wrong.
 */
export async function readSecret(
  home: string,
  config: ResourceConfig,
  ask: AskPassphrase,
): Promise<Uint8Array> {
  return keyringOf(home, config.keyringBackend, ask).secret(KEY_NAME);
}

/**
 * The node key's consent to work for `operator`: its signature over
 * `SHA-256("aegis/node/v1" ‖ chain_id ‖ operator)`, 64 bytes, as MsgRegisterNode carries it.
 * @throws RangeError when `operator` is no account address.
 */
export function registrationSignature(
  secret: Uint8Array,
  chainId: string,
  operator: string,
): Uint8Array {
  return keySigner(secret).sign(nodeDigest(chainId, operator));
}
