/** What commands of a gateway share: its home, its key, its help. */
import { Option } from "commander";
import { EXIT, CommandError } from "../../aegisd/exit.ts";
import type { Io } from "../../aegisd/io.ts";
import { openKeyring } from "../../aegisd/keyring/keyring.ts";
import { KEYRING_PASSPHRASE, passphraseFrom } from "../../aegisd/keyring/passphrase.ts";
import { type GatewayConfig, readConfig } from "../home/config.ts";
import { defaultHome, KEY_NAME } from "../home/home.ts";

/** What help pages say of exit codes. */
export const EXIT_HELP: string = `\
Exit codes: ${EXIT.ok} done, ${EXIT.failure} failure, ${EXIT.usage} wrong command line, \
${EXIT.refused} refused by the chain, ${EXIT.unreachable} no answer from
the node or the gateway, ${EXIT.key} key missing or passphrase wrong.
Results go to standard output, everything else to standard error.`;

/** Every command has it. */
export interface HomeOptions {
  readonly home: string;
}

/** `--home DIR`. */
export function homeOption(): Option {
  return new Option("--home <dir>", "folder with config.toml, keyring and journal")
    .env("AEGIS_GATEWAY_HOME")
    .default(defaultHome(), "~/.aegis-gateway");
}

/** The settings of a home. @throws CommandError for what a person has to mend. */
export function configOf(home: string): GatewayConfig {
  try {
    return readConfig(home);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(error.message);
    throw error;
  }
}

/** The key of a home, asking for its passphrase when it is encrypted. @throws CommandError. */
export function masterKey(io: Io, home: string, config: GatewayConfig): Promise<Uint8Array> {
  const passphrase = passphraseFrom(io, KEYRING_PASSPHRASE);
  return openKeyring({ home, backend: config.keyringBackend, passphrase }).secret(KEY_NAME);
}
