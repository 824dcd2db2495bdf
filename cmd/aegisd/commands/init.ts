/** `aegisd init`: a node's home with new keys, settings and a genesis without accounts. */
import { existsSync } from "node:fs";
import { InvalidArgumentError, Option, type Command } from "commander";
import { buildModules } from "../../../app/modules.ts";
import { parseGasPrice } from "../../../app/tx/fee.ts";
import { makeCommand } from "../command.ts";
import { CommandError, usageError } from "../exit.ts";
import { newGenesis, writeGenesis } from "../genesis/document.ts";
import { COMET_DEFAULTS } from "../home/config.ts";
import { createHome, readNodeIdentity } from "../home/createHome.ts";
import { homePaths } from "../home/paths.ts";
import type { Io } from "../io.ts";
import { homeOption, outputOption, portOption } from "../options.ts";
import { type OutputFormat, print } from "../output.ts";
import { DEFAULT_GAS_PRICES } from "../tx/options.ts";

interface InitOptions {
  readonly home: string;
  readonly chainId: string;
  readonly rpcPort: number;
  readonly p2pPort: number;
  readonly timeoutCommit: number;
  readonly minimumGasPrices: string;
  readonly output: OutputFormat;
}

function checkedPrices(text: string): string {
  try {
    parseGasPrice(text);
    return text;
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : "not a price");
  }
}

function checkedMillis(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("expected milliseconds from 1 to 999999");
}

/** The command. */
export function initCommand(io: Io): Command {
  return makeCommand<InitOptions>(io, {
    name: "init",
    summary: "make a node's home: keys, settings, genesis",
    details: "Keys that are there already are never overwritten.",
    args: [{ name: "moniker", about: "name of the node" }],
    options: [
      new Option("--chain-id <id>", "id of the chain")
        .env("AEGISD_CHAIN_ID")
        .default("aegis-local-1"),
      homeOption(),
      portOption("--rpc-port", "port of the RPC server, on this machine only", 26_657),
      portOption("--p2p-port", "port for other nodes", 26_656),
      new Option("--timeout-commit <ms>", "pause between blocks, in milliseconds")
        .argParser(checkedMillis)
        .default(COMET_DEFAULTS.timeoutCommitMs),
      new Option("--minimum-gas-prices <price>", "least price that the node's mempool accepts")
        .argParser(checkedPrices)
        .default(DEFAULT_GAS_PRICES),
      outputOption(),
    ],
    examples: ["aegisd init my-node --chain-id aegis-local-1"],
    run: ({ args: [moniker = ""], options }) => init(io, moniker, options),
  });
}

function init(io: Io, moniker: string, options: InitOptions): void {
  const { home, chainId } = options;
  if (!/^[\x20-\x7e]{1,70}$/.test(moniker)) {
    throw usageError("a moniker has 1 to 70 printable ASCII characters");
  }
  if (!/^[\x21-\x7e]{1,50}$/.test(chainId)) {
    throw usageError("a chain id has 1 to 50 printable ASCII characters");
  }
  const { genesis } = homePaths(home);
  if (existsSync(genesis)) throw new CommandError(`${genesis} is there already`);
  createHome({
    home,
    comet: {
      ...COMET_DEFAULTS,
      moniker,
      rpcAddress: `tcp://127.0.0.1:${options.rpcPort}`,
      p2pAddress: `tcp://0.0.0.0:${options.p2pPort}`,
      timeoutCommitMs: options.timeoutCommit,
    },
    app: { "minimum-gas-prices": options.minimumGasPrices, "check-invariants": false },
  });
  const appState = buildModules().manager.defaultGenesis();
  writeGenesis(genesis, newGenesis({ chainId, genesisTime: new Date(), appState }));
  const { nodeId } = readNodeIdentity(home);
  print(io, options.output, { moniker, chain_id: chainId, node_id: nodeId, home });
}
