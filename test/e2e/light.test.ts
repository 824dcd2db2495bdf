/** The light client on a real chain, beside CometBFT's own, and before a forked node. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { httpRpc, type Rpc } from "../../app/client/rpc.ts";
import { addressBytes } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { hex, utf8 } from "../../app/lib/bytes.ts";
import { callComet } from "../../cmd/aegisd/api/backend.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { findCometbft } from "../../cmd/setup/cometbft.mjs";
import { listAccounts } from "../../localnet/accounts.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { freePorts } from "../../localnet/ports.ts";
import { readManifest } from "../../localnet/manifest.ts";
import { type RunningNetwork, validatorSpec, waitUntil } from "../../localnet/start.ts";
import { forkedNode } from "../kit/forkedNode.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";
import { Program } from "../kit/program.ts";
import type { ProxyNode } from "../kit/proxyNode.ts";

const WAIT_MS = 120_000;
const BLOCKS = 25;

describe("the light client on a real chain of four validators", function () {
  this.timeout(400_000);
  let network: TestNetwork;
  let running: RunningNetwork;
  let rpc: Rpc;
  let trust: string;
  let forked: ProxyNode | undefined;
  const home = mkdtempSync(join(tmpdir(), "aegis-light-"));

  const light = (...args: readonly string[]): Program => {
    const [program] = validatorSpec(running, 0).args;
    const all = [present(program, "aegisd"), "light", "--home", home, "-o", "json", ...args];
    return new Program(process.execPath, all);
  };
  const urlOf = (index: number): string => present(running.rpcs[index], "a node").url;

  before(async () => {
    network = await testNetwork({ name: "four", startedResourceNodes: 0 });
    running = network.running;
    rpc = present(running.rpcs[0], "a node");
    const enough = async (): Promise<boolean> => (await rpc.status()).height > BLOCKS;
    await waitUntil(enough, WAIT_MS, "blocks", new AbortController().signal);
    trust = `1:${hex((await rpc.block(1)).hash)}`;
  });
  after(async () => {
    await forked?.close();
    await network?.close();
    rmSync(home, { recursive: true, force: true });
  });

  it("verifies the latest header by skipping, with a witness, and remembers it", async () => {
    const args = ["--node", urlOf(0), "--witness", urlOf(1)];
    const { code, stdout, stderr } = await light("--trust", trust, ...args).ended;
    expect(code, stderr).to.equal(EXIT.ok);
    const header = JSON.parse(stdout) as Record<string, string>;
    const { hash, appHash } = await rpc.block(Number(header["height"]));
    expect(header["hash"]).to.equal(hex(hash).toUpperCase());
    expect(header["app_hash"]).to.equal(hex(appHash).toUpperCase());
    const again = await light(...args).ended;
    expect(again.code, again.stderr).to.equal(EXIT.ok);
  });

  it("has the headers that CometBFT's own light client has", async () => {
    const { rpc: port } = await freePorts(readManifest("single"), 77);
    const binary = present(findCometbft(), "cometbft");
    const [height, hash] = trust.split(":") as [string, string];
    const own = mkdtempSync(join(tmpdir(), "aegis-cometlight-"));
    const proxy = new Program(binary, [
      ...["light", "aegis-local-1", "--primary", urlOf(0), "--witnesses", urlOf(1)],
      ...["--height", height, "--hash", hash, "--home-dir", own],
      ...["--laddr", `tcp://127.0.0.1:${port}`, "--log_level", "error"],
    ]);
    try {
      const url = `http://127.0.0.1:${port}`;
      const answers = async (): Promise<boolean> =>
        (await callComet(url, "status", {})) !== undefined;
      await waitUntil(answers, WAIT_MS, "CometBFT's light client", new AbortController().signal);
      for (const at of [2, 7, BLOCKS]) {
        const theirs = (await callComet(url, "commit", { height: `${at}` })) as {
          signed_header: { commit: { block_id: { hash: string } } };
        };
        const args = ["--node", urlOf(2), "--trust", trust, "--height", `${at}`];
        const { stdout, stderr } = await light(...args).ended;
        const ours = JSON.parse(stdout || "{}") as Record<string, string>;
        expect(ours["hash"], stderr).to.equal(theirs.signed_header.commit.block_id.hash);
      }
    } finally {
      proxy.signal("SIGKILL", "group");
      await proxy.ended;
      rmSync(own, { recursive: true, force: true });
    }
  });

  it("proves what an account has, and that a stranger has nothing", async () => {
    const user = listAccounts(running.layout).find(({ name }) => name === USER_NAME);
    const keyOf = (address: Uint8Array): string =>
      hex(Uint8Array.from([1, ...address, ...utf8("uasi\0")]));
    const asked = async (address: Uint8Array): Promise<unknown> => {
      const place = ["--node", urlOf(3), "--store", "bank", "--key", keyOf(address)];
      const { code, stdout, stderr } = await light("--trust", trust, ...place).ended;
      expect(code, stderr).to.equal(EXIT.ok);
      return (JSON.parse(stdout) as { value: unknown }).value;
    };
    expect(await asked(addressBytes(user?.address ?? ""))).to.be.a("string");
    expect(await asked(new Uint8Array(20).fill(7))).to.equal(null);
  });

  it("answers queries from proven state, entries that are left out included", async () => {
    const [program] = validatorSpec(running, 0).args;
    const queryWith = (...args: readonly string[]): Program => {
      const all = [present(program, "aegisd"), "query", ...args, "--node", urlOf(0)];
      return new Program(process.execPath, [...all, "--home", home, "-o", "json"]);
    };
    const height = String((await rpc.status()).height - 2);
    for (const what of [
      ["staking", "validators"],
      ["tasks", "nodes"],
      ["bank", "total-supply"],
    ]) {
      const asked = [...what, "--height", height];
      const plain = await queryWith(...asked).ended;
      const proven = await queryWith(...asked, "--prove", "--trust", trust).ended;
      expect(proven.code, proven.stderr).to.equal(EXIT.ok);
      expect(JSON.parse(proven.stdout)).to.deep.equal(JSON.parse(plain.stdout));
    }
    const wrong = ["--prove", "--trust", `9999999:${"00".repeat(32)}`];
    const refused = await queryWith("tasks", "params", ...wrong).ended;
    expect(refused.code).to.equal(EXIT.failure);
    expect(refused.stderr).to.match(/\[(no_answer|trust_mismatch)\]/);
  });

  it("finds the fork that validators make who sign twice", async () => {
    forked = await forkedNode(running, 5);
    const args = ["--trust", trust, "--node", urlOf(0), "--witness", forked.url, "--height", "5"];
    const { code, stderr } = await light(...args).ended;
    expect(code).to.equal(EXIT.failure);
    expect(stderr).to.include("FORK");
    const evidence = JSON.parse(readFileSync(join(home, "data", "light-fork.json"), "utf8"));
    expect(evidence).to.have.property("height", "5");
    expect(existsSync(join(home, "data", "light.json"))).to.equal(true);
  });

  it("is told of a wrong trust and of missing options", async () => {
    const wrong = await light("--trust", `1:${"ab".repeat(32)}`, "--node", urlOf(0)).ended;
    expect(wrong.code).to.equal(EXIT.failure);
    expect(wrong.stderr).to.include("trust_mismatch");
    const half = await light("--trust", trust, "--store", "bank").ended;
    expect(half.code).to.equal(EXIT.usage);
    expect(await httpRpc(urlOf(1)).status()).to.have.property("chainId", "aegis-local-1");
  });
});
