/**
 * Whole resource nodes over a chain in this process: tasks to their end, deaths, losses, cheats.
 */
import { expect } from "chai";
import { equalBytes } from "../../../app/lib/bytes.ts";
import { CRASH_POINTS } from "../../../cmd/aegis-resource/crash.ts";
import { resultCommitted, resultRevealed } from "../../../modules/tasks/index.ts";
import { nodes as registry } from "../../../modules/tasks/state.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import {
  Reason,
  Role,
  State,
  type TaskRequest,
  Verdict,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { createChain, type TestChain } from "../../kit/chain.ts";
import {
  chainModel,
  recordOf,
  runUntil,
  submit,
  TestNode,
  type TestNodeOptions,
} from "../../kit/resourceNodes.ts";
import { ScratchFolder } from "../../kit/tinyModelFile.ts";

const REQUEST: Partial<TaskRequest> = {
  messages: [{ role: Role.ROLE_USER, content: "Count to three." }],
  sampling: { temperatureMilli: 800, topK: 0, topPMilli: 0 },
  maxOutputTokens: 20,
};

const STAKE = 2_000_000_000n;

/** Honest nodes among themselves have nothing to vote on. */
const POINTS = CRASH_POINTS.filter((point) => point !== "before-vote-reveal");

describe("resource nodes on a chain", () => {
  const scratch = new ScratchFolder();
  let runs = 0;

  after(() => scratch.remove());

  function world(options: readonly Partial<TestNodeOptions>[] = [{}, {}, {}]): {
    readonly chain: TestChain;
    readonly nodes: TestNode[];
  } {
    const chain = createChain({ resourceNodes: options.length, checkInvariants: false });
    chain.mock.run(3);
    runs += 1;
    // Every world has journals of its own.
    const folder = scratch.folder(`world${runs}`);
    const nodes = options.map((each, index) => new TestNode(chain, index, { ...each, folder }));
    return { chain, nodes };
  }

  const isTerminal = ({ status }: TaskRecord): boolean =>
    [State.STATE_FINAL, State.STATE_VOID, State.STATE_EXPIRED].includes(
      (status?.state ?? 0) as typeof State.STATE_FINAL,
    );

  function countOf(
    chain: TestChain,
    spec: typeof resultCommitted | typeof resultRevealed,
    executor: string,
  ): number {
    return chain.mock.blocks
      .flatMap(({ response }) => response.txResults.flatMap(({ events }) => events))
      .filter((event) => spec.fromAbci(event)?.executor === executor).length;
  }

  function stakesAreWhole(chain: TestChain, record: TaskRecord): void {
    for (const result of record.results) expect(result.fault).to.equal(0);
    for (const node of chain.resourceNodes) {
      const { stake, noShows } = registry.require(chain.context(), node.address);
      expect(stake).to.equal(STAKE);
      expect(noShows).to.equal(0);
    }
  }

  it("bring a task from submission to its end", async () => {
    const { chain, nodes } = world();
    const task = await submit(chain, REQUEST);
    const record = await runUntil(chain, nodes, task, isTerminal);
    expect(record.status?.state).to.equal(State.STATE_FINAL);
    stakesAreWhole(chain, record);
    expect(record.verifications.length).to.be.at.least(2);
    for (const { content, agrees, executor } of record.verifications) {
      expect(agrees).to.equal(true);
      const theirs = record.fingerprints.find((one) => one.executor === executor)?.fingerprint;
      expect(equalBytes(content?.fingerprint ?? new Uint8Array(0), theirs as Uint8Array)).to.equal(
        false,
      );
    }
    for (const node of nodes) {
      await node.look();
      expect(Object.keys(node.journal.counts())).to.not.include("committed");
    }
  });

  it("share the calculations of a task with several answers", async () => {
    const { chain, nodes } = world();
    const task = await submit(chain, { ...REQUEST, targetCount: 3 });
    const record = await runUntil(chain, nodes, task, isTerminal);
    expect(record.status?.state).to.equal(State.STATE_FINAL);
    const first = record.results.filter(({ calculation }) => calculation === 0);
    expect(first.length).to.be.at.least(1);
    expect(new Set(record.results.map(({ calculation }) => calculation)).size).to.equal(3);
    const texts = record.revealed.map(({ content }) => content?.text);
    expect(new Set(texts).size).to.equal(3);
  });

  for (const point of POINTS) {
    it(`killed ${point}: one commit, one reveal, no slash`, async () => {
      const { chain, nodes } = world([{ crashAt: point }, { crashAt: point }, { crashAt: point }]);
      const task = await submit(chain, REQUEST);
      const record = await runUntil(chain, nodes, task, isTerminal);
      expect(record.status?.state).to.equal(State.STATE_FINAL);
      expect(nodes.flatMap(({ crashes }) => crashes)).to.include(point);
      stakesAreWhole(chain, record);
      for (const { executor } of record.results) {
        expect(countOf(chain, resultCommitted, executor)).to.equal(1);
        expect(countOf(chain, resultRevealed, executor)).to.equal(1);
      }
      const codes = chain.mock.blocks.flatMap(({ response }) =>
        response.txResults.map(({ code }) => code),
      );
      expect(new Set(codes)).to.deep.equal(new Set([0]));
    });
  }

  it("reveal what they committed even without their journal", async () => {
    const { chain, nodes } = world();
    const task = await submit(chain, REQUEST);
    const hasCommit = ({ results }: TaskRecord): boolean => results.length > 0;
    await runUntil(chain, nodes, task, hasCommit);
    for (const node of nodes) node.loseJournal();
    const hasVerification = ({ verifications }: TaskRecord): boolean =>
      verifications.some(({ commit }) => commit.length > 0);
    await runUntil(chain, nodes, task, hasVerification);
    for (const node of nodes) node.loseJournal();
    const record = await runUntil(chain, nodes, task, isTerminal);
    expect(record.status?.state).to.equal(State.STATE_FINAL);
    stakesAreWhole(chain, record);
  });

  it("say why a prompt cannot be answered, and agree on it", async () => {
    const { chain, nodes } = world();
    const prompt = "x".repeat(2_100);
    const task = await submit(chain, { ...REQUEST, messages: [], prompt });
    const record = await runUntil(chain, nodes, task, isTerminal);
    expect(record.status?.state).to.equal(State.STATE_FINAL);
    expect(record.revealed[0]?.content?.unservableReason).to.equal(1);
    expect(record.status?.settlement?.charged).to.equal(record.task?.rules?.minTaskFee);
  });

  it("find out a node with another model, by replay before they commit", async () => {
    const cheat = { engine: chainModel({ weights: 2 }) };
    const { chain, nodes } = world([cheat, {}, {}]);
    const task = await submit(chain, REQUEST);
    // The honest ones come too late to compute, and verify.
    const [liar, ...others] = nodes as [TestNode, ...TestNode[]];
    await runUntil(chain, [liar], task, ({ revealed }) => revealed.length > 0);
    const isJudged = ({ verifications }: TaskRecord): boolean =>
      verifications.length > 0 && verifications.every(({ content }) => content !== undefined);
    const record = await runUntil(chain, [liar, ...others], task, isJudged);
    for (const { content } of record.verifications) {
      expect(content?.verdict).to.equal(Verdict.VERDICT_INVALID);
      expect(content?.reasons).to.include(Reason.REASON_REPLAY);
    }
  });

  it("leave tasks of another model file to others", async () => {
    const other = chainModel();
    const engine = { ...other, model: { ...other.model, sha256: "00".repeat(32) } };
    const { chain, nodes } = world([{ engine }, { engine }, { engine }]);
    const task = await submit(chain, REQUEST);
    for (let block = 0; block < 10; block += 1) {
      for (const node of nodes) await node.look();
      chain.mock.block();
    }
    expect((await recordOf(chain, task)).results).to.deep.equal([]);
    for (const node of nodes) expect(node.journal.counts()).to.deep.equal({});
  });

  it("go on after an engine that crashes in the middle of a run", async () => {
    const good = chainModel();
    let crashes = 0;
    const engine = {
      ...good,
      step: (token: number) => {
        crashes += 1;
        if (crashes === 5) throw new Error("the engine's process ended");
        return good.step(token);
      },
    };
    const { chain, nodes } = world([{ engine }, {}, {}]);
    const task = await submit(chain, REQUEST);
    const record = await runUntil(chain, nodes, task, isTerminal);
    expect(record.status?.state).to.equal(State.STATE_FINAL);
    expect(crashes).to.be.at.least(5);
    stakesAreWhole(chain, record);
  });
});
