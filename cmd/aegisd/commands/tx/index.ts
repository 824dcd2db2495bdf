/** The commands of `aegisd tx` that belong to no module: what is done with a made transaction. */
import type { Command } from "commander";
import type { AnyModule } from "../../../../app/module/module.ts";
import { messageRouter } from "../../../../app/router/messages.ts";
import type { Io } from "../../io.ts";
import { broadcastCommand } from "./broadcast.ts";
import { decodeCommand, encodeCommand } from "./coding.ts";
import { multiSignCommand } from "./multiSign.ts";
import { signCommand } from "./sign.ts";
import { signBatchCommand } from "./signBatch.ts";
import { validateSignaturesCommand } from "./validateSignatures.ts";

/** All of them. */
export function txToolCommands(io: Io, modules: readonly AnyModule[]): readonly Command[] {
  const router = messageRouter(modules);
  return [
    signCommand(io, router),
    signBatchCommand(io, router),
    multiSignCommand(io, router),
    validateSignaturesCommand(io, router),
    broadcastCommand(io),
    encodeCommand(io),
    decodeCommand(io),
  ];
}
