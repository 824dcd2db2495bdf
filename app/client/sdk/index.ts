/** The package's entry `aegisai/client`: everything that an application needs of the chain. */
export { type ConnectOptions, connect } from "./client.ts";
export { AegisError, type AegisErrorCode, type AegisErrorDetails } from "./error.ts";
export { connectKeplr, type Keplr } from "./keplr.ts";
export { type FactGroup, receiptChecks, receiptGroups } from "../receipt/report.ts";
export type {
  AegisClient,
  Answer,
  AskOptions,
  Certainty,
  ChatMessage,
  Choice,
  FinishReason,
  Included,
  ModelView,
  Price,
  Settled,
  StreamEvent,
  TaskState,
  TaskView,
  VerifyOptions,
} from "./types.ts";
export {
  type AminoSigner,
  type DirectSigner,
  mnemonicWallet,
  type OfflineSigner,
  secretWallet,
  type Wallet,
} from "./wallet.ts";
export { newMnemonic } from "../wallet.ts";
