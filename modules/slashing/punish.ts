/** The one function that punishes validators: jails, slashes, records, and buries the worst. */
import { type Params, ValidatorFault } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import { JailReason, type Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { consensusAddress } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import { BASE_DENOM } from "../../app/lib/coin.ts";
import { parseDec } from "../../app/lib/dec.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { JAILED_FOREVER_MS, SLASHING_ACCOUNT } from "./constants.ts";
import type { LicencesTaken, SlashingDeps } from "./deps.ts";
import { slashed, validatorTombstoned } from "./events.ts";
import { jailUntil } from "./signing.ts";
import { consensusAddressOf } from "./stakes.ts";
import { params, totals, totalsOf } from "./state.ts";
import {
  nextValidatorIndex,
  tombstonedKeys,
  tombstones,
  validatorSlashes,
} from "./validatorState.ts";

/** One fault of one validator. */
export interface Punishment {
  readonly operator: string;
  readonly fault: ValidatorFault;
  /** Of the key that signed, when it may be one that was replaced since. */
  readonly signedWith?: Uint8Array;
  /** From this height on stake that left the validator was behind the fault. */
  readonly infractionHeight: bigint;
  /** Whole ASI that stood behind it at that height. */
  readonly power: bigint;
}

/** What a kind of fault means. */
interface Sentence {
  readonly reason: JailReason;
  /** As the Cosmos SDK's event says it. */
  readonly shown: string;
  readonly isForEver: boolean;
}

const DOUBLE_SIGN: Sentence = {
  reason: JailReason.JAIL_REASON_DOUBLE_SIGN,
  shown: "double_sign",
  isForEver: true,
};
const SENTENCES: ReadonlyMap<ValidatorFault, Sentence> = new Map([
  [
    ValidatorFault.VALIDATOR_FAULT_DOWNTIME,
    {
      reason: JailReason.JAIL_REASON_DOWNTIME,
      shown: "missing_signature",
      isForEver: false,
    },
  ],
  [ValidatorFault.VALIDATOR_FAULT_DUPLICATE_VOTE, DOUBLE_SIGN],
  [ValidatorFault.VALIDATOR_FAULT_LIGHT_CLIENT_ATTACK, DOUBLE_SIGN],
  [ValidatorFault.VALIDATOR_FAULT_DOUBLE_ATTESTATION, DOUBLE_SIGN],
  [
    ValidatorFault.VALIDATOR_FAULT_MISSED_CHECKPOINTS,
    {
      reason: JailReason.JAIL_REASON_CHECKPOINTS,
      shown: "missing_attestation",
      isForEver: false,
    },
  ],
]);

/** Every kind of fault there is. */
export const FAULTS: ReadonlySet<ValidatorFault> = new Set(SENTENCES.keys());

function fractionOf({ isForEver }: Sentence, current: Params): string {
  return isForEver ? current.slashFractionDoubleSign : current.slashFractionDowntime;
}

/**
 * Punishes a validator that staking knows. It is jailed first, so that its record says why even
 * when the slash takes so much that its operator's own part falls below what it promised.
 */
export function punish(deps: SlashingDeps, ctx: BlockContext, punishment: Punishment): void {
  const { operator, fault, infractionHeight, power } = punishment;
  const sentence = present(SENTENCES.get(fault), "a known fault");
  const validator = present(deps.staking.validator(ctx, operator), "a validator that is punished");
  const current = params.require(ctx);
  const address = consensusAddressOf(validator);
  const wire = fractionOf(sentence, current);
  deps.staking.jail(ctx, address, sentence.reason);
  const { burned, licences } = deps.staking.slash(ctx, {
    consensusAddress: address,
    infractionHeight,
    power,
    fraction: parseDec(wire),
    reason: sentence.reason,
    licencesTo: SLASHING_ACCOUNT,
  });
  passOn(deps, ctx, operator, licences);
  record(ctx, punishment, { fraction: wire, burned, licences });
  if (sentence.isForEver) bury(ctx, punishment, validator);
  else jailUntil(ctx, operator, ctx.block.clockMs + current.downtimeJailDurationMs);
  const shown = consensusAddress(punishment.signedWith ?? address);
  ctx.emit(slashed, {
    address: shown,
    power: `${power}`,
    reason: sentence.shown,
    jailed: shown,
    burned_coins: `${burned}${BASE_DENOM}`,
  });
}

/** Tokens of burned licences become rewards; whose are suspended forfeits what waits for it. */
function passOn(
  deps: SlashingDeps,
  ctx: BlockContext,
  operator: string,
  { tokens, suspended }: LicencesTaken,
): void {
  if (tokens > 0n) deps.rewards.fundPool(ctx, SLASHING_ACCOUNT, tokens);
  if (suspended.length > 0) deps.rewards.forfeit(ctx, operator);
}

function record(
  ctx: BlockContext,
  { operator, fault, infractionHeight, power }: Punishment,
  taken: { readonly fraction: string; readonly burned: bigint; readonly licences: LicencesTaken },
): void {
  const { fraction, burned, licences } = taken;
  const { liquidated, suspended } = licences;
  const index = nextValidatorIndex(ctx, operator);
  validatorSlashes.set(ctx, [operator, index], {
    operator,
    index,
    fault,
    height: ctx.block.height,
    infractionHeight,
    power,
    fraction,
    burned,
    liquidated,
    suspended,
  });
  const sums = totalsOf(ctx);
  totals.set(ctx, {
    ...sums,
    liquidatedLicences: sums.liquidatedLicences + BigInt(liquidated.length),
    suspendedLicences: sums.suspendedLicences + BigInt(suspended.length),
    validatorSlashes: sums.validatorSlashes + 1n,
    validatorBurned: sums.validatorBurned + burned,
  });
}

/** Jails for ever: the operator, and the keys, whatever becomes of the validator. */
function bury(
  ctx: BlockContext,
  { operator, fault, signedWith }: Punishment,
  validator: Validator,
): void {
  const own = consensusAddressOf(validator);
  const isOther = signedWith !== undefined && !equalBytes(own, signedWith);
  const consensusAddresses = isOther ? [own, signedWith] : [own];
  tombstones.set(ctx, operator, { operator, consensusAddresses, fault, height: ctx.block.height });
  for (const address of consensusAddresses) tombstonedKeys.set(ctx, address, operator);
  jailUntil(ctx, operator, JAILED_FOREVER_MS);
  ctx.emit(validatorTombstoned, { operator, consensusAddress: signedWith ?? own, fault });
}
