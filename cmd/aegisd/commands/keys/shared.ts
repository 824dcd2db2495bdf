/** What the commands on keys share. */
import type { Option } from "commander";
import { LegacyAminoPubKey } from "../../../../proto/gen/cosmos/crypto/multisig/keys.ts";
import { PubKey } from "../../../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { base64 } from "../../../../app/lib/bytes.ts";
import type { Io } from "../../io.ts";
import type { KeyRecord } from "../../keyring/keyFile.ts";
import { type Keyring, type KeyringBackend, openKeyring } from "../../keyring/keyring.ts";
import { KEYRING_PASSPHRASE, passphraseFrom } from "../../keyring/passphrase.ts";
import { homeOption, keyringOption, outputOption } from "../../options.ts";
import type { OutputFormat } from "../../output.ts";

/** A key as it is printed. */
export interface KeyJson {
  readonly name: string;
  readonly type: string;
  readonly address: string;
  /** JSON of the public key, as `keys add --pubkey` takes it. */
  readonly pubkey: string;
}

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
export function keyJson({ name, type, address, publicKey, multisig }: KeyRecord): KeyJson {
  const single = (key: Uint8Array) => ({ "@type": PubKey.typeUrl, key: base64(key) });
  const pubkey =
    multisig === undefined
      ? single(publicKey)
      : {
          "@type": LegacyAminoPubKey.typeUrl,
          threshold: multisig.threshold,
          public_keys: multisig.keys.map(single),
        };
  return { name, type, address, pubkey: JSON.stringify(pubkey) };
}
