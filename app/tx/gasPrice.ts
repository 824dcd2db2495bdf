/** Prices of gas. Free of Node, for clients in a browser. */
import { BASE_DENOM, mulDivUp } from "../lib/coin.ts";

/** uasi per million gas, so that prices below one uasi are integers. */
export type GasPrice = bigint;

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
