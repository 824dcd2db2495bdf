/** `aegis-gateway accounts` and `withdraw`: what owners have deposited, and paying it back. */
import type { Command } from "commander";
import { isAccountAddress } from "../../../app/lib/address.ts";
import { makeCommand } from "../../aegisd/command.ts";
import { usageError } from "../../aegisd/exit.ts";
import type { Io } from "../../aegisd/io.ts";
import { outputOption } from "../../aegisd/options.ts";
import { type OutputFormat, print } from "../../aegisd/output.ts";
import { createLogger } from "../../lib/log.ts";
import { nodeChain } from "../chain/nodeChain.ts";
import { journalPath, lockHome } from "../home/home.ts";
import { withdraw } from "../http/withdraw.ts";
import { openJournal } from "../journal/journal.ts";
import { configOf, EXIT_HELP, homeOption, type HomeOptions, masterKey } from "./options.ts";

interface MoneyOptions extends HomeOptions {
  readonly output: OutputFormat;
}

/** `accounts`. */
export function accountsCommand(io: Io): Command {
  return makeCommand<MoneyOptions>(io, {
    name: "accounts",
    summary: "each owner's account and its balance",
    exitHelp: EXIT_HELP,
    options: [homeOption(), outputOption()],
    examples: ["aegis-gateway accounts"],
    run: async ({ options: { home, output } }) => {
      const config = configOf(home);
      const chain = nodeChain(config, await masterKey(io, home, config));
      const journal = openJournal(journalPath(home));
      try {
        const rows: object[] = [];
        for (const owner of journal.keys.owners()) {
          const account = chain.accountOf(owner);
          rows.push({ owner, account, balance: `${await chain.reader.balance(account)}uasi` });
        }
        print(io, output, { accounts: rows });
      } finally {
        journal.close();
        chain.close();
      }
    },
  });
}

/** `withdraw`. */
export function withdrawCommand(io: Io): Command {
  return makeCommand<MoneyOptions>(io, {
    name: "withdraw",
    summary: "pay an owner's deposit back to the owner",
    details:
      "Only while the gateway does not run: both would use the account's next sequence.\n" +
      "Money goes to the owner's wallet and nowhere else.",
    exitHelp: EXIT_HELP,
    args: [
      { name: "owner", about: "address of the owner's wallet" },
      { name: "amount", about: "uasi, or all" },
    ],
    options: [homeOption(), outputOption()],
    examples: ["aegis-gateway withdraw aegis1... all"],
    run: async ({ args: [owner = "", text = ""], options: { home, output } }) => {
      if (!isAccountAddress(owner)) throw usageError(`${owner} is no address of an account`);
      if (text !== "all" && !/^[1-9]\d{0,17}$/.test(text)) {
        throw usageError("the amount is all, or a whole number of uasi");
      }
      const config = configOf(home);
      const master = await masterKey(io, home, config);
      const unlock = lockHome(home);
      const chain = nodeChain(config, master);
      const journal = openJournal(journalPath(home));
      const log = createLogger({ name: "aegis-gateway", level: config.logLevel });
      try {
        const amount = text === "all" ? text : BigInt(text);
        const payer = { chain, journal, log, now: Date.now };
        print(io, output, await withdraw(payer, owner, amount));
      } finally {
        journal.close();
        chain.close();
        unlock();
      }
    },
  });
}
