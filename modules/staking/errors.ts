/** Refusals of staking. Codes are hashed: they never change and are never reused. */
import { type ErrorTable, errorTable } from "../../app/module/error.ts";

export const errors: ErrorTable<
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
> = errorTable("staking", {
  unauthorized: [2, "only the authority may do this"],
  invalidParams: [3, "invalid parameters of staking"],
  invalidGenesis: [4, "invalid genesis of staking"],
  validatorNotFound: [5, "rpc error: code = NotFound desc = validator not found"],
  noCommittee: [6, "the committee of that height is not known"],
  invalidAddress: [7, "invalid account address"],
  unknownLicence: [8, "no such licence of this owner"],
  licenceInUse: [9, "the licence backs something already"],
  licenceSuspended: [10, "the licence is suspended"],
  licenceElsewhere: [11, "the licence does not back this"],
  licenceReleasing: [12, "the licence is being taken back already"],
  tooManyLicences: [13, "too many licences behind one validator or node"],
  redemptionDisabled: [14, "licences cannot be redeemed yet"],
});
