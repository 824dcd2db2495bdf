/** Errors of the host itself, under the Cosmos SDK's codespace and codes, which wallets know. */
import { type ErrorTable, errorTable } from "../module/error.ts";

type Name =
  | "txDecode"
  | "invalidSequence"
  | "unauthorized"
  | "insufficientFunds"
  | "unknownRequest"
  | "invalidAddress"
  | "invalidPubKey"
  | "unknownAddress"
  | "invalidCoins"
  | "outOfGas"
  | "memoTooLarge"
  | "insufficientFee"
  | "tooManySignatures"
  | "noSignatures"
  | "invalidRequest"
  | "txTooLarge"
  | "keyNotFound"
  | "invalidHeight"
  | "txTimeoutHeight"
  | "wrongSequence"
  | "notSupported";

export const sdkErrors: ErrorTable<Name> = errorTable("sdk", {
  txDecode: [2, "tx parse error"],
  invalidSequence: [3, "invalid sequence"],
  unauthorized: [4, "unauthorized"],
  insufficientFunds: [5, "insufficient funds"],
  unknownRequest: [6, "unknown request"],
  invalidAddress: [7, "invalid address"],
  invalidPubKey: [8, "invalid pubkey"],
  unknownAddress: [9, "unknown address"],
  invalidCoins: [10, "invalid coins"],
  outOfGas: [11, "out of gas"],
  memoTooLarge: [12, "memo too large"],
  insufficientFee: [13, "insufficient fee"],
  tooManySignatures: [14, "maximum number of signatures exceeded"],
  noSignatures: [15, "no signatures supplied"],
  invalidRequest: [18, "invalid request"],
  txTooLarge: [21, "tx too large"],
  keyNotFound: [22, "key not found"],
  invalidHeight: [26, "invalid height"],
  txTimeoutHeight: [30, "tx timeout height"],
  wrongSequence: [32, "incorrect account sequence"],
  notSupported: [37, "feature not supported"],
});
