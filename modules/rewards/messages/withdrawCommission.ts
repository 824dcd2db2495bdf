/** MsgWithdrawValidatorCommission: pays an operator what is its own of the validator's rewards. */
import {
  MsgWithdrawValidatorCommission,
  MsgWithdrawValidatorCommissionResponse,
} from "../../../proto/gen/cosmos/distribution/v1beta1/tx.ts";
import { uasi } from "../../../app/lib/coin.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { withdrawCommission } from "../commission.ts";
import { WITHDRAW_GAS } from "../constants.ts";
import type { RewardsDeps } from "../deps.ts";
import { operatorIn } from "../texts.ts";

export function withdrawCommissionMessage(deps: RewardsDeps): Message {
  return message<MsgWithdrawValidatorCommission, MsgWithdrawValidatorCommissionResponse>({
    request: MsgWithdrawValidatorCommission,
    response: MsgWithdrawValidatorCommissionResponse,
    signer: (msg) => operatorIn(msg.validatorAddress),
    amino: {
      // Longer than a Ledger can sign: the SDK has shortened it, cosmjs has not.
      name: "cosmos-sdk/MsgWithdrawValidatorCommission",
      sdkName: "cosmos-sdk/MsgWithdrawValCommission",
      full: true,
    },
    gas: () => WITHDRAW_GAS,
    validate: (msg) => {
      operatorIn(msg.validatorAddress);
    },
    execute: (ctx, { validatorAddress }) => ({
      amount: uasi(withdrawCommission(deps, ctx, operatorIn(validatorAddress))),
    }),
    commandLine: {
      summary: "be paid your validator's commission, and what its licences earned",
      example: "aegisd tx rewards withdraw-validator-commission --from alice",
    },
  });
}
