/** MsgCancelUnbondingDelegation: a delegator delegates again what it was taking back. */
import {
  MsgCancelUnbondingDelegation,
  MsgCancelUnbondingDelegationResponse,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { DELEGATION_GAS } from "../constants.ts";
import type { StakingDeps } from "../deps.ts";
import { sdkErrors } from "../errors.ts";
import { unbondingCancelled } from "../events.ts";
import { coinText } from "../texts.ts";
import { cancelUnbonding } from "../unbonding.ts";
import { amountOf, checkDelegator, operatorOf } from "./checks.ts";

export function cancelUnbondingMessage(deps: StakingDeps): Message {
  return message<MsgCancelUnbondingDelegation, MsgCancelUnbondingDelegationResponse>({
    request: MsgCancelUnbondingDelegation,
    response: MsgCancelUnbondingDelegationResponse,
    signer: (msg) => msg.delegatorAddress,
    amino: { name: "cosmos-sdk/MsgCancelUnbondingDelegation", full: true },
    gas: () => DELEGATION_GAS,
    validate: (msg) => {
      checkDelegator(msg.delegatorAddress);
      operatorOf(msg.validatorAddress);
      amountOf(msg.amount);
      if (msg.creationHeight <= 0n) throw sdkErrors.invalidRequest("invalid height");
    },
    execute: (ctx, msg) => {
      const { delegatorAddress: delegator, validatorAddress, creationHeight } = msg;
      const who = { delegator, operator: operatorOf(validatorAddress) };
      const amount = amountOf(msg.amount);
      cancelUnbonding(deps, ctx, who, amount, creationHeight);
      ctx.emit(unbondingCancelled, {
        amount: coinText(amount),
        validator: validatorAddress,
        delegator,
        creation_height: `${creationHeight}`,
      });
      return {};
    },
    commandLine: {
      summary: "delegate again what you were taking back since a height",
      example:
        "aegisd tx staking cancel-unbonding-delegation aegisvaloper1... 1000uasi 7 --from alice",
      positional: ["validator_address", "amount", "creation_height"],
    },
  });
}
