/** MsgRegisterModel: a new model against a deposit, or a further revision by its owner. */
import {
  MsgRegisterModel,
  MsgRegisterModelResponse,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { errors } from "../errors.ts";
import { registerModel } from "../models.ts";
import { validateRevision } from "../revision.ts";
import { validateAddress } from "./lists.ts";

export function registerModelMessage(deps: TasksDeps): Message {
  return message<MsgRegisterModel, MsgRegisterModelResponse>({
    request: MsgRegisterModel,
    response: MsgRegisterModelResponse,
    signer: (msg) => msg.owner,
    gas: () => GAS.registerModel,
    validate: (msg) => {
      validateAddress(msg.owner, "owner");
      if (msg.revision === undefined) throw errors.invalidModel("revision is missing");
      if (msg.revision.number !== 0 || msg.revision.actsFromMs !== 0n) {
        throw errors.invalidModel("number and acts_from_ms are set by the chain");
      }
      validateRevision(msg.revision);
    },
    execute: (ctx, msg) => ({ revision: registerModel(deps, ctx, msg) }),
    commandLine: {
      summary: "register a model, or a further revision of one",
      example:
        "aegisd tx tasks register-model --revision @model.json --deposit 100000000 --from me",
    },
  });
}
