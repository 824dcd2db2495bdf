/** A chain for a home: its node, its key, its price. */
import { httpRpc } from "../../../app/client/rpc.ts";
import { keySigner, type Signer } from "../../../app/client/sign.ts";
import { parseGasPrice } from "../../../app/tx/fee.ts";
import { passphraseFrom, KEYRING_PASSPHRASE } from "../../aegisd/keyring/passphrase.ts";
import { processIo } from "../../aegisd/io.ts";
import type { ResourceConfig } from "../home/config.ts";
import { readIdentity, readSecret } from "../home/home.ts";
import type { Chain } from "./chain.ts";
import { rpcChain } from "./rpcChain.ts";

/** A node's own key, from its home. */
export interface HomeKey {
  readonly signer: Signer;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

/** Reads the key of a home, asking for its passphrase when it is encrypted. */
export async function homeKey(home: string, config: ResourceConfig): Promise<HomeKey> {
  const ask = passphraseFrom(processIo(), KEYRING_PASSPHRASE);
  const secret = await readSecret(home, config, ask);
  return { signer: keySigner(secret), secret };
}

/** The chain as the signer's node sees it. */
export function connect(config: ResourceConfig, signer: Signer): Chain {
  const { chainId, nodeUrl, gasPrices } = config;
  return rpcChain({ rpc: httpRpc(nodeUrl), chainId, signer, gasPrice: parseGasPrice(gasPrices) });
}

/** The chain for looking only: it needs no passphrase and cannot sign. */
export function connectReadOnly(home: string, config: ResourceConfig): Chain {
  const { address, publicKey } = readIdentity(home);
  const sign = (): never => {
    throw new Error("this command only looks at the chain");
  };
  return connect(config, { address, publicKey, sign });
}
