/** Processes are stopped whole, remembered, and found again after their owner's death. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type Layout, layoutOf } from "../../localnet/layout.ts";
import { endLeftovers, isAlive } from "../../localnet/leftovers.ts";
import { Processes } from "../../localnet/processes.ts";
import { childrenOf, isGroupAlive } from "../../localnet/processTable.ts";
import { pause } from "../../localnet/stop.ts";

const IDLE = "setInterval(() => {}, 1000);";
/** Starts a child of its own, and ends when that ends. */
const PARENT = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(IDLE)}])
  .on("exit", () => process.exit(1)); ${IDLE}`;

describe("Processes", () => {
  let layout: Layout;
  let ended: string[];
  let processes: Processes;

  beforeEach(() => {
    const home = realpathSync(mkdtempSync(join(tmpdir(), "aegis-processes-")));
    mkdirSync(home, { recursive: true });
    layout = layoutOf(home);
    ended = [];
    processes = new Processes(layout, (message) => ended.push(message));
  });
  afterEach(async () => {
    await processes.stopAll();
    rmSync(layout.home, { recursive: true, force: true });
  });

  /** `layout.home` as an argument, because leftovers are known by it. */
  const start = (name: string, script: string): number =>
    processes.start({ name, args: ["-e", script, layout.home] }).pid;

  const until = async (condition: () => boolean): Promise<void> => {
    for (let i = 0; i < 200 && !condition(); i += 1) await pause(25);
    expect(condition()).to.equal(true);
  };

  it("stops a process and what it started", async () => {
    const pid = start("parent", PARENT);
    await until(() => childrenOf(pid).length === 1);
    await processes.stop("parent");
    await until(() => !isGroupAlive(pid));
    expect(ended).to.deep.equal([]);
    expect(processes.names()).to.deep.equal([]);
  });

  it("tells of one that ends by itself, with the last lines of its log", async () => {
    start("brief", 'console.log("last words"); process.exit(3);');
    await until(() => ended.length === 1);
    expect(ended[0]).to.include("brief ended with code 3").and.include("last words");
  });

  it("kills one part of a group and sees the other end", async () => {
    const pid = start("parent", PARENT);
    await until(() => childrenOf(pid).length === 1);
    await processes.killPart("parent", "child");
    expect(isGroupAlive(pid)).to.equal(false);
    expect(ended).to.deep.equal([]);
  });

  it("writes down what runs", async () => {
    const pid = start("idle", IDLE);
    const remembered = JSON.parse(readFileSync(layout.processes, "utf8"));
    expect(remembered.owner).to.equal(process.pid);
    expect(remembered.processes).to.deep.equal([{ name: "idle", pid }]);
    await processes.stop("idle");
    expect(JSON.parse(readFileSync(layout.processes, "utf8")).processes).to.deep.equal([]);
  });

  describe("endLeftovers", () => {
    it("ends what a dead owner left, and nothing else", async () => {
      const pid = start("left", IDLE);
      const stranger = new Processes(layoutOf(join(layout.home, "other")), () => {});
      const other = stranger.start({ name: "other", args: ["-e", IDLE] }).pid;
      const dead = 2 ** 22 + 1;
      writeFileSync(
        layout.processes,
        JSON.stringify({
          owner: dead,
          processes: [
            { name: "left", pid },
            { name: "reused", pid: other },
          ],
        }),
      );
      expect(endLeftovers(layout)).to.deep.equal(["left"]);
      await until(() => !isGroupAlive(pid));
      expect(isAlive(other)).to.equal(true);
      await stranger.stopAll();
    });

    it("has nothing to do without a record, or with half of one", () => {
      expect(endLeftovers(layout)).to.deep.equal([]);
      writeFileSync(layout.processes, '{"owner": 1, "proc');
      expect(endLeftovers(layout)).to.deep.equal([]);
    });
  });
});
