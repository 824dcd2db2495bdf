/** MsgUpdateParams: the authority changes the parameters of bank. */
import {
  MsgUpdateParams,
  MsgUpdateParamsResponse,
} from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import type { Message } from "../../../app/module/module.ts";
import { updateParamsMessage } from "../../../app/module/updateParams.ts";
import { errors, sdkErrors } from "../errors.ts";
import { paramsSpec } from "../params.ts";
import { params } from "../state.ts";

export const updateParams: Message = updateParamsMessage({
  module: "bank",
  request: MsgUpdateParams,
  response: MsgUpdateParamsResponse,
  amino: { name: "cosmos-sdk/x/bank/MsgUpdateParams" },
  item: params,
  validate: paramsSpec.validate,
  invalid: errors.invalidParams,
  unauthorized: () => sdkErrors.unauthorized("only the authority may change parameters"),
});
