/** `aegisd keys list`: all keys of the keyring. */
import type { Command } from "commander";
import { makeCommand } from "../../command.ts";
import type { Io } from "../../io.ts";
import { print } from "../../output.ts";
import { keyJson, keyOptions, type KeyOptions, keyringOf } from "./shared.ts";

/** The command. */
export function listCommand(io: Io): Command {
  return makeCommand<KeyOptions>(io, {
    name: "list",
    summary: "list all keys",
    options: keyOptions(),
    examples: ["aegisd keys list", "aegisd keys list --keyring-backend test -o json"],
    run: ({ options }) => {
      print(io, options.output, keyringOf(io, options).list().map(keyJson));
    },
  });
}
