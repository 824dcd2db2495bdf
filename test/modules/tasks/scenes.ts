/** Scenes that tests begin with: a task at a stage, or played to its end. */
import { expect } from "chai";
import type { Settlement, Stage } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { TaskRequest } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Behaviour, Place } from "./contents.ts";
import { isSettled, type Player, play, players } from "./play.ts";
import { AT_ONCE, World, type WorldOptions } from "./world.ts";

/** A task at a stage of its only calculation. */
export interface Scene {
  readonly world: World;
  readonly all: Player[];
  readonly place: Place;
}

/** How a task ended. */
export interface Ending {
  readonly world: World;
  readonly hash: Uint8Array;
  readonly settlement: Settlement | undefined;
}

/** Commits to no result, but verifies when it is drawn. */
export const VERIFIER: Behaviour = { commits: false };

/** A world at a stage of its only task; player 0 executes, the others verify. */
export function worldAt(stage: Stage, count = 5): Scene {
  const world = new World({ nodes: count, params: AT_ONCE });
  const place = { taskHash: world.submit(), calculation: 0, attempt: 0 };
  const idle = Array.from({ length: count - 1 }, () => ({ commits: false }));
  const all = players(world, [{}, ...idle]);
  const isThere = (): boolean => world.task(place.taskHash).calculations[0]?.stage === stage;
  expect(play(world, all, 60, isThere), `stage ${stage}`).to.equal(true);
  return { world, all, place };
}

/** The player with that number. */
export function nodeAt(all: readonly Player[], at: number): Player {
  const player = all[at];
  if (player === undefined) throw new Error("no such player");
  return player;
}

/** Plays one task to its end with the given behaviours. */
export function run(
  behaviours: readonly Behaviour[],
  options: WorldOptions = {},
  change: Partial<TaskRequest> = {},
): Ending {
  const world = new World({ nodes: behaviours.length, ...options });
  const hash = world.submit(change);
  const ended = play(world, players(world, behaviours), 1_500, () => isSettled(world, hash));
  expect(ended, "the task ends").to.equal(true);
  return { world, hash, settlement: world.task(hash).status?.settlement };
}

/** One executor and verifiers only. */
export function oneExecutor(
  executor: Behaviour,
  others: Behaviour = VERIFIER,
): readonly Behaviour[] {
  return [executor, ...Array.from({ length: 4 }, () => ({ ...others, commits: false }))];
}
