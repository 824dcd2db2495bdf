/** Scenes of disputes: an executor, verifiers by position, and committees with given votes. */
import { expect } from "chai";
import { rulesOf } from "../../../modules/tasks/access.ts";
import type { Result, Verification } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Params } from "../../../proto/gen/aegis/tasks/v1/params.ts";
import type { Behaviour } from "./contents.ts";
import { type Player, play, players } from "./play.ts";
import type { VoteKind } from "./votes.ts";
import { AT_ONCE, World, type WorldOptions } from "./world.ts";

/** No audits, and one attempt: what is looked at here is a single result. */
export const PARAMS: Params = {
  ...AT_ONCE,
  rules: { ...rulesOf(AT_ONCE), auditRate: 0, maxAttempts: 0 },
};

export interface Trial {
  readonly world: World;
  readonly all: readonly Player[];
  readonly hash: Uint8Array;
  readonly executor: Player;
}

/**
 * Plays until the first result is verified, gives everybody else its vote, and goes on to the
 * end. `verifiers` are the behaviours of drawn verifiers, by the order of their positions.
 */
export function trial(
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
  const scene = { world, all, hash, executor: all[0] as Player };
  const isSeated = (): boolean => world.task(hash).votes.length > 0 || isOver(world, hash);
  play(world, all, 200, isSeated);
  giveVotes(scene, votes);
  return scene;
}

/** Gives the members of the first round their votes, by address; the others vote like the first. */
function giveVotes({ world, all, hash }: Trial, votes: readonly VoteKind[]): void {
  const members = world.task(hash).votes.map(({ member }) => member);
  for (const player of all) {
    const at = members.indexOf(player.node);
    const vote = votes[Math.max(at, 0) % votes.length] ?? "valid";
    player.behaviour = { ...player.behaviour, vote };
  }
}

/** Codes of faults by reason, each with its fraction in millionths. */
export function finesOf({ world }: Trial): string[] {
  return world.record.faults.map((one) => `${one.reason} ${one.fractionMillionths}`).sort();
}

function isOver(world: World, hash: Uint8Array): boolean {
  return world.task(hash).status?.settlement !== undefined;
}

export function finish({ world, all, hash }: Trial): void {
  expect(
    play(world, all, 1_500, () => isOver(world, hash)),
    "the task ends",
  ).to.equal(true);
}

export function resultOf({ world, hash }: Trial): Result {
  return world.task(hash).results[0] as Result;
}
