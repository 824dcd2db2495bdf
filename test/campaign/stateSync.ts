/** A node joins a chain of a million keys by state sync, and one with them is restarted. */
import { readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "smol-toml";
import { httpRpc, type Rpc } from "../../app/client/rpc.ts";
import { accountAddress } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { hex, sha256, uint32BigEndian } from "../../app/lib/bytes.ts";
import { uasi } from "../../app/lib/coin.ts";
import type { AppState } from "../../cmd/aegisd/genesis/document.ts";
import { homePaths } from "../../cmd/aegisd/home/paths.ts";
import { commonHeight, compareAppHashes } from "../../localnet/agreement.ts";
import { validatorName } from "../../localnet/layout.ts";
import { addHome, rpcUrl } from "../../localnet/setup.ts";
import { type RunningNetwork, validatorSpec, waitUntil } from "../../localnet/start.ts";
import { GenesisState as BankGenesis } from "../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import { testNetwork } from "../kit/network.ts";
import { residentMiB } from "../kit/processMemory.ts";
import { Program } from "../kit/program.ts";
import type { Campaign, Report } from "./report.ts";

const KEYS = 1_000_000;
/** An account and its balance. */
const KEYS_PER_ACCOUNT = 2;
const INTERVAL = 20;
const JOINER = 1;
const WAIT_MS = 600_000;
const RESTART_MS_MAX = 15_000;

/** Genesis with `accounts` more accounts of one coin each. */
function crowded(accounts: number): (state: AppState) => AppState {
  return (state) => {
    const bank = BankGenesis.fromJson(state["bank"]);
    const added = Array.from({ length: accounts }, (_, i) => ({
      address: accountAddress(sha256(uint32BigEndian(i)).slice(0, 20)),
      coins: uasi(1n),
    }));
    const supply = BigInt(bank.supply[0]?.amount ?? "0") + BigInt(accounts);
    const isStated = bank.supply.length > 0;
    return {
      ...state,
      bank: BankGenesis.toJson({
        ...bank,
        balances: [...bank.balances, ...added],
        supply: isStated ? uasi(supply) : [],
      }),
    };
  };
}

function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  return waitUntil(holds, WAIT_MS, what, new AbortController().signal);
}

/** Changes settings of a home that is stopped. */
function change(path: string, sections: Readonly<Record<string, unknown>>): void {
  writeFileSync(path, stringify({ ...parse(readFileSync(path, "utf8")), ...sections }));
}

/** Starts a node and waits until it goes on from where it was; how long that took, in ms. */
async function startMs(running: RunningNetwork, index: number, rpc: Rpc): Promise<number> {
  const started = performance.now();
  running.processes.start(validatorSpec(running, index));
  await until("the node to answer", async () => (await rpc.status()).height > 0);
  return performance.now() - started;
}

async function join(report: Report, running: RunningNetwork, rpc: Rpc): Promise<void> {
  const home = addHome(running, JOINER);
  const { appToml, configToml } = homePaths(home);
  change(appToml, { "check-invariants": false });
  const url = rpcUrl(running.manifest, 0);
  const { hash } = await rpc.block(1);
  const [program] = validatorSpec(running, 0).args;
  const trust = ["--trust-height", "1", "--trust-hash", hex(hash)];
  const args = ["statesync-config", "--rpc", `${url},${url}`, ...trust, "--home", home];
  const { code, stderr } = await new Program(process.execPath, [program ?? "", ...args]).ended;
  if (code !== 0) throw new Error(stderr);
  const config = parse(readFileSync(configToml, "utf8")) as Record<string, object>;
  change(configToml, { statesync: { ...config["statesync"], discovery_time: "5s" } });
  const joined = httpRpc(rpcUrl(running.manifest, JOINER));
  const started = performance.now();
  running.processes.start(validatorSpec(running, JOINER));
  await until("the new node to follow", async () => {
    const { height, isCatchingUp } = await joined.status();
    return !isCatchingUp && height >= (await rpc.status()).height - 1;
  });
  const seconds = (performance.now() - started) / 1_000;
  report.figure("joined by state sync, seconds (5 of them to find peers)", seconds.toFixed(1));
  const log = readFileSync(running.layout.log(validatorName(JOINER)), "utf8");
  const restored = Number(/"height":"(\d+)"[^\n]*restored a snapshot/.exec(log)?.[1]);
  const height = await commonHeight([rpc, joined]);
  const { heights, disagreements } = await compareAppHashes([rpc, joined], restored + 2, height);
  report.figure("height of the snapshot", restored);
  report.figure("heights compared after it", heights);
  report.figure("disagreements", disagreements.length);
  const pid = present(running.processes.get(validatorName(JOINER)), "the new node").pid;
  report.figure("memory of the new node's application, MiB", residentMiB(pid).toFixed(0));
  if (disagreements.length > 0) throw new Error(disagreements.join("; "));
}

async function run(report: Report, args: readonly string[]): Promise<void> {
  const keys = Number(args[0] ?? KEYS);
  const { running, failures, close } = await testNetwork({
    name: "single",
    startedResourceNodes: 0,
    change: crowded(Math.ceil(keys / KEYS_PER_ACCOUNT)),
    say: (line) => report.progress(line),
  });
  try {
    const rpc = present(running.rpcs[0], "the validator");
    const { appToml, snapshots } = homePaths(running.layout.validator(0));
    await running.processes.stop(validatorName(0));
    const snapshot = { interval: INTERVAL, "keep-recent": 2 };
    change(appToml, { "check-invariants": false, snapshot });
    const restartMs = await startMs(running, 0, rpc);
    const pid = present(running.processes.get(validatorName(0)), "the validator").pid;
    report.figure("restart until it answers, seconds", (restartMs / 1_000).toFixed(1));
    report.figure("memory of the application after it, MiB", residentMiB(pid).toFixed(0));
    const [program] = validatorSpec(running, 0).args;
    const list = [program ?? "", "snapshots", "list", "-o", "json"];
    const home = ["--home", running.layout.validator(0)];
    type Listed = { readonly pairs: string; readonly bytes: number; readonly chunks: number };
    let listed: readonly Listed[] = [];
    await until(`a snapshot in ${snapshots}`, async () => {
      const { stdout } = await new Program(process.execPath, [...list, ...home]).ended;
      listed = JSON.parse(stdout) as Listed[];
      return listed.length > 0;
    });
    report.figure("keys in the snapshot", listed[0]?.pairs ?? "");
    report.figure("bytes of the snapshot", listed[0]?.bytes ?? 0);
    report.figure("chunks", listed[0]?.chunks ?? 0);
    const log = readFileSync(running.layout.log(validatorName(0)), "utf8");
    const taken = /"seconds":([\d.]+),"longestSliceMs":([\d.]+)[^\n]*snapshot taken/.exec(log);
    report.figure("taken beside blocks, seconds", taken?.[1] ?? "?");
    report.figure("longest time that it kept a block waiting, ms", taken?.[2] ?? "?");
    await join(report, running, rpc);
    if (failures.length > 0) throw new Error(failures.join("\n"));
    if (restartMs > RESTART_MS_MAX) throw new Error("the restart took more than 15 s");
  } finally {
    await close();
  }
}

/** `npm run campaign -- state-sync [KEYS]`. */
export const campaign: Campaign = {
  name: "state-sync",
  summary: "A new node joins a chain of a million keys by state sync, to the same app hash.",
  run,
};
