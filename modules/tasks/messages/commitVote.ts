/** MsgCommitVote: commit to votes of committees. */
import { MsgCommitVote, MsgCommitVoteResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { commitVote } from "../vote.ts";
import { checkBatch, listGas, validateItems } from "./lists.ts";

/** Signed by the node's own key. Items stand or fall alone. */
export function commitVoteMessage(deps: TasksDeps): Message {
  return message<MsgCommitVote, MsgCommitVoteResponse>({
    request: MsgCommitVote,
    response: MsgCommitVoteResponse,
    signer: (msg) => msg.node,
    gas: (msg) => listGas(GAS.message, GAS.commitVote, msg.items),
    lane: "urgent",
    validate: (msg) => validateItems(msg.node, msg.items),
    execute: (ctx, msg) => {
      checkBatch(ctx, msg.items);
      const results = ctx.eachItem(msg.items, (item, one) => commitVote(deps, item, msg.node, one));
      return { results };
    },
    commandLine: {
      summary: "commit to votes of committees",
      example: "aegisd tx tasks commit-vote --items @items.json --from node1",
    },
  });
}
