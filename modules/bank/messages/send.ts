/** MsgSend: coins from the signer to another account. */
import { MsgSend, MsgSendResponse } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { isAccountAddress } from "../../../app/lib/address.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { checkCoins, uasiOf } from "../coins.ts";
import { errors, sdkErrors } from "../errors.ts";
import { messageSender } from "../events.ts";
import type { BankKeeper } from "../keeper.ts";
import { params } from "../state.ts";

/** Two balances and, at most, a new account. */
export const SEND_GAS = 50_000n;

/** @throws ModuleError unless `address` is an account address. */
export function checkAddress(label: string, address: string): void {
  if (!isAccountAddress(address)) {
    throw sdkErrors.invalidAddress(`${label} "${address.slice(0, 100)}"`);
  }
}

/** Declares the message. */
export function sendMessage(keeper: BankKeeper): Message {
  return message<MsgSend, MsgSendResponse>({
    request: MsgSend,
    response: MsgSendResponse,
    signer: (msg) => msg.fromAddress,
    amino: { name: "cosmos-sdk/MsgSend", full: true },
    gas: () => SEND_GAS,
    validate: (msg) => {
      checkAddress("from_address", msg.fromAddress);
      checkAddress("to_address", msg.toAddress);
      checkCoins(msg.amount);
    },
    execute: (ctx, msg) => {
      if (!params.require(ctx).defaultSendEnabled) throw errors.sendDisabled();
      if (keeper.isBlocked(msg.toAddress)) {
        throw sdkErrors.unauthorized(`${msg.toAddress} is not allowed to receive funds`);
      }
      keeper.send(ctx, msg.fromAddress, msg.toAddress, uasiOf(msg.amount));
      ctx.emit(messageSender, { sender: msg.fromAddress });
      return {};
    },
    commandLine: {
      summary: "send coins to an account",
      example: "aegisd tx bank send aegis1from... aegis1to... 1000uasi --from alice",
      positional: ["from_address", "to_address", "amount"],
    },
  });
}
