/** Plays scenarios one after the other on one network, and judges each by its row. */
import { present } from "../../../app/lib/assert.ts";
import type { Engine } from "../../../app/asli/engine.ts";
import { promptIds } from "../../../app/asli/promptIds.ts";
import { replayTokens } from "../../../app/asli/replay.ts";
import { query } from "../../../app/client/query.ts";
import { asliJob, identityOf } from "../../../cmd/aegis-resource/work/asliJob.ts";
import { balances } from "../../../localnet/money.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { State, VerificationKind } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { cheatNamed, HONEST } from "../cheater/all.ts";
import type { Arena, Play, Submitted } from "./arena.ts";
import { RULES, type Scenario } from "./list.ts";
import { bondsOf, findings, type Row, slashesOf } from "./row.ts";
import { storyLine } from "./story.ts";

/** Agreeing verifications that a scenario needs unless it says otherwise. */
const VERIFICATIONS = 2;

/** Hears how a task goes on. */
export type Say = (line: string) => void;

/** Plays `scenario` once. `engine` has the right weights, to tell whether an answer is right. */
export async function perform(
  arena: Arena,
  engine: Engine,
  scenario: Scenario,
  say: Say = () => undefined,
): Promise<Row> {
  await prepare(arena, scenario);
  const play = await arena.follow(await arena.submit(scenario.request), ({ height, event }) => {
    const line = storyLine(event, arena.nameOf);
    if (line !== undefined) say(`block ${height}  ${line}`);
  });
  return rowOf(arena, engine, scenario, play);
}

async function prepare(arena: Arena, { cast, rules }: Scenario): Promise<void> {
  for (const slot of arena.cheaters) await arena.cast(slot, cast[slot] ?? HONEST.name);
  await arena.rule({ ...RULES, soft_finality_verifications: VERIFICATIONS, ...rules });
}

/** Plays `scenario` `times` at once; the tasks go on side by side. */
export async function performTogether(
  arena: Arena,
  engine: Engine,
  scenario: Scenario,
  times: number,
): Promise<Row[]> {
  await prepare(arena, scenario);
  const tasks: Submitted[] = [];
  for (let left = times; left > 0; left -= 1) tasks.push(await arena.submit(scenario.request));
  const plays = await Promise.all(tasks.map((task) => arena.follow(task)));
  const rows: Row[] = [];
  for (const play of plays) rows.push(await rowOf(arena, engine, scenario, play));
  return rows;
}

/** The row of a scenario that was played. */
export async function rowOf(
  arena: Arena,
  engine: Engine,
  scenario: Scenario,
  play: Play,
): Promise<Row> {
  const slots = Object.keys(scenario.cast).map(Number);
  const cheaters = new Set(slots.map((slot) => present(arena.nodes[slot], "a node")));
  const slashes = slashesOf(play);
  const money = await balances(arena.rpc);
  const { status } = present(play.answer.record, "the record");
  return {
    cheat: scenario.cheat,
    about: cheatNamed(scenario.cheat).about,
    differed: slots.every((slot) => hasCheated(arena, play, slot, scenario.cast[slot])),
    found: findings(play),
    slashes,
    bonds: bondsOf(play),
    honestSlashes: slashes.filter(({ node }) => !cheaters.has(node)).length,
    state: status?.state ?? State.STATE_UNSPECIFIED,
    refunded: status?.settlement?.refunded ?? 0n,
    isRight: await isRight(arena, engine, play),
    supplyError: money.balances - money.supply,
  };
}

/** Whether what the node gave differs, and came in time to count. */
function hasCheated(arena: Arena, play: Play, slot: number, cheat = HONEST.name): boolean {
  if (!arena.hasCheated(slot, play.taskHash)) return false;
  const { result, accusation } = cheatNamed(cheat);
  const { revealed, verifications } = present(play.answer.record, "the record");
  const node = arena.nodes[slot];
  if (result !== undefined) return revealed.some(({ executor }) => executor === node);
  if (accusation === undefined) return true;
  return verifications.some(
    ({ verifier, kind }) =>
      verifier === node && kind === VerificationKind.VERIFICATION_KIND_CHALLENGE,
  );
}

/** Whether every token of the answer is the one that the model's sampler picks. */
async function isRight(arena: Arena, engine: Engine, play: Play): Promise<boolean | undefined> {
  const [answer] = play.answer.answers;
  const record = present(play.answer.record, "the record");
  if (answer?.content === undefined || record.status?.state !== State.STATE_FINAL) return undefined;
  const { model, revision: number } = identityOf(record);
  const { revision } = await query(arena.rpc, Query.Model, { model, revision: number });
  const job = asliJob(record, present(revision, "the revision"), answer.calculation);
  const prompt = await promptIds(engine, job);
  if ("unservable" in prompt) return false;
  const tokens = Uint32Array.from(answer.content.tokenIds);
  return (await replayTokens(engine, job, prompt.ids, tokens)).mismatches === 0;
}

/** What is wrong with a row; empty when the cheat failed as it must. */
export function complaints({ cast, reasons }: Scenario, row: Row, arena: Arena): string[] {
  const found: string[] = [];
  const complain = (isWrong: boolean, what: string): void => {
    if (isWrong) found.push(`${row.cheat}: ${what}`);
  };
  complain(row.honestSlashes > 0, "an honest node was slashed");
  complain(row.supplyError !== 0n, `supply is off by ${row.supplyError} uasi`);
  complain(row.isRight === false, "the user has a wrong answer");
  const isOver = row.state === State.STATE_FINAL || row.refunded > 0n;
  complain(!isOver, "the user has neither an answer nor a refund");
  complain(!row.differed, "the cheat never came to its turn");
  if (!row.differed) return found;
  for (const slot of Object.keys(cast).map(Number)) {
    const node = arena.nodes[slot];
    const isCaught =
      row.slashes.some((one) => one.node === node && reasons.includes(one.reason)) ||
      (reasons.length === 0 && row.bonds.some(({ challenger }) => challenger === node));
    complain(!isCaught, `the node in slot ${slot} was not slashed`);
  }
  return found;
}
