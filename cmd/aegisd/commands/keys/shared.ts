/** What the commands on keys share. */
import type { Option } from "commander";
import { base64 } from "../../../../app/lib/bytes.ts";
import type { Io } from "../../io.ts";
import {
  type Keyring,
  type KeyringBackend,
  type KeyRecord,
  openKeyring,
} from "../../keyring/keyring.ts";
import { KEYRING_PASSPHRASE, passphraseFrom } from "../../keyring/passphrase.ts";
import { homeOption, keyringOption, outputOption } from "../../options.ts";
import type { OutputFormat } from "../../output.ts";

export interface KeyOptions {
  readonly home: string;
  readonly keyringBackend: KeyringBackend;
  readonly output: OutputFormat;
}

/** The options of every command on keys. */
export function keyOptions(): readonly Option[] {
  return [homeOption(), keyringOption(), outputOption()];
}

/** The keyring that the options name. */
export function keyringOf(io: Io, options: Omit<KeyOptions, "output">): Keyring {
  return openKeyring({
    home: options.home,
    backend: options.keyringBackend,
    passphrase: passphraseFrom(io, KEYRING_PASSPHRASE),
  });
}

/** What is printed of a key, with the names that simd uses. */
export function keyJson(record: KeyRecord): Record<string, unknown> {
  const pubkey = { "@type": "/cosmos.crypto.secp256k1.PubKey", key: base64(record.publicKey) };
  return {
    name: record.name,
    type: "local",
    address: record.address,
    pubkey: JSON.stringify(pubkey),
  };
}
