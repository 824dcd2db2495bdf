/** MsgSetWithdrawAddress: another account gets the signer's rewards. */
import {
  MsgSetWithdrawAddress,
  MsgSetWithdrawAddressResponse,
} from "../../../proto/gen/cosmos/distribution/v1beta1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { SET_ADDRESS_GAS } from "../constants.ts";
import type { RewardsDeps } from "../deps.ts";
import { withdrawAddresses } from "../distributionState.ts";
import { sdkErrors } from "../errors.ts";
import { withdrawAddressSet } from "../events.ts";
import { checkAccount } from "../texts.ts";

export function setWithdrawAddressMessage({ bank }: RewardsDeps): Message {
  return message<MsgSetWithdrawAddress, MsgSetWithdrawAddressResponse>({
    request: MsgSetWithdrawAddress,
    response: MsgSetWithdrawAddressResponse,
    signer: (msg) => msg.delegatorAddress,
    amino: { name: "cosmos-sdk/MsgModifyWithdrawAddress", full: true },
    gas: () => SET_ADDRESS_GAS,
    validate: (msg) => {
      checkAccount(msg.delegatorAddress, "delegator_address");
      checkAccount(msg.withdrawAddress, "withdraw_address");
    },
    execute: (ctx, { delegatorAddress, withdrawAddress }) => {
      if (bank.isBlocked(withdrawAddress)) {
        throw sdkErrors.unauthorized(`${withdrawAddress} is not allowed to receive external funds`);
      }
      withdrawAddresses.set(ctx, delegatorAddress, withdrawAddress);
      ctx.emit(withdrawAddressSet, { withdraw_address: withdrawAddress });
      return {};
    },
    commandLine: {
      summary: "let another account get your rewards",
      example: "aegisd tx rewards set-withdraw-address aegis1... --from alice",
      positional: ["withdraw_address"],
    },
  });
}
