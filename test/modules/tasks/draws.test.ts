/** Draws of positions and verifiers: who may be drawn, by what, and how often. */
import { expect } from "chai";
import { calculationSeed } from "../../../app/asli/taskHash.ts";
import { hex, preimage, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { drawDistinct, hashWords, WeightTree } from "../../../app/lib/draw.ts";
import { LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import { nodes } from "../../../modules/tasks/state.ts";
import { Stage, State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { isSettled, play, players } from "./play.ts";
import { nodeAt, VERIFIER, worldAt } from "./scenes.ts";
import { AT_ONCE, World } from "./world.ts";

describe("the start of a task", () => {
  it("draws seeds and positions by the beacon of two heights on, and by nothing else", () => {
    const world = new World({ nodes: 12 });
    const taskHash = world.submit({ targetCount: 2 });
    const included = world.ctx.block.height;
    world.block();
    expect(world.task(taskHash).calculations[0]?.seed).to.have.length(0);
    world.block();
    const beacon = sha256(utf8(`beacon ${included + 2n}`));
    const { calculations, rounds } = world.task(taskHash);
    for (const { index, seed } of calculations) {
      expect(hex(seed)).to.equal(hex(calculationSeed({ taskHash, index, attempt: 0 }, beacon)));
    }
    // Nodes stand in the order of their addresses' bytes; all have work score 1.
    const registry = [...nodes.entries(world.ctx)].map(([address]) => address);
    const words = hashWords(preimage({ hash: taskHash }, { integer: 0 }, { hash: beacon }));
    const drawn = drawDistinct(new WeightTree(registry.map(() => 1n)), 16, words);
    expect(rounds[0]?.positions).to.deep.equal(drawn.map((index) => registry[index]));
  });

  it("draws at most 4 × privilege_width × target_count; the others share the next position", () => {
    const world = new World({ nodes: 12 });
    const taskHash = world.submit();
    world.blocks(2);
    expect(world.task(taskHash).rounds[0]?.positions).to.have.length(8);
  });

  it("leaves out who became active after the height before the inclusion", () => {
    const world = new World({ nodes: 4 });
    world.blocks(3);
    const [late, early] = world.actors.map((actor) => actor.node.address);
    const activate = (address: string, activeHeight: bigint): void => {
      const node = nodes.require(world.ctx, address);
      const models = node.models.map((model) => ({ ...model, activeHeight }));
      nodes.set(world.ctx, address, { ...node, models });
    };
    activate(late ?? "", world.ctx.block.height);
    activate(early ?? "", world.ctx.block.height - 1n);
    const taskHash = world.submit();
    world.blocks(2);
    const positions = world.task(taskHash).rounds[0]?.positions ?? [];
    expect(positions.includes(late ?? "")).to.equal(false);
    expect(positions.includes(early ?? "")).to.equal(true);
  });
});

describe("the draw of verifiers", () => {
  it("takes different operators, none of them the executor's", () => {
    const operators = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4];
    const world = new World({ nodes: 10, operators, params: AT_ONCE });
    const taskHash = world.submit();
    const all = players(world, [{}, ...Array.from({ length: 9 }, () => VERIFIER)]);
    const isDrawn = (): boolean => world.task(taskHash).verifications.length > 0;
    expect(play(world, all, 20, isDrawn)).to.equal(true);
    const drawn = world.task(taskHash).verifications.map((one) => one.operator);
    expect(drawn).to.have.length(4);
    expect(new Set(drawn).size).to.equal(4);
    expect(drawn.includes(world.actors[0]?.operator.address ?? "")).to.equal(false);
  });

  it("lets executors of different ranks verify each other, in one draw", () => {
    const world = new World({ nodes: 3, params: AT_ONCE });
    const taskHash = world.submit();
    const all = players(world);
    const isDrawn = (): boolean => world.task(taskHash).verifications.length > 0;
    expect(play(world, all, 20, isDrawn)).to.equal(true);
    const { verifications, calculations } = world.task(taskHash);
    expect(calculations[0]?.executors).to.have.length(2);
    expect(verifications).to.have.length(4);
    expect(verifications.every((one) => one.executor !== one.verifier)).to.equal(true);
    expect(calculations[0]?.draws).to.equal(1);
  });

  it("draws each by its stake", () => {
    const counts = new Map<string, number>();
    const world = new World({ nodes: 10 });
    const [executor, rich] = world.actors.map((actor) => actor.node.address);
    const richNode = nodes.require(world.ctx, rich ?? "");
    const all = players(world, [{}, ...Array.from({ length: 9 }, () => VERIFIER)]);
    // The bank does not follow here, so the world's own checks are left out.
    world.check = () => {};
    nodes.set(world.ctx, rich ?? "", { ...richNode, stake: richNode.stake * 50n });
    for (let round = 0; round < 12; round += 1) {
      const hash = world.submit();
      play(world, all, 100, () => isSettled(world, hash));
      const [first] = world.task(hash).calculations[0]?.verifiers ?? [];
      counts.set(first ?? "", (counts.get(first ?? "") ?? 0) + 1);
    }
    // 50 of 58 shares: the first place is the rich node's in far more than half of the draws.
    expect(counts.get(rich ?? "") ?? 0).to.be.greaterThan(6);
    expect(counts.has(executor ?? "")).to.equal(false);
  });

  it("passes over nodes with max_duties, who are drawn again when a place is free", () => {
    const params = { ...AT_ONCE, maxDuties: 1 };
    const world = new World({ nodes: 5, params });
    const hashes = [world.submit(), world.submit()];
    const all = players(world, [{}, ...Array.from({ length: 4 }, () => VERIFIER)]);
    const isDrawn = (): boolean =>
      hashes.every((hash) => world.task(hash).calculations[0]?.stage === Stage.STAGE_VERIFY);
    expect(play(world, all, 20, isDrawn)).to.equal(true);
    const duties = world.actors.map((actor) => nodes.require(world.ctx, actor.node.address).duties);
    expect(duties).to.deep.equal([0, 1, 1, 1, 1]);
    const made = hashes.map((hash) => world.task(hash).verifications.length);
    expect(made.sort((a, b) => a - b)).to.deep.equal([0, 4]);
    expect(play(world, all, 300, () => hashes.every((hash) => isSettled(world, hash)))).to.equal(
      true,
    );
    const states = hashes.map((hash) => world.task(hash).status?.state);
    expect(states).to.deep.equal([State.STATE_FINAL, State.STATE_FINAL]);
  });

  it("never gives a node more than max_duties in one draw", () => {
    const world = new World({ nodes: 3, params: { ...AT_ONCE, maxDuties: 1 } });
    const taskHash = world.submit();
    const all = players(world, [{}, {}, VERIFIER]);
    const isDrawn = (): boolean => world.task(taskHash).verifications.length > 0;
    expect(play(world, all, 20, isDrawn)).to.equal(true);
    // Two results; the third node could verify both, but has a place for one.
    expect(world.task(taskHash).calculations[0]?.executors).to.have.length(2);
    const duties = [...nodes.entries(world.ctx)].map(([, node]) => node.duties);
    expect(duties).to.deep.equal([1, 1, 1]);
  });

  it("keeps its window open to the end when too few could be drawn", () => {
    const { world, all, place } = worldAt(Stage.STAGE_VERIFY, 2);
    const executor = nodeAt(all, 0).node;
    nodeAt(all, 1).commitVerification(place, executor);
    expect(world.task(place.taskHash).calculations[0]?.stage).to.equal(Stage.STAGE_VERIFY);
    expect(play(world, all, 400, () => isSettled(world, place.taskHash))).to.equal(true);
    expect(world.task(place.taskHash).status?.state).to.equal(State.STATE_VOID);
    expect(world.record.faults).to.deep.equal([]);
  });
});

describe("exits", () => {
  it("are at most max_exits per block; what waits is closed to messages all the same", () => {
    const params = { ...LOCAL_PARAMS, maxExits: 2 };
    const world = new World({ nodes: 3, params });
    const hashes = Array.from({ length: 5 }, () => world.submit());
    world.blocks(2);
    const deadline = world.task(hashes[0] ?? new Uint8Array(0)).rounds[0]?.computeDeadlineMs ?? 0n;
    while (world.ctx.block.clockMs < deadline) world.block();
    const expired = (): number => hashes.filter((hash) => isSettled(world, hash)).length;
    const counts = [expired()];
    for (let at = 0; at < 3; at += 1) {
      world.block();
      counts.push(expired());
    }
    expect(counts).to.deep.equal([0, 2, 4, 5]);
  });
});
