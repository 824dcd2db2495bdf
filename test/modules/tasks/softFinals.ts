/** Scenes after soft finality: results that can be audited and challenged. */
import { expect } from "chai";
import { rulesOf } from "../../../modules/tasks/access.ts";
import type { Params } from "../../../proto/gen/aegis/tasks/v1/params.ts";
import {
  type Result,
  State,
  type Verification,
  VerificationKind,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Behaviour } from "./contents.ts";
import { type Player, play, players } from "./play.ts";
import { nodeAt, type Scene, VERIFIER } from "./scenes.ts";
import { AT_ONCE, World, type WorldOptions } from "./world.ts";

/** Local parameters with that part of the results audited, in millionths. */
export function auditing(auditRate: number, challengeBond?: bigint): Params {
  const rules = { ...rulesOf(AT_ONCE), auditRate };
  return { ...AT_ONCE, rules: { ...rules, challengeBond: challengeBond ?? rules.challengeBond } };
}

/** Every result is audited. */
export const ALWAYS: Params = auditing(1_000_000);
/** None is. */
export const NEVER: Params = auditing(0);

/** A soft final result of player 0's. */
export interface SoftFinal extends Scene {
  readonly executor: string;
  /** Those who neither computed nor verified it. */
  readonly strangers: readonly Player[];
}

/** Plays the only task of a world until its result is soft final. */
export function softFinal(options: WorldOptions = {}, executor: Behaviour = {}): SoftFinal {
  const count = options.nodes ?? 9;
  const world = new World({ params: NEVER, ...options, nodes: count });
  const place = { taskHash: world.submit(), calculation: 0, attempt: 0 };
  const idle = Array.from({ length: count - 1 }, () => VERIFIER);
  const all = players(world, [executor, ...idle]);
  const isThere = (): boolean =>
    world.task(place.taskHash).status?.state === State.STATE_SOFT_FINAL;
  expect(play(world, all, 60, isThere), "soft final").to.equal(true);
  const verified = world.task(place.taskHash).verifications.map((one) => one.operator);
  const strangers = all.filter(
    ({ actor }, at) => at > 0 && !verified.includes(actor.operator.address),
  );
  return { world, all, place, executor: nodeAt(all, 0).node, strangers };
}

/** The scene's only result. */
export function resultOf({ world, place }: Scene): Result {
  const [result] = world.task(place.taskHash).results;
  if (result === undefined) throw new Error("the task has a result");
  return result;
}

/** Verifications of one kind. */
export function ofKind({ world, place }: Scene, kind: VerificationKind): Verification[] {
  return world.task(place.taskHash).verifications.filter((one) => one.kind === kind);
}

/** The only audit, and who must do it. */
export function auditOf(scene: Scene): { readonly audit: Verification; readonly auditor: Player } {
  const [audit, ...others] = ofKind(scene, VerificationKind.VERIFICATION_KIND_AUDIT);
  expect(others).to.deep.equal([]);
  const auditor = scene.all.find((one) => one.node === audit?.verifier);
  if (audit === undefined || auditor === undefined) throw new Error("the result is audited");
  return { audit, auditor };
}

/** Runs blocks in which nobody does anything until what is due at `clockMs` has happened. */
export function waitUntil(world: World, clockMs: bigint): void {
  while (world.ctx.block.clockMs < clockMs) world.block();
  world.block();
}

/** Names of all events so far, without their package. */
export function eventNames(world: World): readonly (string | undefined)[] {
  return world.ctx.events.map((event) => event.type.split(".").at(-1));
}
