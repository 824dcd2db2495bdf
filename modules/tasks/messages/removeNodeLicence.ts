/** MsgRemoveNodeLicence: an operator begins to take a licence back from a bonded node. */
import {
  MsgRemoveNodeLicence,
  MsgRemoveNodeLicenceResponse,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { removeNodeLicence } from "../nodeLicences.ts";
import { validateAddress } from "./lists.ts";

/** Signed by the operator. */
export function removeNodeLicenceMessage(deps: TasksDeps): Message {
  return message<MsgRemoveNodeLicence, MsgRemoveNodeLicenceResponse>({
    request: MsgRemoveNodeLicence,
    response: MsgRemoveNodeLicenceResponse,
    signer: (msg) => msg.operator,
    gas: () => GAS.nodeStake,
    validate: (msg) => {
      validateAddress(msg.operator, "operator");
      validateAddress(msg.node, "node");
    },
    execute: (ctx, { operator, node, licence }) => ({
      releasingUntilMs: removeNodeLicence(deps, ctx, node, operator, licence),
    }),
    commandLine: {
      summary: "take a licence back from your resource node; it is free after unbonding",
      example: "aegisd tx tasks remove-node-licence $(aegisd keys show node1 -a) 1 --from operator",
      positional: ["node", "licence"],
    },
  });
}
