/**
 * A new node joins by CometBFT's state sync from peers of which one lies about every chunk, and a
 * damaged state is put back from a snapshot.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse, stringify } from "smol-toml";
import { httpRpc, type Rpc } from "../../app/client/rpc.ts";
import { present } from "../../app/lib/assert.ts";
import { hex } from "../../app/lib/bytes.ts";
import { homePaths } from "../../cmd/aegisd/home/paths.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { compareAppHashes, commonHeight } from "../../localnet/agreement.ts";
import { validatorName } from "../../localnet/layout.ts";
import { addHome, rpcUrl } from "../../localnet/setup.ts";
import { type RunningNetwork, validatorSpec, waitUntil } from "../../localnet/start.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";
import { Program } from "../kit/program.ts";

const WAIT_MS = 120_000;
const INTERVAL = 5;
const LIAR = 1;
const JOINER = 2;

describe("state sync", function () {
  this.timeout(400_000);
  let network: TestNetwork;
  let running: RunningNetwork;
  let rpc: Rpc;

  const until = (what: string, holds: () => Promise<boolean>): Promise<void> =>
    waitUntil(holds, WAIT_MS, what, new AbortController().signal);
  const aegisd = (...args: readonly string[]): Program => {
    const [program] = validatorSpec(running, 0).args;
    return new Program(process.execPath, [present(program, "aegisd"), ...args]);
  };
  const homeOf = (index: number): string => running.layout.validator(index);

  /** Changes app.toml of a home that is stopped. */
  function set(index: number, change: Readonly<Record<string, object>>): void {
    const { appToml } = homePaths(homeOf(index));
    const settings = parse(readFileSync(appToml, "utf8"));
    writeFileSync(appToml, stringify({ ...settings, ...change }));
  }

  const snapshotsOf = (index: number): string[] => {
    const { snapshots } = homePaths(homeOf(index));
    return readdirSync(snapshots).filter((name) => /^\d/.test(name));
  };

  before(async () => {
    network = await testNetwork({ name: "single", startedResourceNodes: 0 });
    running = network.running;
    rpc = present(running.rpcs[0], "the validator");
    await running.processes.stop(validatorName(0));
    set(0, { snapshot: { interval: INTERVAL, "keep-recent": 3 } });
    running.processes.start(validatorSpec(running, 0));
    await until("snapshots", async () => snapshotsOf(0).length >= 2);
  });
  after(() => network?.close());

  it("gives a new node the state although a peer lies, and it goes on with the chain", async () => {
    // A node that follows, with the validator's snapshots of which no byte is right.
    addHome(running, LIAR);
    const { snapshots } = homePaths(homeOf(LIAR));
    cpSync(homePaths(homeOf(0)).snapshots, snapshots, { recursive: true });
    for (const name of snapshotsOf(LIAR)) {
      const chunk = join(snapshots, name, "000000");
      writeFileSync(
        chunk,
        Uint8Array.from(readFileSync(chunk), (byte) => byte ^ 1),
      );
    }
    running.processes.start(validatorSpec(running, LIAR));
    await until("the liar to follow", async () => {
      const { height } = await httpRpc(rpcUrl(running.manifest, LIAR)).status();
      return height >= (await rpc.status()).height - 2;
    });

    const home = addHome(running, JOINER);
    const servers = [0, LIAR].map((index) => rpcUrl(running.manifest, index)).join(",");
    const trusted = await rpc.block(1);
    const args = ["--trust-height", "1", "--trust-hash", hex(trusted.hash), "--home", home];
    const { code, stderr } = await aegisd("statesync-config", "--rpc", servers, ...args).ended;
    expect(code, stderr).to.equal(EXIT.ok);
    const { configToml } = homePaths(home);
    const config = parse(readFileSync(configToml, "utf8")) as Record<string, object>;
    // It must know the liar too, and not wait long for more peers.
    const p2p = { ...config["p2p"], pex: true };
    const statesync = { ...config["statesync"], discovery_time: "5s", chunk_fetchers: "1" };
    writeFileSync(configToml, stringify({ ...config, p2p, statesync }));
    running.processes.start(validatorSpec(running, JOINER));
    const joined = httpRpc(rpcUrl(running.manifest, JOINER));
    await until("the new node to follow", async () => {
      const { height, isCatchingUp } = await joined.status();
      return !isCatchingUp && height >= (await rpc.status()).height - 1;
    });
    // It has no block from before the snapshot.
    const log = readFileSync(running.layout.log(validatorName(JOINER)), "utf8");
    const restored = /"height":"(\d+)"[^\n]*restored a snapshot/.exec(log)?.[1];
    expect(Number(restored) % INTERVAL).to.equal(0);
    const first = Number(restored) + 1;
    const height = await commonHeight([rpc, joined]);
    const compared = await compareAppHashes([rpc, joined], first + 1, height);
    expect(compared.disagreements).to.deep.equal([]);
    expect(network.failures).to.deep.equal([]);
  });

  it("is not begun by a node that has a state", async () => {
    const args = ["statesync-config", "--rpc", "http://a:1,http://b:2", "--home", homeOf(0)];
    const { code, stderr } = await aegisd(...args).ended;
    expect(code).to.equal(EXIT.failure);
    expect(stderr).to.include("only a node without any state");
  });

  it("snapshots are listed, dumped, deleted, loaded and put back after damage", async () => {
    await running.processes.stop(validatorName(JOINER));
    const home = homeOf(JOINER);
    const out = join(running.layout.home, "snapshot.aegis");
    const run = async (...args: readonly string[]): Promise<string> => {
      const { code, stdout, stderr } = await aegisd(...args, "--home", home).ended;
      expect(code, stderr).to.equal(EXIT.ok);
      return stdout;
    };
    const heights = async (): Promise<string[]> => {
      const listed = JSON.parse(await run("snapshots", "list", "-o", "json"));
      return (listed as { height: string }[]).map(({ height }) => height);
    };
    const [height = ""] = await heights();
    await run("snapshots", "dump", height, "--out", out);
    await run("snapshots", "delete", height);
    expect(await heights()).not.to.include(height);
    await run("snapshots", "load", out);
    expect(await heights()).to.include(height);

    const { state } = homePaths(home);
    const bytes = readFileSync(state);
    bytes.fill(0x5a, 4_096, bytes.length / 2);
    writeFileSync(state, bytes);
    const broken = await aegisd("start", "--home", home).ended;
    expect(broken.code).to.equal(EXIT.failure);
    expect(broken.stderr).to.match(/damaged.*snapshots restore/);
    await run("snapshots", "restore", height);
    running.processes.start(validatorSpec(running, JOINER));
    const joined = httpRpc(rpcUrl(running.manifest, JOINER));
    await until("the repaired node to follow", async () => {
      return (await joined.status()).height >= (await rpc.status()).height - 1;
    });
  });

  it("a node takes its last block back, prunes, and goes on", async () => {
    await running.processes.stop(validatorName(JOINER));
    const home = homeOf(JOINER);
    for (const args of [["rollback"], ["rollback", "--hard"], ["prune", "--keep", "5"]]) {
      const { code, stderr } = await aegisd(...args, "--home", home).ended;
      expect(code, `${args.join(" ")}: ${stderr}`).to.equal(EXIT.ok);
    }
    running.processes.start(validatorSpec(running, JOINER));
    const joined = httpRpc(rpcUrl(running.manifest, JOINER));
    await until("the node to follow again", async () => {
      return (await joined.status()).height >= (await rpc.status()).height - 1;
    });
    const locked = await aegisd("prune", "--home", home).ended;
    expect(locked.stderr).to.include("another process has it open");
  });
});
