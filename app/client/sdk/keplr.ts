/** Keplr, and wallets like it: the chain is suggested as the node describes it, then enabled. */
import type { AegisClient } from "./types.ts";
import { type Fetch, nodeApi } from "./api.ts";
import { type ConnectOptions, connect } from "./client.ts";
import { AegisError } from "./error.ts";
import type { OfflineSigner } from "./wallet.ts";

/** What Keplr puts into a page's `window.keplr`. */
export interface Keplr {
  experimentalSuggestChain(chain: unknown): Promise<void>;
  enable(chainId: string): Promise<void>;
  /** Amino only for Ledgers, otherwise direct. */
  getOfflineSignerAuto(chainId: string): Promise<OfflineSigner>;
}

/**
 * Connects with the wallet of the page.
 * @throws AegisError `wallet` when there is none, or the person says no; `network`.
 */
export async function connectKeplr(
  options: Omit<ConnectOptions, "mnemonic" | "path" | "signer" | "wallet"> & {
    /** Instead of the page's own. */
    readonly keplr?: Keplr;
  } = {},
): Promise<AegisClient> {
  const { keplr = (globalThis as { readonly keplr?: Keplr }).keplr, ...others } = options;
  if (keplr === undefined) throw new AegisError("wallet", "this page has no Keplr");
  const call: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const reader = await connect(others);
  reader.close();
  const chain = await nodeApi(options.url ?? "http://127.0.0.1:1317", call)
    .json("/registry/keplr.json")
    .catch(() => undefined);
  try {
    if (chain !== undefined) await keplr.experimentalSuggestChain(chain);
    await keplr.enable(reader.chainId);
    const signer = await keplr.getOfflineSignerAuto(reader.chainId);
    return await connect({ ...others, signer });
  } catch (error) {
    if (error instanceof AegisError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new AegisError("wallet", `Keplr refuses: ${reason}`, {}, { cause: error });
  }
}
