/** Who pays: a key that lives in this browser only, or the person's Keplr. */
import {
  type AegisClient,
  type ConnectOptions,
  connect,
  connectKeplr,
  newMnemonic,
} from "../../../../app/client/sdk/index.ts";

/** What the server of the page says of the network; see `../server.ts`. */
export interface Config {
  /** A node's HTTP server. */
  readonly api: string;
  /** The gateway, whose faucet fills burner keys; null when none runs. */
  readonly gateway: string | null;
  /** Hash of the validator set that is trusted, in hex. */
  readonly trust: string;
}

const STORED = "aegis-example-burner";

/**
 * The words of this browser's burner key; made when there are none. Whoever can run a program in
 * this page can read them: they are for small change on a local network.
 */
export function burnerWords(storage: Storage): string {
  const kept = storage.getItem(STORED);
  if (kept !== null) return kept;
  const words = newMnemonic();
  storage.setItem(STORED, words);
  return words;
}

/** Connects with the burner key. @throws AegisError `network` */
export function connectBurner(config: Config, storage: Storage): Promise<AegisClient> {
  return connect({ url: config.api, mnemonic: burnerWords(storage) });
}

/** Connects with Keplr, which asks the person. @throws AegisError `wallet`, `network` */
export function connectWallet(config: Config): Promise<AegisClient> {
  const options: Pick<ConnectOptions, "url"> = { url: config.api };
  return connectKeplr(options);
}

/** Has the faucet give something to `address`. @throws Error with what the faucet says. */
export async function fund({ gateway }: Config, address: string): Promise<void> {
  if (gateway === null) throw new Error("no gateway runs, so there is no faucet");
  const response = await fetch(`${gateway}/v1/aegis/faucet`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ address }),
  });
  if (response.ok) return;
  const { error } = (await response.json()) as { readonly error?: { readonly message?: string } };
  throw new Error(error?.message ?? `the faucet answers ${response.status}`);
}
