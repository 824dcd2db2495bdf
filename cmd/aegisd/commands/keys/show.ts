/** `aegisd keys show`: one key, or only its address. */
import { type Command, Option } from "commander";
import { makeCommand } from "../../command.ts";
import type { Io } from "../../io.ts";
import { print } from "../../output.ts";
import { addressBytes, operatorAddress } from "../../../../app/lib/address.ts";
import { keyJson, keyOptions, type KeyOptions, keyringOf } from "./shared.ts";

interface ShowOptions extends KeyOptions {
  readonly address?: boolean;
  readonly bech: string;
}

/** The command. */
export function showCommand(io: Io): Command {
  return makeCommand<ShowOptions>(io, {
    name: "show",
    summary: "show one key",
    args: [{ name: "name", about: "name or address of the key" }],
    options: [
      ...keyOptions(),
      new Option("-a, --address", "print only the address"),
      new Option("--bech <prefix>", "acc for the account, val for the validator operator")
        .choices(["acc", "val"])
        .default("acc"),
    ],
    examples: ["aegisd keys show alice", "aegisd keys show alice -a --bech val"],
    run: ({ args: [name = ""], options }) => {
      const record = keyringOf(io, options).find(name);
      const { address: account } = record;
      const address = options.bech === "val" ? operatorAddress(addressBytes(account)) : account;
      if (options.address) io.out(`${address}\n`);
      else print(io, options.output, { ...keyJson(record), address });
    },
  });
}
