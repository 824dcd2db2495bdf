/** What a home must have, and what in its settings hurts. */
import { existsSync, readFileSync, statfsSync, statSync } from "node:fs";
import { genesisComplaints } from "../genesis/validate.ts";
import { readGenesis } from "../genesis/document.ts";
import { readSignerAddress } from "../home/config.ts";
import { readConsensusKey, readNodeIdentity } from "../home/createHome.ts";
import { type HomePaths, homePaths } from "../home/paths.ts";
import { readAppSettings, readToml } from "../home/settings/index.ts";
import { type Finding, failed, looking, ok, warning } from "./finding.ts";

const GIB = 2 ** 30;
const DISK_FREE_MIN = 2 * GIB;
const DISK_FREE_GOOD = 10 * GIB;
const OTHERS_MAY = 0o077;
/** Below that honest signers of the beacon are late. */
const TIMEOUT_COMMIT_MS_MIN = 500;

/** Looks at everything in `home` that can be seen without a running node. */
export async function homeFindings(home: string): Promise<readonly Finding[]> {
  const paths = homePaths(home);
  if (!existsSync(paths.config)) {
    return [failed("home", `${home} is no node's home`, "Make one: aegisd init MONIKER.")];
  }
  const parts = await Promise.all([
    looking("keys", "Put the key files of config/ back from a backup.", () => keys(paths)),
    looking("genesis", "Get the network's genesis file: cp genesis.json config/.", () =>
      genesis(paths),
    ),
    looking("app.toml", "Correct the setting that is named.", () => appSettings(paths)),
    looking("config.toml", "Correct the setting that is named.", () => cometSettings(paths)),
    looking("disk", "Look at the disk.", () => disk(paths)),
    looking("double-sign protection", "Never start a validator without it.", () =>
      signState(paths),
    ),
  ]);
  return parts.flat();
}

/** An unreadable config.toml is another finding's. */
function readSigner({ configToml }: HomePaths): string | undefined {
  try {
    return readSignerAddress(configToml);
  } catch {
    return undefined;
  }
}

function keys(paths: HomePaths): Finding[] {
  const { nodeId } = readNodeIdentity(paths.home);
  const signer = readSigner(paths);
  if (signer === undefined) readConsensusKey(paths.home);
  const open = [paths.validatorKey, paths.nodeKey, paths.blsKey, paths.validatorState].filter(
    (path) => existsSync(path) && (statSync(path).mode & OTHERS_MAY) !== 0,
  );
  const found = [ok("keys", `node id ${nodeId}`)];
  if (signer !== undefined) found.push(ok("signer", `votes are signed through ${signer}`));
  if (open.length === 0) return found;
  const advice = `chmod 600 ${open.join(" ")}`;
  return [...found, failed("permissions", "others can read keys of this node", advice)];
}

function genesis(paths: HomePaths): Finding {
  const document = readGenesis(paths.genesis);
  const [first] = genesisComplaints(document);
  if (first === undefined) return ok("genesis", `chain ${document.chain_id}`);
  return failed("genesis", first, "aegisd genesis validate names everything that is wrong.");
}

function appSettings(paths: HomePaths): Finding[] {
  const settings = readAppSettings(paths.appToml);
  const found = [ok("app.toml", `pruning ${settings.pruning}`)];
  if (settings.checkInvariants) {
    const detail = "check-invariants costs time in proportion to the state";
    found.push(warning("invariants", detail, "Switch it off outside test networks."));
  }
  if (settings.minimumGasPrice === 0n) {
    const detail = "the mempool takes transactions for nothing";
    found.push(warning("gas price", detail, "Set minimum-gas-prices in app.toml."));
  }
  return found;
}

function cometSettings(paths: HomePaths): Finding[] {
  const toml = readToml(paths.configToml) as Record<string, Record<string, unknown>>;
  const found = [ok("config.toml", `indexer ${toml["tx_index"]?.["indexer"] ?? "kv"}`)];
  const commit = /^(\d+)(ms|s)$/.exec(`${toml["consensus"]?.["timeout_commit"] ?? "1s"}`);
  const ms = Number(commit?.[1] ?? 1_000) * (commit?.[2] === "ms" ? 1 : 1_000);
  if (ms < TIMEOUT_COMMIT_MS_MIN) {
    const advice = `Set consensus.timeout_commit to ${TIMEOUT_COMMIT_MS_MIN}ms or more.`;
    found.push(warning("timeout_commit", `${ms} ms: signers of the beacon are late`, advice));
  }
  if (`${toml["rpc"]?.["pprof_laddr"] ?? ""}` !== "") {
    const advice = "Empty rpc.pprof_laddr: it shows the process's memory to who asks.";
    found.push(warning("pprof", "the profiler listens", advice));
  }
  const cors = toml["rpc"]?.["cors_allowed_origins"];
  if (Array.isArray(cors) && cors.includes("*")) {
    const advice = "Name the pages in rpc.cors_allowed_origins, unless the node is a public one.";
    found.push(warning("cors", "every web page may call the RPC", advice));
  }
  if (toml["tx_index"]?.["indexer"] === "null") {
    const advice = 'Set tx_index.indexer to "kv": wallets look their transactions up there.';
    found.push(warning("indexer", "transactions cannot be found", advice));
  }
  return found;
}

function disk(paths: HomePaths): Finding {
  const { bavail, bsize } = statfsSync(paths.home);
  const free = bavail * bsize;
  const detail = `${(free / GIB).toFixed(1)} GiB free`;
  if (free < DISK_FREE_MIN) return failed("disk", detail, "Free some space before it is full.");
  if (free >= DISK_FREE_GOOD) return ok("disk", detail);
  return warning("disk", detail, "Set min-retain-blocks, or get a larger disk.");
}

function signState(paths: HomePaths): Finding {
  const name = "double-sign protection";
  if (readSigner(paths) !== undefined) return ok(name, "the remote signer remembers its votes");
  if (!existsSync(paths.validatorState)) {
    const advice = "Restore data/priv_validator_state.json; without it a validator may sign twice.";
    return failed(name, `${paths.validatorState} is missing`, advice);
  }
  const { height } = JSON.parse(readFileSync(paths.validatorState, "utf8")) as { height?: unknown };
  if (typeof height !== "string" || !/^\d+$/.test(height)) {
    return failed(name, "the file is damaged", "Restore it, newer than the last vote.");
  }
  return ok(name, `last vote at height ${height}`);
}
