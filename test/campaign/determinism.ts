/**
 * A simulated workload on the mock consensus, from many seeds: honest and faulty resource nodes,
 * transactions of nonsense, absent validators, restarts, replicas that replay from the first block.
 * The mock fails a block whose results or app hashes differ, or that breaks an invariant.
 */
import { hex } from "../../app/lib/bytes.ts";
import { buildModules } from "../../app/modules.ts";
import { openMemoryStore } from "../../app/store/memory.ts";
import type { Store } from "../../app/store/multistore.ts";
import { Query } from "../../proto/gen/aegis/tasks/v1/query.ts";
import { Prng } from "../kit/prng.ts";
import { boardWith } from "../modules/tasks/chainBoard.ts";
import type { Behaviour } from "../modules/tasks/contents.ts";
import type { Campaign, Report } from "./report.ts";

const SEEDS = 20;
const BLOCKS = 150;
const VALIDATORS = 3;
const REPLICA = VALIDATORS;
const TELL_EVERY_SEEDS = 5;

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

/** What came of one run. */
export interface Simulation {
  readonly appHash: string;
  readonly tasks: number;
  readonly replays: number;
  readonly nonsense: number;
}

/** Plays `blocks` blocks from `seed`. @throws Error as soon as replicas or invariants differ. */
export function simulate(seed: number, blocks: number): Simulation {
  const random = new Prng(seed);
  const storeNames = buildModules().manager.modules.map((module) => module.name);
  const stores = new Map<number, Store>();
  const openStore = (index: number): Store => {
    const store = stores.get(index) ?? openMemoryStore({ storeNames });
    stores.set(index, store);
    return store;
  };
  const options = { validators: VALIDATORS, replicas: 1, openStore };
  const { board, players } = boardWith(6, options);
  const { mock } = board.chain;
  let replays = 0;
  let nonsense = 0;
  for (let at = 0; at < blocks; at += 1) {
    if (random.below(4) === 0 && at < blocks / 2) {
      board.submit({ targetCount: 1 + random.below(3) });
    }
    for (const player of players) {
      const isFaulty = random.below(8) === 0;
      player.behaviour = isFaulty ? (FAULTS[random.below(FAULTS.length)] ?? {}) : {};
      player.act();
    }
    if (random.below(3) === 0 && mock.broadcast(randomBytes(random)).code !== 0) nonsense += 1;
    const absent = new Set(random.below(4) === 0 ? [random.below(VALIDATORS)] : []);
    mock.block({ timeStepMs: BigInt(500 + random.below(2_000)), absent });
    if (random.below(20) === 0) mock.restart(random.below(VALIDATORS));
    if (random.below(40) === 0) {
      // A disk that is gone: everything is replayed, and must come out the same.
      stores.delete(REPLICA);
      mock.restart(REPLICA);
      replays += 1;
    }
  }
  const { tasks } = board.query(Query.Tasks, {});
  return { appHash: hex(mock.appHash), tasks: tasks.length, replays, nonsense };
}

function randomBytes(random: Prng): Uint8Array {
  return Uint8Array.from({ length: random.below(200) }, () => random.below(256));
}

async function run(report: Report, args: readonly string[]): Promise<void> {
  const seeds = Number(args[0] ?? SEEDS);
  const blocks = Number(args[1] ?? BLOCKS);
  const total = { tasks: 0, replays: 0, nonsense: 0 };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const first = simulate(seed, blocks);
    const second = simulate(seed, blocks);
    if (first.appHash !== second.appHash) {
      throw new Error(`seed ${seed}: two runs end in ${first.appHash} and ${second.appHash}`);
    }
    total.tasks += first.tasks;
    total.replays += first.replays;
    total.nonsense += first.nonsense;
    if (seed % TELL_EVERY_SEEDS === 0) report.progress(`${seed} of ${seeds} seeds`);
  }
  report.figure("seeds, each played twice", seeds);
  report.figure("blocks per run", blocks);
  report.figure("applications per run", VALIDATORS + 1);
  report.figure("tasks", total.tasks);
  report.figure("replays from the first block", total.replays);
  report.figure("transactions of nonsense refused", total.nonsense);
  report.figure("disagreements", 0);
}

/** `npm run campaign -- determinism [SEEDS] [BLOCKS]`. */
export const campaign: Campaign = {
  name: "determinism",
  summary: "Replicas agree after every block of a random workload, and so do two runs of a seed.",
  run,
};
