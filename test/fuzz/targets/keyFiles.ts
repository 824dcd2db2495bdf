/** Keys that people carry from one machine to another: files of a keyring, and armored text. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keySigner } from "../../../app/client/sign.ts";
import { multisig } from "../../../app/client/signatures.ts";
import { base64, utf8 } from "../../../app/lib/bytes.ts";
import { CommandError, EXIT } from "../../../cmd/aegisd/exit.ts";
import { unarmor } from "../../../cmd/aegisd/keyring/armor.ts";
import {
  type KeyFile,
  multisigFile,
  offlineFile,
  openSecret,
  readKeyFile,
  recordOf,
} from "../../../cmd/aegisd/keyring/keyFile.ts";
import type { Sealed } from "../../../cmd/aegisd/keyring/seal.ts";
import { type FuzzTarget, refusing, require } from "../target.ts";

const SECRET = new Uint8Array(32).fill(7);
const OTHER = new Uint8Array(32).fill(8);
const PASSPHRASE = "carry me over";
/** Sealed once for all, since salts are random: the same seed must make the same inputs. */
const SEALED: Sealed = {
  kdf: "scrypt",
  cost: 16,
  block_size: 8,
  parallelization: 1,
  salt: "0fEQtA/0pvJbKfAMJ/5PAw==",
  cipher: "aes-256-gcm",
  nonce: "BaLjqU+BDTIY6Exf",
  ciphertext: "CXRVQG/EDn+cBeSHrw/0rL7QqkgjZ145vML6EQtThzk=",
  tag: "f1gUoQ2oxLskBCqRJ4rDig==",
};
const ARMORED = `-----BEGIN AEGIS PRIVATE KEY-----
eyJrZGYiOiJzY3J5cHQiLCJjb3N0IjoxNiwiYmxvY2tfc2l6ZSI6OCwicGFyYWxs
ZWxpemF0aW9uIjoxLCJzYWx0IjoiVTYrMCtmWEJDMlhtc1hPRmN2UkRvQT09Iiwi
Y2lwaGVyIjoiYWVzLTI1Ni1nY20iLCJub25jZSI6Ik83MWh4QmJYYUpYNS9NbUQi
LCJjaXBoZXJ0ZXh0IjoieVZpU1E5ZXFNTEd3aEF6TjdibUNBNU8rR3BvVFNFSFhN
ODRZUlBqZGpiST0iLCJ0YWciOiJQQmt1L29VZWRBN3FrUGRCbnVWdFNnPT0ifQ==
-----END AEGIS PRIVATE KEY-----
`;

const isKeyError = (error: unknown): boolean =>
  error instanceof CommandError && error.exitCode === EXIT.key;

function keyFiles(): readonly KeyFile[] {
  const { address, publicKey } = keySigner(SECRET);
  const clear = { name: "alice", address, public_key: base64(publicKey) };
  const keys = [publicKey, keySigner(OTHER).publicKey];
  return [
    { ...clear, secret: base64(SECRET) },
    { ...clear, sealed: SEALED },
    offlineFile("alice", publicKey),
    multisigFile("alice", multisig(2, keys)),
  ];
}

/** Files of a keyring: what is shown of them, and the secret in them. */
export function keyFileTarget(): FuzzTarget {
  const folder = mkdtempSync(join(tmpdir(), "aegis-fuzz-"));
  const path = join(folder, "input");
  writeFileSync(path, "", { mode: 0o600 });
  const secret = base64(SECRET);
  return {
    name: "key files",
    promise: "a sentence with the exit code of keys, or a key that fits its address",
    seeds: keyFiles().map((file) => utf8(JSON.stringify(file))),
    share: 0.1,
    run: (input) => {
      writeFileSync(path, input);
      return refusing(() => {
        const file = readKeyFile(path);
        recordOf(file);
        if (file.sealed === undefined && file.secret === undefined) return;
        require(base64(openSecret(file, PASSPHRASE)) === secret, "another secret was believed");
      }, isKeyError);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Armored keys. */
export function armorTarget(): FuzzTarget {
  const secret = base64(SECRET);
  return {
    name: "armored keys",
    promise: "the secret that was sealed, or a sentence with the exit code of keys",
    seeds: [utf8(ARMORED)],
    share: 0.1,
    run: (input) =>
      refusing(() => {
        const opened = unarmor(Buffer.from(input).toString("utf8"), PASSPHRASE);
        require(base64(opened) === secret, "another secret was believed");
      }, isKeyError),
  };
}
