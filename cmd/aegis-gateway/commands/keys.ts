/** `aegis-gateway keys`: keys of clients, made by whoever runs the gateway. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { isAccountAddress } from "../../../app/lib/address.ts";
import { makeCommand, makeGroup } from "../../aegisd/command.ts";
import { CommandError, usageError } from "../../aegisd/exit.ts";
import type { Io } from "../../aegisd/io.ts";
import { outputOption } from "../../aegisd/options.ts";
import { type OutputFormat, print } from "../../aegisd/output.ts";
import { journalPath } from "../home/home.ts";
import { type Journal, openJournal } from "../journal/journal.ts";
import type { KeyRecord } from "../journal/records.ts";
import { accountSigner } from "../money/accounts.ts";
import { createKey, isKeyName } from "../money/apiKey.ts";
import { configOf, EXIT_HELP, homeOption, type HomeOptions, masterKey } from "./options.ts";

interface KeysOptions extends HomeOptions {
  readonly output: OutputFormat;
  readonly name: string;
  readonly limit?: bigint;
}

/** The commands. */
export function keysGroup(io: Io): Command {
  return makeGroup(io, {
    name: "keys",
    summary: "API keys of clients",
    example: "aegis-gateway keys create aegis1... --name laptop --limit 5000000",
    commands: [createCommand(io), listCommand(io), revokeCommand(io)],
  });
}

/** Works with the journal of a home, beside the gateway that may run. */
async function withJournal<T>(home: string, use: (journal: Journal) => Promise<T>): Promise<T> {
  configOf(home);
  const journal = openJournal(journalPath(home));
  try {
    return await use(journal);
  } finally {
    journal.close();
  }
}

function limitOption(): Option {
  return new Option("--limit <uasi>", "most that the key may spend in all").argParser((text) => {
    if (/^\d{1,18}$/.test(text)) return BigInt(text);
    throw new InvalidArgumentError("expected a whole amount of uasi");
  });
}

function createCommand(io: Io): Command {
  return makeCommand<KeysOptions>(io, {
    name: "create",
    summary: "make a key for an owner's account",
    details:
      "The key is printed once; only its hash is stored. It spends from the account that the " +
      "gateway\nholds for the owner, to whom alone deposits are paid back.",
    exitHelp: EXIT_HELP,
    args: [{ name: "owner", about: "address of the owner's wallet" }],
    options: [
      homeOption(),
      new Option("--name <text>", "what the key is for").default(""),
      limitOption(),
      outputOption(),
    ],
    examples: ["aegis-gateway keys create aegis1... --name laptop"],
    run: async ({ args: [owner = ""], options }) => {
      const { home, name, limit, output } = options;
      if (!isAccountAddress(owner)) throw usageError(`${owner} is no address of an account`);
      if (!isKeyName(name)) throw usageError("a name has at most 64 characters");
      const config = configOf(home);
      const account = accountSigner(await masterKey(io, home, config), owner).address;
      await withJournal(home, async (journal) => {
        const made = createKey(journal, { owner, name, spendingLimit: limit }, Date.now());
        print(io, output, { id: made.record.id, api_key: made.text, deposit_address: account });
      });
    },
  });
}

function keyRow(journal: Journal, key: KeyRecord): object {
  const { charged, reserved } = journal.requests.spent(key.id);
  return {
    id: key.id,
    owner: key.owner,
    name: key.name,
    spending_limit: key.spendingLimit === undefined ? null : `${key.spendingLimit}`,
    spent: `${charged}`,
    reserved: `${reserved}`,
    is_revoked: key.revokedMs !== undefined,
  };
}

function listCommand(io: Io): Command {
  return makeCommand<KeysOptions>(io, {
    name: "list",
    summary: "all keys, and what they have spent",
    exitHelp: EXIT_HELP,
    options: [homeOption(), outputOption()],
    examples: ["aegis-gateway keys list -o json"],
    run: ({ options: { home, output } }) =>
      withJournal(home, async (journal) => {
        const rows = journal.keys.list().map((key) => keyRow(journal, key));
        print(io, output, { keys: rows });
      }),
  });
}

function revokeCommand(io: Io): Command {
  return makeCommand<KeysOptions>(io, {
    name: "revoke",
    summary: "end a key for good",
    exitHelp: EXIT_HELP,
    args: [{ name: "id", about: "the key's id, as keys list shows it" }],
    options: [homeOption()],
    examples: ["aegis-gateway keys revoke key_0123456789abcdef"],
    run: ({ args: [id = ""], options: { home } }) =>
      withJournal(home, async (journal) => {
        if (!journal.keys.revoke(id, Date.now())) {
          throw new CommandError(`there is no key ${id} in force: aegis-gateway keys list`);
        }
        io.err(`revoked ${id}\n`);
      }),
  });
}
