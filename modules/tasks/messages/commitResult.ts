/** MsgCommitResult: commit to results of calculations. */
import { MsgCommitResult, MsgCommitResultResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { commitResult } from "../commit.ts";
import { GAS } from "../constants.ts";

import { checkBatch, listGas, validateItems } from "./lists.ts";

/** Signed by the node's own key. Items stand or fall alone. */
export function commitResultMessage(): Message {
  return message<MsgCommitResult, MsgCommitResultResponse>({
    request: MsgCommitResult,
    response: MsgCommitResultResponse,
    signer: (msg) => msg.node,
    gas: (msg) => listGas(GAS.message, GAS.commitResult, msg.items),
    lane: "urgent",
    validate: (msg) => validateItems(msg.node, msg.items),
    execute: (ctx, msg) => {
      checkBatch(ctx, msg.items);
      const results = ctx.eachItem(msg.items, (item, one) => commitResult(item, msg.node, one));
      return { results };
    },
    commandLine: {
      summary: "commit to results of calculations",
      example: "aegisd tx tasks commit-result --items @items.json --from node1",
    },
  });
}
