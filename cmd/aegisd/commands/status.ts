/** `aegisd status`: where a running node stands. */
import type { Command } from "commander";
import { httpRpc } from "../../../app/client/rpc.ts";
import { hex } from "../../../app/lib/bytes.ts";
import { makeCommand } from "../command.ts";
import type { Io } from "../io.ts";
import { nodeOption, outputOption } from "../options.ts";
import { type OutputFormat, print } from "../output.ts";

interface StatusOptions {
  readonly node: string;
  readonly output: OutputFormat;
}

/** The command. */
export function statusCommand(io: Io): Command {
  return makeCommand<StatusOptions>(io, {
    name: "status",
    summary: "where a running node stands",
    options: [nodeOption(), outputOption()],
    examples: ["aegisd status", "aegisd status --node http://127.0.0.1:26657 -o json"],
    run: async ({ options }) => {
      const status = await httpRpc(options.node).status();
      print(io, options.output, {
        chain_id: status.chainId,
        latest_block_height: `${status.height}`,
        latest_app_hash: hex(status.appHash).toUpperCase(),
        latest_block_time: status.time,
        catching_up: status.isCatchingUp,
        node_id: status.nodeId,
        cometbft_version: status.version,
      });
    },
  });
}
