/** MsgUndelegate: a delegator begins to take tokens back. */
import {
  MsgUndelegate,
  MsgUndelegateResponse,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { BASE_DENOM } from "../../../app/lib/coin.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { DELEGATION_GAS } from "../constants.ts";
import { sharesToUnbond } from "../delegations.ts";
import type { StakingDeps } from "../deps.ts";
import { unbonded } from "../events.ts";
import { coinText, shownTime, timeText } from "../texts.ts";
import { undelegate } from "../unbonding.ts";
import { amountOf, checkDelegator, operatorOf } from "./checks.ts";

export function undelegateMessage(deps: StakingDeps): Message {
  return message<MsgUndelegate, MsgUndelegateResponse>({
    request: MsgUndelegate,
    response: MsgUndelegateResponse,
    signer: (msg) => msg.delegatorAddress,
    amino: { name: "cosmos-sdk/MsgUndelegate", full: true },
    gas: () => DELEGATION_GAS,
    validate: (msg) => {
      checkDelegator(msg.delegatorAddress);
      operatorOf(msg.validatorAddress);
      amountOf(msg.amount);
    },
    execute: (ctx, { delegatorAddress: delegator, validatorAddress, amount: coin }) => {
      const who = { delegator, operator: operatorOf(validatorAddress) };
      const shares = sharesToUnbond(ctx, who, amountOf(coin));
      const { amount, completionMs } = undelegate(deps, ctx, who, shares);
      ctx.emit(unbonded, {
        validator: validatorAddress,
        delegator,
        amount: coinText(amount),
        completion_time: timeText(ctx.block, completionMs),
      });
      return {
        completionTime: shownTime(ctx.block, completionMs),
        amount: { denom: BASE_DENOM, amount: `${amount}` },
      };
    },
    commandLine: {
      summary: "take tokens back from a validator; they are free after unbonding",
      example: "aegisd tx staking undelegate aegisvaloper1... 1000000uasi --from alice",
      positional: ["validator_address", "amount"],
    },
  });
}
