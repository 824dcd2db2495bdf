/** Refusals of rewards. Codes are hashed: they never change and are never reused. */
import { type ErrorTable, errorTable } from "../../app/module/error.ts";

export const errors: ErrorTable<
  "unauthorized" | "invalidParams" | "invalidGenesis" | "epochNotFound"
> = errorTable("rewards", {
  unauthorized: [2, "only the authority may do this"],
  invalidParams: [3, "invalid parameters of rewards"],
  invalidGenesis: [4, "invalid genesis of rewards"],
  epochNotFound: [5, "rpc error: code = NotFound desc = nothing is known of that epoch"],
});

/** The Cosmos SDK's refusals of distribution, which wallets know by number. */
export const distributionErrors: ErrorTable<
  "noDelegationInfo" | "noValidatorInfo" | "noCommission" | "noValidator" | "noDelegation"
> = errorTable("distribution", {
  noDelegationInfo: [5, "no delegation distribution info"],
  noValidatorInfo: [6, "no validator distribution info"],
  noCommission: [7, "no validator commission to withdraw"],
  noValidator: [12, "validator does not exist"],
  noDelegation: [13, "delegation does not exist"],
});

/** The Cosmos SDK's own codes for the same refusals. */
export const sdkErrors: ErrorTable<
  "unauthorized" | "invalidAddress" | "invalidCoins" | "invalidRequest"
> = errorTable("sdk", {
  unauthorized: [4, "unauthorized"],
  invalidAddress: [7, "invalid address"],
  invalidCoins: [10, "invalid coins"],
  invalidRequest: [18, "invalid request"],
});
