/** Resource nodes in disputes, audits and challenges: votes, deaths and lost journals. */
import { expect } from "chai";
import type { Engine } from "../../../app/asli/engine.ts";
import type { CrashPoint } from "../../../cmd/aegis-resource/crash.ts";
import { nodes as registry } from "../../../modules/tasks/state.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import {
  Reason,
  State,
  type TaskRequest,
  Verdict,
  VerificationKind,
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
  prompt: "Count to three.",
  sampling: { temperatureMilli: 800, topK: 0, topPMilli: 0 },
  maxOutputTokens: 20,
};
/** Enough that a committee remains beside executor and challengers. */
const NODES = 8;
const STAKE = 2_000_000_000n;
const { VERIFICATION_KIND_CHALLENGE: CHALLENGE } = VerificationKind;
/** Tokens that no model holds. */
const TOO_LONG = 100_000;

const POINTS: readonly CrashPoint[] = [
  "after-run",
  "after-commit-signed",
  "after-broadcast",
  "after-inclusion",
  "before-vote-reveal",
];

const isVoted = ({ votes }: TaskRecord): boolean => votes.some(({ commit }) => commit.length > 0);
const isJudged = ({ disputes }: TaskRecord): boolean => disputes.length > 0;

describe("resource nodes in a dispute", () => {
  const scratch = new ScratchFolder();
  let runs = 0;
  after(() => scratch.remove());

  /** A world whose first node has `engine` and whose others are honest. */
  function world(engine: Engine, honest: Partial<TestNodeOptions> = {}): [TestChain, TestNode[]] {
    const chain = createChain({ resourceNodes: NODES, replicas: 1 });
    chain.mock.run(3);
    runs += 1;
    const folder = scratch.folder(`world${runs}`);
    const nodes = chain.resourceNodes.map((_, index) => {
      return new TestNode(chain, index, { folder, ...(index === 0 ? { engine } : honest) });
    });
    return [chain, nodes];
  }

  /** The first node alone answers, until its result can be verified. */
  async function answered(chain: TestChain, nodes: readonly TestNode[]): Promise<Uint8Array> {
    const task = await submit(chain, REQUEST);
    await runUntil(chain, nodes.slice(0, 1), task, ({ revealed }) => revealed.length > 0);
    return task;
  }

  function honestLostNothing(chain: TestChain): void {
    for (const { address } of chain.resourceNodes.slice(1)) {
      expect(registry.require(chain.context(), address).stake >= STAKE).to.equal(true);
    }
    const liar = chain.resourceNodes[0]?.address ?? "";
    expect(registry.require(chain.context(), liar).stake < STAKE).to.equal(true);
  }

  const isOver = ({ disputes, results }: TaskRecord): boolean =>
    disputes.length > 0 && results[0]?.state === State.STATE_REJECTED;

  for (const crashAt of [undefined, ...POINTS]) {
    it(`judge a wrong result${crashAt === undefined ? "" : `, killed ${crashAt}`}`, async () => {
      const killed = crashAt === undefined ? {} : { crashAt };
      const [chain, nodes] = world(chainModel({ weights: 2 }), killed);
      const task = await answered(chain, nodes);
      const record = await runUntil(chain, nodes, task, isOver);
      honestLostNothing(chain);
      expect(record.votes.length).to.be.above(0);
      for (const { content } of record.votes) {
        expect(content?.verdict).to.equal(Verdict.VERDICT_INVALID);
        expect(content?.reasons).to.include(Reason.REASON_REPLAY);
      }
      const crashes = nodes.flatMap((node) => node.crashes);
      if (crashAt !== undefined) expect(crashes).to.include(crashAt);
    });
  }

  it("reveal their votes even without their journals", async () => {
    const [chain, nodes] = world(chainModel({ weights: 2 }));
    const task = await answered(chain, nodes);
    await runUntil(chain, nodes, task, isVoted);
    for (const node of nodes) node.loseJournal();
    const record = await runUntil(chain, nodes, task, isOver);
    honestLostNothing(chain);
    expect(record.votes.every(({ content }) => content !== undefined)).to.equal(true);
  });

  it("vote in time with an engine that dies now and then", async () => {
    const good = chainModel();
    let begun = 0;
    const begin: Engine["begin"] = (prompt, signal) => {
      begun += 1;
      if (begun % 4 === 0) return Promise.reject(new Error("the engine's process ended"));
      return good.begin(prompt, signal);
    };
    const [chain, nodes] = world(chainModel({ weights: 2 }), { engine: { ...good, begin } });
    const task = await answered(chain, nodes);
    await runUntil(chain, nodes, task, isOver);
    honestLostNothing(chain);
    expect(begun).to.be.above(4);
  });

  it("contradict an executor that refuses what can be answered", async () => {
    const tokenize = (): Promise<Uint32Array> => Promise.resolve(new Uint32Array(TOO_LONG).fill(1));
    const [chain, nodes] = world({ ...chainModel(), tokenize });
    const task = await answered(chain, nodes);
    const shown = (await recordOf(chain, task)).revealed[0]?.content;
    expect(shown?.unservableReason).to.not.equal(0);
    const { votes } = await runUntil(chain, nodes, task, isOver);
    honestLostNothing(chain);
    for (const { content } of votes)
      expect(content?.reasons).to.deep.equal([Reason.REASON_SERVABLE]);
  });

  it("open no dispute about an honest result that all of them doubt", async () => {
    const [chain, nodes] = world(chainModel(), { challengeSharePercent: 100 });
    const task = await answered(chain, nodes);
    const record = await runUntil(
      chain,
      nodes,
      task,
      ({ status }) => status?.state === State.STATE_FINAL,
    );
    expect(isJudged(record)).to.equal(false);
    expect(record.verifications.some(({ kind }) => kind === CHALLENGE)).to.equal(false);
  });
});
