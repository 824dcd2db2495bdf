/** Parameters of bank. */
import { Params } from "../../proto/gen/cosmos/bank/v1beta1/bank.ts";
import type { ParamsSpec } from "../../app/module/module.ts";
import { errors } from "./errors.ts";

/** Users may send coins, unless the authority stops all sending in an emergency. */
export const paramsSpec: ParamsSpec<Params> = {
  codec: Params,
  defaults: { sendEnabled: [], defaultSendEnabled: true },
  validate: (params) => {
    if (params.sendEnabled.length > 0) {
      throw errors.invalidParams("send_enabled is retired: use default_send_enabled");
    }
  },
};
