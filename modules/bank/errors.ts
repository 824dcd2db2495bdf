/**
 * Refusals of bank. What wallets know by number keeps the Cosmos SDK's codespace and code; the rest
 * has the codes of its bank module. Codes never change and are never reused.
 */
import { type ErrorTable, errorTable } from "../../app/module/error.ts";

export const errors: ErrorTable<
  | "noInputs"
  | "noOutputs"
  | "inputOutputMismatch"
  | "sendDisabled"
  | "metadataNotFound"
  | "multipleSenders"
  | "invalidParams"
  | "invalidGenesis"
> = errorTable("bank", {
  noInputs: [2, "no inputs to send transaction"],
  noOutputs: [3, "no outputs to send transaction"],
  inputOutputMismatch: [4, "sum inputs != sum outputs"],
  sendDisabled: [5, "send transactions are disabled"],
  metadataNotFound: [6, "rpc error: code = NotFound desc = client metadata not found"],
  multipleSenders: [9, "multiple senders not allowed"],
  invalidParams: [20, "invalid parameters of bank"],
  invalidGenesis: [21, "invalid genesis of bank"],
});

/** The Cosmos SDK's own codes for the same refusals. */
export const sdkErrors: ErrorTable<
  "unauthorized" | "insufficientFunds" | "invalidAddress" | "invalidCoins" | "invalidRequest"
> = errorTable("sdk", {
  unauthorized: [4, "unauthorized"],
  insufficientFunds: [5, "insufficient funds"],
  invalidAddress: [7, "invalid address"],
  invalidCoins: [10, "invalid coins"],
  invalidRequest: [18, "invalid request"],
});
