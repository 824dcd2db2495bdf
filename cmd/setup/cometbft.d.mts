/** Types of cometbft.mjs. */
import type { Log } from "./log.mjs";

export declare const COMETBFT_VERSION: string;
export declare function findCometbft(): string | undefined;
export declare function ensureCometbft(options: { readonly log: Log }): Promise<string>;
export declare function ensureAbciCli(options: { readonly log: Log }): Promise<string>;
