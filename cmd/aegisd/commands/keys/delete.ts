/** `aegisd keys delete`: removes a key for good. */
import type { Command } from "commander";
import { makeCommand } from "../../command.ts";
import { confirm, yesOption } from "../../confirm.ts";
import type { Io } from "../../io.ts";
import { keyOptions, type KeyOptions, keyringOf } from "./shared.ts";

interface DeleteOptions extends KeyOptions {
  readonly yes?: boolean;
}

/** The command. */
export function deleteCommand(io: Io): Command {
  return makeCommand<DeleteOptions>(io, {
    name: "delete",
    summary: "delete a key from the keyring",
    details: "Only its mnemonic or an export can bring it back.",
    args: [{ name: "name", about: "name or address of the key" }],
    options: [...keyOptions(), yesOption()],
    examples: ["aegisd keys delete alice -y"],
    run: async ({ args: [name = ""], options }) => {
      const keyring = keyringOf(io, options);
      const record = keyring.find(name);
      await confirm(io, options, `Delete ${record.name} (${record.address}) for good?`);
      keyring.delete(record.name);
      io.err(`deleted ${record.name}\n`);
    },
  });
}
