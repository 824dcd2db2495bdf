/** A chain for a home: its node, its key, its price. */
import { join } from "node:path";
import { httpRpc, type Rpc } from "../../../app/client/rpc.ts";
import { keySigner, type Signer } from "../../../app/client/sign.ts";
import { parseGasPrice } from "../../../app/tx/fee.ts";
import { passphraseFrom, KEYRING_PASSPHRASE } from "../../aegisd/keyring/passphrase.ts";
import { readTrustText } from "../../lib/lightTrust.ts";
import { provenNode } from "../../lib/provenNode.ts";
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

/** What a connection tells of proofs. */
export interface ProofHooks {
  readonly onVerified: (height: bigint) => void;
  readonly onRefused: (reason: string) => void;
}

/** The chain as the signer's node sees it, or proves it when the settings say so. */
export function connect(
  home: string,
  config: ResourceConfig,
  signer: Signer,
  hooks?: ProofHooks,
): Chain {
  const { chainId, nodeUrl, gasPrices } = config;
  const rpc = config.verify ? provenOf(home, config, hooks) : httpRpc(nodeUrl);
  return rpcChain({ rpc, chainId, signer, gasPrice: parseGasPrice(gasPrices) });
}

function provenOf(home: string, config: ResourceConfig, hooks: ProofHooks | undefined): Rpc {
  const { nodeUrl: url, chainId, witnesses } = config;
  return provenNode({
    ...{ url, chainId, witnesses, trust: readTrustText(config.trust), goesOn: true },
    trustFile: join(home, "light.json"),
    forkFile: join(home, "light-fork.json"),
    onVerified: (height) => hooks?.onVerified(height),
    onRefused: ({ message }) => hooks?.onRefused(message),
    onDropped: (witness, reason) => hooks?.onRefused(`${witness} is dropped: ${reason}`),
  });
}

/** The chain for looking only: it needs no passphrase and cannot sign. */
export function connectReadOnly(home: string, config: ResourceConfig): Chain {
  const { address, publicKey } = readIdentity(home);
  const sign = (): never => {
    throw new Error("this command only looks at the chain");
  };
  return connect(home, config, { address, publicKey, sign });
}
