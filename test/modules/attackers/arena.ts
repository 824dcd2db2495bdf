/**
 * Where attackers of protocol 2.11 play: a whole chain on the mock consensus, resource nodes that
 * run the shipped daemon's code on a fake model, and the books of who owns what. Prefill differs
 * from decode by rounding, as on a real engine.
 */
import type { Engine } from "../../../app/asli/engine.ts";
import { anyOf, type Signer } from "../../../app/client/sign.ts";
import { DEFAULT_TOLERANCES } from "../../../app/asli/tolerancesFile.ts";
import { present } from "../../../app/lib/assert.ts";
import { fromHex, hex } from "../../../app/lib/bytes.ts";
import { BASE_DENOM } from "../../../app/lib/coin.ts";
import type { Chain } from "../../../cmd/aegis-resource/chain/chain.ts";
import { MODEL_ID } from "../../../localnet/defaultModel.ts";
import { toleranceMessage } from "../../../modules/tasks/index.ts";
import type { GenesisState, TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import type { Node } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { TaskRequest } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgSubmitTask } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { Query as BankQuery } from "../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { createChain, type TestChain } from "../../kit/chain.ts";
import { FAKE_IM_END, type FakeModelOptions, fakeModel } from "../../kit/fakeModel.ts";
import { ask } from "../../kit/ask.ts";
import { TestNode } from "../../kit/resourceNodes.ts";

/** Rounding between a prefill and single steps, in nat: that of the default model. */
const PREFILL_NOISE = 0.02;
const OUTPUT_TOKENS = 70;
const BLOCKS_MAX = 400;
const MAX_FEE = 10_000_000n;
/** A node without privilege may commit after three blocks. */
const COMMIT_BLOCKS_MAX = 20;

/** What the engine says of itself and the chain must register. */
const KERNEL_CLASS = "fake";

/** An honest engine, or with other weights that of another model under the right name. */
export function arenaEngine(options: FakeModelOptions = {}): Engine {
  const engine = fakeModel({ prefillNoise: PREFILL_NOISE, ...options });
  return { ...engine, model: fakeModel().model };
}

/** What an arena is made of. */
export interface ArenaOptions {
  /** Resource nodes, each of an operator of its own. */
  readonly nodes: number;
  /** The engine of a node, by index; honest when left out. */
  readonly engine?: (index: number) => Engine | undefined;
  /** What a node sees of the chain, by index. */
  readonly sight?: (index: number, honest: Chain, signer: Signer) => Chain;
  /** Operators, by node index, when they are not all different. */
  readonly operatorOf?: (index: number) => number;
  /** Percent of soft final results that node `index` checks again; none when left out. */
  readonly challengeSharePercent?: (index: number) => number;
  readonly changeTasks?: (genesis: GenesisState) => GenesisState;
  /** Kernel class of node `index` on the default model; given with engines that really run it. */
  readonly realClass?: (index: number) => string;
  readonly validators?: number;
  readonly users?: number;
  /** Whose books are kept: nodes and users by index. */
  readonly attackers?: { readonly nodes: readonly number[]; readonly users?: readonly number[] };
}

/** What somebody won and lost, block by block, in uasi. */
export interface Ledger {
  readonly won: bigint;
  readonly lost: bigint;
}

/** A chain with its nodes. */
export class Arena {
  readonly chain: TestChain;
  readonly nodes: readonly TestNode[];
  /** Nodes that act; a test may silence some. */
  readonly silent: Set<number> = new Set();
  readonly #options: ArenaOptions;
  readonly #wealth: Map<string, bigint>;
  readonly #open: Set<Uint8Array> = new Set();
  #won = 0n;
  #lost = 0n;

  constructor(options: ArenaOptions) {
    const { nodes, operatorOf = (index) => index } = options;
    this.#options = options;
    this.chain = createChain({
      replicas: 1,
      validators: options.validators ?? 1,
      ...(options.users !== undefined && { users: options.users }),
      resourceNodes: nodes,
      changeTasks: (genesis) => {
        const { realClass } = options;
        const changed =
          realClass === undefined ? withFakeModel(genesis) : withClasses(genesis, realClass);
        const owners = changed.nodes.map(({ operator }) => operator);
        const own = changed.nodes.map((node, index) => ({
          ...node,
          operator: present(owners[operatorOf(index)], "an operator"),
        }));
        const state = { ...changed, nodes: own };
        return options.changeTasks?.(state) ?? state;
      },
    });
    this.nodes = this.chain.resourceNodes.map((_, index) => {
      const engine = options.engine?.(index) ?? arenaEngine();
      const sight = (honest: Chain, signer: Signer): Chain =>
        options.sight?.(index, honest, signer) ?? honest;
      const challengeSharePercent = options.challengeSharePercent?.(index) ?? 0;
      return new TestNode(this.chain, index, { engine, sight, challengeSharePercent });
    });
    this.chain.mock.block();
    this.#wealth = this.#books();
  }

  /** What the attackers won and lost so far. */
  get ledger(): Ledger {
    return { won: this.#won, lost: this.#lost };
  }

  /** Submits a task of the first user, which is in the next block. Returns its hash. */
  submit(change: Partial<TaskRequest> = {}, user = 0): Uint8Array {
    const sender = present(this.chain.users[user], "a user");
    const task = TaskRequest.create({
      model: MODEL_ID,
      messages: [{ role: 2, content: "What is four?" }],
      sampling: { temperatureMilli: 800, topK: 0, topPMilli: 0 },
      maxOutputTokens: OUTPUT_TOKENS,
      targetCount: 1,
      maxFee: MAX_FEE,
      ...change,
    });
    const known = new Set(this.hashes());
    const message = anyOf(MsgSubmitTask, { sender: sender.address, tasks: [task] });
    this.chain.mock.broadcast(this.chain.sign(sender, [message]));
    this.chain.mock.block();
    const added = this.hashes().find((hash) => !known.has(hash));
    const taskHash = fromHex(present(added, "a new task"));
    this.#open.add(taskHash);
    this.#account();
    return taskHash;
  }

  /** Hashes of the newest tasks that users sent. */
  hashes(): string[] {
    const page = { key: new Uint8Array(0), offset: 0n, limit: 200n, countTotal: false };
    const { tasks } = ask(this.chain, Query.Tasks, { pagination: { ...page, reverse: true } });
    const users = new Set(this.chain.users.map(({ address }) => address));
    return tasks.filter(({ sender }) => users.has(sender)).map(({ taskHash }) => hex(taskHash));
  }

  task(taskHash: Uint8Array): TaskRecord {
    return present(ask(this.chain, Query.Task, { taskHash }).record, "a record");
  }

  /** Submits a task that node `index` alone computes, because all others sleep meanwhile. */
  async submitFor(index: number, change: Partial<TaskRequest> = {}): Promise<Uint8Array> {
    const hash = this.submit(change);
    const executor = present(this.chain.resourceNodes[index], "a node").address;
    const others = [...this.nodes.keys()].filter((at) => at !== index);
    for (const at of others) this.silent.add(at);
    const isIn = (): boolean =>
      this.task(hash).calculations[0]?.executors.includes(executor) ?? false;
    for (let at = 0; at < COMMIT_BLOCKS_MAX && !isIn(); at += 1) await this.block();
    for (const at of others) this.silent.delete(at);
    if (!isIn()) throw new Error("the node did not commit");
    return hash;
  }

  /** Node `index` signs and sends a message that its daemon would not; in the next block. */
  send<M>(index: number, codec: Codec<M>, message: M): void {
    const signer = present(this.chain.resourceNodes[index], "a node");
    const { code, log } = this.chain.mock.broadcast(
      this.chain.sign(signer, [anyOf(codec, message)]),
    );
    if (code !== 0) throw new Error(`refused: ${log}`);
  }

  /** Every node acts, then a block. */
  async block(timeStepMs?: bigint): Promise<void> {
    for (const [index, node] of this.nodes.entries()) {
      if (!this.silent.has(index)) await node.look();
    }
    this.produce(timeStepMs);
  }

  /** A block without anybody acting before it. */
  produce(timeStepMs?: bigint, proposer?: number): void {
    this.chain.mock.block({
      ...(timeStepMs !== undefined && { timeStepMs }),
      ...(proposer !== undefined && { proposer }),
    });
    this.#account();
  }

  #account(): void {
    for (const [account, wealth] of this.#books()) {
      const change = wealth - (this.#wealth.get(account) ?? 0n);
      this.#wealth.set(account, wealth);
      if (change > 0n) this.#won += change;
      else this.#lost -= change;
    }
  }

  /** What each account of the attackers has: coins, stake, and what is escrowed for its tasks. */
  #books(): Map<string, bigint> {
    const { nodes = [], users = [] } = this.#options.attackers ?? {};
    const books = new Map<string, bigint>();
    const add = (account: string, amount: bigint): void => {
      books.set(account, (books.get(account) ?? this.balance(account)) + amount);
    };
    for (const index of nodes) {
      const { operator, stake } = this.node(index);
      add(operator, stake);
      add(present(this.chain.resourceNodes[index], "a node").address, 0n);
    }
    for (const index of users) add(present(this.chain.users[index], "a user").address, 0n);
    for (const hash of this.#open) {
      const { task, status } = this.task(hash);
      if (status?.settlement !== undefined) this.#open.delete(hash);
      const sender = task?.identity?.sender ?? "";
      if (books.has(sender)) add(sender, status?.escrow ?? 0n);
    }
    return books;
  }

  /** The registration of node `index`. */
  node(index: number): Node {
    const node = present(this.chain.resourceNodes[index], "a node").address;
    return present(ask(this.chain, Query.Node, { node }).node?.node, "a registered node");
  }

  /** Plays until the task is settled. @throws Error when it is not after many blocks. */
  async settle(taskHash: Uint8Array): Promise<TaskRecord> {
    for (let at = 0; at < BLOCKS_MAX; at += 1) {
      const record = this.task(taskHash);
      if (record.status?.settlement !== undefined) return record;
      await this.block();
    }
    throw new Error("the task is not settled");
  }

  balance(address: string): bigint {
    const { balance } = ask(this.chain, BankQuery.Balance, { address, denom: BASE_DENOM });
    return BigInt(balance?.amount ?? "0");
  }

  /** Which node of the arena has `address`. */
  indexOf(address: string): number {
    return this.chain.resourceNodes.findIndex((signer) => signer.address === address);
  }
}

/** Real engines are judged by the real table. */
function withClasses(genesis: GenesisState, classOf: (index: number) => string): GenesisState {
  const tolerances = toleranceMessage(DEFAULT_TOLERANCES);
  const nodes = genesis.nodes.map((node, index) => ({
    ...node,
    models: node.models.map((one) => ({ ...one, kernelClass: classOf(index) })),
  }));
  const revisions = genesis.revisions.map((revision) => ({ ...revision, tolerances }));
  return { ...genesis, revisions, nodes };
}

/** The default model's revision, for the fake engine. */
function withFakeModel(genesis: GenesisState): GenesisState {
  const { model } = fakeModel();
  const revisions = genesis.revisions.map((revision) => ({
    ...revision,
    ggufSha256: fromHex(model.sha256),
    kernelClasses: [{ name: KERNEL_CLASS, knownAnswer: new Uint8Array(32) }],
    endTokens: [FAKE_IM_END],
  }));
  const nodes = genesis.nodes.map((node) => ({
    ...node,
    models: node.models.map((one) => ({ ...one, kernelClass: KERNEL_CLASS })),
  }));
  return { ...genesis, revisions, nodes };
}
