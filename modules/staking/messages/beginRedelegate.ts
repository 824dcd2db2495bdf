/** MsgBeginRedelegate: a delegator moves tokens from one validator to another. */
import {
  MsgBeginRedelegate,
  MsgBeginRedelegateResponse,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { REDELEGATION_GAS } from "../constants.ts";
import { sharesToUnbond } from "../delegations.ts";
import type { StakingDeps } from "../deps.ts";
import { redelegated } from "../events.ts";
import { redelegate } from "../redelegation.ts";
import { coinText, shownTime, timeText } from "../texts.ts";
import { amountOf, checkDelegator, operatorOf } from "./checks.ts";

export function beginRedelegateMessage(deps: StakingDeps): Message {
  return message<MsgBeginRedelegate, MsgBeginRedelegateResponse>({
    request: MsgBeginRedelegate,
    response: MsgBeginRedelegateResponse,
    signer: (msg) => msg.delegatorAddress,
    amino: { name: "cosmos-sdk/MsgBeginRedelegate", full: true },
    gas: () => REDELEGATION_GAS,
    validate: (msg) => {
      checkDelegator(msg.delegatorAddress);
      operatorOf(msg.validatorSrcAddress, "validator_src_address");
      operatorOf(msg.validatorDstAddress, "validator_dst_address");
      amountOf(msg.amount);
    },
    execute: (ctx, msg) => {
      const delegator = msg.delegatorAddress;
      const source = operatorOf(msg.validatorSrcAddress);
      const destination = operatorOf(msg.validatorDstAddress);
      const shares = sharesToUnbond(ctx, { delegator, operator: source }, amountOf(msg.amount));
      const move = { delegator, source, destination };
      const { amount, completionMs } = redelegate(deps, ctx, move, shares);
      ctx.emit(redelegated, {
        source_validator: msg.validatorSrcAddress,
        destination_validator: msg.validatorDstAddress,
        delegator,
        amount: coinText(amount),
        completion_time: timeText(ctx.block, completionMs),
      });
      return { completionTime: shownTime(ctx.block, completionMs) };
    },
    commandLine: {
      summary: "move tokens from one validator to another at once",
      example:
        "aegisd tx staking begin-redelegate aegisvaloper1... aegisvaloper1... 9uasi --from alice",
      positional: ["validator_src_address", "validator_dst_address", "amount"],
    },
  });
}
