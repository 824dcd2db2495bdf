/** Types of cometbft.mjs. */
import type { Log } from "./log.mjs";

interface EnsureOptions {
  readonly log: Log;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export declare const COMETBFT_VERSION: string;
export declare function findCometbft(options?: Omit<EnsureOptions, "log">): string | undefined;
export declare function ensureCometbft(options: EnsureOptions): Promise<string>;
export declare function ensureAbciCli(options: EnsureOptions): Promise<string>;
