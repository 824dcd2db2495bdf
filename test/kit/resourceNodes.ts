/** Resource nodes in this process: the daemon's own parts over a mock chain and a fake model. */
import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "../../app/asli/engine.ts";
import { anyOf, type Signer } from "../../app/client/sign.ts";
import { query } from "../../app/client/query.ts";
import { present } from "../../app/lib/assert.ts";
import { silentLogger } from "../../app/lib/log.ts";
import { assembleNode } from "../../cmd/aegis-resource/assemble.ts";
import type { Chain } from "../../cmd/aegis-resource/chain/chain.ts";
import { rpcChain } from "../../cmd/aegis-resource/chain/rpcChain.ts";
import type { CrashPoint } from "../../cmd/aegis-resource/crash.ts";
import type { Daemon } from "../../cmd/aegis-resource/daemon.ts";
import { Journal } from "../../cmd/aegis-resource/journal/journal.ts";
import type { Runner } from "../../cmd/aegis-resource/work/runner.ts";
import type { Streams } from "../../cmd/aegis-resource/stream/streams.ts";
import { SpeedEstimate } from "../../cmd/aegis-resource/work/speed.ts";
import { DEFAULT_MODEL_SHA256 } from "../../cmd/setup/model.mjs";
import { MODEL_ID } from "../../localnet/defaultModel.ts";
import type { TaskRecord } from "../../proto/gen/aegis/tasks/v1/genesis.ts";
import { Query } from "../../proto/gen/aegis/tasks/v1/query.ts";
import { TaskRequest } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgSubmitTask } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { CHAIN_ID, type TestChain, testSecret } from "./chain.ts";
import { type FakeModelOptions, fakeModel } from "./fakeModel.ts";
import { type MockRpc, mockRpc } from "./mockRpc.ts";

/** A fake model that says it is the chain's. */
export function chainModel(options: FakeModelOptions = {}): Engine {
  const engine = fakeModel({ prefillNoise: 0.002, ...options });
  const model = { ...engine.model, sha256: DEFAULT_MODEL_SHA256 };
  return { ...engine, model, kernelClass: "cpu-x64-avx2" };
}

/** How a node differs from an honest one that never dies. */
export interface TestNodeOptions {
  /** Where its journals are; in memory when left out, and then it cannot be killed. */
  readonly folder?: string;
  readonly engine?: Engine;
  /** Percent of soft final results that it checks again. */
  readonly challengeSharePercent?: number;
  /** What it has in place of the chain; the chain itself when left out. */
  readonly sight?: (honest: Chain, signer: Signer) => Chain;
  /** Streams what it computes. */
  readonly isStreaming?: boolean;
  /** It is killed once at this point. */
  readonly crashAt?: CrashPoint;
}

/** One life of a node's daemon. */
interface Life {
  readonly rpc: MockRpc;
  readonly chain: Chain;
  readonly journal: Journal;
  readonly runner: Runner;
  readonly daemon: Daemon;
  readonly streams: Streams;
}

/** A node that can be killed and started again. */
export class TestNode {
  readonly signer: Signer;
  /** Crash points that killed it. */
  readonly crashes: CrashPoint[] = [];
  readonly #world: TestChain;
  readonly #index: number;
  readonly #options: TestNodeOptions;
  #lives = 0;
  #life: Life;

  constructor(world: TestChain, index: number, options: TestNodeOptions) {
    this.#world = world;
    this.#index = index;
    this.#options = options;
    this.signer = present(world.resourceNodes[index], "a node");
    this.#life = this.#start();
  }

  get journal(): Journal {
    return this.#life.journal;
  }

  get runner(): Runner {
    return this.#life.runner;
  }

  get streams(): Streams {
    return this.#life.streams;
  }

  /** The chain as it sees it. */
  get chain(): Chain {
    return this.#life.chain;
  }

  /** Looks at the chain once, as the daemon does at a new height, and lets the engine finish. */
  async look(): Promise<void> {
    const life = this.#life;
    try {
      const { height, clockMs } = await life.chain.status();
      await life.daemon.onHeight(height);
      const duties = await life.chain.duties();
      const [model] = life.daemon.active([MODEL_ID]);
      const pending = model === undefined ? [] : await life.chain.pending(model);
      await life.daemon.onView({ height, clockMs, blockMs: 1_000, duties, pending });
    } catch (error) {
      if (life.rpc.isUp) throw error;
    }
    await life.runner.idle();
  }

  /** Starts it again without its journal. */
  loseJournal(): void {
    this.#life.rpc.isUp = false;
    this.#lives += 1;
    this.#life = this.#start();
  }

  #path(): string {
    if (this.#options.folder === undefined) return ":memory:";
    return join(this.#options.folder, `node${this.#index}-${this.#lives}.db`);
  }

  /** What a SIGKILL leaves: the journal as it is on disk. The old life goes on without a chain. */
  #die(point: CrashPoint): void {
    this.crashes.push(point);
    this.#life.rpc.isUp = false;
    const left = this.#path();
    this.#lives += 1;
    for (const suffix of ["", "-wal"]) {
      if (existsSync(left + suffix)) copyFileSync(left + suffix, this.#path() + suffix);
    }
    this.#life = this.#start();
  }

  #start(): Life {
    const secret = testSecret(`node ${this.#index}`);
    const rpc = mockRpc(this.#world);
    const honest = rpcChain({ rpc, chainId: CHAIN_ID, signer: this.signer, gasPrice: 0n });
    const chain = this.#options.sight?.(honest, this.signer) ?? honest;
    const journal = new Journal(this.#path());
    const committer = { chainId: CHAIN_ID, address: this.signer.address, secret };
    const crashAt = (point: CrashPoint): void => {
      if (point === this.#options.crashAt && this.crashes.length === 0) this.#die(point);
      if (!rpc.isUp) throw new Error("killed");
    };
    const { daemon, runner, streams } = assembleNode({
      ...{ chain, journal, committer, crashAt, log: silentLogger },
      nowMs: () => Number(this.#world.mock.timeMs),
      challengeSharePercent: this.#options.challengeSharePercent ?? 0,
      isStreaming: this.#options.isStreaming ?? false,
    });
    const engine = this.#options.engine ?? chainModel();
    runner.equip({ engine, speed: new SpeedEstimate({ decode: 100, prefill: 1_000 }) });
    return { rpc, chain, journal, runner, daemon, streams };
  }
}

/** Submits a task of the first user in the next block; resolves with its hash. */
export async function submit(world: TestChain, request: Partial<TaskRequest>): Promise<Uint8Array> {
  const sender = present(world.users[0], "a user");
  const task = TaskRequest.create({ model: MODEL_ID, targetCount: 1, ...request });
  const rpc = mockRpc(world);
  const { maxFee } = await query(rpc, Query.Quote, { request: task });
  const tasks = [{ ...task, maxFee }];
  const before = new Set((await summaries(world)).map((hash) => Buffer.from(hash).toString("hex")));
  const message = anyOf(MsgSubmitTask, { sender: sender.address, tasks });
  world.mock.broadcast(world.sign(sender, [message]));
  world.mock.block();
  const after = await summaries(world);
  const added = after.find((hash) => !before.has(Buffer.from(hash).toString("hex")));
  return present(added, "the task");
}

async function summaries(world: TestChain): Promise<Uint8Array[]> {
  const { tasks } = await query(mockRpc(world), Query.Tasks);
  return tasks.map(({ taskHash }) => taskHash);
}

/** The record of a task. */
export async function recordOf(world: TestChain, taskHash: Uint8Array): Promise<TaskRecord> {
  return present((await query(mockRpc(world), Query.Task, { taskHash })).record, "record");
}

/** Lets every node look and makes a block, until `isDone` or too many blocks. */
export async function runUntil(
  world: TestChain,
  nodes: readonly TestNode[],
  taskHash: Uint8Array,
  isDone: (record: TaskRecord) => boolean,
  blocksMax = 200,
): Promise<TaskRecord> {
  for (let block = 0; block < blocksMax; block += 1) {
    const record = await recordOf(world, taskHash);
    if (isDone(record)) return record;
    for (const node of nodes) await node.look();
    world.mock.block();
  }
  throw new Error(`not so after ${blocksMax} blocks`);
}
