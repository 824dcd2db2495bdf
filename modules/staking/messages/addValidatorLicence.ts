/** MsgAddValidatorLicence: an operator puts a licence behind its validator. */
import {
  MsgAddValidatorLicence,
  MsgAddValidatorLicenceResponse,
} from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { LicenceUse } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { LICENCE_GAS } from "../constants.ts";
import type { StakingDeps } from "../deps.ts";
import { errors } from "../errors.ts";
import { useLicences } from "../licences.ts";
import { validators } from "../state.ts";
import { validateAddress } from "./checks.ts";

export function addValidatorLicence(deps: StakingDeps): Message {
  return message<MsgAddValidatorLicence, MsgAddValidatorLicenceResponse>({
    request: MsgAddValidatorLicence,
    response: MsgAddValidatorLicenceResponse,
    signer: (msg) => msg.operator,
    gas: () => LICENCE_GAS,
    validate: (msg) => validateAddress(msg.operator, "operator"),
    execute: (ctx, { operator, number }) => {
      if (!validators.has(ctx, operator)) throw errors.validatorNotFound(operator);
      const backed = { use: LicenceUse.LICENCE_USE_VALIDATOR, address: operator };
      useLicences(deps, ctx, operator, [number], backed);
      return {};
    },
    commandLine: {
      summary: "put a licence behind your validator",
      example: "aegisd tx staking add-validator-licence 1 --from validator1",
      positional: ["number"],
    },
  });
}
