/**
 * Keys on disk, one file each, for their owner only. The file backend encrypts with AES-256-GCM
 * under a key that scrypt derives from a passphrase; the test backend does not and says so.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keySigner } from "../../../app/client/sign.ts";
import { base64, fromBase64, fromHex, hex } from "../../../app/lib/bytes.ts";

/** A key's public side. */
export interface KeyInfo {
  readonly name: string;
  readonly address: string;
  /** Compressed secp256k1 key, base64. */
  readonly publicKey: string;
}

export interface Keyring {
  list(): readonly KeyInfo[];
  /** @throws KeyringError when there is none of that name. */
  show(name: string): KeyInfo;
  /** @throws KeyringError when the name is taken or malformed. */
  add(name: string, secret: Uint8Array): Promise<KeyInfo>;
  /** The 32-byte secret key. @throws KeyringError for a wrong passphrase or a damaged file. */
  secret(name: string): Promise<Uint8Array>;
  delete(name: string): void;
}

export class KeyringError extends Error {
  override readonly name = "KeyringError";
}

/** Where passphrases come from; asked only when a secret is read or written. */
export type AskPassphrase = (purpose: "new" | "unlock") => Promise<string>;

interface KeyFile {
  readonly version: 1;
  readonly name: string;
  readonly address: string;
  readonly public_key: string;
  /** Hex; only in the test backend. */
  readonly secret?: string;
  readonly scrypt?: {
    readonly salt: string;
    readonly n: number;
    readonly r: number;
    readonly p: number;
  };
  readonly nonce?: string;
  readonly sealed?: string;
}

const SCRYPT = { n: 32_768, r: 8, p: 1 };
const SCRYPT_MEMORY_BYTES = 67_108_864;
const PASSPHRASE_LENGTH_MIN = 8;

function derive(passphrase: string, salt: Uint8Array, cost: typeof SCRYPT): Buffer {
  const { n, r, p } = cost;
  return scryptSync(passphrase, salt, 32, { N: n, r, p, maxmem: SCRYPT_MEMORY_BYTES });
}

/** Name and address are authenticated with the secret, so that files cannot be swapped. */
function seal(secret: Uint8Array, passphrase: string, bound: string): Partial<KeyFile> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derive(passphrase, salt, SCRYPT), nonce);
  cipher.setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return {
    scrypt: { salt: base64(salt), ...SCRYPT },
    nonce: base64(nonce),
    sealed: base64(sealed),
  };
}

function open(file: KeyFile, passphrase: string, bound: string): Uint8Array {
  const { scrypt } = file;
  try {
    if (scrypt === undefined || scrypt.n > SCRYPT.n || scrypt.r > SCRYPT.r) throw new Error();
    const sealed = fromBase64(file.sealed ?? "");
    const key = derive(passphrase, fromBase64(scrypt.salt), scrypt);
    const cipher = createDecipheriv("aes-256-gcm", key, fromBase64(file.nonce ?? ""));
    cipher.setAAD(Buffer.from(bound));
    cipher.setAuthTag(sealed.slice(-16));
    return new Uint8Array(Buffer.concat([cipher.update(sealed.slice(0, -16)), cipher.final()]));
  } catch {
    throw new KeyringError(`wrong passphrase for ${file.name}, or its file is damaged`);
  }
}

function checkName(name: string): void {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/.test(name)) {
    throw new KeyringError("a key's name has 1 to 64 letters, digits, - and _");
  }
}

/** The keyring in `folder`. Without `ask` it is the test backend: secrets are not encrypted. */
export function openKeyring(folder: string, ask: AskPassphrase | undefined): Keyring {
  const pathOf = (name: string): string => join(folder, `${name}.json`);
  const read = (name: string): KeyFile => {
    checkName(name);
    if (!existsSync(pathOf(name))) {
      throw new KeyringError(`no key named ${name} in ${folder}: "aegisd keys list" shows all`);
    }
    const file = JSON.parse(readFileSync(pathOf(name), "utf8")) as KeyFile;
    if (file.version !== 1) throw new KeyringError(`${pathOf(name)} has an unknown format`);
    return file;
  };
  const infoOf = (file: KeyFile): KeyInfo => ({
    name: file.name,
    address: file.address,
    publicKey: file.public_key,
  });
  return {
    list: () => {
      const files = existsSync(folder) ? readdirSync(folder) : [];
      const names = files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5));
      return names.sort((a, b) => (a < b ? -1 : 1)).map((name) => infoOf(read(name)));
    },
    show: (name) => infoOf(read(name)),
    add: async (name, secret) => {
      checkName(name);
      if (existsSync(pathOf(name))) throw new KeyringError(`a key named ${name} exists already`);
      const signer = keySigner(secret);
      const { address } = signer;
      let kept: Partial<KeyFile> = { secret: hex(secret) };
      if (ask !== undefined) {
        const passphrase = await ask("new");
        if (passphrase.length < PASSPHRASE_LENGTH_MIN) {
          throw new KeyringError(`a passphrase has at least ${PASSPHRASE_LENGTH_MIN} characters`);
        }
        kept = seal(secret, passphrase, `${name}/${address}`);
      }
      const file: KeyFile = {
        version: 1,
        name,
        address,
        public_key: base64(signer.publicKey),
        ...kept,
      };
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const text = `${JSON.stringify(file, undefined, 2)}\n`;
      writeFileSync(pathOf(name), text, { mode: 0o600, flag: "wx" });
      return infoOf(file);
    },
    secret: async (name) => {
      const file = read(name);
      if (file.secret !== undefined) return fromHex(file.secret);
      if (ask === undefined) {
        throw new KeyringError(`${name} is encrypted: use --keyring-backend file`);
      }
      return open(file, await ask("unlock"), `${name}/${file.address}`);
    },
    delete: (name) => {
      read(name);
      rmSync(pathOf(name));
    },
  };
}
