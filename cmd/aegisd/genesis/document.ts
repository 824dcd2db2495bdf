/** The genesis file: CometBFT's form, with the application's state of the first block inside. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { CommandError } from "../exit.ts";

/** app_state: module name → proto JSON of its GenesisState. */
export type AppState = Readonly<Record<string, unknown>>;

/** Consensus parameters as CometBFT writes them: 64-bit integers are strings. */
export interface ConsensusParamsJson {
  readonly block: { readonly max_bytes: string; readonly max_gas: string };
  readonly evidence: {
    readonly max_age_num_blocks: string;
    readonly max_age_duration: string;
    readonly max_bytes: string;
  };
  readonly validator: { readonly pub_key_types: readonly string[] };
  readonly version: { readonly app: string };
  readonly abci: { readonly vote_extensions_enable_height: string };
}

export interface GenesisDocument {
  /** RFC 3339, UTC. */
  readonly genesis_time: string;
  readonly chain_id: string;
  readonly initial_height: string;
  readonly consensus_params: ConsensusParamsJson;
  readonly app_hash: string;
  readonly app_state: AppState;
}

/** 4 MiB blocks: larger ones cost rounds on slow links. The beacon needs vote extensions from 1. */
export const CONSENSUS_PARAMS: ConsensusParamsJson = {
  block: { max_bytes: "4194304", max_gas: "-1" },
  evidence: {
    // As long as stake can be reached: 21 days, in blocks of a second.
    max_age_num_blocks: "1814400",
    max_age_duration: "1814400000000000",
    max_bytes: "1048576",
  },
  validator: { pub_key_types: ["ed25519"] },
  version: { app: "1" },
  abci: { vote_extensions_enable_height: "1" },
};

export interface NewGenesis {
  readonly chainId: string;
  readonly genesisTime: Date;
  readonly appState: AppState;
  readonly initialHeight?: bigint;
  readonly consensusParams?: ConsensusParamsJson;
}

/** Makes a document. Validators are not listed: the application names them in InitChain. */
export function newGenesis(options: NewGenesis): GenesisDocument {
  return {
    genesis_time: options.genesisTime.toISOString(),
    chain_id: options.chainId,
    initial_height: `${options.initialHeight ?? 1n}`,
    consensus_params: options.consensusParams ?? CONSENSUS_PARAMS,
    app_hash: "",
    app_state: options.appState,
  };
}

/** @throws CommandError when the file is missing or not JSON. */
export function readGenesis(path: string): GenesisDocument {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const advice = code === "ENOENT" ? 'is missing: run "aegisd init" first' : `(${code})`;
    throw new CommandError(`${path} ${advice}`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${path} is not JSON: ${(error as Error).message}`);
  }
  const isObject = (value: unknown): boolean =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(json) || !isObject((json as { app_state?: unknown }).app_state)) {
    throw new CommandError(`${path} is not a genesis file: app_state is missing`);
  }
  return json as GenesisDocument;
}

/** Writes the file as a whole: a crash leaves the old one or the new one. */
export function writeGenesis(path: string, document: GenesisDocument): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(document, undefined, 2)}\n`);
  renameSync(`${path}.new`, path);
}
