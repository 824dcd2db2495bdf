/** Refusals of auth. Codes are hashed: they never change and are never reused. */
import { type ErrorTable, errorTable } from "../../app/module/error.ts";

export const errors: ErrorTable<
  "accountNotFound" | "invalidAddress" | "invalidGenesis" | "unknownModuleAccount"
> = errorTable("auth", {
  // Clients of Cosmos chains take exactly this text for "there is no such account yet".
  accountNotFound: [2, "rpc error: code = NotFound desc = account not found"],
  invalidAddress: [3, "invalid address"],
  invalidGenesis: [4, "invalid genesis of auth"],
  unknownModuleAccount: [5, "rpc error: code = NotFound desc = no such module account"],
});
