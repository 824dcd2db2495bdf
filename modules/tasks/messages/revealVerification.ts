/** MsgRevealVerification: reveal verifications that were committed. */
import {
  MsgRevealVerification,
  MsgRevealVerificationResponse,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { revealVerification } from "../opening.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { checkBatch, listGas, validateItems } from "./lists.ts";

/** Signed by the node's own key. Items stand or fall alone. */
export function revealVerificationMessage(deps: TasksDeps): Message {
  return message<MsgRevealVerification, MsgRevealVerificationResponse>({
    request: MsgRevealVerification,
    response: MsgRevealVerificationResponse,
    signer: (msg) => msg.node,
    gas: (msg) => listGas(GAS.message, GAS.revealVerification, msg.items),
    lane: "urgent",
    validate: (msg) => validateItems(msg.node, msg.items),
    execute: (ctx, msg) => {
      checkBatch(ctx, msg.items);
      const results = ctx.eachItem(msg.items, (item, one) =>
        revealVerification(deps, item, msg.node, one),
      );
      return { results };
    },
    commandLine: {
      summary: "reveal verifications that were committed",
      example: "aegisd tx tasks reveal-verification --items @items.json --from node1",
    },
  });
}
