/**
 * Decimals of Cosmos messages. Protobuf carries the integer that is 10^18 times the value; the
 * gateway of the Cosmos SDK shows digits with a point, and that is what wallets and explorers read.
 * Messages of our own packages have no such fields.
 */
import { formatDecText, parseDec, parseDecText } from "../../../../app/lib/dec.ts";

/** Proto names of the decimals of a message. */
const DECIMALS: Readonly<Record<string, readonly string[]>> = {
  "/cosmos.base.v1beta1.DecCoin": ["amount"],
  "/cosmos.distribution.v1beta1.Params": [
    "community_tax",
    "base_proposer_reward",
    "bonus_proposer_reward",
  ],
  "/cosmos.distribution.v1beta1.ValidatorSlashEvent": ["fraction"],
  // These three are bytes in protobuf: the digits as text.
  "/cosmos.slashing.v1beta1.Params": [
    "min_signed_per_window",
    "slash_fraction_double_sign",
    "slash_fraction_downtime",
  ],
  "/cosmos.staking.v1beta1.CommissionRates": ["rate", "max_rate", "max_change_rate"],
  "/cosmos.staking.v1beta1.Delegation": ["shares"],
  "/cosmos.staking.v1beta1.MsgEditValidator": ["commission_rate"],
  "/cosmos.staking.v1beta1.Params": ["min_commission_rate"],
  "/cosmos.staking.v1beta1.RedelegationEntry": ["shares_dst"],
  "/cosmos.staking.v1beta1.Validator": ["delegator_shares"],
};

/** Whether a field is a decimal. */
export function isDecimal(typeUrl: string, jsonName: string): boolean {
  return DECIMALS[typeUrl]?.includes(jsonName) === true;
}

/** Digits as protobuf has them → with a point; anything else stays as it is. */
export function shownDecimal(digits: string): string {
  return /^\d+$/.test(digits) ? formatDecText(parseDec(digits)) : digits;
}

/** Inverse of `shownDecimal`. @throws RangeError when it is no decimal. */
export function readDecimal(text: string): string {
  return text === "" ? "" : `${parseDecText(text)}`;
}
