/**
 * A validator whose key lies elsewhere: CometBFT's remote signer signs for it. The chain halts
 * without the signer, says why, and goes on with it, without a second vote of any height.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { httpRpc, type Rpc } from "../../app/client/rpc.ts";
import { buildModules } from "../../app/modules.ts";
import { chainFindings } from "../../cmd/aegisd/doctor/chain.ts";
import { homeFindings } from "../../cmd/aegisd/doctor/home.ts";
import { readIdentity } from "../../cmd/aegisd/home/createHome.ts";
import { type HomePaths, homePaths } from "../../cmd/aegisd/home/paths.ts";
import { runProgram } from "../../cmd/aegisd/program.ts";
import type { HealthAnswer } from "../../cmd/aegisd/node/health.ts";
import { validatorName } from "../../localnet/layout.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { apiPort, metricsPort } from "../../localnet/manifest.ts";
import { rpcUrl } from "../../localnet/setup.ts";
import { type RunningNetwork, validatorSpec, waitUntil } from "../../localnet/start.ts";
import { remoteSigner } from "../interop/verifiers.ts";
import { fakeIo } from "../cmd/aegisd/fakeIo.ts";
import { Child } from "../kit/child.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";

const WAIT_MS = 120_000;
/** Several blocks' time: long enough to see that none comes. */
const STILL_MS = 5_000;
/** Blocks that the record of votes is set ahead of the chain. */
const FAR_AHEAD = 1_000;
const NAME = validatorName(0);

describe("a remote signer", function () {
  this.timeout(600_000);
  let network: TestNetwork;
  let running: RunningNetwork;
  let paths: HomePaths;
  let address: string;
  let program: string;
  let signer: Child;
  let files: { readonly key: string; readonly state: string };
  let rpc: Rpc;

  const until = (what: string, holds: () => Promise<boolean>): Promise<void> =>
    waitUntil(holds, WAIT_MS, what, new AbortController().signal);
  const height = async (): Promise<number> => (await rpc.status()).height;
  const startSigner = (): Child => {
    const where = ["-addr", address, "-chain-id", CHAIN_ID];
    return new Child(program, [...where, "-key", files.key, "-state", files.state]);
  };
  const signedHeight = (): number => Number(JSON.parse(readFileSync(files.state, "utf8")).height);
  /** What /ready says, which answers also while consensus waits. */
  const ready = async (): Promise<HealthAnswer["body"]> => {
    const port = apiPort(running.manifest.ports, 0);
    return (await (await fetch(`http://127.0.0.1:${port}/ready`)).json()) as HealthAnswer["body"];
  };

  before(async () => {
    program = remoteSigner();
    network = await testNetwork({ name: "single", startedResourceNodes: 0 });
    running = network.running;
    paths = homePaths(running.layout.validator(0));
    rpc = httpRpc(rpcUrl(running.manifest, 0));
    // No resource node runs, so that the port of one's metrics is free.
    address = `tcp://127.0.0.1:${metricsPort(running.manifest.ports, 0)}`;
    await running.processes.stop(NAME);
    const folder = join(running.layout.home, "signer");
    mkdirSync(folder, { mode: 0o700 });
    files = { key: join(folder, "key.json"), state: join(folder, "state.json") };
    renameSync(paths.validatorKey, files.key);
    renameSync(paths.validatorState, files.state);
    const toml = readFileSync(paths.configToml, "utf8");
    writeFileSync(paths.configToml, `priv_validator_laddr = "${address}"\n${toml}`);
  });
  after(async () => {
    await signer?.stop();
    await network?.close();
  });

  it("is missed at the start, with a word that says what to do", async () => {
    const started = running.processes.start(validatorSpec(running, 0));
    await started.ended;
    const log = readFileSync(running.layout.log(NAME), "utf8");
    expect(log).to.include("no remote signer has called priv_validator_laddr");
  });

  it("signs the blocks of a validator that has no key", async () => {
    signer = startSigner();
    running.processes.start(validatorSpec(running, 0));
    const before = signedHeight();
    await until("blocks", async () => (await height()) > before + 3);
    expect(signedHeight()).to.be.greaterThan(before);
  });

  it("is known to the doctor, and the key that CometBFT leaves is not taken for it", async () => {
    const found = [
      ...(await homeFindings(paths.home)),
      ...(await chainFindings(paths.home, rpc.url)),
    ];
    expect(found.filter(({ state }) => state === "failed")).to.deep.equal([]);
    expect(found.map(({ name }) => name)).to.include.members(["signer", "BLS key"]);
    expect(() => readIdentity(paths.home)).to.throw(RangeError, "the remote signer at");
  });

  it("is what the status shows the validator of", async () => {
    const io = fakeIo();
    const asked = ["status", "--node", rpc.url, "--home", paths.home, "-o", "json"];
    expect(await runProgram(io, buildModules().manager.modules, asked), io.written.err).to.equal(0);
    const shown = JSON.parse(io.written.out) as Record<string, unknown>;
    expect(shown).to.deep.include({ catching_up: false, peers: 0, upgrade_plan: null });
    expect(shown).to.include({ pruning: "default", epoch: "0" });
    expect(shown["snapshot_heights"]).to.be.an("array");
    expect(shown["validator"]).to.deep.include({ jailed: false, tombstoned: false });
    expect(Number((shown["validator"] as Record<string, unknown>)["power"])).to.be.greaterThan(0);
  });

  it("halts the chain when it stops, and the node says so", async () => {
    await signer.stop();
    await until("the node to notice", async () => !(await ready()).ready);
    const { height: before, reasons } = await ready();
    expect(reasons).to.include("the remote signer of priv_validator_laddr does not answer");
    await sleep(STILL_MS);
    expect(await ready()).to.deep.include({ ready: false, height: before });
  });

  it("goes on when it is back, and has signed no height twice", async () => {
    const before = signedHeight();
    signer = startSigner();
    await until("further blocks", async () => (await height()) > before + 3);
    expect(signedHeight()).to.be.greaterThan(before);
    expect(signer.output).not.to.match(/conflicting data|regression/);
    await until("the node to be ready", async () => (await ready()).ready);
  });

  it("refuses to sign an old height, so that a rolled-back node cannot vote twice", async () => {
    const before = signedHeight();
    await running.processes.stop(NAME);
    await signer.stop();
    const record = JSON.parse(readFileSync(files.state, "utf8"));
    const ahead = { ...record, height: `${before + FAR_AHEAD}` };
    writeFileSync(files.state, JSON.stringify(ahead), { mode: 0o600 });
    signer = startSigner();
    running.processes.start(validatorSpec(running, 0));
    await until("a refusal", async () => signer.output.includes("height regression"));
    const { height: still } = await ready();
    await sleep(STILL_MS);
    expect((await ready()).height).to.equal(still);
    expect(signedHeight()).to.equal(before + FAR_AHEAD);
  });
});
