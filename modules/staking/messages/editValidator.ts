/** MsgEditValidator: an operator changes what its validator says and takes. */
import {
  MsgEditValidator,
  MsgEditValidatorResponse,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import type { Validator } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { present } from "../../../app/lib/assert.ts";
import { DEC_ONE, formatDecText, parseDec } from "../../../app/lib/dec.ts";
import type { TxContext } from "../../../app/module/context.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { checkNewRate, parseRate } from "../commission.ts";
import { EDIT_GAS } from "../constants.ts";
import { descriptionFault, editedDescription } from "../description.ts";
import type { StakingDeps } from "../deps.ts";
import { errors, sdkErrors } from "../errors.ts";
import { editValidator } from "../events.ts";
import { params, validators } from "../state.ts";
import { requireValidator } from "../validators.ts";
import { integerOf, operatorOf } from "./checks.ts";

function validate(msg: MsgEditValidator): void {
  operatorOf(msg.validatorAddress);
  if (msg.description === undefined) throw sdkErrors.invalidRequest("empty description");
  const promise = msg.minSelfDelegation;
  if (promise !== "" && integerOf(promise, "min_self_delegation") === 0n) {
    throw sdkErrors.invalidRequest("minimum self delegation must be a positive integer");
  }
  if (msg.commissionRate !== "" && parseRate(msg.commissionRate, "commission_rate") > DEC_ONE) {
    throw sdkErrors.invalidRequest("commission rate must be between 0 and 1 (inclusive)");
  }
}

/** Empty fields change nothing. */
function withRate(ctx: TxContext, validator: Validator, wire: string): Validator {
  if (wire === "") return validator;
  const rate = parseDec(wire);
  if (rate < parseDec(params.require(ctx).minCommissionRate)) throw errors.commissionBelowMin();
  checkNewRate(validator, rate, ctx.block.clockMs);
  return { ...validator, commissionRate: wire, commissionUpdateMs: ctx.block.clockMs };
}

function withPromise(validator: Validator, text: string): Validator {
  if (text === "") return validator;
  const minSelfDelegation = integerOf(text, "min_self_delegation");
  if (minSelfDelegation <= validator.minSelfDelegation) throw errors.minSelfDelegationDecreased();
  if (minSelfDelegation > validator.tokens) throw errors.selfDelegationTooSmall();
  return { ...validator, minSelfDelegation };
}

function execute(deps: StakingDeps, ctx: TxContext, msg: MsgEditValidator): object {
  const operator = operatorOf(msg.validatorAddress);
  const validator = requireValidator(ctx, operator);
  const old = present(validator.description, "a description");
  const description = editedDescription(old, present(msg.description, "a description"));
  const wrong = descriptionFault(description);
  if (wrong !== undefined) throw sdkErrors.invalidRequest(wrong);
  const rated = withRate(ctx, { ...validator, description }, msg.commissionRate);
  const edited = withPromise(rated, msg.minSelfDelegation);
  if (msg.commissionRate !== "") deps.hooks.beforeValidatorModified(ctx, operator);
  validators.set(ctx, operator, edited);
  ctx.emit(editValidator, {
    commission_rate: formatDecText(parseDec(edited.commissionRate)),
    min_self_delegation: `${edited.minSelfDelegation}`,
  });
  return {};
}

export function editValidatorMessage(deps: StakingDeps): Message {
  return message<MsgEditValidator, MsgEditValidatorResponse>({
    request: MsgEditValidator,
    response: MsgEditValidatorResponse,
    signer: (msg) => operatorOf(msg.validatorAddress),
    amino: {
      name: "cosmos-sdk/MsgEditValidator",
      full: true,
      sparse: ["commission_rate", "min_self_delegation"],
      decimals: ["commission_rate"],
    },
    gas: () => EDIT_GAS,
    validate,
    execute: (ctx, msg) => execute(deps, ctx, msg),
    commandLine: {
      summary: "change your validator's description, commission or promised stake",
      example: "aegisd tx staking edit-validator --website aegis.example --from validator1",
      flat: ["description"],
      decimals: ["commission_rate"],
    },
  });
}
