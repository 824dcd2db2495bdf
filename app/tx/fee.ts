/** Gas that a transaction uses and the fee that it offers. */
import { GAS_LIMIT_MAX, GAS_PER_SIGNATURE, GAS_PER_TX_BYTE } from "../constants.ts";
import { BASE_DENOM, mulDivUp, parseAmount } from "../lib/coin.ts";
import type { Tx } from "./decode.ts";
import { sdkErrors } from "./errors.ts";
import { signatureCount } from "./publicKey.ts";

/** uasi per million gas, so that prices below one uasi are integers. */
export type GasPrice = bigint;

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

/** The least fee of a gas limit at a node's own price, rounded up. */
export function feeFor(gasLimit: bigint, price: GasPrice): bigint {
  return mulDivUp(gasLimit, price, 1_000_000n);
}

/**
 * A price such as "0.025uasi" in uasi per million gas.
 * @throws RangeError when it is not a decimal of at most 6 places followed by the denomination.
 */
export function parseGasPrice(text: string): GasPrice {
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?uasi$/.exec(text);
  if (match === null) {
    throw new RangeError(`minimum gas price "${text}" is not like "0.025${BASE_DENOM}"`);
  }
  return BigInt(match[1] as string) * 1_000_000n + BigInt((match[2] ?? "").padEnd(6, "0"));
}
