/** MsgCreateValidator: an account becomes the operator of a validator and delegates to it. */
import { JailReason } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { BondStatus } from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import {
  MsgCreateValidator,
  MsgCreateValidatorResponse,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { EMPTY_BYTES } from "../../../app/lib/bytes.ts";
import { addressKey } from "../../../app/module/collections/codecs.ts";
import { parseDec } from "../../../app/lib/dec.ts";
import type { TxContext } from "../../../app/module/context.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { checkRates } from "../commission.ts";
import { VALIDATOR_GAS } from "../constants.ts";
import { delegate } from "../delegations.ts";
import type { StakingDeps } from "../deps.ts";
import { descriptionFault } from "../description.ts";
import { errors, sdkErrors } from "../errors.ts";
import { createValidator } from "../events.ts";
import { licencesByOwner, params } from "../state.ts";
import { settle } from "../status.ts";
import { coinText } from "../texts.ts";
import { addValidator } from "../validators.ts";
import { amountOf, consensusKeyIn, integerOf, operatorOf } from "./checks.ts";

/** Checks that need no state. @throws ModuleError naming the rule that is broken. */
export function validateCreation(msg: MsgCreateValidator): void {
  const operator = operatorOf(msg.validatorAddress);
  if (msg.delegatorAddress !== "" && msg.delegatorAddress !== operator) {
    throw sdkErrors.invalidRequest("delegator_address is not the operator");
  }
  const wrong = descriptionFault(msg.description);
  if (wrong !== undefined) throw sdkErrors.invalidRequest(wrong);
  if (msg.commission === undefined) throw sdkErrors.invalidRequest("empty commission");
  checkRates(msg.commission);
  consensusKeyIn(msg.pubkey);
  const promise = integerOf(msg.minSelfDelegation, "min_self_delegation");
  if (promise === 0n) {
    throw sdkErrors.invalidRequest("minimum self delegation must be a positive integer");
  }
  if (amountOf(msg.value) < promise) throw errors.selfDelegationTooSmall();
}

function execute(deps: StakingDeps, ctx: TxContext, msg: MsgCreateValidator): object {
  const operator = operatorOf(msg.validatorAddress);
  const amount = amountOf(msg.value);
  const { minCommissionRate, minSelfStake } = params.require(ctx);
  const { rate = "", maxRate = "", maxChangeRate = "" } = msg.commission ?? {};
  if (parseDec(rate) < parseDec(minCommissionRate)) throw errors.commissionBelowMin();
  const minSelfDelegation = integerOf(msg.minSelfDelegation, "min_self_delegation");
  // Whoever has a licence may stand on it alone; others need coins, or slots would cost nothing.
  if (minSelfDelegation < minSelfStake && !ownsLicence(ctx, operator)) {
    throw errors.selfDelegationTooSmall(`min_self_delegation is at least ${minSelfStake}`);
  }
  addValidator(deps, ctx, {
    operator,
    consensusPublicKey: consensusKeyIn(msg.pubkey),
    blsPublicKey: EMPTY_BYTES,
    possessionProof: EMPTY_BYTES,
    jailReason: JailReason.JAIL_REASON_UNSPECIFIED,
    jailedHeight: 0n,
    licences: 0,
    licenceStake: 0n,
    tokens: 0n,
    delegatorShares: "0",
    description: msg.description,
    commissionRate: rate,
    commissionMaxRate: maxRate,
    commissionMaxChangeRate: maxChangeRate,
    commissionUpdateMs: ctx.block.clockMs,
    minSelfDelegation,
    status: BondStatus.BOND_STATUS_UNBONDED,
    unbondingHeight: 0n,
    unbondingUntilMs: 0n,
  });
  delegate(deps, ctx, { delegator: operator, operator }, amount);
  settle(deps, ctx, operator);
  ctx.emit(createValidator, { validator: msg.validatorAddress, amount: coinText(amount) });
  return {};
}

function ownsLicence(ctx: TxContext, owner: string): boolean {
  for (const _ of licencesByOwner.keys(ctx, { prefix: addressKey.encode(owner) })) return true;
  return false;
}

export function createValidatorMessage(deps: StakingDeps): Message {
  return message<MsgCreateValidator, MsgCreateValidatorResponse>({
    request: MsgCreateValidator,
    response: MsgCreateValidatorResponse,
    signer: (msg) => operatorOf(msg.validatorAddress),
    amino: {
      name: "cosmos-sdk/MsgCreateValidator",
      full: true,
      decimals: ["commission.rate", "commission.max_rate", "commission.max_change_rate"],
    },
    gas: () => VALIDATOR_GAS,
    validate: validateCreation,
    execute: (ctx, msg) => execute(deps, ctx, msg),
    commandLine: {
      summary: "become a validator; register its BLS key next, or it gets no seat",
      example: "aegisd tx staking create-validator --moniker m --value 1000000uasi --from alice",
      flat: ["description", "commission"],
      decimals: ["rate", "max_rate", "max_change_rate"],
    },
  });
}
