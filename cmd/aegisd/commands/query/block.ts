/** `aegisd query block`: a block with its transactions decoded. */
import type { Command } from "commander";
import { httpRpc } from "../../../../app/client/rpc.ts";
import { hex, sha256 } from "../../../../app/lib/bytes.ts";
import { makeCommand } from "../../command.ts";
import { usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import { nodeOption, outputOption, parseHeight } from "../../options.ts";
import { type OutputFormat, print } from "../../output.ts";
import { txJson } from "../../tx/result.ts";

interface BlockOptions {
  readonly node: string;
  readonly output: OutputFormat;
}

/** The command. */
export function blockCommand(io: Io): Command {
  return makeCommand<BlockOptions>(io, {
    name: "block",
    summary: "a block and its transactions",
    details: "The app hash in a block's header is that of the state after the block before.",
    args: [{ name: "height", about: "its height (default: the latest)", isOptional: true }],
    options: [nodeOption(), outputOption()],
    examples: ["aegisd query block", "aegisd query block 12 -o json"],
    run: async ({ args: [text], options }) => {
      const rpc = httpRpc(options.node);
      const block = await rpc.block(text === undefined ? undefined : heightOf(text));
      print(io, options.output, {
        height: `${block.height}`,
        time: block.time,
        app_hash: hex(block.appHash).toUpperCase(),
        proposer_address: hex(block.proposer).toUpperCase(),
        txs: block.txs.map((bytes) => ({
          txhash: hex(sha256(bytes)).toUpperCase(),
          tx: txJson(bytes),
        })),
      });
    },
  });
}

function heightOf(text: string): number {
  try {
    return parseHeight(text);
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : "not a height");
  }
}
