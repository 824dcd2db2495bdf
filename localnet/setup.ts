/** Makes the folder of a local network: homes, keys and genesis. Starts nothing. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { CometSettings } from "../cmd/aegisd/home/config.ts";
import {
  createHome,
  readIdentity,
  readNodeIdentity,
  writeAppSettings,
  writeCometSettings,
} from "../cmd/aegisd/home/createHome.ts";
import { homePaths } from "../cmd/aegisd/home/paths.ts";
import type { InitialSettings } from "../cmd/aegisd/home/settings/index.ts";
import { configPath, configToml, readConfig } from "../cmd/aegis-resource/home/config.ts";
import { createResourceHome, type ResourceIdentity } from "../cmd/aegis-resource/home/home.ts";
import { DEFAULT_MODEL_SHA256 } from "../cmd/setup/model.mjs";
import { createAccounts } from "./accounts.ts";
import { newGenesis } from "../cmd/aegisd/genesis/document.ts";
import { CHAIN_ID, localAppState, type StateChange, type ValidatorHome } from "./genesis.ts";
import { type Layout, layoutOf, validatorName } from "./layout.ts";
import {
  apiPort,
  grpcPort,
  type Manifest,
  manifestFromJson,
  manifestToJson,
  metricsPort,
  p2pPort,
  rpcPort,
} from "./manifest.ts";

/** What validators ask for gas on a local network, and what its accounts pay. */
export const LOCAL_GAS_PRICE = "0.025uasi";

/** Raised when what is kept can no longer be used; then people are told to reset. */
const RECORD_VERSION = 5;

/** A network's folder and what it consists of. */
export interface Network {
  readonly layout: Layout;
  readonly manifest: Manifest;
}

/** Makes a new network in `home`, replacing what is there. `change` is made to its first state. */
export async function createNetwork(
  home: string,
  manifest: Manifest,
  modelFile: string,
  change?: StateChange,
): Promise<Network> {
  const layout = layoutOf(home);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const validators: ValidatorHome[] = [];
  for (let i = 0; i < manifest.validators; i += 1) {
    const validator = layout.validator(i);
    const comet = cometSettings(manifest, i, []);
    createHome({
      home: validator,
      comet,
      app: appSettings(manifest, i),
    });
    validators.push({ home: validator, identity: readIdentity(validator) });
  }
  const accounts = await createAccounts(layout, manifest);
  const nodes: ResourceIdentity[] = [];
  for (let i = 0; i < manifest.resourceNodes; i += 1) {
    const settings = nodeSettings(manifest, i, modelFile);
    nodes.push(await createResourceHome({ home: layout.resourceNode(i), ...settings }));
  }
  const appState = localAppState({ accounts, validators, nodes, manifest }, change);
  const genesis = newGenesis({ chainId: CHAIN_ID, genesisTime: new Date(), appState });
  for (const validator of validators) {
    writeFileSync(homePaths(validator.home).genesis, `${JSON.stringify(genesis, undefined, 2)}\n`);
  }
  const record = {
    version: RECORD_VERSION,
    chain_id: CHAIN_ID,
    model_sha256: DEFAULT_MODEL_SHA256,
    manifest: manifestToJson(manifest),
  };
  const network = { layout, manifest };
  // Only now is every validator's id known to the others.
  writeSettings(network, modelFile);
  writeFileSync(layout.record, `${JSON.stringify(record, undefined, 2)}\n`);
  return network;
}

/**
 * The network kept in `home`, undefined when there is none.
 * @throws RangeError when it is of another version of this program.
 */
export function keptNetwork(home: string): Network | undefined {
  const layout = layoutOf(home);
  let record: { readonly version?: unknown; readonly manifest?: unknown };
  try {
    record = JSON.parse(readFileSync(layout.record, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new RangeError(`${layout.record} cannot be read: start anew with --reset`);
  }
  if (record.version !== RECORD_VERSION) {
    throw new RangeError(`the network in ${home} is of another version: start anew with --reset`);
  }
  return { layout, manifest: manifestFromJson(record.manifest) };
}

/** Writes settings anew: ports, peers and the model's file follow what was asked at every start. */
export function writeSettings({ layout, manifest }: Network, modelFile: string): void {
  const peers = peersOf({ layout, manifest });
  for (let i = 0; i < manifest.validators; i += 1) {
    const others = peers.filter((_, peer) => peer !== i);
    writeCometSettings(layout.validator(i), cometSettings(manifest, i, others));
    writeAppSettings(layout.validator(i), appSettings(manifest, i));
  }
  for (let i = 0; i < manifest.resourceNodes; i += 1) {
    const home = layout.resourceNode(i);
    const config = { ...readConfig(home), ...nodeSettings(manifest, i, modelFile) };
    writeFileSync(configPath(home), configToml(config));
  }
}

/** Makes the home of one more node, of which genesis knows nothing, and returns it. */
export function addHome({ layout, manifest }: Network, index: number): string {
  const home = layout.validator(index);
  const { genesis } = createHome({
    home,
    comet: cometSettings(manifest, index, peersOf({ layout, manifest })),
    app: appSettings(manifest, index),
  });
  copyFileSync(homePaths(layout.validator(0)).genesis, genesis);
  return home;
}

/** Where genesis' validators are found. */
function peersOf({ layout, manifest }: Network): string[] {
  return Array.from({ length: manifest.validators }, (_, i) => {
    const { nodeId } = readNodeIdentity(layout.validator(i));
    return `${nodeId}@127.0.0.1:${p2pPort(manifest.ports, i)}`;
  });
}

/** RPC address of validator `index`. */
export function rpcUrl(manifest: Manifest, index: number): string {
  return `http://127.0.0.1:${rpcPort(manifest.ports, index)}`;
}

function cometSettings(
  manifest: Manifest,
  index: number,
  persistentPeers: readonly string[],
): CometSettings {
  return {
    moniker: validatorName(index),
    rpcAddress: `tcp://127.0.0.1:${rpcPort(manifest.ports, index)}`,
    p2pAddress: `tcp://127.0.0.1:${p2pPort(manifest.ports, index)}`,
    persistentPeers,
    timeoutCommitMs: manifest.timeoutCommitMs,
    corsAllowedOrigins: ["*"],
  };
}

function appSettings(manifest: Manifest, index: number): InitialSettings {
  return {
    "minimum-gas-prices": LOCAL_GAS_PRICE,
    "check-invariants": true,
    "api.address": `127.0.0.1:${apiPort(manifest.ports, index)}`,
    "api.cors-allowed-origins": ["*"],
    "grpc.address": `127.0.0.1:${grpcPort(manifest.ports, index)}`,
  };
}

function nodeSettings(manifest: Manifest, index: number, modelFile: string) {
  return {
    chainId: CHAIN_ID,
    // Spread over the validators, so that none is what all depend on.
    nodeUrl: rpcUrl(manifest, index % manifest.validators),
    modelPath: modelFile,
    keyringBackend: "test" as const,
    gasPrices: LOCAL_GAS_PRICE,
    metricsAddress: `127.0.0.1:${metricsPort(manifest.ports, index)}`,
  };
}
