/**
 * Random messages of every kind that any module accepts, signed and sent in real blocks among
 * honest and faulty nodes. Every replica must have the same results and application hash after
 * every block, and every invariant must hold.
 */
import { randomInt } from "node:crypto";
import type { Signer } from "../../app/client/sign.ts";
import { present } from "../../app/lib/assert.ts";
import { hex } from "../../app/lib/bytes.ts";
import type { AnyModule, Message } from "../../app/module/module.ts";
import { buildModules } from "../../app/modules.ts";
import { MODEL_ID } from "../../localnet/defaultModel.ts";
import { LOCAL_PARAMS } from "../../modules/tasks/index.ts";
import { Params as TasksParams } from "../../proto/gen/aegis/tasks/v1/params.ts";
import { Query } from "../../proto/gen/aegis/tasks/v1/query.ts";
import { testSigner } from "../kit/chain.ts";
import { Prng } from "../kit/prng.ts";
import { type Known, MessageSource } from "../kit/randomMessages.ts";
import { boardWith, type ChainBoard } from "../modules/tasks/chainBoard.ts";
import type { Behaviour } from "../modules/tasks/contents.ts";
import type { Campaign, Report } from "./report.ts";

/** Seeds that every run plays; a fresh one comes after them. */
export const SEEDS: readonly number[] = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
const MESSAGES = 10_000;
const MESSAGES_PER_BLOCK = 50;
const NODES = 6;
const TASK_HASHES_MAX = 20;
const RESTART_ONE_IN = 25;

/** Somebody without an account. */
const STRANGER = testSigner("stranger");

const FAULTS: readonly Behaviour[] = [{}, {}, {}, { reveals: false }, { far: true }];

/** What came of one run. */
export interface RandomRun {
  readonly appHash: string;
  readonly sent: number;
  /** Messages that were executed; the others were refused, each with a code. */
  readonly executed: number;
  readonly refusedInMempool: number;
  readonly tasks: number;
}

/** Plays `count` messages of `seed`. @throws Error when replicas differ or invariants break. */
export function playMessages(seed: number, count: number): RandomRun {
  const random = new Prng(seed);
  const { board, players } = boardWith(NODES, { users: 4 });
  const { chain } = board;
  const { modules } = buildModules().manager;
  const specs = modules.flatMap((module): readonly Message[] => module.messages);
  const source = new MessageSource(random, specs);
  const signers = signersOf(board);
  let sent = 0;
  let executed = 0;
  let refusedInMempool = 0;
  while (sent < count) {
    if (random.below(3) === 0) board.submit({ targetCount: 1 + random.below(2) });
    for (const player of players) {
      player.behaviour = present(FAULTS[random.below(FAULTS.length)], "a behaviour");
      player.act();
    }
    chain.mock.block();
    const known = knownOf(board, modules, signers);
    const sequences = new Map<string, bigint>();
    for (let at = 0; at < MESSAGES_PER_BLOCK && sent < count; at += 1) {
      const { any, signer: address } = source.next(known);
      sent += 1;
      const signer = signers.get(address) ?? present(chain.users[0], "a user");
      const sequence = sequences.get(signer.address) ?? sequenceOf(board, signer.address);
      const tx = chain.sign(signer, [any], { sequence });
      if (chain.mock.broadcast(tx).code !== 0) refusedInMempool += 1;
      else sequences.set(signer.address, sequence + 1n);
    }
    const timeStepMs = BigInt(500 + random.below(2_000));
    const { response } = chain.mock.block({ timeStepMs });
    executed += response.txResults.filter((result) => result.code === 0).length;
    if (random.below(RESTART_ONE_IN) === 0) chain.mock.restart(1);
  }
  const { tasks } = board.query(Query.Tasks, {});
  return {
    appHash: hex(chain.mock.appHash),
    sent,
    executed,
    refusedInMempool,
    tasks: tasks.length,
  };
}

function sequenceOf(board: ChainBoard, address: string): bigint {
  const { auth } = buildModules().anteDeps;
  return present(auth.account(board.chain.context(), address), "an account").sequence;
}

function signersOf(board: ChainBoard): ReadonlyMap<string, Signer> {
  const { users, operators, resourceNodes } = board.chain;
  const all = [...users, ...operators, ...resourceNodes, testSigner("validator 0")];
  return new Map(all.map((signer) => [signer.address, signer]));
}

function knownOf(
  board: ChainBoard,
  modules: readonly AnyModule[],
  signers: ReadonlyMap<string, Signer>,
): Known {
  const page = {
    key: new Uint8Array(0),
    offset: 0n,
    limit: 200n,
    countTotal: false,
    reverse: true,
  };
  const { tasks } = board.query(Query.Tasks, { pagination: page });
  const params = new Map<string, Record<string, unknown>>();
  for (const module of modules) {
    if (module.params === undefined) continue;
    params.set(module.params.codec.typeUrl, module.params.defaults as never);
  }
  params.set(TasksParams.typeUrl, LOCAL_PARAMS as never);
  return {
    addresses: [...signers.keys(), STRANGER.address],
    taskHashes: tasks.slice(0, TASK_HASHES_MAX).map((task) => task.taskHash),
    models: [MODEL_ID],
    kernelClasses: ["cpu-x64-avx2"],
    publicKeys: [...signers.values(), STRANGER].map((signer) => signer.publicKey),
    params,
  };
}

async function run(report: Report, args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? MESSAGES);
  const seeds = [...SEEDS, randomInt(2 ** 31)];
  let executed = 0;
  for (const seed of seeds) {
    const first = playMessages(seed, count);
    executed += first.executed;
    report.progress(
      `seed ${seed}: ${first.executed} of ${first.sent} executed, ` +
        `${first.refusedInMempool} refused before a block, ${first.tasks} tasks`,
    );
  }
  report.figure("seeds, the last of them fresh", seeds.join(" "));
  report.figure("messages per seed", count);
  report.figure("transactions executed", executed);
  report.figure("disagreements of replicas, broken invariants", 0);
}

/** `npm run campaign -- random-messages [MESSAGES]`. */
export const campaign: Campaign = {
  name: "random-messages",
  summary: "Random messages of every kind break no invariant, and replicas agree on all of them.",
  run,
};
