/** One key on disk: a secret with its address, a public key alone, or several keys as one. */
import { readFileSync, statSync } from "node:fs";
import { base64, fromBase64, utf8 } from "../../../app/lib/bytes.ts";
import { addressOfPublicKey } from "../../../app/lib/address.ts";
import { keySigner } from "../../../app/client/sign.ts";
import { type Multisig, multisig } from "../../../app/client/signatures.ts";
import { isPublicKey } from "../../../app/tx/signature.ts";
import { CommandError, EXIT } from "../exit.ts";
import { type Sealed, SealError, unseal } from "./seal.ts";

/** What may be known of a key without its passphrase. */
export interface KeyRecord {
  readonly name: string;
  readonly address: string;
  /** As simd says it: `local` has its secret here, `offline` elsewhere, `multi` is several keys. */
  readonly type: "local" | "offline" | "multi";
  /** Compressed secp256k1 key, 33 bytes; empty when it is several. */
  readonly publicKey: Uint8Array;
  /** Its keys when it is several. */
  readonly multisig?: Multisig;
}

/** The JSON of a file. */
export interface KeyFile {
  readonly name: string;
  readonly address: string;
  /** Base64; empty when it is several. */
  readonly public_key: string;
  readonly sealed?: Sealed;
  /** Base64; only in the test backend. */
  readonly secret?: string;
  readonly multisig?: { readonly threshold: number; readonly public_keys: readonly string[] };
  /** Only the public key is known. */
  readonly offline?: true;
}

/** A failure of the keyring, with its exit code. */
export function keyError(message: string): CommandError {
  return new CommandError(message, EXIT.key);
}

/** The file of a key without secret. */
export function offlineFile(name: string, publicKey: Uint8Array): KeyFile {
  const address = addressOfPublicKey(publicKey);
  return { name, address, public_key: base64(publicKey), offline: true };
}

/** The file of an account of several keys. */
export function multisigFile(name: string, { address, threshold, keys }: Multisig): KeyFile {
  const public_keys = keys.map(base64);
  return { name, address, public_key: "", multisig: { threshold, public_keys } };
}

/** What a seal covers besides the secret. */
export function besideOf(file: KeyFile): Uint8Array {
  return utf8(JSON.stringify(["aegis/key/v1", file.name, file.address, file.public_key]));
}

function checkMode(path: string, mode: number): void {
  // Windows has no such bits; everywhere else a loose key is a leak.
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    throw keyError(`${path} can be read by others: run chmod 600 ${path}`);
  }
}

const isText = (value: unknown): value is string => typeof value === "string";

/** What a file holds besides its clear part is one of these. */
const CONTENTS: Readonly<Record<string, (content: unknown) => boolean>> = {
  sealed: (content) => {
    const { kdf, cipher, salt, nonce, ciphertext, tag } = partsOf(content);
    return [kdf, cipher, salt, nonce, ciphertext, tag].every(isText);
  },
  secret: isText,
  multisig: (content) => {
    const { threshold, public_keys: keys } = partsOf(content);
    return typeof threshold === "number" && Array.isArray(keys) && keys.every(isText);
  },
  offline: (content) => content === true,
};

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isKeyFile(json: unknown): json is KeyFile {
  const parts = partsOf(json);
  const held = Object.entries(CONTENTS).filter(([name]) => parts[name] !== undefined);
  const [first] = held;
  const isClear = [parts["name"], parts["address"], parts["public_key"]].every(isText);
  return isClear && held.length === 1 && first?.[1](parts[first[0]]) === true;
}

/** Reads one. @throws CommandError when others can read it too, or it is not a key file. */
export function readKeyFile(path: string): KeyFile {
  checkMode(path, statSync(path).mode);
  const broken = `${path} is not a key file: restore it from a backup or its mnemonic`;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw keyError(broken);
  }
  if (!isKeyFile(json)) throw keyError(broken);
  return json;
}

/** What may be known of a file's key. @throws CommandError when it does not fit its address. */
export function recordOf(file: KeyFile): KeyRecord {
  const { name, address, public_key } = file;
  if (file.multisig !== undefined) {
    const key = keysOf(file.multisig, name);
    if (key.address !== address) throw keyError(`the address of ${name} is not that of its keys`);
    return { name, address, type: "multi", publicKey: new Uint8Array(0), multisig: key };
  }
  const type = file.offline ? "offline" : "local";
  const publicKey = publicKeyIn(public_key);
  if (publicKey === undefined || addressOfPublicKey(publicKey) !== address) {
    throw keyError(`the address of ${name} is not that of its public key: restore the key file`);
  }
  return { name, address, type, publicKey };
}

function publicKeyIn(text: string): Uint8Array | undefined {
  try {
    const bytes = fromBase64(text);
    return isPublicKey(bytes) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function keysOf({ threshold, public_keys }: NonNullable<KeyFile["multisig"]>, name: string) {
  try {
    return multisig(threshold, public_keys.map(fromBase64));
  } catch {
    throw keyError(`the keys of ${name} are no multisig: make it again`);
  }
}

/** The 32-byte secret of a file that has one. @throws CommandError when it cannot be opened. */
export function openSecret(file: KeyFile, passphrase: string): Uint8Array {
  let key: Uint8Array;
  let address: string;
  try {
    key =
      file.sealed === undefined
        ? fromBase64(file.secret as string)
        : unseal(file.sealed, passphrase, besideOf(file));
    ({ address } = keySigner(key));
  } catch (error) {
    const reason = error instanceof SealError ? error.message : "the key file was changed";
    throw keyError(`cannot open key ${file.name}: ${reason}`);
  }
  if (address !== file.address) {
    throw keyError(`cannot open key ${file.name}: its address is not that of its secret`);
  }
  return key;
}
