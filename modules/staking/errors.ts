/**
 * Refusals of staking. Codes up to 100 and their texts are those of the Cosmos SDK's staking, since
 * wallets know them by number; from 102 on they are ours. They are hashed: they never change and
 * are never reused.
 */
import { type ErrorTable, errorTable } from "../../app/module/error.ts";

type CosmosName =
  | "noValidator"
  | "operatorExists"
  | "consensusKeyExists"
  | "consensusKeyType"
  | "validatorJailed"
  | "commissionHuge"
  | "commissionAboveMax"
  | "commissionTooSoon"
  | "changeRateAboveMax"
  | "commissionChangeTooLarge"
  | "selfDelegationTooSmall"
  | "minSelfDelegationDecreased"
  | "noDelegation"
  | "noDelegator"
  | "insufficientShares"
  | "notEnoughShares"
  | "tooManyUnbondings"
  | "selfRedelegation"
  | "tinyRedelegation"
  | "badRedelegationDestination"
  | "transitiveRedelegation"
  | "tooManyRedelegations"
  | "invalidExchangeRate"
  | "noConsensusKey"
  | "commissionBelowMin"
  | "badRedelegationSource"
  | "tooManyRotations";

type OwnName =
  | "unauthorized"
  | "invalidParams"
  | "invalidGenesis"
  | "validatorNotFound"
  | "noCommittee"
  | "invalidAddress"
  | "unknownLicence"
  | "licenceInUse"
  | "licenceSuspended"
  | "licenceElsewhere"
  | "licenceReleasing"
  | "tooManyLicences"
  | "redemptionDisabled"
  | "tooManyValidators"
  | "invalidBlsKey"
  | "blsKeyTaken"
  | "blsKeyRegistered"
  | "notJailed";

export const errors: ErrorTable<CosmosName | OwnName> = errorTable("staking", {
  noValidator: [3, "validator does not exist"],
  operatorExists: [4, "validator already exist for this operator address; must use new one"],
  consensusKeyExists: [5, "validator already exist for this pubkey; must use new validator pubkey"],
  consensusKeyType: [6, "validator pubkey type is not supported"],
  validatorJailed: [7, "validator for this address is currently jailed"],
  commissionHuge: [10, "commission cannot be more than 100%"],
  commissionAboveMax: [11, "commission cannot be more than the max rate"],
  commissionTooSoon: [12, "commission cannot be changed more than once in 24h"],
  changeRateAboveMax: [14, "commission change rate cannot be more than the max rate"],
  commissionChangeTooLarge: [15, "commission cannot be changed more than max change rate"],
  selfDelegationTooSmall: [16, "validator's self delegation must be greater than its minimum"],
  minSelfDelegationDecreased: [17, "minimum self delegation cannot be decrease"],
  noDelegation: [19, "no delegation for (address, validator) tuple"],
  noDelegator: [21, "delegator does not contain delegation"],
  insufficientShares: [22, "insufficient delegation shares"],
  notEnoughShares: [24, "not enough delegation shares"],
  tooManyUnbondings: [27, "too many unbonding delegation entries for this pair"],
  selfRedelegation: [29, "cannot redelegate to the same validator"],
  tinyRedelegation: [30, "too few tokens to redelegate (truncates to zero tokens)"],
  badRedelegationDestination: [31, "redelegation destination validator not found"],
  transitiveRedelegation: [32, "redelegation to this validator already in progress"],
  tooManyRedelegations: [33, "too many redelegation entries for this triple"],
  invalidExchangeRate: [34, "cannot delegate to validators with invalid (zero) ex-rate"],
  noConsensusKey: [39, "empty validator public key"],
  commissionBelowMin: [40, "commission cannot be less than min rate"],
  badRedelegationSource: [44, "redelegation source validator not found"],
  tooManyRotations: [47, "exceeding maximum consensus pubkey rotations within unbonding period"],
  unauthorized: [102, "only the authority may do this"],
  invalidParams: [103, "invalid parameters of staking"],
  invalidGenesis: [104, "invalid genesis of staking"],
  validatorNotFound: [105, "rpc error: code = NotFound desc = validator not found"],
  noCommittee: [106, "the committee of that height is not known"],
  invalidAddress: [107, "invalid account address"],
  unknownLicence: [108, "no such licence of this owner"],
  licenceInUse: [109, "the licence backs something already"],
  licenceSuspended: [110, "the licence is suspended"],
  licenceElsewhere: [111, "the licence does not back this"],
  licenceReleasing: [112, "the licence is being taken back already"],
  tooManyLicences: [113, "too many licences behind one validator or node"],
  redemptionDisabled: [114, "licences cannot be redeemed yet"],
  tooManyValidators: [115, "there are as many validators as there can be"],
  invalidBlsKey: [116, "no BLS key with a proof that the operator has it on this chain"],
  blsKeyTaken: [117, "another validator has this BLS key"],
  blsKeyRegistered: [118, "the validator has a BLS key already"],
  notJailed: [119, "the validator is not jailed"],
});

/** The Cosmos SDK's own codes for the same refusals. */
export const sdkErrors: ErrorTable<
  "invalidAddress" | "invalidRequest" | "keyNotFound" | "notFound"
> = errorTable("sdk", {
  keyNotFound: [22, "key not found"],
  invalidAddress: [7, "invalid address"],
  invalidRequest: [18, "invalid request"],
  notFound: [38, "not found"],
});
