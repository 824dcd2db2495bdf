/** Qualifications: who becomes ACTIVE, who does not, and that nobody pays for failing. */
import { expect } from "chai";
import { errors } from "../../../modules/tasks/errors.ts";
import { nodeNotQualified, nodeQualified } from "../../../modules/tasks/events.ts";
import { NodeModelState, PendingReason } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Behaviour } from "./contents.ts";
import {
  EXACT,
  exactWorld,
  finishRound,
  newcomer,
  qualificationOf,
  standing,
  stateOf,
  untilDrawn,
} from "./newcomers.ts";

const ACTIVE = NodeModelState.NODE_MODEL_STATE_ACTIVE;
const PENDING = NodeModelState.NODE_MODEL_STATE_PENDING;

describe("a qualification", () => {
  it("makes a new node ACTIVE in the next epoch, with the score that was measured", () => {
    const { world, all } = exactWorld();
    const node = newcomer(world, "newcomer");
    const place = untilDrawn(world, node);
    expect(world.ctx.block.height).to.equal(22n);
    const { task } = world.task(place.taskHash);
    expect(task?.identity?.prompt).to.match(/^([a-z]{5} ){31}[a-z]{5}$/);
    expect(task?.identity?.sampling?.temperatureMilli).to.equal(1_000);
    expect([task?.qualifies, task?.maxFee, task?.calculationFeeMax]).to.deep.equal([
      node.node,
      0n,
      0n,
    ]);
    expect(all[0]?.commit(place)).to.deep.equal([errors.qualificationOfAnother.code]);
    const listed = world.query(Query.PendingTasks, { model: world.model });
    expect(listed.calculations).to.deep.equal([]);
    world.block();
    finishRound(world, [node, ...all]);
    expect(stateOf(world, node)).to.deep.equal([ACTIVE, 0]);
    // 5 s, 20 prompt tokens at 50 and 70 output tokens at 5 a second, in 4 s.
    expect(standing(world, node).workScore).to.equal(19_400n / 4_000n);
    expect(world.task(place.taskHash).status?.state).to.equal(State.STATE_FINAL);
    expect(world.record.faults).to.deep.equal([]);
    expect(world.ctx.emitted(nodeQualified)).to.have.length(1);
    world.block();
    const hash = world.submit();
    world.blocks(3);
    expect(world.task(hash).rounds[0]?.positions).to.include(node.node);
  });

  it("pays those who confirmed it, on a rewarded model", () => {
    const { world, all } = exactWorld({ rewarded: true });
    const node = newcomer(world, "newcomer");
    const { taskHash } = untilDrawn(world, node);
    finishRound(world, [node, ...all]);
    const confirmed = world.task(taskHash).verifications.map((one) => one.operator);
    expect(confirmed).to.have.length(4);
    expect(new Set(world.record.final.flatMap((one) => one.executors))).to.deep.equal(
      new Set(confirmed),
    );
    // 20 prompt tokens at 500 and 70 output tokens at 50,000 uasi per 1,000.
    expect(world.record.final.map(({ fee }) => fee)).to.deep.equal(confirmed.map(() => 3_510n));
  });

  it("gives every node another prompt of the same length", () => {
    const { world } = exactWorld();
    const nodes = [1, 2, 3].map((at) => newcomer(world, `newcomer ${at}`));
    const prompts = nodes.map((node) => {
      const { task } = world.task(untilDrawn(world, node).taskHash);
      return task?.identity?.prompt ?? "";
    });
    expect(new Set(prompts).size).to.equal(3);
    expect(new Set(prompts.map((prompt) => prompt.length)).size).to.equal(1);
  });

  const failures: readonly [string, Behaviour, PendingReason][] = [
    ["does not answer", { qualifies: false }, PendingReason.PENDING_REASON_NOT_ANSWERED],
    ["does not reveal", { ...EXACT, reveals: false }, PendingReason.PENDING_REASON_NOT_ANSWERED],
    [
      "hides its fingerprint",
      { ...EXACT, showsFingerprint: false },
      PendingReason.PENDING_REASON_NOT_ANSWERED,
    ],
    ["computes other bits", { far: true }, PendingReason.PENDING_REASON_WRONG_ANSWER],
    ["cannot answer", { unservable: true }, PendingReason.PENDING_REASON_WRONG_ANSWER],
  ];
  for (const [what, behaviour, reason] of failures) {
    it(`leaves a node PENDING that ${what}; it loses nothing and tries again`, () => {
      const { world, all } = exactWorld();
      const node = newcomer(world, "newcomer", { behaviour });
      untilDrawn(world, node);
      finishRound(world, [node, ...all]);
      expect(stateOf(world, node)).to.deep.equal([PENDING, reason]);
      expect(world.record.faults).to.deep.equal([]);
      expect(world.ctx.emitted(nodeNotQualified)).to.deep.equal([
        { model: world.model, node: node.node, state: PENDING, reason },
      ]);
      const { node: view } = world.query(Query.Node, { node: node.node });
      expect(view?.notes[0]).to.match(/^PENDING for smollm2: .*;/);
      node.behaviour = EXACT;
      untilDrawn(world, node);
      finishRound(world, [node, ...all]);
      expect(stateOf(world, node)[0]).to.equal(ACTIVE);
    });
  }

  it("leaves a node PENDING whose hardware is slower than the model needs", () => {
    const { world, all } = exactWorld();
    const node = newcomer(world, "newcomer", { behaviour: { ...EXACT, qualifies: false } });
    const place = untilDrawn(world, node);
    world.blocks(10);
    expect(node.commit(place)).to.deep.equal([0]);
    finishRound(world, [node, ...all]);
    const slow = PendingReason.PENDING_REASON_TOO_SLOW;
    expect(stateOf(world, node)).to.deep.equal([PENDING, slow]);
    // Its answer was not even verified.
    expect(world.task(place.taskHash).verifications).to.deep.equal([]);
    expect(world.record.faults).to.deep.equal([]);
  });

  it("lets one machine that plays four nodes pass as one", () => {
    const { world, all } = exactWorld();
    const nodes = [1, 2, 3, 4].map((at) =>
      newcomer(world, `newcomer ${at}`, { behaviour: { ...EXACT, qualifies: false } }),
    );
    const places = nodes.map((node) => untilDrawn(world, node));
    // All prompts are known at once, but the machine answers one after the other, in 12 s each.
    for (const [at, node] of nodes.entries()) {
      world.blocks(6);
      const place = places[at];
      if (place !== undefined) node.commit(place);
    }
    finishRound(world, [...nodes, ...all]);
    expect(nodes.map((node) => stateOf(world, node)[0])).to.deep.equal([
      ACTIVE,
      PENDING,
      PENDING,
      PENDING,
    ]);
    expect(world.record.faults).to.deep.equal([]);
  });

  it("waits for nodes that registered after the height which the draw is of", () => {
    const { world } = exactWorld();
    world.blocks(18);
    const early = newcomer(world, "early");
    world.block();
    const late = newcomer(world, "late");
    untilDrawn(world, early);
    expect(qualificationOf(world, late)).to.equal(undefined);
  });
});

describe("a node that goes on failing", () => {
  it("tries in fewer and fewer epochs, and in every one again once it has passed", () => {
    const { world, all } = exactWorld();
    const node = newcomer(world, "newcomer", { behaviour: { qualifies: false } });
    const epochs: bigint[] = [];
    for (let at = 0; at < 6; at += 1) {
      untilDrawn(world, node);
      epochs.push(world.ctx.block.epoch);
      finishRound(world, [node, ...all]);
    }
    expect(epochs).to.deep.equal([1n, 2n, 4n, 8n, 16n, 32n]);
    expect(standing(world, node).failures).to.equal(6);
    node.behaviour = EXACT;
    world.blocks(600);
    untilDrawn(world, node);
    expect(world.ctx.block.epoch).to.equal(64n);
    finishRound(world, [node, ...all]);
    expect([stateOf(world, node)[0], standing(world, node).failures]).to.deep.equal([ACTIVE, 0]);
  });
});
