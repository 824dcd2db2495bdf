/** MsgUnjail: an operator lets its validator out of jail. */
import { MsgUnjail, MsgUnjailResponse } from "../../../proto/gen/cosmos/slashing/v1beta1/tx.ts";
import { accountAddress, operatorBytes } from "../../../app/lib/address.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { UNJAIL_GAS } from "../constants.ts";
import type { SlashingDeps } from "../deps.ts";
import { errors } from "../errors.ts";
import { unjail } from "../unjail.ts";

/** The account behind `aegisvaloper…`. @throws ModuleError invalidAddress. */
function operatorOf(text: string): string {
  try {
    return accountAddress(operatorBytes(text));
  } catch {
    throw errors.invalidAddress("validator_addr");
  }
}

export function unjailMessage(deps: SlashingDeps): Message {
  return message<MsgUnjail, MsgUnjailResponse>({
    request: MsgUnjail,
    response: MsgUnjailResponse,
    signer: (msg) => operatorOf(msg.validatorAddr),
    amino: { name: "cosmos-sdk/MsgUnjail", full: true, renamed: { validator_addr: "address" } },
    gas: () => UNJAIL_GAS,
    validate: (msg) => {
      operatorOf(msg.validatorAddr);
    },
    execute: (ctx, msg) => {
      unjail(deps, ctx, operatorOf(msg.validatorAddr));
      return {};
    },
    commandLine: {
      summary: "let your validator out of jail when its time is over",
      example: "aegisd tx slashing unjail --from validator1",
    },
  });
}
