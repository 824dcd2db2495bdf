/** MsgUpdateParams: the authority changes the parameters of slashing. */
import {
  MsgUpdateParams,
  MsgUpdateParamsResponse,
} from "../../../proto/gen/aegis/slashing/v1/tx.ts";
import { present } from "../../../app/lib/assert.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { errors } from "../errors.ts";
import { paramsSpec } from "../params.ts";
import { params } from "../state.ts";

export const updateParams: Message = message<MsgUpdateParams, MsgUpdateParamsResponse>({
  request: MsgUpdateParams,
  response: MsgUpdateParamsResponse,
  signer: (msg) => msg.authority,
  gas: () => 20_000n,
  validate: (msg) => {
    if (msg.params === undefined) throw errors.invalidParams("params are missing");
    paramsSpec.validate(msg.params);
  },
  execute: (ctx, msg) => {
    if (msg.authority !== ctx.block.authority) throw errors.unauthorized();
    params.set(ctx, present(msg.params, "params"));
    return {};
  },
  commandLine: {
    summary: "change the parameters of slashing (authority only)",
    example: "aegisd tx slashing update-params --params @params.json --from authority",
  },
});
