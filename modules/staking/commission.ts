/** What a validator keeps of its delegators' rewards, and how far and fast that may change. */
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import type { CommissionRates } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { DEC_ONE, type Dec, parseDec } from "../../app/lib/dec.ts";
import { COMMISSION_CHANGE_MS } from "./constants.ts";
import { errors, sdkErrors } from "./errors.ts";

/** @throws ModuleError invalidRequest of sdk unless `wire` is a decimal. */
export function parseRate(wire: string, field: string): Dec {
  try {
    return parseDec(wire);
  } catch {
    throw sdkErrors.invalidRequest(`${field} is not a decimal`);
  }
}

/** @throws ModuleError naming the rule that rates break. */
export function checkRates(rates: CommissionRates): void {
  const rate = parseRate(rates.rate, "rate");
  const maxRate = parseRate(rates.maxRate, "max_rate");
  const maxChangeRate = parseRate(rates.maxChangeRate, "max_change_rate");
  if (maxRate > DEC_ONE) throw errors.commissionHuge();
  if (rate > maxRate) throw errors.commissionAboveMax();
  if (maxChangeRate > maxRate) throw errors.changeRateAboveMax();
}

/**
 * Checks a new rate at `clockMs`. Like Cosmos it bounds rises, not falls.
 * @throws ModuleError commissionTooSoon, commissionAboveMax or commissionChangeTooLarge.
 */
export function checkNewRate(validator: Validator, rate: Dec, clockMs: bigint): void {
  if (clockMs - validator.commissionUpdateMs < COMMISSION_CHANGE_MS) {
    throw errors.commissionTooSoon();
  }
  if (rate > parseDec(validator.commissionMaxRate)) throw errors.commissionAboveMax();
  const rise = rate - parseDec(validator.commissionRate);
  if (rise > parseDec(validator.commissionMaxChangeRate)) throw errors.commissionChangeTooLarge();
}
