/** MsgUpdateParams: the authority changes the parameters of bank. */
import {
  MsgUpdateParams,
  MsgUpdateParamsResponse,
} from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { present } from "../../../app/lib/assert.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { errors, sdkErrors } from "../errors.ts";
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
    if (msg.authority !== ctx.block.authority) {
      throw sdkErrors.unauthorized("only the authority may change parameters");
    }
    params.set(ctx, present(msg.params, "params"));
    return {};
  },
  commandLine: {
    summary: "change the parameters of bank (authority only)",
    example: "aegisd tx bank update-params --params @params.json --from authority",
  },
});
