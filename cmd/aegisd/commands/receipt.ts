/** `aegisd receipt`: writes the file that proves an answer to whoever trusts one hash. */
import { writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { LightClient } from "../../../app/client/light/client.ts";
import { LightError } from "../../../app/client/light/error.ts";
import { rpcProvider } from "../../../app/client/light/provider.ts";
import { decodeLightBlock, encodeLightBlock } from "../../../app/client/light/types.ts";
import { CollectError } from "../../../app/client/receipt/collect.ts";
import { encodeReceipt, type Receipt } from "../../../app/client/receipt/format.ts";
import { makeReceipt } from "../../../app/client/receipt/make.ts";
import { nodeSource } from "../../../app/client/receipt/node.ts";
import { TRUSTING_PERIOD_MS } from "../../../app/client/receipt/trust.ts";
import { fromHex } from "../../../app/lib/bytes.ts";
import { makeCommand } from "../command.ts";
import { CommandError, usageError } from "../exit.ts";
import type { Io } from "../io.ts";
import { nodeOption } from "../options.ts";
import type { Trust } from "../../lib/lightTrust.ts";
import { parseTrust } from "./light.ts";

interface ReceiptOptions {
  readonly node: string;
  readonly out?: string;
  readonly from?: Trust;
}

/** The command. */
export function receiptCommand(io: Io): Command {
  return makeCommand<ReceiptOptions>(io, {
    name: "receipt",
    summary: "write the receipt of a task: its answer, and the proof of it",
    details:
      "The receipt holds the task, its results and verifications with a proof to a header, the\n" +
      "validators' signatures of it, and the checkpoint of the whole validator set when a final\n" +
      'one has the task. "aegisd verify-receipt" checks it without any node.\n' +
      "With --from it leads from a header that whoever checks it trusts already.",
    args: [{ name: "task", about: "hash of the task, 64 hex digits" }],
    options: [
      new Option("--out <file>", "write there (default: standard output)"),
      new Option("--from <height:hash>", "lead from this header").argParser(parseTrust),
      nodeOption(),
    ],
    examples: ["aegisd receipt 6f0c... --out receipt.json --from 1:6F0C..."],
    run: async ({ args: [task = ""], options }) => {
      const bytes = encodeReceipt(await collected(options, taskHashIn(task)));
      if (options.out === undefined) io.out(new TextDecoder().decode(bytes));
      else writeOut(options.out, bytes);
      io.err(`${bytes.length} bytes${options.out === undefined ? "" : ` in ${options.out}`}\n`);
    },
  });
}

async function collected(
  { node, from }: ReceiptOptions,
  taskHash: Uint8Array,
): ReturnType<typeof makeReceipt> {
  try {
    const receipt = await makeReceipt(nodeSource(node), taskHash);
    return from === undefined ? receipt : { ...receipt, path: await pathTo(node, from, receipt) };
  } catch (error) {
    if (error instanceof CollectError) throw new CommandError(error.message);
    if (error instanceof LightError) throw new CommandError(`${error.message} [${error.code}]`);
    throw error;
  }
}

/** Light blocks from the trusted header to that of the receipt, which stands by itself. */
async function pathTo(node: string, trust: Trust, receipt: Receipt): Promise<Uint8Array[]> {
  const { chainId, height } = decodeLightBlock(receipt.block).header;
  if (height <= trust.height) {
    throw usageError(`--from: the receipt's header is at height ${height}, which is not later`);
  }
  const client = await LightClient.start({
    ...{ chainId, trust, primary: rpcProvider(node), witnesses: [] },
    ...{ trustingPeriodMs: TRUSTING_PERIOD_MS, nowMs: () => Date.now() },
  });
  const steps = await client.path(trust.height, height);
  return steps.slice(0, -1).map(({ light }) => encodeLightBlock(light));
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
