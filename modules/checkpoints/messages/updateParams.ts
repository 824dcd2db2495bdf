/** MsgUpdateParams: the authority changes the parameters of checkpoints. */
import {
  MsgUpdateParams,
  MsgUpdateParamsResponse,
} from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import type { Message } from "../../../app/module/module.ts";
import { updateParamsMessage } from "../../../app/module/updateParams.ts";
import { errors } from "../errors.ts";
import { paramsSpec } from "../params.ts";
import { params } from "../state.ts";

export const updateParams: Message = updateParamsMessage({
  module: "checkpoints",
  request: MsgUpdateParams,
  response: MsgUpdateParamsResponse,
  item: params,
  validate: paramsSpec.validate,
  invalid: errors.invalidParams,
  unauthorized: errors.unauthorized,
});
