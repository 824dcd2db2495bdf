/** A random workload of honest, lazy and lying nodes: money, invariants, genesis, equal runs. */
import { expect } from "chai";
import { LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import { GenesisState } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import type { Params } from "../../../proto/gen/aegis/tasks/v1/params.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgUnregisterNode } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { testContext } from "../../kit/context.ts";
import { MemoryState } from "../../kit/memoryState.ts";
import { Prng } from "../../kit/prng.ts";
import type { Behaviour } from "./contents.ts";
import { isSettled, players } from "./play.ts";
import { World } from "./world.ts";

const FAULTS: readonly Behaviour[] = [
  { commits: false },
  { reveals: false },
  { showsFingerprint: false },
  { verifies: false },
  { revealsVerification: false },
  { objects: true },
  { far: true },
  { unservable: true },
];

/** Nodes qualify in every epoch, with as many tokens as their answers have. */
const PARAMS = { ...LOCAL_PARAMS, requalificationEpochs: 1, qualificationTokens: 70 };

/** Plays `blocks` blocks by a seed; invariants hold after each, or `World.block` throws. */
function run(
  seed: number,
  blocks: number,
  each: (world: World) => void = () => {},
  params: Params = PARAMS,
): World {
  const random = new Prng(seed);
  const operators = Array.from({ length: 7 }, (_, at) => (random.below(4) === 0 ? 0 : at));
  const world = new World({ nodes: 7, operators, params });
  const all = players(world);
  for (let at = 0; at < blocks; at += 1) {
    if (random.below(3) === 0 && at < blocks / 2) {
      const isCold = random.below(4) === 0;
      world.submit({
        targetCount: isCold ? 1 : 1 + random.below(3),
        sampling: { temperatureMilli: isCold ? 0 : 700, topK: 0, topPMilli: 0 },
        maxOutputTokens: 70 + random.below(50),
      });
    }
    for (const player of all) {
      const isFaulty = random.below(8) === 0;
      player.behaviour = isFaulty ? (FAULTS[random.below(FAULTS.length)] ?? {}) : { exact: true };
      player.act();
    }
    if (at === 40) {
      const [, actor] = world.actors;
      world.send(MsgUnregisterNode, {
        operator: actor?.operator.address ?? "",
        node: actor?.node.address ?? "",
      });
    }
    each(world);
    world.block(BigInt(500 + random.below(2_000)));
  }
  return world;
}

describe("a random workload", () => {
  for (const seed of [1, 2]) {
    it(`keeps every invariant and every uasi (seed ${seed})`, () => {
      const world = run(seed, 70);
      const { tasks } = world.query(Query.Tasks, {});
      expect(tasks.length).to.be.greaterThan(5);
      const settled = tasks.filter((task) => isSettled(world, task.taskHash));
      expect(settled.length).to.be.greaterThan(0);
    });
  }

  it("ends: after enough time every task is terminal and nobody owes anything", () => {
    // Without qualifications, which would never end.
    const world = run(4, 40, () => {}, LOCAL_PARAMS);
    const all = players(world);
    for (let at = 0; at < 500; at += 1) {
      for (const player of all) {
        // Salts and results follow from the behaviour of the commit: what differs is withheld.
        player.behaviour = { commits: false };
        player.act();
      }
      world.block();
    }
    for (const task of world.query(Query.Tasks, {}).tasks) {
      expect([State.STATE_FINAL, State.STATE_VOID, State.STATE_EXPIRED]).to.include(task.state);
      expect(isSettled(world, task.taskHash)).to.equal(true);
    }
    for (const { node } of world.query(Query.Nodes, {}).nodes) {
      expect([node?.exposure, node?.unfinalResults, node?.duties]).to.deep.equal([0n, 0, 0]);
    }
  });

  it("gives the same state and events in two runs", () => {
    const [a, b] = [run(5, 40), run(5, 40)];
    expect(a.ctx.state.dump()).to.deep.equal(b.ctx.state.dump());
    expect(a.ctx.events).to.deep.equal(b.ctx.events);
  });

  it("exports at any height what gives the same state back", () => {
    let checked = 0;
    run(6, 40, (world) => {
      if (world.ctx.block.height % 8n !== 0n) return;
      const genesis = world.module.genesis.export(world.ctx);
      const json = JSON.parse(JSON.stringify(GenesisState.toJson(genesis)));
      const read = GenesisState.fromJson(json);
      world.module.genesis.validate(read);
      const state = new MemoryState();
      for (const [key, value] of world.ctx.state.iterate("bank", {})) state.set("bank", key, value);
      const fresh = testContext(world.ctx.block, state);
      world.module.genesis.init(fresh, read);
      expect(fresh.state.dump()).to.deep.equal(world.ctx.state.dump());
      expect(world.module.genesis.export(fresh)).to.deep.equal(genesis);
      checked += 1;
    });
    expect(checked).to.equal(5);
  });
});
