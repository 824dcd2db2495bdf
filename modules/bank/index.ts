/** What others may import of bank. */
export type { BankDeps, CoinModule } from "./deps.ts";
export { errors as bankErrors, sdkErrors as bankSdkErrors } from "./errors.ts";
export { burned, coinbase, coinReceived, coinSpent, transfer } from "./events.ts";
export type { BankKeeper } from "./keeper.ts";
export { bankModule } from "./module.ts";
