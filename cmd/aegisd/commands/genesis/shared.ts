/** What the commands on the genesis file share. */
import { Option } from "commander";
import { isAccountAddress } from "../../../../app/lib/address.ts";
import { homePaths } from "../../home/paths.ts";
import { usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import { openKeyring, type KeyringBackend } from "../../keyring/keyring.ts";
import { KEYRING_PASSPHRASE, passphraseFrom } from "../../keyring/passphrase.ts";
import { homeOption, keyringOption } from "../../options.ts";

export interface GenesisOptions {
  readonly home: string;
  readonly keyringBackend: KeyringBackend;
  readonly genesis?: string;
}

/** Options of every command that changes the file. */
export function genesisOptions(): readonly Option[] {
  return [homeOption(), keyringOption(), genesisFileOption()];
}

/** `--genesis FILE`. */
export function genesisFileOption(): Option {
  return new Option("--genesis <file>", "genesis file (default: config/genesis.json of the home)");
}

/** The file that the options name. */
export function genesisPath(options: { readonly home: string; readonly genesis?: string }): string {
  return options.genesis ?? homePaths(options.home).genesis;
}

/** An address as it is, or the address of a key of the keyring. */
export function addressOf(io: Io, options: GenesisOptions, nameOrAddress: string): string {
  if (isAccountAddress(nameOrAddress)) return nameOrAddress;
  const passphrase = passphraseFrom(io, KEYRING_PASSPHRASE);
  const { home, keyringBackend } = options;
  return openKeyring({ home, backend: keyringBackend, passphrase }).find(nameOrAddress).address;
}

/** An amount such as "5000uasi". */
export function parseCoin(text: string): bigint {
  if (/^[1-9]\d{0,18}uasi$/.test(text)) return BigInt(text.slice(0, -"uasi".length));
  throw usageError(`${JSON.stringify(text)} is not an amount such as "5000uasi"`);
}
