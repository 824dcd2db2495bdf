/** Checks that messages of staking share. */
import type { Coin } from "../../../proto/gen/cosmos/base/v1beta1/coin.ts";
import { PubKey } from "../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import { accountAddress, isAccountAddress, operatorBytes } from "../../../app/lib/address.ts";
import { BASE_DENOM, parseAmount } from "../../../app/lib/coin.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { errors, sdkErrors } from "../errors.ts";

/** @throws ModuleError invalidAddress naming the field. */
export function validateAddress(text: string, field: string): void {
  if (!isAccountAddress(text)) throw errors.invalidAddress(field);
}

/** @throws ModuleError invalidAddress of sdk unless this is a delegator's account. */
export function checkDelegator(text: string): void {
  if (!isAccountAddress(text)) throw sdkErrors.invalidAddress("delegator_address");
}

/** The account behind `aegisvaloper…`. @throws ModuleError invalidAddress of sdk. */
export function operatorOf(text: string, field = "validator_address"): string {
  try {
    return accountAddress(operatorBytes(text));
  } catch {
    throw sdkErrors.invalidAddress(field);
  }
}

/** The uasi of a coin, more than 0 and below 2^63. @throws ModuleError invalidRequest of sdk. */
export function amountOf(coin: Coin | undefined): bigint {
  const amount = integerOf(coin?.amount ?? "", "amount");
  if (amount === 0n) throw sdkErrors.invalidRequest("invalid delegation amount");
  if (coin?.denom !== BASE_DENOM) {
    throw sdkErrors.invalidRequest(
      `invalid coin denomination: got ${coin?.denom.slice(0, 32)}, expected ${BASE_DENOM}`,
    );
  }
  return amount;
}

/** @throws ModuleError invalidRequest of sdk unless `text` is an integer in [0, 2^63). */
export function integerOf(text: string, field: string): bigint {
  try {
    return parseAmount(text);
  } catch {
    throw sdkErrors.invalidRequest(`${field} is not an integer below 2^63`);
  }
}

/** The 32 bytes of a consensus key. @throws ModuleError noConsensusKey or consensusKeyType. */
export function consensusKeyIn(any: Any | undefined): Uint8Array {
  if (any === undefined) throw errors.noConsensusKey();
  if (any.typeUrl !== PubKey.typeUrl) throw errors.consensusKeyType("only ed25519 is");
  let key: Uint8Array;
  try {
    ({ key } = PubKey.decode(any.value));
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw errors.consensusKeyType("not a public key");
  }
  if (key.length !== 32) throw errors.consensusKeyType("an ed25519 key has 32 bytes");
  return key;
}
