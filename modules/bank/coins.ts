/** Lists of coins as messages carry them: sorted by denomination, no duplicates, all positive. */
import type { Coin } from "../../proto/gen/cosmos/base/v1beta1/coin.ts";
import { BASE_DENOM, parseAmount } from "../../app/lib/coin.ts";
import { sdkErrors } from "./errors.ts";

const COINS_MAX = 16;
const DENOM = /^[a-zA-Z][a-zA-Z0-9/:._-]{2,127}$/;

/** @throws ModuleError unless `denom` has the form that Cosmos demands. */
export function checkDenom(denom: string): void {
  if (!DENOM.test(denom)) throw sdkErrors.invalidCoins(`denomination "${denom.slice(0, 32)}"`);
}

/** @throws ModuleError unless `coins` is a non-empty list in canonical form. */
export function checkCoins(coins: readonly Coin[]): void {
  if (coins.length === 0) throw sdkErrors.invalidCoins("no coins");
  if (coins.length > COINS_MAX) throw sdkErrors.invalidCoins(`more than ${COINS_MAX} coins`);
  let last = "";
  for (const { denom, amount } of coins) {
    checkDenom(denom);
    if (denom <= last) throw sdkErrors.invalidCoins("denominations must ascend, each once");
    if (amountOf(amount) === 0n) throw sdkErrors.invalidCoins(`${denom}: amount is zero`);
    last = denom;
  }
}

function amountOf(text: string): bigint {
  try {
    return parseAmount(text);
  } catch (error) {
    throw sdkErrors.invalidCoins(error instanceof RangeError ? error.message : undefined);
  }
}

/**
 * The uasi in `coins`.
 * @throws ModuleError for any other denomination: nobody has such coins.
 */
export function uasiOf(coins: readonly Coin[]): bigint {
  let total = 0n;
  for (const { denom, amount } of coins) {
    if (denom !== BASE_DENOM) {
      throw sdkErrors.insufficientFunds(`spendable balance 0${denom} is smaller than ${amount}`);
    }
    total += amountOf(amount);
  }
  return total;
}
