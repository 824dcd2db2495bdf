/** MsgCommitVerification: commit to verifications of results. */
import {
  MsgCommitVerification,
  MsgCommitVerificationResponse,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { commitVerification } from "../verify.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { checkBatch, listGas, validateItems } from "./lists.ts";

/** Signed by the node's own key. Items stand or fall alone. */
export function commitVerificationMessage(deps: TasksDeps): Message {
  return message<MsgCommitVerification, MsgCommitVerificationResponse>({
    request: MsgCommitVerification,
    response: MsgCommitVerificationResponse,
    signer: (msg) => msg.node,
    gas: (msg) =>
      listGas(GAS.message, GAS.commitVerification, msg.items) +
      GAS.challenge * BigInt(msg.items.filter((item) => item.challenge).length),
    lane: "urgent",
    validate: (msg) => validateItems(msg.node, msg.items),
    execute: (ctx, msg) => {
      checkBatch(ctx, msg.items);
      const results = ctx.eachItem(msg.items, (item, one) =>
        commitVerification(deps, item, msg.node, one),
      );
      return { results };
    },
    commandLine: {
      summary: "commit to verifications of results",
      example: "aegisd tx tasks commit-verification --items @items.json --from node1",
    },
  });
}
