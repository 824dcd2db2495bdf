/** Validators as a genesis file has them before the first block: bonded by their own stake. */
import {
  type Delegation,
  JailReason,
  type Validator,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import { BondStatus } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { decOf, formatDec, parseDecText } from "../../app/lib/dec.ts";
import { UASI_PER_POWER } from "./constants.ts";

/** What is said of a validator that is there from the first block on. */
export interface Founder
  extends Pick<
    Validator,
    "operator" | "consensusPublicKey" | "blsPublicKey" | "possessionProof" | "slot"
  > {
  /** Its own, in uasi. */
  readonly stake: bigint;
  readonly moniker: string;
}

const RATE = formatDec(parseDecText("0.1"));
const MAX_RATE = formatDec(parseDecText("0.2"));
const MAX_CHANGE_RATE = formatDec(parseDecText("0.01"));

/** The validator; `selfDelegation` of it must stand in the genesis too. */
export function genesisValidator({ stake, moniker, ...keys }: Founder): Validator {
  return {
    ...keys,
    jailReason: JailReason.JAIL_REASON_UNSPECIFIED,
    jailedHeight: 0n,
    licences: 0,
    licenceStake: 0n,
    tokens: stake,
    delegatorShares: formatDec(decOf(stake)),
    description: { moniker, identity: "", website: "", securityContact: "", details: "" },
    commissionRate: RATE,
    commissionMaxRate: MAX_RATE,
    commissionMaxChangeRate: MAX_CHANGE_RATE,
    commissionUpdateMs: 0n,
    minSelfDelegation: UASI_PER_POWER,
    status: BondStatus.BOND_STATUS_BONDED,
    unbondingHeight: 0n,
    unbondingUntilMs: 0n,
  };
}

/** All of a founding validator is its operator's. */
export function selfDelegation({ operator, delegatorShares }: Validator): Delegation {
  return { delegator: operator, operator, shares: delegatorShares };
}
