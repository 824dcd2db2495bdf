/**
 * Keys on disk, one file each, readable by their owner only. The `file` backend encrypts secrets
 * under one passphrase for the whole keyring; the `test` backend does not and is for local
 * networks. Names, addresses and public keys stand in clear, so that listing asks for nothing.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { base64, fromBase64, utf8 } from "../../../app/lib/bytes.ts";
import { keySigner, type Signer } from "../../../app/client/sign.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { AskPassphrase } from "./passphrase.ts";
import { SealError, type Sealed, seal, unseal } from "./seal.ts";

export const KEYRING_BACKENDS = ["file", "test"] as const;

export type KeyringBackend = (typeof KEYRING_BACKENDS)[number];

/** What may be known of a key without its passphrase. */
export interface KeyRecord {
  readonly name: string;
  readonly address: string;
  /** Compressed secp256k1 key, 33 bytes. */
  readonly publicKey: Uint8Array;
}

interface KeyFile {
  readonly name: string;
  readonly address: string;
  readonly public_key: string;
  readonly sealed?: Sealed;
  /** Base64; only in the test backend. */
  readonly secret?: string;
}

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
  /** The 32-byte secret. @throws CommandError when it cannot be opened. */
  secret(nameOrAddress: string): Promise<Uint8Array>;
  signer(nameOrAddress: string): Promise<Signer>;
  delete(name: string): void;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
const FILE_SUFFIX = ".key.json";

function keyError(message: string): CommandError {
  return new CommandError(message, EXIT.key);
}

/** What a seal covers besides the secret. */
function besideOf(file: KeyFile): Uint8Array {
  return utf8(JSON.stringify(["aegis/key/v1", file.name, file.address, file.public_key]));
}

function checkMode(path: string, mode: number): void {
  // Windows has no such bits; everywhere else a loose key is a leak.
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    throw keyError(`${path} can be read by others: run chmod 600 ${path}`);
  }
}

function readKeyFile(path: string): KeyFile {
  checkMode(path, statSync(path).mode);
  let file: Partial<KeyFile>;
  try {
    file = JSON.parse(readFileSync(path, "utf8")) as Partial<KeyFile>;
  } catch {
    throw keyError(`${path} is not a key file: restore it from a backup or its mnemonic`);
  }
  const { name, address, public_key } = file;
  const isWhole = [name, address, public_key].every((text) => typeof text === "string");
  if (!isWhole || (file.sealed === undefined) === (file.secret === undefined)) {
    throw keyError(`${path} is not a key file: restore it from a backup or its mnemonic`);
  }
  return file as KeyFile;
}

/** Opens the keyring of a home; its folder is made with the first key. */
export function openKeyring(options: KeyringOptions): Keyring {
  const folder = join(options.home, `keyring-${options.backend}`);
  const pathOf = (name: string): string => join(folder, `${name}${FILE_SUFFIX}`);
  const files = (): KeyFile[] => {
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => name.endsWith(FILE_SUFFIX));
    return names.sort((a, b) => (a < b ? -1 : 1)).map((name) => readKeyFile(join(folder, name)));
  };
  const fileOf = (wanted: string): KeyFile => {
    if (NAME.test(wanted) && existsSync(pathOf(wanted))) return readKeyFile(pathOf(wanted));
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
    return openSecret(file, file.sealed === undefined ? "" : await options.passphrase("open"));
  };

  return {
    list: () => files().map(recordOf),
    find: (wanted) => recordOf(fileOf(wanted)),
    secret,
    signer: async (wanted) => keySigner(await secret(wanted)),
    add: async (name, key) => {
      if (!NAME.test(name)) {
        throw keyError("a key's name has 1 to 64 letters, digits, dots, dashes and underscores");
      }
      if (existsSync(pathOf(name))) throw keyError(`there is a key ${name} already`);
      const { address, publicKey } = keySigner(key);
      const clear: KeyFile = { name, address, public_key: base64(publicKey) };
      const file = await close(clear, key, options, files());
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
      const text = `${JSON.stringify(file, undefined, 2)}\n`;
      writeFileSync(pathOf(name), text, { mode: 0o600, flag: "wx" });
      return recordOf(file);
    },
    delete: (name) => {
      fileOf(name);
      rmSync(pathOf(fileOf(name).name));
    },
  };
}

function recordOf(file: KeyFile): KeyRecord {
  const { name, address, public_key } = file;
  return { name, address, publicKey: fromBase64(public_key) };
}

function openSecret(file: KeyFile, passphrase: string): Uint8Array {
  let key: Uint8Array;
  try {
    key =
      file.sealed === undefined
        ? fromBase64(file.secret as string)
        : unseal(file.sealed, passphrase, besideOf(file));
  } catch (error) {
    const reason = error instanceof SealError ? error.message : "the key file was changed";
    throw keyError(`cannot open key ${file.name}: ${reason}`);
  }
  if (keySigner(key).address !== file.address) {
    throw keyError(`cannot open key ${file.name}: its address is not that of its secret`);
  }
  return key;
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
