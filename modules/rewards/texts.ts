/** Addresses and coins as messages, events and queries of Cosmos' distribution have them. */
import type { DecCoin } from "../../proto/gen/cosmos/base/v1beta1/coin.ts";
import {
  accountAddress,
  addressBytes,
  isAccountAddress,
  operatorAddress,
  operatorBytes,
} from "../../app/lib/address.ts";
import { BASE_DENOM } from "../../app/lib/coin.ts";
import { type Dec, formatDec } from "../../app/lib/dec.ts";
import { sdkErrors } from "./errors.ts";

/** `amount` as events write coins, such as "12uasi". */
export function coinText(amount: bigint): string {
  return `${amount}${BASE_DENOM}`;
}

/** The coins of a decimal of uasi: none when it is zero. */
export function decCoins(amount: Dec): readonly DecCoin[] {
  return amount === 0n ? [] : [{ denom: BASE_DENOM, amount: formatDec(amount) }];
}

/** An operator as Cosmos writes it, `aegisvaloper…`. */
export function validatorText(operator: string): string {
  return operatorAddress(addressBytes(operator));
}

/** The account behind `aegisvaloper…`. @throws ModuleError invalidAddress of sdk. */
export function operatorIn(text: string): string {
  try {
    return accountAddress(operatorBytes(text));
  } catch {
    throw sdkErrors.invalidAddress("validator_address");
  }
}

/** @throws ModuleError invalidAddress of sdk naming the field. */
export function checkAccount(text: string, field: string): void {
  if (!isAccountAddress(text)) throw sdkErrors.invalidAddress(field);
}
