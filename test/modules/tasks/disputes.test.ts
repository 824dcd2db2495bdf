/** Disputes from their opening to the verdict: who sits, who wins, who pays. */
import { expect } from "chai";
import { rulesOf } from "../../../modules/tasks/access.ts";
import { DisputeOutcome } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import { NodeModelState } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  type Result,
  ResultFault,
  State,
  type Verification,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Behaviour } from "./contents.ts";
import { type Player, play, players } from "./play.ts";
import type { VoteKind } from "./votes.ts";
import { AT_ONCE, World, type WorldOptions } from "./world.ts";

/** No audits, and one attempt: what is looked at here is a single result. */
const PARAMS = {
  ...AT_ONCE,
  rules: { ...rulesOf(AT_ONCE), auditRate: 0, maxAttempts: 0 },
};

interface Trial {
  readonly world: World;
  readonly all: readonly Player[];
  readonly hash: Uint8Array;
  readonly executor: Player;
}

/**
 * Plays until the first result is verified, gives everybody else its vote, and goes on to the
 * end. `verifiers` are the behaviours of drawn verifiers, by the order of their positions.
 */
function trial(
  executor: Behaviour,
  verifiers: readonly Behaviour[],
  votes: readonly VoteKind[],
  options: WorldOptions = {},
): Trial {
  const count = options.nodes ?? 9;
  const world = new World({ nodes: count, params: PARAMS, ...options });
  const hash = world.submit();
  const idle = Array.from({ length: count - 1 }, () => ({ commits: false }));
  const all = players(world, [executor, ...idle]);
  const drawn = (): Verification[] =>
    [...world.task(hash).verifications].sort((a, b) => a.position - b.position);
  const verified = (): boolean => drawn().length > 0;
  expect(play(world, all, 60, verified), "verifiers are drawn").to.equal(true);
  for (const [at, one] of drawn().entries()) {
    const player = all.find(({ node }) => node === one.verifier) as Player;
    player.behaviour = { commits: false, ...verifiers[at] };
  }
  const isSeated = (): boolean => world.task(hash).votes.length > 0 || isOver(world, hash);
  play(world, all, 200, isSeated);
  for (const [at, { member }] of world.task(hash).votes.entries()) {
    const player = all.find(({ node }) => node === member) as Player;
    const vote = votes[at % votes.length] ?? "valid";
    player.behaviour = { ...player.behaviour, vote };
  }
  return { world, all, hash, executor: all[0] as Player };
}

function isOver(world: World, hash: Uint8Array): boolean {
  return world.task(hash).status?.settlement !== undefined;
}

function finish({ world, all, hash }: Trial): void {
  expect(
    play(world, all, 1_500, () => isOver(world, hash)),
    "the task ends",
  ).to.equal(true);
}

function resultOf({ world, hash }: Trial): Result {
  return world.task(hash).results[0] as Result;
}

function faultsOf({ world }: Trial): string[] {
  return world.record.faults.map((fault) => fault.reason);
}

const OBJECTS: Behaviour = { objects: true };

describe("a dispute", () => {
  it("is upheld: the answer becomes soft final again and final, nobody is slashed", () => {
    const scene = trial({}, [OBJECTS], ["valid"]);
    const { world, hash } = scene;
    const isSoft = (): boolean => resultOf(scene).state === State.STATE_SOFT_FINAL;
    expect(play(world, scene.all, 200, isSoft)).to.equal(true);
    expect(resultOf(scene).upheld).to.equal(true);
    expect(world.task(hash).disputes[0]?.outcome).to.equal(DisputeOutcome.DISPUTE_OUTCOME_UPHELD);
    finish(scene);
    expect(resultOf(scene).state).to.equal(State.STATE_FINAL);
    expect(world.record.faults).to.deep.equal([]);
    const agreeing = world.task(hash).verifications.map(({ agrees }) => agrees);
    expect(agreeing.filter((one) => !one)).to.have.lengthOf(1);
  });
});
