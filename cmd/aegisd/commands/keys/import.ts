/** `aegisd keys import`: a key from armored text, or from its bare secret. */
import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { fromHex } from "../../../../app/lib/bytes.ts";
import { makeCommand } from "../../command.ts";
import { CommandError, EXIT, usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import { unarmor } from "../../keyring/armor.ts";
import { EXPORT_PASSPHRASE, passphraseFrom } from "../../keyring/passphrase.ts";
import { print } from "../../output.ts";
import { keyJson, keyOptions, type KeyOptions, keyringOf } from "./shared.ts";

interface ImportOptions extends KeyOptions {
  readonly hex?: boolean;
}

/** The command. */
export function importCommand(io: Io): Command {
  return makeCommand<ImportOptions>(io, {
    name: "import",
    summary: "take a key from the text that export printed",
    args: [
      { name: "name", about: "name for the key" },
      { name: "file", about: "file with the text; standard input when left out", isOptional: true },
    ],
    options: [...keyOptions(), new Option("--hex", "the text is a bare secret, 64 hex digits")],
    examples: ["aegisd keys import alice alice.asc"],
    run: async ({ args: [name = "", file], options }) => {
      const text = file === undefined ? await io.readInput() : readText(file);
      const secret = options.hex
        ? parseHex(text)
        : unarmor(text, await passphraseFrom(io, EXPORT_PASSPHRASE)("open"));
      const record = await keyringOf(io, options).add(name, secret);
      print(io, options.output, keyJson(record));
    },
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw usageError(`cannot read ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
}

function parseHex(text: string): Uint8Array {
  if (/^[0-9a-fA-F]{64}$/.test(text.trim())) return fromHex(text.trim());
  throw new CommandError("expected a secret of 64 hex digits", EXIT.key);
}
