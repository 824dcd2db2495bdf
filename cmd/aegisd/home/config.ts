/** config.toml (CometBFT's) and app.toml (ours): what we write and what we read. */
import { readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "smol-toml";
import { TX_BYTES_MAX } from "../../../app/constants.ts";
import { type GasPrice, parseGasPrice } from "../../../app/tx/fee.ts";

/** What differs between nodes. Addresses are `tcp://host:port`. */
export interface CometSettings {
  readonly moniker: string;
  readonly rpcAddress: string;
  readonly p2pAddress: string;
  /** `id@host:port`. */
  readonly persistentPeers: readonly string[];
  /** Pause after a commit, in milliseconds: the time between blocks, empty or not. */
  readonly timeoutCommitMs: number;
  readonly corsAllowedOrigins: readonly string[];
}

/** Defaults of a public node. */
export const COMET_DEFAULTS: Omit<CometSettings, "moniker"> = {
  rpcAddress: "tcp://127.0.0.1:26657",
  p2pAddress: "tcp://0.0.0.0:26656",
  persistentPeers: [],
  timeoutCommitMs: 1_000,
  corsAllowedOrigins: [],
};

/** Text of config.toml. CometBFT takes its own default for what is absent. */
export function cometToml(settings: CometSettings): string {
  const isLocal = settings.p2pAddress.includes("127.0.0.1");
  const body = stringify({
    moniker: settings.moniker,
    abci: "socket",
    // aegisd passes the socket that it listens on.
    proxy_app: "unix:///set-by-aegisd",
    log_level: "error",
    rpc: {
      laddr: settings.rpcAddress,
      cors_allowed_origins: [...settings.corsAllowedOrigins],
      pprof_laddr: "",
    },
    p2p: {
      laddr: settings.p2pAddress,
      persistent_peers: settings.persistentPeers.join(","),
      addr_book_strict: !isLocal,
      allow_duplicate_ip: isLocal,
    },
    mempool: { max_tx_bytes: TX_BYTES_MAX, size: 5_000 },
    consensus: { timeout_commit: `${settings.timeoutCommitMs}ms`, create_empty_blocks: true },
    tx_index: { indexer: "kv" },
    instrumentation: { prometheus: false },
  });
  return `# CometBFT's settings; what is absent has CometBFT's default.\n\n${body}`;
}

/** The application's own settings. */
export interface AppSettings {
  readonly minimumGasPrice: GasPrice;
  /** Committed heights that queries can ask for. */
  readonly keptVersions: number;
  readonly logLevel: string;
  /** `host:port` of the Prometheus endpoint; empty means none. */
  readonly metricsAddress: string;
  /** Checks every invariant after every block: for test networks. */
  readonly checkInvariants: boolean;
}

/** Text of app.toml. */
export function appToml(options: {
  readonly minimumGasPrices: string;
  readonly checkInvariants: boolean;
}): string {
  return `# Settings of the AegisAI application.

# Least price per gas that this node's mempool accepts.
minimum-gas-prices = "${options.minimumGasPrices}"

# Committed heights that queries can ask for.
kept-versions = 100

# debug, info, warn, error or silent.
log-level = "info"

# host:port of a Prometheus endpoint; empty means none.
metrics-address = ""

# Check every invariant after every block. Costs time in proportion to the state.
check-invariants = ${options.checkInvariants}
`;
}

function readToml(path: string): Readonly<Record<string, unknown>> {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new RangeError(`${path} is missing: run "aegisd init" first`);
    throw new RangeError(`${path}: ${message.split("\n")[0]}`);
  }
}

/** @throws RangeError naming the setting that is wrong. */
export function readAppSettings(path: string): AppSettings {
  const toml = readToml(path);
  const text = (name: string, otherwise: string): string => {
    const value = toml[name] ?? otherwise;
    if (typeof value !== "string") throw new RangeError(`${path}: ${name} must be text`);
    return value;
  };
  const kept = toml["kept-versions"] ?? 100;
  if (typeof kept !== "number" || !Number.isInteger(kept) || kept < 1 || kept > 1_000_000) {
    throw new RangeError(`${path}: kept-versions must be between 1 and 1000000`);
  }
  const prices = text("minimum-gas-prices", "");
  if (prices === "") {
    throw new RangeError(`${path}: set minimum-gas-prices, for example "0.025uasi" or "0uasi"`);
  }
  return {
    minimumGasPrice: parseGasPrice(prices),
    keptVersions: kept,
    logLevel: text("log-level", "info"),
    metricsAddress: text("metrics-address", ""),
    checkInvariants: toml["check-invariants"] === true,
  };
}

/** RPC and P2P addresses in config.toml. */
export function readCometAddresses(path: string): { readonly rpc: string; readonly p2p: string } {
  const toml = readToml(path);
  const laddr = (section: string, otherwise: string): string => {
    const value = (toml[section] as { laddr?: unknown } | undefined)?.laddr;
    return typeof value === "string" && value !== "" ? value : otherwise;
  };
  return {
    rpc: laddr("rpc", COMET_DEFAULTS.rpcAddress),
    p2p: laddr("p2p", COMET_DEFAULTS.p2pAddress),
  };
}

/** The node's name in config.toml; empty when it has none. */
export function readMoniker(path: string): string {
  const { moniker } = readToml(path);
  return typeof moniker === "string" ? moniker : "";
}

/** Replaces the peers that the node always calls; the rest of config.toml stays as it is. */
export function writePersistentPeers(path: string, peers: readonly string[]): void {
  const text = readFileSync(path, "utf8");
  const line = /^persistent_peers = .*$/m;
  if (!line.test(text)) throw new RangeError(`${path} has no persistent_peers`);
  writeFileSync(path, text.replace(line, `persistent_peers = "${peers.join(",")}"`));
}
