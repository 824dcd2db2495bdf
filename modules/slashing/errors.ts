/** Refusals of slashing. Codes are hashed: they never change and are never reused. */
import { type ErrorTable, errorTable } from "../../app/module/error.ts";

export const errors: ErrorTable<
  "unauthorized" | "invalidParams" | "invalidGenesis" | "invalidAddress"
> = errorTable("slashing", {
  unauthorized: [2, "only the authority may do this"],
  invalidParams: [3, "invalid parameters of slashing"],
  invalidGenesis: [4, "invalid genesis of slashing"],
  invalidAddress: [5, "invalid address"],
});
