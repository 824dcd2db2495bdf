/** Runs: stopped, failed and repeated. */
import { expect } from "chai";
import { State, type TaskRequest } from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { createChain } from "../../../kit/chain.ts";
import { chainModel, recordOf, submit, TestNode } from "../../../kit/resourceNodes.ts";
import { ScratchFolder } from "../../../kit/tinyModelFile.ts";

const REQUEST: Partial<TaskRequest> = {
  prompt: "Hello",
  sampling: { temperatureMilli: 0, topK: 0, topPMilli: 0 },
  maxOutputTokens: 8,
};

describe("running jobs", () => {
  const scratch = new ScratchFolder();
  after(() => scratch.remove());

  it("stops a run when its window closes, and begins nothing in its place", async () => {
    const world = createChain({ checkInvariants: false });
    world.mock.run(3);
    let resume = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      resume = resolve;
    });
    const quick = chainModel();
    const slow = { ...quick, step: (token: number) => held.then(() => quick.step(token)) };
    const folder = scratch.folder("stop");
    const node = new TestNode(world, 0, { folder, engine: slow });
    const task = await submit(world, REQUEST);
    world.mock.run(3);
    const looking = node.look();
    while (node.runner.running === undefined) await new Promise((r) => setTimeout(r, 1));
    node.runner.cancel("its window has closed");
    resume();
    await looking;
    const [job] = node.journal.unfinished();
    expect(job?.content).to.equal(undefined);
    expect(job?.note).to.equal("its window has closed");
    expect(job?.failures, "that is no failure").to.equal(0);
    expect((await recordOf(world, task)).results).to.deep.equal([]);
  });

  it("gives a computation up after three failures, and goes on with others", async () => {
    const world = createChain({ checkInvariants: false });
    world.mock.run(3);
    const engine = { ...chainModel(), begin: () => Promise.reject(new Error("broken")) };
    const node = new TestNode(world, 0, { folder: scratch.folder("broken"), engine });
    const task = await submit(world, REQUEST);
    for (let block = 0; block < 20; block += 1) {
      await node.look();
      world.mock.block();
    }
    expect(node.journal.counts()).to.deep.equal({ dropped: 1 });
    const { calculations } = await recordOf(world, task);
    expect(calculations[0]?.state).to.equal(State.STATE_OPEN);
  });

  it("never reveals another result than the one that it committed", async () => {
    const world = createChain({ checkInvariants: false });
    world.mock.run(3);
    const folder = scratch.folder("changed");
    const node = new TestNode(world, 0, { folder });
    const task = await submit(world, REQUEST);
    for (let block = 0; (await recordOf(world, task)).results.length === 0; block += 1) {
      await node.look();
      world.mock.block();
      expect(block).to.be.below(20);
    }
    // The journal is lost and the file was exchanged for another under the same name.
    const other = new TestNode(world, 0, {
      folder: scratch.folder("changed-after"),
      engine: chainModel({ weights: 3 }),
    });
    await other.look();
    expect(other.journal.counts()).to.deep.equal({ dropped: 1 });
    const key = { taskHash: task, calculation: 0, attempt: 0, executor: other.signer.address };
    const job = other.journal.find({ role: "execute", round: 0, ...key });
    expect(job?.note).to.include("not what was committed");
  });
});
