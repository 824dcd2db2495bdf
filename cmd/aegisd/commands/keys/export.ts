/** `aegisd keys export`: a key as armored text, sealed under a passphrase of its own. */
import { type Command, Option } from "commander";
import { hex } from "../../../../app/lib/bytes.ts";
import { makeCommand } from "../../command.ts";
import { usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import { armor } from "../../keyring/armor.ts";
import { EXPORT_PASSPHRASE, passphraseFrom } from "../../keyring/passphrase.ts";
import { homeOption, keyringOption } from "../../options.ts";
import { type KeyOptions, keyringOf } from "./shared.ts";

interface ExportOptions extends KeyOptions {
  readonly unarmoredHex?: boolean;
  readonly unsafe?: boolean;
}

/** The command. */
export function exportCommand(io: Io): Command {
  return makeCommand<ExportOptions>(io, {
    name: "export",
    summary: "print a key as armored, encrypted text",
    details:
      "The text is sealed under a passphrase that is asked for, or taken from\n" +
      "AEGIS_EXPORT_PASSPHRASE or the file that AEGIS_EXPORT_PASSPHRASE_FILE names.",
    args: [{ name: "name", about: "name or address of the key" }],
    options: [
      homeOption(),
      keyringOption(),
      new Option("--unarmored-hex", "print the bare secret in hex (needs --unsafe)"),
      new Option("--unsafe", "allow what shows a secret"),
    ],
    examples: ["aegisd keys export alice > alice.asc"],
    run: async ({ args: [name = ""], options }) => {
      if (options.unarmoredHex && !options.unsafe) {
        throw usageError("--unarmored-hex prints the bare secret: add --unsafe if you mean it");
      }
      const secret = await keyringOf(io, options).secret(name);
      if (options.unarmoredHex) io.out(`${hex(secret)}\n`);
      else io.out(armor(secret, await passphraseFrom(io, EXPORT_PASSPHRASE)("create")));
    },
  });
}
