/** Gas that a transaction uses and the fee that it offers. */
import { GAS_LIMIT_MAX, GAS_PER_SIGNATURE, GAS_PER_TX_BYTE } from "../constants.ts";
import { BASE_DENOM, parseAmount } from "../lib/coin.ts";
import type { Tx } from "./decode.ts";
import { sdkErrors } from "./errors.ts";
import { signatureCount } from "./publicKey.ts";

export { feeFor, type GasPrice, parseGasPrice } from "./gasPrice.ts";

/** Gas of a whole transaction: its bytes, its signatures and what each message declares. */
export function gasOf(tx: Tx): bigint {
  let gas = BigInt(tx.bytes.length) * GAS_PER_TX_BYTE;
  for (const info of tx.authInfo.signerInfos) {
    gas += BigInt(signatureCount(info)) * GAS_PER_SIGNATURE;
  }
  for (const { spec, value } of tx.messages) gas += spec.gas(value);
  return gas;
}

/** The gas limit that the transaction states. @throws ModuleError when it is out of range. */
export function gasLimitOf(tx: Tx): bigint {
  const limit = tx.authInfo.fee?.gasLimit ?? 0n;
  if (limit > GAS_LIMIT_MAX) throw sdkErrors.invalidRequest(`gas limit above ${GAS_LIMIT_MAX}`);
  return limit;
}

/** The fee in uasi. @throws ModuleError for any other coin. */
export function feeOf(tx: Tx): bigint {
  const coins = tx.authInfo.fee?.amount ?? [];
  const [coin] = coins;
  if (coin === undefined) return 0n;
  if (coins.length > 1 || coin.denom !== BASE_DENOM) {
    throw sdkErrors.insufficientFee(`fees are paid in ${BASE_DENOM}`);
  }
  try {
    return parseAmount(coin.amount);
  } catch (error) {
    throw sdkErrors.invalidCoins(error instanceof RangeError ? error.message : "fee");
  }
}
