/** MsgUpdateParams: the authority replaces the parameters. Tasks keep what they pinned. */
import { MsgUpdateParams, MsgUpdateParamsResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { present } from "../../../app/lib/assert.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { errors } from "../errors.ts";
import { checkWindows, validateParams } from "../params.ts";
import { paramsItem } from "../state.ts";
import { validateAddress } from "./lists.ts";

export function updateParamsMessage(deps: TasksDeps): Message {
  return message<MsgUpdateParams, MsgUpdateParamsResponse>({
    request: MsgUpdateParams,
    response: MsgUpdateParamsResponse,
    signer: (msg) => msg.authority,
    gas: () => GAS.updateParams,
    validate: (msg) => {
      validateAddress(msg.authority, "authority");
      if (msg.params === undefined) throw errors.invalidParams("params are missing");
      validateParams(msg.params);
    },
    execute: (ctx, msg) => {
      if (msg.authority !== ctx.block.authority) throw errors.unauthorized();
      const params = present(msg.params, "params");
      checkWindows(params, deps.chain.params(ctx).clockStepMaxMs);
      paramsItem.set(ctx, params);
      return {};
    },
    commandLine: {
      summary: "change the parameters of tasks (authority only)",
      example: "aegisd tx tasks update-params --params @params.json --from authority",
    },
  });
}
