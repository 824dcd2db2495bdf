/** `aegisd receipt`: writes the file that proves an answer to whoever trusts one hash. */
import { writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { CollectError } from "../../../app/client/receipt/collect.ts";
import { encodeReceipt } from "../../../app/client/receipt/format.ts";
import { makeReceipt } from "../../../app/client/receipt/make.ts";
import { nodeSource } from "../../../app/client/receipt/node.ts";
import { fromHex } from "../../../app/lib/bytes.ts";
import { makeCommand } from "../command.ts";
import { CommandError, usageError } from "../exit.ts";
import type { Io } from "../io.ts";
import { nodeOption } from "../options.ts";

interface ReceiptOptions {
  readonly node: string;
  readonly out?: string;
}

/** The command. */
export function receiptCommand(io: Io): Command {
  return makeCommand<ReceiptOptions>(io, {
    name: "receipt",
    summary: "write the receipt of a task: its answer, and the proof of it",
    details:
      "The receipt holds the task, its results and verifications with a proof to a header, the\n" +
      "validators' signatures of it, and the checkpoint of the whole validator set when a final\n" +
      'one has the task. "aegisd verify-receipt" checks it without any node.',
    args: [{ name: "task", about: "hash of the task, 64 hex digits" }],
    options: [new Option("--out <file>", "write there (default: standard output)"), nodeOption()],
    examples: ["aegisd receipt 6f0c... --out receipt.json"],
    run: async ({ args: [task = ""], options }) => {
      const bytes = encodeReceipt(await collected(options.node, taskHashIn(task)));
      if (options.out === undefined) io.out(new TextDecoder().decode(bytes));
      else writeOut(options.out, bytes);
      io.err(`${bytes.length} bytes${options.out === undefined ? "" : ` in ${options.out}`}\n`);
    },
  });
}

async function collected(node: string, taskHash: Uint8Array): ReturnType<typeof makeReceipt> {
  try {
    return await makeReceipt(nodeSource(node), taskHash);
  } catch (error) {
    if (!(error instanceof CollectError)) throw error;
    throw new CommandError(error.message);
  }
}

function taskHashIn(text: string): Uint8Array {
  if (/^(0x)?[0-9a-fA-F]{64}$/.test(text)) return fromHex(text.slice(-64));
  throw usageError("TASK: expected the 64 hex digits of a task's hash");
}

function writeOut(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new CommandError(`cannot write ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
}
