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
