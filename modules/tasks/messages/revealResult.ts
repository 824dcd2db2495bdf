/** MsgRevealResult: reveal results that were committed. */
import { MsgRevealResult, MsgRevealResultResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { revealResult } from "../reveal.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { checkBatch, listGas, validateItems } from "./lists.ts";

/** Signed by the node's own key. Items stand or fall alone. */
export function revealResultMessage(deps: TasksDeps): Message {
  return message<MsgRevealResult, MsgRevealResultResponse>({
    request: MsgRevealResult,
    response: MsgRevealResultResponse,
    signer: (msg) => msg.node,
    gas: (msg) => listGas(GAS.message, GAS.revealResult, msg.items),
    lane: "urgent",
    validate: (msg) => validateItems(msg.node, msg.items),
    execute: (ctx, msg) => {
      checkBatch(ctx, msg.items);
      const results = ctx.eachItem(msg.items, (item, one) =>
        revealResult(deps, item, msg.node, one),
      );
      return { results };
    },
    commandLine: {
      summary: "reveal results that were committed",
      example: "aegisd tx tasks reveal-result --items @items.json --from node1",
    },
  });
}
