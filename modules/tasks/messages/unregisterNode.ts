/** MsgUnregisterNode: a node takes no new work, and its stake begins to unbond. */
import {
  MsgUnregisterNode,
  MsgUnregisterNodeResponse,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS } from "../constants.ts";
import { unregisterNode } from "../nodes.ts";
import { validateAddress } from "./lists.ts";

/** Signed by the operator. */
export function unregisterNodeMessage(): Message {
  return message<MsgUnregisterNode, MsgUnregisterNodeResponse>({
    request: MsgUnregisterNode,
    response: MsgUnregisterNodeResponse,
    signer: (msg) => msg.operator,
    gas: () => GAS.unregisterNode,
    validate: (msg) => {
      validateAddress(msg.operator, "operator");
      validateAddress(msg.node, "node");
    },
    execute: (ctx, msg) => ({ unbondingEndMs: unregisterNode(ctx, msg.node, msg.operator) }),
    commandLine: {
      summary: "withdraw a resource node; its stake comes back after unbonding",
      example: "aegisd tx tasks unregister-node $(aegisd keys show node1 -a) --from operator",
      positional: ["node"],
    },
  });
}
