/** `aegisd query tx` and `aegisd query wait-tx`: a transaction by its hash. */
import type { Command } from "commander";
import { TxFailure, waitForTx } from "../../../../app/client/broadcast.ts";
import { httpRpc } from "../../../../app/client/rpc.ts";
import { fromHex } from "../../../../app/lib/bytes.ts";
import { makeCommand } from "../../command.ts";
import { CommandError, EXIT, usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import { nodeOption, outputOption, secondsOption } from "../../options.ts";
import { type OutputFormat, print } from "../../output.ts";
import { includedJson } from "../../tx/result.ts";

interface TxQueryOptions {
  readonly node: string;
  readonly output: OutputFormat;
}

interface WaitOptions extends TxQueryOptions {
  readonly timeout: number;
}

const HASH = { name: "hash", about: "hash of the transaction, 64 hex digits" };

function checkedHash(text: string | undefined): string {
  if (text !== undefined && /^(0x)?[0-9a-fA-F]{64}$/.test(text)) {
    return text.replace(/^0x/, "").toUpperCase();
  }
  throw usageError("a transaction's hash has 64 hex digits");
}

/** `query tx`. */
export function txCommand(io: Io): Command {
  return makeCommand<TxQueryOptions>(io, {
    name: "tx",
    summary: "a transaction in a block, by its hash",
    args: [HASH],
    options: [nodeOption(), outputOption()],
    examples: ["aegisd query tx 6BF5...41C8 -o json"],
    run: async ({ args: [text], options }) => {
      const hash = checkedHash(text);
      const found = await httpRpc(options.node).tx(fromHex(hash));
      if (found === undefined) throw new CommandError(`no block has ${hash}`, EXIT.refused);
      print(io, options.output, includedJson(found));
    },
  });
}

/** `query wait-tx`. */
export function waitTxCommand(io: Io): Command {
  return makeCommand<WaitOptions>(io, {
    name: "wait-tx",
    summary: "wait until a block has a transaction",
    args: [HASH],
    options: [secondsOption("--timeout", "longest time to wait", 15), nodeOption(), outputOption()],
    examples: ["aegisd query wait-tx 6BF5...41C8 --timeout 30"],
    run: async ({ args: [text], options }) => {
      const rpc = httpRpc(options.node);
      const hash = checkedHash(text);
      try {
        print(io, options.output, includedJson(await waitForTx(rpc, hash, options.timeout)));
      } catch (error) {
        // It was waited for, and it is there: a transaction that failed is a result too.
        const failed = error instanceof TxFailure ? await rpc.tx(fromHex(hash)) : undefined;
        if (failed !== undefined) print(io, options.output, includedJson(failed));
        throw error;
      }
    },
  });
}
