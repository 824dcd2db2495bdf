/**
 * Keys on disk, one file each, readable by their owner only. The `file` backend encrypts secrets
 * under one passphrase for the whole keyring; the `test` backend does not and is for local
 * networks. Names, addresses and public keys stand in clear, so that listing asks for nothing.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { base64 } from "../../../app/lib/bytes.ts";
import { keySigner, type Signer } from "../../../app/client/sign.ts";
import type { Multisig } from "../../../app/client/signatures.ts";
import {
  besideOf,
  type KeyFile,
  keyError,
  type KeyRecord,
  multisigFile,
  offlineFile,
  openSecret,
  readKeyFile,
  recordOf,
} from "./keyFile.ts";
import type { AskPassphrase } from "./passphrase.ts";
import { seal } from "./seal.ts";

export const KEYRING_BACKENDS = ["file", "test"] as const;

export type KeyringBackend = (typeof KEYRING_BACKENDS)[number];

export interface KeyringOptions {
  readonly home: string;
  readonly backend: KeyringBackend;
  /** Asked for when a secret of the file backend is written or read. */
  readonly passphrase: AskPassphrase;
  /** Scrypt cost; tests use less. */
  readonly cost?: number;
}

export interface Keyring {
  /** All keys, by name. */
  list(): readonly KeyRecord[];
  /** The key of a name or an address. @throws CommandError when there is none. */
  find(nameOrAddress: string): KeyRecord;
  /** @throws CommandError when the name is taken or not a name. */
  add(name: string, secret: Uint8Array): Promise<KeyRecord>;
  /** Keeps a public key whose secret is elsewhere. @throws CommandError as `add`. */
  addOffline(name: string, publicKey: Uint8Array): KeyRecord;
  /** Keeps an account of several keys. @throws CommandError as `add`. */
  addMultisig(name: string, key: Multisig): KeyRecord;
  /** The 32-byte secret. @throws CommandError when it cannot be opened. */
  secret(nameOrAddress: string): Promise<Uint8Array>;
  signer(nameOrAddress: string): Promise<Signer>;
  delete(name: string): void;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
const FILE_SUFFIX = ".key.json";

/** Opens the keyring of a home; its folder is made with the first key. */
export function openKeyring(options: KeyringOptions): Keyring {
  const folder = join(options.home, `keyring-${options.backend}`);
  const pathOf = (name: string): string => join(folder, `${name}${FILE_SUFFIX}`);
  const files = (): KeyFile[] => {
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => name.endsWith(FILE_SUFFIX));
    const sorted = names.sort((a, b) => (a < b ? -1 : 1));
    return sorted.map((name) => fileNamed(name.slice(0, -FILE_SUFFIX.length)));
  };
  const fileNamed = (name: string): KeyFile => readNamed(pathOf(name), name);
  const fileOf = (wanted: string): KeyFile => {
    if (NAME.test(wanted) && existsSync(pathOf(wanted))) return fileNamed(wanted);
    const found = files().find(({ address }) => address === wanted);
    if (found !== undefined) return found;
    const other = options.backend === "file" ? "test" : "file";
    throw keyError(
      `no key ${JSON.stringify(wanted)} in ${folder}: aegisd keys list shows all; ` +
        `is it in --keyring-backend ${other}?`,
    );
  };

  const secret: Keyring["secret"] = async (wanted) => {
    const file = fileOf(wanted);
    checkSecret(file);
    return openSecret(file, file.sealed === undefined ? "" : await options.passphrase("open"));
  };

  const checkNew = (name: string): void => {
    if (!NAME.test(name)) {
      throw keyError("a key's name has 1 to 64 letters, digits, dots, dashes and underscores");
    }
    if (existsSync(pathOf(name))) throw keyError(`there is a key ${name} already`);
  };
  const write = (file: KeyFile): KeyRecord => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    const text = `${JSON.stringify(file, undefined, 2)}\n`;
    writeFileSync(pathOf(file.name), text, { mode: 0o600, flag: "wx" });
    return recordOf(file);
  };

  return {
    list: () => files().map(recordOf),
    find: (wanted) => recordOf(fileOf(wanted)),
    secret,
    signer: async (wanted) => keySigner(await secret(wanted)),
    add: async (name, key) => {
      checkNew(name);
      const { address, publicKey } = keySigner(key);
      const clear: KeyFile = { name, address, public_key: base64(publicKey) };
      const present = files().filter(({ multisig, offline }) => !(multisig || offline));
      return write(await close(clear, key, options, present));
    },
    addOffline: (name, publicKey) => {
      checkNew(name);
      return write(offlineFile(name, publicKey));
    },
    addMultisig: (name, key) => {
      checkNew(name);
      return write(multisigFile(name, key));
    },
    delete: (name) => {
      fileOf(name);
      rmSync(pathOf(fileOf(name).name));
    },
  };
}

/** @throws CommandError when the file holds a key of another name. */
function readNamed(path: string, name: string): KeyFile {
  const file = readKeyFile(path);
  if (file.name === name) return file;
  // A copy under another name would answer to, and be deleted as, the key that it is of.
  const found = JSON.stringify(file.name);
  throw keyError(`${path} holds the key ${found}: move it away, or name it after its key`);
}

/** @throws CommandError that says what to do when the secret is not in this keyring. */
function checkSecret({ name, multisig, offline }: KeyFile): void {
  if (offline) throw keyError(`only the public key of ${name} is here`);
  if (multisig === undefined) return;
  throw keyError(
    `${name} is several keys: make the transaction with --generate-only, let its ` +
      "members run aegisd tx sign --multisig, then aegisd tx multi-sign",
  );
}

async function close(
  clear: KeyFile,
  key: Uint8Array,
  options: KeyringOptions,
  present: readonly KeyFile[],
): Promise<KeyFile> {
  if (options.backend === "test") return { ...clear, secret: base64(key) };
  const [other] = present;
  const passphrase = await options.passphrase(other === undefined ? "create" : "open");
  // One passphrase for all keys: a typing mistake must not make a second one.
  if (other !== undefined) openSecret(other, passphrase);
  return { ...clear, sealed: seal(key, passphrase, besideOf(clear), options.cost) };
}
