/** MsgRemoveValidatorLicence: an operator begins to take a licence back from its validator. */
import {
  MsgRemoveValidatorLicence,
  MsgRemoveValidatorLicenceResponse,
} from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { LicenceUse } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { LICENCE_GAS } from "../constants.ts";
import type { StakingDeps } from "../deps.ts";
import { beginRelease } from "../licences.ts";
import { params } from "../state.ts";
import { validateAddress } from "./checks.ts";

export function removeValidatorLicence(deps: StakingDeps): Message {
  return message<MsgRemoveValidatorLicence, MsgRemoveValidatorLicenceResponse>({
    request: MsgRemoveValidatorLicence,
    response: MsgRemoveValidatorLicenceResponse,
    signer: (msg) => msg.operator,
    gas: () => LICENCE_GAS,
    validate: (msg) => validateAddress(msg.operator, "operator"),
    execute: (ctx, { operator, number }) => {
      const releasingUntilMs = ctx.block.clockMs + params.require(ctx).unbondingTimeMs;
      const backed = { use: LicenceUse.LICENCE_USE_VALIDATOR, address: operator };
      beginRelease(deps, ctx, operator, number, backed, releasingUntilMs);
      return { releasingUntilMs };
    },
    commandLine: {
      summary: "take a licence back from your validator; it is free after unbonding",
      example: "aegisd tx staking remove-validator-licence 1 --from validator1",
      positional: ["number"],
    },
  });
}
