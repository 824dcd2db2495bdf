/** Data folders of which one is older than the other, as after a backup that was put back badly. */
import { cpSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "chai";
import type { Rpc } from "../../app/client/rpc.ts";
import { present } from "../../app/lib/assert.ts";
import { homePaths } from "../../cmd/aegisd/home/paths.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { validatorName } from "../../localnet/layout.ts";
import { type RunningNetwork, validatorSpec, waitUntil } from "../../localnet/start.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";
import { Program } from "../kit/program.ts";

const NAME = validatorName(0);
const WAIT_MS = 60_000;
const BLOCKS = 4;

describe("a validator whose application and CometBFT are out of step", function () {
  this.timeout(300_000);
  let network: TestNetwork;
  let running: RunningNetwork;
  let rpc: Rpc;
  let home: string;
  let backup: string;
  /** The file of the application's state, and all others in the data folder. */
  let state: string;
  /** Height of both before any is put back. */
  let reached: number;

  before(async () => {
    network = await testNetwork({ name: "single", startedResourceNodes: 0 });
    running = network.running;
    rpc = present(running.rpcs[0], "the validator");
    home = running.layout.validator(0);
    backup = join(running.layout.home, "backup");
    state = basename(homePaths(home).state);
    await moreBlocks();
    await running.processes.stop(NAME);
    cpSync(homePaths(home).data, backup, { recursive: true });
    running.processes.start(validatorSpec(running, 0));
    await moreBlocks();
    reached = (await rpc.status()).height;
    await running.processes.stop(NAME);
  });
  after(() => network?.close());

  async function moreBlocks(): Promise<void> {
    let from: number | undefined;
    const has = async (): Promise<boolean> => {
      const { height } = await rpc.status();
      from ??= height;
      return height >= from + BLOCKS;
    };
    await waitUntil(has, WAIT_MS, "more blocks", new AbortController().signal);
  }

  /** Puts one side back as it was; who validates must not forget what it has signed. */
  function putBack(isPutBack: (name: string) => boolean): void {
    const { data } = homePaths(home);
    const names = new Set([...readdirSync(data), ...readdirSync(backup)]);
    for (const name of [...names].filter(isPutBack)) {
      rmSync(join(data, name), { recursive: true, force: true });
      if (readdirSync(backup).includes(name)) {
        cpSync(join(backup, name), join(data, name), { recursive: true });
      }
    }
  }

  it("executes again what an older application lacks, to the same hashes", async () => {
    putBack((name) => name.startsWith(state));
    running.processes.start(validatorSpec(running, 0));
    await moreBlocks();
    // CometBFT compares every hash with the header that it has, and gives up at a difference.
    expect((await rpc.status()).height).to.be.greaterThan(reached);
    await running.processes.stop(NAME);
    expect(network.failures).to.deep.equal([]);
  });

  it("says that the application is ahead of an older CometBFT, and what to do", async () => {
    putBack((name) => !name.startsWith(state) && name !== "priv_validator_state.json");
    const { args } = validatorSpec(running, 0);
    const { code, stderr } = await new Program(process.execPath, args).ended;
    expect(code).to.equal(EXIT.cometbft);
    expect(stderr).to.match(/the application is ahead of CometBFT.*(backup|state sync)/);
  });
});
