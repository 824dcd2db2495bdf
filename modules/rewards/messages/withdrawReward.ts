/** MsgWithdrawDelegatorReward: pays what a delegation has earned. */
import {
  MsgWithdrawDelegatorReward,
  MsgWithdrawDelegatorRewardResponse,
} from "../../../proto/gen/cosmos/distribution/v1beta1/tx.ts";
import { uasi } from "../../../app/lib/coin.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { WITHDRAW_GAS } from "../constants.ts";
import { withdrawAndGoOn } from "../delegatorRewards.ts";
import type { RewardsDeps } from "../deps.ts";
import { checkAccount, operatorIn } from "../texts.ts";

export function withdrawRewardMessage(deps: RewardsDeps): Message {
  return message<MsgWithdrawDelegatorReward, MsgWithdrawDelegatorRewardResponse>({
    request: MsgWithdrawDelegatorReward,
    response: MsgWithdrawDelegatorRewardResponse,
    signer: (msg) => msg.delegatorAddress,
    amino: { name: "cosmos-sdk/MsgWithdrawDelegationReward", full: true },
    gas: () => WITHDRAW_GAS,
    validate: (msg) => {
      checkAccount(msg.delegatorAddress, "delegator_address");
      operatorIn(msg.validatorAddress);
    },
    execute: (ctx, { delegatorAddress, validatorAddress }) => {
      const operator = operatorIn(validatorAddress);
      return { amount: uasi(withdrawAndGoOn(deps, ctx, delegatorAddress, operator)) };
    },
    commandLine: {
      summary: "be paid what your delegation to a validator has earned",
      example: "aegisd tx rewards withdraw-delegator-reward aegisvaloper1... --from alice",
      positional: ["validator_address"],
    },
  });
}
