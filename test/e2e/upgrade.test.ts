/** A running network is upgraded: all nodes halt at a height, and go on with another program. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { query } from "../../app/client/query.ts";
import { httpRpc, type Rpc } from "../../app/client/rpc.ts";
import { present } from "../../app/lib/assert.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { homePaths } from "../../cmd/aegisd/home/paths.ts";
import { commonHeight, compareAppHashes } from "../../localnet/agreement.ts";
import { validatorName } from "../../localnet/layout.ts";
import { addHome, rpcUrl } from "../../localnet/setup.ts";
import { type RunningNetwork, validatorSpec, waitUntil } from "../../localnet/start.ts";
import { Query as AppQuery } from "../../proto/gen/aegis/app/v1/app.ts";
import { Query as BankQuery } from "../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { aegisdCli } from "../kit/aegisdCli.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";
import { MIGRATED_SYMBOL, UPGRADE_NAME } from "../kit/newerProgram.ts";
import { Program } from "../kit/program.ts";

const WAIT_MS = 120_000;
const BLOCKS_AHEAD = 12;
const FOLLOWER = 1;
const NEWER = fileURLToPath(new URL("../kit/newerNode.ts", import.meta.url));

describe("an upgrade of a running network", function () {
  this.timeout(400_000);
  let network: TestNetwork;
  let running: RunningNetwork;
  let rpcs: Rpc[];
  let height: number;

  const until = (what: string, holds: () => Promise<boolean>): Promise<void> =>
    waitUntil(holds, WAIT_MS, what, new AbortController().signal);

  /** Waits until a node has ended, and requires it to have said why. */
  async function stopsByItself(index: number): Promise<void> {
    const name = validatorName(index);
    await until(`${name} to stop`, async () => running.processes.get(name) === undefined);
    const log = readFileSync(running.layout.log(name), "utf8");
    expect(log).to.include(`UPGRADE "${UPGRADE_NAME}" NEEDED at height ${height} (take v2)`);
  }

  const startNewer = (index: number): unknown =>
    running.processes.start({
      name: validatorName(index),
      args: ["--import=tsx", NEWER, running.layout.validator(index)],
    });

  before(async () => {
    network = await testNetwork({ name: "single", startedResourceNodes: 0 });
    running = network.running;
    addHome(running, FOLLOWER);
    running.processes.start(validatorSpec(running, FOLLOWER));
    rpcs = [0, FOLLOWER].map((index) => httpRpc(rpcUrl(running.manifest, index)));
    await until("the second node", async () => (await commonHeight(rpcs)) > 2);
  });
  after(() => network?.close());

  it("is planned by the authority, and stops the validator at its height", async () => {
    const rpc = present(rpcs[0], "a node");
    const { layout } = running;
    const { params } = await query(rpc, AppQuery.Params);
    const cli = aegisdCli(layout.keyringHome, rpc.url);
    height = (await rpc.status()).height + BLOCKS_AHEAD;
    const plan = ["--name", UPGRADE_NAME, "--height", `${height}`, "--info", "take v2"];
    await cli.tx("app", "software-upgrade", ...plan, "--from", params?.authority ?? "");
    await stopsByItself(0);
    const info = JSON.parse(readFileSync(homePaths(layout.validator(0)).upgradeInfo, "utf8"));
    expect(info).to.deep.equal({ name: UPGRADE_NAME, height, info: "take v2" });
  });

  it("does not let the old program go on", async () => {
    const { args } = validatorSpec(running, 0);
    const { code, stderr } = await new Program(process.execPath, args).ended;
    expect(code).to.equal(EXIT.upgrade);
    expect(stderr).to.include(`UPGRADE "${UPGRADE_NAME}" NEEDED`);
  });

  it("migrates with the new program, to the same state on every node", async () => {
    startNewer(0);
    // Who has not had the block yet learns of it from those who go on.
    await stopsByItself(FOLLOWER);
    startNewer(FOLLOWER);
    await until("blocks of the new program", async () => (await commonHeight(rpcs)) > height + 3);
    const common = await commonHeight(rpcs);
    const { disagreements } = await compareAppHashes(rpcs, height - 2, common);
    expect(disagreements).to.deep.equal([]);
    const { metadata } = await query(present(rpcs[1], "a node"), BankQuery.DenomMetadata, {
      denom: "uasi",
    });
    expect(metadata?.symbol).to.equal(MIGRATED_SYMBOL);
  });

  it("leaves a state with which the old program does not start", async () => {
    await running.processes.stop(validatorName(FOLLOWER));
    const { args } = validatorSpec(running, FOLLOWER);
    const { code, stderr } = await new Program(process.execPath, args).ended;
    expect(code).to.equal(EXIT.failure);
    expect(stderr).to.include("bank has version 2, this program's is 1: it is too old");
  });
});
