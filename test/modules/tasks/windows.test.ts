/** How long audits and challenges can hold a window, and that they hold in any order. */
import { expect } from "chai";
import { STOPPING_CHALLENGES } from "../../../modules/tasks/constants.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { GenesisState } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { type Result, State, VerificationKind } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { testContext } from "../../kit/context.ts";
import { MemoryState } from "../../kit/memoryState.ts";
import { Prng } from "../../kit/prng.ts";
import type { Behaviour } from "./contents.ts";
import { isSettled, type Player, players } from "./play.ts";
import { auditing, resultOf, softFinal, waitUntil } from "./softFinals.ts";
import { World } from "./world.ts";

const REVEAL_MS = 20_000n;

describe("nobody holds a window for ever", () => {
  it("the first challenges stop it, later ones are heard while it runs on", () => {
    const scene = softFinal({ nodes: 24 });
    const { world, place, executor, strangers } = scene;
    const begun = world.ctx.block.clockMs;
    let next = 0;
    let taken = 0;
    // One after the other, each just before the last one's time is over.
    while (resultOf(scene).state === State.STATE_SOFT_FINAL && next < strangers.length) {
      const codes = strangers[next]?.challenge(place, executor);
      if (codes?.[0] === 0) taken += 1;
      next += 1;
      world.blocks(9);
    }
    waitUntil(world, world.ctx.block.clockMs + REVEAL_MS);
    expect(resultOf(scene).state).to.equal(State.STATE_FINAL);
    expect(taken).to.be.within(STOPPING_CHALLENGES, STOPPING_CHALLENGES + 3);
    const stops = BigInt(STOPPING_CHALLENGES) + 3n;
    expect(world.ctx.block.clockMs - begun <= 15_000n + stops * REVEAL_MS).to.equal(true);
    world.check();
  });

  it("a window that is over waits for the last challenge, which may still begin a dispute", () => {
    const scene = softFinal({ nodes: 16 });
    const { world, place, executor, strangers } = scene;
    for (const one of strangers.slice(0, STOPPING_CHALLENGES)) one.challenge(place, executor);
    waitUntil(world, world.ctx.block.clockMs + REVEAL_MS);
    const { deadlineMs } = resultOf(scene);
    expect(deadlineMs > 0n).to.equal(true);
    while (world.ctx.block.clockMs + 2_000n < deadlineMs) world.block();
    const late = strangers[STOPPING_CHALLENGES] as Player;
    expect(late.challenge(place, executor)).to.deep.equal([0]);
    expect(resultOf(scene).deadlineMs).to.equal(deadlineMs);
    waitUntil(world, deadlineMs);
    const waiting = resultOf(scene);
    expect([waiting.state, waiting.deadlineMs, waiting.windowLeftMs]).to.deep.equal([
      State.STATE_SOFT_FINAL,
      0n,
      0n,
    ]);
    const later = strangers[STOPPING_CHALLENGES + 1] as Player;
    expect(later.challenge(place, executor)).to.deep.equal([errors.windowClosed.code]);
    expect(late.revealChallenge(place, executor)).to.deep.equal([0]);
    expect(resultOf(scene).state).to.equal(State.STATE_DISPUTED);
    world.check();
  });
});

const FAULTS: readonly Behaviour[] = [
  { verifies: false },
  { revealsVerification: false },
  { stands: false },
  { objects: true },
  { far: true },
];

/** Somebody contradicts somebody's soft final result, with or without a reason. */
function challengeAny(world: World, all: readonly Player[], random: Prng): void {
  const { tasks } = world.query(Query.Tasks, { state: State.STATE_SOFT_FINAL });
  const task = tasks[random.below(Math.max(tasks.length, 1))];
  const player = all[random.below(all.length)];
  if (task === undefined || player === undefined) return;
  const soft = world
    .task(task.taskHash)
    .results.filter((result) => result.state === State.STATE_SOFT_FINAL);
  const result: Result | undefined = soft[random.below(Math.max(soft.length, 1))];
  if (result !== undefined) player.challenge(result, result.executor);
}

/** Plays `blocks` blocks by a seed; invariants hold after each, or `World.block` throws. */
function runRandom(seed: number, blocks: number, each: (world: World) => void = () => {}): World {
  const random = new Prng(seed);
  const world = new World({ nodes: 12, params: auditing(600_000), rewarded: true });
  const all = players(world);
  for (let at = 0; at < blocks; at += 1) {
    if (random.below(3) === 0 && at < blocks / 2)
      world.submit({ targetCount: 1 + random.below(2) });
    for (const player of all) {
      player.behaviour = random.below(6) === 0 ? (FAULTS[random.below(FAULTS.length)] ?? {}) : {};
      player.act();
    }
    if (random.below(2) === 0) challengeAny(world, all, random);
    each(world);
    world.block(BigInt(500 + random.below(2_000)));
  }
  return world;
}

describe("audits and challenges at random", () => {
  for (const seed of [11, 12, 13]) {
    it(`keep every invariant and every uasi, and all windows end (seed ${seed})`, () => {
      const world = runRandom(seed, 60);
      const all = players(world);
      const { tasks } = world.query(Query.Tasks, {});
      const isOver = (): boolean => tasks.every((task) => isSettled(world, task.taskHash));
      for (let at = 0; at < 400 && !isOver(); at += 1) {
        for (const player of all) player.act();
        world.block();
      }
      expect(isOver()).to.equal(true);
      const kinds = tasks.flatMap((task) =>
        world.task(task.taskHash).verifications.map((one) => one.kind),
      );
      expect(kinds.includes(VerificationKind.VERIFICATION_KIND_AUDIT)).to.equal(true);
      expect(kinds.includes(VerificationKind.VERIFICATION_KIND_CHALLENGE)).to.equal(true);
      for (const { node } of world.query(Query.Nodes, {}).nodes) {
        expect([node?.duties, node?.unfinalVerifications]).to.deep.equal([0, 0]);
      }
    });
  }

  it("give the same state and events in two runs", () => {
    const [a, b] = [runRandom(14, 40), runRandom(14, 40)];
    expect(a.ctx.state.dump()).to.deep.equal(b.ctx.state.dump());
    expect(a.ctx.events).to.deep.equal(b.ctx.events);
  });

  it("export at any height what gives the same state back", () => {
    runRandom(15, 40, (world) => {
      if (world.ctx.block.height % 8n !== 0n) return;
      const genesis = world.module.genesis.export(world.ctx);
      const json = JSON.parse(JSON.stringify(GenesisState.toJson(genesis)));
      const state = new MemoryState();
      for (const [key, value] of world.ctx.state.iterate("bank", {})) state.set("bank", key, value);
      const fresh = testContext(world.ctx.block, state);
      world.module.genesis.init(fresh, GenesisState.fromJson(json));
      expect(fresh.state.dump()).to.deep.equal(world.ctx.state.dump());
    });
  });
});
