/** MsgAddNodeLicence: an operator puts a licence behind a bonded node. */
import {
  MsgAddNodeLicence,
  MsgAddNodeLicenceResponse,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { addNodeLicence } from "../nodeLicences.ts";
import { validateAddress } from "./lists.ts";

/** Signed by the operator, who owns the licence. */
export function addNodeLicenceMessage(deps: TasksDeps): Message {
  return message<MsgAddNodeLicence, MsgAddNodeLicenceResponse>({
    request: MsgAddNodeLicence,
    response: MsgAddNodeLicenceResponse,
    signer: (msg) => msg.operator,
    gas: () => GAS.nodeStake,
    validate: (msg) => {
      validateAddress(msg.operator, "operator");
      validateAddress(msg.node, "node");
    },
    execute: (ctx, { operator, node, licence }) => {
      addNodeLicence(deps, ctx, node, operator, licence);
      return {};
    },
    commandLine: {
      summary: "put a licence behind your resource node",
      example: "aegisd tx tasks add-node-licence $(aegisd keys show node1 -a) 1 --from operator",
      positional: ["node", "licence"],
    },
  });
}
