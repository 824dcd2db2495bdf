/** Refusals of staking. Codes are hashed: they never change and are never reused. */
import { type ErrorTable, errorTable } from "../../app/module/error.ts";

export const errors: ErrorTable<
  "unauthorized" | "invalidParams" | "invalidGenesis" | "validatorNotFound" | "noCommittee"
> = errorTable("staking", {
  unauthorized: [2, "only the authority may do this"],
  invalidParams: [3, "invalid parameters of staking"],
  invalidGenesis: [4, "invalid genesis of staking"],
  validatorNotFound: [5, "rpc error: code = NotFound desc = validator not found"],
  noCommittee: [6, "the committee of that height is not known"],
});
