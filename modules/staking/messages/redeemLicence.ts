/** MsgRedeemLicence: burns a licence for its tokens, once an upgrade allows it. */
import {
  MsgRedeemLicence,
  MsgRedeemLicenceResponse,
} from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { LICENCE_GAS } from "../constants.ts";
import type { StakingDeps } from "../deps.ts";
import { redeem } from "../licences.ts";
import { validateAddress } from "./checks.ts";

export function redeemLicence(deps: StakingDeps): Message {
  return message<MsgRedeemLicence, MsgRedeemLicenceResponse>({
    request: MsgRedeemLicence,
    response: MsgRedeemLicenceResponse,
    signer: (msg) => msg.owner,
    gas: () => LICENCE_GAS,
    validate: (msg) => validateAddress(msg.owner, "owner"),
    execute: (ctx, { owner, number }) => ({ amount: redeem(deps, ctx, owner, number) }),
    commandLine: {
      summary: "burn a licence that backs nothing and get its tokens, once that is enabled",
      example: "aegisd tx staking redeem-licence 1 --from validator1",
      positional: ["number"],
    },
  });
}
