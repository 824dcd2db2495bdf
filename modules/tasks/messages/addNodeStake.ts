/** MsgAddNodeStake: an operator raises the stake of a bonded node. */
import { MsgAddNodeStake, MsgAddNodeStakeResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { AMOUNT_MAX } from "../../../app/lib/coin.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { errors } from "../errors.ts";
import { addNodeStake } from "../nodeLicences.ts";
import { validateAddress } from "./lists.ts";

/** Signed by the operator. */
export function addNodeStakeMessage(deps: TasksDeps): Message {
  return message<MsgAddNodeStake, MsgAddNodeStakeResponse>({
    request: MsgAddNodeStake,
    response: MsgAddNodeStakeResponse,
    signer: (msg) => msg.operator,
    gas: () => GAS.nodeStake,
    validate: ({ operator, node, amount }) => {
      validateAddress(operator, "operator");
      validateAddress(node, "node");
      if (amount < 1n || amount > AMOUNT_MAX / 2n) throw errors.invalidNode("amount");
    },
    execute: (ctx, { operator, node, amount }) => {
      addNodeStake(deps, ctx, node, operator, amount);
      return {};
    },
    commandLine: {
      summary: "raise the stake of your resource node",
      example:
        "aegisd tx tasks add-node-stake $(aegisd keys show node1 -a) 1000000 --from operator",
      positional: ["node", "amount"],
    },
  });
}
