/** `aegisd tx broadcast`: sends a transaction that is signed already. */
import type { Command } from "commander";
import { httpRpc } from "../../../../app/client/rpc.ts";
import { makeCommand } from "../../command.ts";
import type { Io } from "../../io.ts";
import { nodeOption, outputOption } from "../../options.ts";
import { bytesOf, FILE_ABOUT, parseTx, readText } from "../../tx/document.ts";
import { deliveryOptions } from "../../tx/options.ts";
import { type DeliveryOptions, deliver } from "../../tx/send.ts";

interface BroadcastOptions extends DeliveryOptions {
  readonly node: string;
}

/** The command. */
export function broadcastCommand(io: Io): Command {
  return makeCommand<BroadcastOptions>(io, {
    name: "broadcast",
    summary: "send a transaction that is signed",
    args: [{ name: "file", about: FILE_ABOUT }],
    options: [nodeOption(), ...deliveryOptions(), outputOption()],
    examples: ["aegisd tx broadcast signed.json --wait"],
    run: async ({ args: [file = ""], options }) => {
      const bytes = bytesOf(parseTx(await readText(io, file), file));
      await deliver(io, options, httpRpc(options.node), bytes);
    },
  });
}
