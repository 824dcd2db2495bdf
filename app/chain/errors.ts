/** Errors of the host's own messages and queries. */
import { type ErrorTable, errorTable } from "../module/error.ts";

export const errors: ErrorTable<
  "unauthorized" | "invalidParams" | "invalidPlan" | "planApplied" | "noPlan"
> = errorTable("app", {
  unauthorized: [2, "only the authority may do this"],
  invalidParams: [3, "invalid parameters"],
  invalidPlan: [4, "invalid upgrade plan"],
  planApplied: [5, "an upgrade of that name has been made"],
  noPlan: [6, "rpc error: code = NotFound desc = no upgrade is planned"],
});
