/** MsgMultiSend: coins from the signer to several accounts at once. */
import { MsgMultiSend, MsgMultiSendResponse } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { present } from "../../../app/lib/assert.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { checkCoins, uasiOf } from "../coins.ts";
import { errors, sdkErrors } from "../errors.ts";
import { messageSender } from "../events.ts";
import type { BankKeeper } from "../keeper.ts";
import { params } from "../state.ts";
import { checkAddress, SEND_GAS } from "./send.ts";

const OUTPUTS_MAX = 256;

function validate(msg: MsgMultiSend): void {
  const [input] = msg.inputs;
  if (input === undefined) throw errors.noInputs();
  if (msg.inputs.length > 1) throw errors.multipleSenders();
  if (msg.outputs.length === 0) throw errors.noOutputs();
  if (msg.outputs.length > OUTPUTS_MAX) {
    throw sdkErrors.invalidRequest(`more than ${OUTPUTS_MAX} outputs`);
  }
  checkAddress("input address", input.address);
  checkCoins(input.coins);
  let total = 0n;
  for (const output of msg.outputs) {
    checkAddress("output address", output.address);
    checkCoins(output.coins);
    total += uasiOf(output.coins);
  }
  if (total !== uasiOf(input.coins)) throw errors.inputOutputMismatch();
}

/** Declares the message. */
export function multiSendMessage(keeper: BankKeeper): Message {
  return message<MsgMultiSend, MsgMultiSendResponse>({
    request: MsgMultiSend,
    response: MsgMultiSendResponse,
    signer: (msg) => msg.inputs[0]?.address ?? "",
    amino: { name: "cosmos-sdk/MsgMultiSend", full: true },
    gas: (msg) => SEND_GAS * BigInt(msg.outputs.length),
    validate,
    execute: (ctx, msg) => {
      if (!params.require(ctx).defaultSendEnabled) throw errors.sendDisabled();
      const sender = present(msg.inputs[0], "the validated input").address;
      for (const { address } of msg.outputs) {
        if (keeper.isBlocked(address)) {
          throw sdkErrors.unauthorized(`${address} is not allowed to receive funds`);
        }
      }
      for (const { address, coins } of msg.outputs) {
        keeper.send(ctx, sender, address, uasiOf(coins));
      }
      ctx.emit(messageSender, { sender });
      return {};
    },
    commandLine: {
      summary: "send coins to several accounts at once",
      example:
        "aegisd tx bank multi-send --inputs @inputs.json --outputs @outputs.json --from alice",
    },
  });
}
