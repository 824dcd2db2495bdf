/** One key on disk: a secret with its address, a public key alone, or several keys as one. */
import { readFileSync, statSync } from "node:fs";
import { base64, fromBase64, utf8 } from "../../../app/lib/bytes.ts";
import { addressOfPublicKey } from "../../../app/lib/address.ts";
import { type Multisig, multisig } from "../../../app/client/signatures.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { Sealed } from "./seal.ts";

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

/** Reads one. @throws CommandError when others can read it too, or it is not a key file. */
export function readKeyFile(path: string): KeyFile {
  checkMode(path, statSync(path).mode);
  const broken = `${path} is not a key file: restore it from a backup or its mnemonic`;
  let file: Partial<KeyFile>;
  try {
    file = JSON.parse(readFileSync(path, "utf8")) as Partial<KeyFile>;
  } catch {
    throw keyError(broken);
  }
  const { name, address, public_key } = file;
  const isWhole = [name, address, public_key].every((text) => typeof text === "string");
  const contents = [file.sealed, file.secret, file.multisig, file.offline];
  const isOneThing = contents.filter((content) => content !== undefined).length === 1;
  if (!isWhole || !isOneThing) throw keyError(broken);
  return file as KeyFile;
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
  return { name, address, type, publicKey: fromBase64(public_key) };
}

function keysOf({ threshold, public_keys }: NonNullable<KeyFile["multisig"]>, name: string) {
  try {
    return multisig(threshold, public_keys.map(fromBase64));
  } catch {
    throw keyError(`the keys of ${name} are no multisig: make it again`);
  }
}
