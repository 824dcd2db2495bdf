/** MsgDelegate: an account puts tokens behind a validator. */
import { MsgDelegate, MsgDelegateResponse } from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { formatDecText } from "../../../app/lib/dec.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { DELEGATION_GAS } from "../constants.ts";
import { delegate, requireOpen } from "../delegations.ts";
import type { StakingDeps } from "../deps.ts";
import { delegated } from "../events.ts";
import { settle } from "../status.ts";
import { coinText } from "../texts.ts";
import { amountOf, checkDelegator, operatorOf } from "./checks.ts";

export function delegateMessage(deps: StakingDeps): Message {
  return message<MsgDelegate, MsgDelegateResponse>({
    request: MsgDelegate,
    response: MsgDelegateResponse,
    signer: (msg) => msg.delegatorAddress,
    amino: { name: "cosmos-sdk/MsgDelegate", full: true },
    gas: () => DELEGATION_GAS,
    validate: (msg) => {
      checkDelegator(msg.delegatorAddress);
      operatorOf(msg.validatorAddress);
      amountOf(msg.amount);
    },
    execute: (ctx, { delegatorAddress: delegator, validatorAddress, amount: coin }) => {
      const operator = operatorOf(validatorAddress);
      const amount = amountOf(coin);
      requireOpen(ctx, { delegator, operator });
      const shares = delegate(deps, ctx, { delegator, operator }, amount);
      settle(deps, ctx, operator);
      ctx.emit(delegated, {
        validator: validatorAddress,
        delegator,
        amount: coinText(amount),
        new_shares: formatDecText(shares),
      });
      return {};
    },
    commandLine: {
      summary: "delegate tokens to a validator",
      example: "aegisd tx staking delegate aegisvaloper1... 1000000uasi --from alice",
      positional: ["validator_address", "amount"],
    },
  });
}
