/** config.toml (CometBFT's): what we write and what we read. app.toml is in settings/. */
import { readFileSync, writeFileSync } from "node:fs";
import { stringify } from "smol-toml";
import { TX_BYTES_MAX } from "../../../app/constants.ts";
import { readToml } from "./settings/index.ts";

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

/** Where CometBFT awaits a remote signer of votes; undefined when it signs with this home's key. */
export function readSignerAddress(path: string): string | undefined {
  const { priv_validator_laddr: address } = readToml(path);
  return typeof address === "string" && address !== "" ? address : undefined;
}
