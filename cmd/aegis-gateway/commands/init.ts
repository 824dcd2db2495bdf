/** `aegis-gateway init`: makes a home. */
import { type Command, Option } from "commander";
import { makeCommand } from "../../aegisd/command.ts";
import { CommandError } from "../../aegisd/exit.ts";
import type { Io } from "../../aegisd/io.ts";
import { KEYRING_BACKENDS, type KeyringBackend } from "../../aegisd/keyring/keyring.ts";
import { KEYRING_PASSPHRASE, passphraseFrom } from "../../aegisd/keyring/passphrase.ts";
import { configPath } from "../home/config.ts";
import { createGatewayHome } from "../home/home.ts";
import { EXIT_HELP, homeOption, type HomeOptions } from "./options.ts";

interface InitOptions extends HomeOptions {
  readonly chainId: string;
  readonly node: string;
  readonly address: string;
  readonly keyringBackend: KeyringBackend;
}

const DETAILS = `\
Makes config.toml, in which every setting is explained, and the gateway's key. That key controls
the deposits of all owners: back up the keyring, or what they deposited is lost with it.`;

/** The command. */
export function initCommand(io: Io): Command {
  return makeCommand<InitOptions>(io, {
    name: "init",
    summary: "make a home with settings and a new key",
    details: DETAILS,
    exitHelp: EXIT_HELP,
    options: [
      homeOption(),
      new Option("--chain-id <id>", "chain whose tasks it pays for").makeOptionMandatory(),
      new Option("--node <url>", "HTTP server of a node").default("http://127.0.0.1:1317"),
      new Option("--address <host:port>", "where it serves").default("127.0.0.1:8080"),
      new Option("--keyring-backend <name>", "file (encrypted) or test (not encrypted)")
        .choices(KEYRING_BACKENDS)
        .default("file"),
    ],
    examples: ["aegis-gateway init --chain-id aegis-1 --node http://127.0.0.1:1317"],
    run: async ({ options }) => {
      const { home, chainId, node, address, keyringBackend } = options;
      if (chainId === "") throw new CommandError("--chain-id is empty");
      const own = await createGatewayHome({
        home,
        backend: keyringBackend,
        initial: { "chain-id": chainId, node, "http.address": address },
        ask: passphraseFrom(io, KEYRING_PASSPHRASE),
      });
      io.out(`${configPath(home)}\n`);
      io.err(`own account: ${own}\nnext: look at config.toml, then aegis-gateway start\n`);
    },
  });
}
