/** MsgSetModelReward: marks a model as rewarded with a reference price, or no longer. */
import {
  MsgSetModelReward,
  MsgSetModelRewardResponse,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS, PRICE_MAX } from "../constants.ts";
import { errors } from "../errors.ts";
import { setModelReward } from "../models.ts";
import { validateAddress } from "./lists.ts";

export function setModelRewardMessage(): Message {
  return message<MsgSetModelReward, MsgSetModelRewardResponse>({
    request: MsgSetModelReward,
    response: MsgSetModelRewardResponse,
    signer: (msg) => msg.authority,
    gas: () => GAS.setModelReward,
    validate: ({ authority, referencePrice }) => {
      validateAddress(authority, "authority");
      if (referencePrice === undefined) return;
      const { promptPrice, outputPrice } = referencePrice;
      if (promptPrice > PRICE_MAX || outputPrice > PRICE_MAX) {
        throw errors.invalidModel("reference_price");
      }
    },
    execute: (ctx, msg) => {
      if (msg.authority !== ctx.block.authority) throw errors.unauthorized();
      setModelReward(ctx, msg.model, msg.referencePrice);
      return {};
    },
    commandLine: {
      summary: "mark a model as rewarded (authority only)",
      example:
        "aegisd tx tasks set-model-reward smollm2-135m-instruct --reference-price @price.json " +
        "--from authority",
      positional: ["model"],
    },
  });
}
