/** Who sits in committees, over several rounds, and disputes at random. */
import { expect } from "chai";
import { rulesOf, updateNode } from "../../../modules/tasks/access.ts";
import { LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import { validateParams } from "../../../modules/tasks/params.ts";
import { nodes } from "../../../modules/tasks/state.ts";
import { DisputeOutcome } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import { type Node, NodeModelState, NodeStatus } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { ResultFault } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { Prng } from "../../kit/prng.ts";
import type { Behaviour } from "./contents.ts";
import { isSettled, type Player, play, players } from "./play.ts";
import { PARAMS, finesOf, finish, resultOf, trial } from "./trials.ts";
import type { VoteKind } from "./votes.ts";
import { World } from "./world.ts";

const OBJECTS: Behaviour = { objects: true };

/** The drawn object; all nodes but the executor change before the committee's draw. */
function changed(change: (node: Node) => Node): {
  readonly world: World;
  readonly hash: Uint8Array;
} {
  const world = new World({ nodes: 12, params: PARAMS });
  const hash = world.submit();
  const idle = Array.from({ length: 11 }, () => ({ commits: false, objects: true }));
  const all: readonly Player[] = players(world, [{}, ...idle]);
  const isDisputed = (): boolean => world.task(hash).disputes.length > 0;
  expect(play(world, all, 60, isDisputed)).to.equal(true);
  for (const one of all.slice(1)) updateNode(world.ctx, one.node, change);
  // Only what the draw sees is looked at: the indexes of nodes do not follow such changes.
  for (let at = 0; at < 2; at += 1) {
    const height = world.ctx.block.height + 1n;
    world.ctx = world.ctx.at({ height });
    world.module.beginBlock?.(world.ctx);
  }
  return { world, hash };
}

function ofModel(change: Partial<Node["models"][number]>): (node: Node) => Node {
  return (node) => ({ ...node, models: node.models.map((one) => ({ ...one, ...change })) });
}

describe("eligible for a committee", () => {
  const pending = ofModel({ state: NodeModelState.NODE_MODEL_STATE_PENDING });
  const excluded: readonly [string, (node: Node) => Node][] = [
    ["unbonding", (node) => ({ ...node, status: NodeStatus.NODE_STATUS_UNBONDING })],
    ["of another kernel class", ofModel({ kernelClass: "cpu-arm64" })],
    ["not ACTIVE", pending],
    ["ACTIVE since after the inclusion", ofModel({ activeHeight: 1_000n })],
  ];
  for (const [name, change] of excluded) {
    it(`is no node that is ${name}`, () => {
      const { world, hash } = changed(change);
      const { disputes, results } = world.task(hash);
      expect(disputes[0]?.outcome).to.equal(DisputeOutcome.DISPUTE_OUTCOME_NO_COMMITTEE);
      expect(results[0]?.fault).to.equal(ResultFault.RESULT_FAULT_NO_COMMITTEE);
    });
  }

  it("is an opted-in node of the class when active ones are too few, but no newcomer", () => {
    const optedIn = (node: Node): Node => ({ ...pending(node), servesCommittees: true });
    const { world, hash } = changed(optedIn);
    expect(world.task(hash).votes.length).to.be.greaterThan(2);
    const late = changed((node) => ({ ...optedIn(node), registeredHeight: 1_000n }));
    expect(late.world.task(late.hash).votes).to.have.lengthOf(0);
  });

  it("is an operator for at most a third of the seats, whatever its nodes and stake", () => {
    const operators = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...Array.from({ length: 10 }, () => 10)];
    const scene = trial({}, [OBJECTS], ["valid"], { nodes: operators.length, operators });
    const seats = new Map<string, number>();
    for (const one of scene.world.task(scene.hash).votes) {
      seats.set(one.operator, (seats.get(one.operator) ?? 0) + one.seats);
    }
    for (const own of seats.values()) expect(own).to.be.lessThan(3);
  });
});

describe("a dispute of several rounds", () => {
  it("doubles its seats, and its verdict also judges who lied in an earlier round", () => {
    const votes: readonly VoteKind[] = ["silent", "silent", "marginal", "silent"];
    const scene = trial({}, [OBJECTS], votes, { nodes: 14 });
    const { world, hash, all } = scene;
    const liars = world.task(hash).votes.filter((_, at) => at % 4 === 2);
    const isNext = (): boolean => (world.task(hash).disputes[0]?.round ?? 0) === 1;
    expect(play(world, all, 400, isNext)).to.equal(true);
    for (const one of all) one.behaviour = { ...one.behaviour, vote: "valid" };
    finish(scene);
    const rounds = world.task(hash).votes.map(({ round }) => round);
    expect(new Set(rounds)).to.deep.equal(new Set([0, 1]));
    expect(resultOf(scene).upheld).to.equal(true);
    const wrong = world.record.faults.filter((one) => one.reason === "wrong_vote");
    expect(wrong.map((one) => one.node)).to.deep.equal(liars.map((one) => one.member));
    expect(finesOf(scene)).to.include("vote_missed 1000");
  });
});

describe("a verifier whose one prefill is beside the committee's", () => {
  const rows: readonly [number, boolean, readonly string[]][] = [
    [100, true, []],
    [200, false, []],
    [300, false, ["wrong_verification 200000"]],
  ];
  for (const [shift, isPaid, fines] of rows) {
    it(`by ${shift} with a limit of 128: paid ${isPaid}, ${fines[0] ?? "loses nothing"}`, () => {
      const scene = trial({}, [OBJECTS, { shift }], ["valid"]);
      finish(scene);
      const off = scene.world.task(scene.hash).verifications.find((one) => one.position === 1);
      expect([off?.agrees, finesOf(scene)]).to.deep.equal([isPaid, fines]);
    });
  }
});

describe("parameters of committees", () => {
  it("keep the last round within 160 seats", () => {
    const check = (committeeSeats: number, maxRounds: number): void =>
      validateParams({
        ...LOCAL_PARAMS,
        unbondingTimeMs: 1_000_000_000n,
        rules: { ...rulesOf(LOCAL_PARAMS), committeeSeats, maxRounds },
      });
    check(5, 6);
    check(160, 1);
    expect(() => check(6, 6)).to.throw("at most 160");
    expect(() => check(2, 1)).to.throw("committee_seats");
  });
});

const KINDS: readonly VoteKind[] = [
  ...(["valid", "valid", "valid", "marginal", "gross"] as const),
  ...(["echo", "false", "unevaluated", "silent"] as const),
];

/** Every node has its own habits of lying; returns the world and all its events as text. */
function randomRun(seed: number): { readonly world: World; readonly events: readonly string[] } {
  const random = new Prng(seed);
  const world = new World({ nodes: 10, params: PARAMS });
  const all = players(world);
  const tasks = Array.from({ length: 4 }, () => world.submit({ targetCount: 1 + random.below(2) }));
  for (const player of all) {
    player.behaviour = {
      objects: random.below(4) === 0,
      far: random.below(6) === 0,
      vote: KINDS[random.below(KINDS.length)] ?? "valid",
      revealsVote: random.below(8) !== 0,
    };
  }
  const isOver = (): boolean => tasks.every((hash) => isSettled(world, hash));
  expect(play(world, all, 2_000, isOver), "every task ends").to.equal(true);
  const events = world.ctx.events.map(({ type, attributes }) => JSON.stringify([type, attributes]));
  return { world, events };
}

describe("disputes at random", () => {
  for (const seed of [1, 3, 6]) {
    it(`keep every invariant and every uasi, and all tasks end (seed ${seed})`, () => {
      const { world } = randomRun(seed);
      for (const [, node] of nodes.entries(world.ctx)) expect(node.duties).to.equal(0);
    });
  }

  it("give the same events in two runs", () => {
    expect(randomRun(3).events).to.deep.equal(randomRun(3).events);
  });
});
