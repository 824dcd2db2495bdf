/** MsgRevealVote: reveal votes that were committed. */
import { MsgRevealVote, MsgRevealVoteResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { revealVote } from "../vote.ts";
import { checkBatch, listGas, validateItems } from "./lists.ts";

/** Signed by the node's own key. Items stand or fall alone. */
export function revealVoteMessage(deps: TasksDeps): Message {
  return message<MsgRevealVote, MsgRevealVoteResponse>({
    request: MsgRevealVote,
    response: MsgRevealVoteResponse,
    signer: (msg) => msg.node,
    gas: (msg) => listGas(GAS.message, GAS.revealVote, msg.items),
    lane: "urgent",
    validate: (msg) => validateItems(msg.node, msg.items),
    execute: (ctx, msg) => {
      checkBatch(ctx, msg.items);
      const results = ctx.eachItem(msg.items, (item, one) => revealVote(deps, item, msg.node, one));
      return { results };
    },
    commandLine: {
      summary: "reveal votes that were committed",
      example: "aegisd tx tasks reveal-vote --items @items.json --from node1",
    },
  });
}
