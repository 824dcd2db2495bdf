/** `aegisd keys add`: a new key, or one from a mnemonic. */
import { type Command, Option } from "commander";
import { HD_PATH, newMnemonic, secretFromMnemonic } from "../../../../app/client/wallet.ts";
import { makeCommand } from "../../command.ts";
import { CommandError, EXIT, usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import { print } from "../../output.ts";
import { keyJson, keyOptions, type KeyOptions, keyringOf } from "./shared.ts";

interface AddOptions extends KeyOptions {
  readonly recover?: boolean;
  readonly hdPath: string;
}

const WARNING =
  "Write these words down and keep them safe. They are the only way to recover the key, and\n" +
  "they are shown this once:\n";

/** The command. */
export function addCommand(io: Io): Command {
  return makeCommand<AddOptions>(io, {
    name: "add",
    summary: "make a new key, or recover one from its mnemonic",
    details:
      "The mnemonic of a new key is shown once: on standard error, or with -o json in the\n" +
      "result. --recover asks for it, or reads it from standard input.",
    args: [{ name: "name", about: "name of the key" }],
    options: [
      ...keyOptions(),
      new Option("--recover", "take a mnemonic instead of making one"),
      new Option("--hd-path <path>", "derivation path").default(HD_PATH),
    ],
    examples: ["aegisd keys add alice", "aegisd keys add alice --recover < words.txt"],
    run: async ({ args: [name = ""], options }) => {
      const mnemonic = options.recover ? await askMnemonic(io) : newMnemonic();
      const secret = await derive(mnemonic, options.hdPath);
      const record = await keyringOf(io, options).add(name, secret);
      const json = keyJson(record);
      if (options.output === "json") {
        print(io, "json", options.recover ? json : { ...json, mnemonic });
        return;
      }
      print(io, "text", json);
      if (!options.recover) io.err(`\n${WARNING}\n${mnemonic}\n`);
    },
  });
}

async function askMnemonic(io: Io): Promise<string> {
  const words = (await io.ask("Mnemonic: ", true)) ?? (await io.readInput());
  if (words.trim() === "") throw usageError("--recover needs a mnemonic on standard input");
  return words;
}

async function derive(mnemonic: string, path: string): Promise<Uint8Array> {
  try {
    return await secretFromMnemonic(mnemonic, path);
  } catch (error) {
    // Never the words themselves.
    const reason = error instanceof RangeError ? error.message : "not a valid derivation path";
    throw new CommandError(reason, EXIT.usage);
  }
}
