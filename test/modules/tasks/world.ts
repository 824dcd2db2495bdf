/** A small chain around the module: genesis, blocks, messages, and invariants after every block. */
import { expect } from "chai";
import secp256k1 from "secp256k1";
import { PLAIN_TOLERANCES } from "../../kit/plainTolerances.ts";
import { addressOfPublicKey, moduleAddress } from "../../../app/lib/address.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import type { QueryContext } from "../../../app/module/context.ts";
import { ModuleError } from "../../../app/module/error.ts";
import type { MessageSpec, Module } from "../../../app/module/module.ts";
import { rulesOf } from "../../../modules/tasks/access.ts";
import type { TasksKeeper } from "../../../modules/tasks/keeper.ts";
import {
  genesisNode,
  LOCAL_PARAMS,
  tasksModule,
  toleranceMessage,
} from "../../../modules/tasks/index.ts";
import { GenesisState } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { ModelRevision } from "../../../proto/gen/aegis/tasks/v1/model.ts";
import type { Params } from "../../../proto/gen/aegis/tasks/v1/params.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  Role,
  type TaskRequest,
  TaskRequest as TaskRequestCodec,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgSubmitTask, type MsgSubmitTaskResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Codec, Method } from "../../../proto/wire/codec.ts";
import { type TestContext, testContext } from "../../kit/context.ts";
import { fakeDeps, mint, type Record, sumOfBalances, supplyOf } from "./fakes.ts";

export const MODEL = "smollm2";
export const KERNEL_CLASS = "cpu-x64-avx2";
const OTHER_CLASS = "cpu-x64-sse42";
export const STAKE = 10_000_000_000n;
export const FUNDS = 1_000_000_000_000n;
const BLOCK_MS = 2_000n;
const EPOCH_BLOCKS = 20n;

/** Local parameters, but every position may commit at once. */
export const AT_ONCE: Params = {
  ...LOCAL_PARAMS,
  rules: { ...rulesOf(LOCAL_PARAMS), privilegeDelayBlocks: 0 },
};

/** A key pair and its account. */
export interface Account {
  readonly name: string;
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly address: string;
}

export function account(name: string): Account {
  const privateKey = sha256(utf8(`key of ${name}`));
  const publicKey = secp256k1.publicKeyCreate(privateKey);
  return { name, privateKey, publicKey, address: addressOfPublicKey(publicKey) };
}

/** A node and the operator it belongs to. */
export interface Actor {
  readonly node: Account;
  readonly operator: Account;
}

export interface WorldOptions {
  readonly nodes?: number;
  /** Operator of each node by number; by default every node has its own. */
  readonly operators?: readonly number[];
  readonly params?: Params;
  readonly rewarded?: boolean;
  /** Runs of one kernel class are compared bit by bit. */
  readonly exact?: boolean;
  /** All nodes but the first are of another kernel class. */
  readonly otherClass?: boolean;
}

export const user: Account = account("user");
export const authority: Account = account("authority");

export function revision(): ModelRevision {
  return ModelRevision.create({
    model: MODEL,
    number: 1,
    ggufSha256: sha256(utf8("model")),
    ggufBytes: 100n,
    contextLength: 2_048,
    enginePackage: "node-llama-cpp",
    engineVersion: "3.22.1",
    template: "chatml/1",
    kernelClasses: [{ name: KERNEL_CLASS, knownAnswer: sha256(utf8("answer")) }],
    promptPrice: 1_000n,
    outputPrice: 100_000n,
    minPrefillSpeed: 50,
    minDecodeSpeed: 5,
    endTokens: [2],
    promptBatch: 512,
    tolerances: toleranceMessage(PLAIN_TOLERANCES),
  });
}

export function genesisOf(actors: readonly Actor[], options: WorldOptions): GenesisState {
  const referencePrice =
    options.rewarded === true ? { promptPrice: 500n, outputPrice: 50_000n } : undefined;
  const { exact = false, otherClass = false } = options;
  const one = revision();
  const knownAnswer = sha256(utf8("answer"));
  const revisions = [
    {
      ...one,
      kernelClasses: [
        ...one.kernelClasses,
        ...(otherClass ? [{ name: OTHER_CLASS, knownAnswer }] : []),
      ],
      tolerances: toleranceMessage({ ...PLAIN_TOLERANCES, exact }),
    },
  ];
  const nodes = actors.map(({ node, operator }, at) =>
    genesisNode({
      publicKey: node.publicKey,
      operator: operator.address,
      endpoint: "http://node.test",
      stake: STAKE,
      models: [{ model: MODEL, kernelClass: otherClass && at > 0 ? OTHER_CLASS : KERNEL_CLASS }],
    }),
  );
  return GenesisState.create({
    params: options.params ?? LOCAL_PARAMS,
    models: [
      {
        id: MODEL,
        owner: user.address,
        deposit: 0n,
        newestRevision: 1,
        referencePrice,
        qualificationHeight: 0n,
      },
    ],
    revisions,
    nodes,
  });
}

/** A request that is complete; `change` replaces fields. */
export function request(change: Partial<TaskRequest> = {}): TaskRequest {
  return TaskRequestCodec.create({
    model: MODEL,
    messages: [{ role: Role.ROLE_USER, content: "What is two plus two?" }],
    sampling: { temperatureMilli: 800, topK: 0, topPMilli: 0 },
    maxOutputTokens: 100,
    targetCount: 1,
    maxFee: 1_000_000n,
    ...change,
  });
}

/** What came of one message. */
export interface Outcome<R> {
  readonly response: R | undefined;
  /** "codespace/code" of the whole message's refusal. */
  readonly refused: string | undefined;
}

export class World {
  readonly model: string = MODEL;
  readonly record: Record = { faults: [], final: [] };
  readonly actors: readonly Actor[];
  readonly module: Module<TasksKeeper, Params, GenesisState>;
  ctx: TestContext;
  private sequence = 0n;

  constructor(options: WorldOptions = {}) {
    const count = options.nodes ?? 4;
    const operators = options.operators ?? Array.from({ length: count }, (_, at) => at);
    this.actors = Array.from({ length: count }, (_, at) => ({
      node: account(`node ${at}`),
      operator: account(`operator ${operators[at]}`),
    }));
    const module = tasksModule(fakeDeps(this.record, () => module.keeper, 2_000n));
    this.module = module;
    this.ctx = testContext({ height: 0n, clockMs: 0n, authority: authority.address });
    mint(this.ctx, user.address, FUNDS);
    mint(this.ctx, moduleAddress("tasks_stake"), STAKE * BigInt(count));
    const genesis = genesisOf(this.actors, options);
    module.genesis.validate(genesis);
    module.genesis.init(this.ctx, genesis);
    this.begin();
  }

  /** Ends the present block and begins the next; `stepMs` is the clock's step. */
  block(stepMs: bigint = BLOCK_MS): void {
    this.module.endBlock?.(this.ctx);
    this.check();
    this.begin(stepMs);
  }

  /** Runs `count` blocks. */
  blocks(count: number, stepMs: bigint = BLOCK_MS): void {
    for (let at = 0; at < count; at += 1) this.block(stepMs);
  }

  private begin(stepMs: bigint = BLOCK_MS): void {
    const height = this.ctx.block.height + 1n;
    const clockMs = this.ctx.block.clockMs + stepMs;
    const beacon = sha256(utf8(`beacon ${height}`));
    const isEpochEnd = (height + 1n) % EPOCH_BLOCKS === 0n;
    this.ctx = this.ctx.at({ height, clockMs, beacon, epoch: height / EPOCH_BLOCKS, isEpochEnd });
    this.module.beginBlock?.(this.ctx);
  }

  /** Invariants of the module, and that no coin appeared or vanished. */
  check(): void {
    for (const { name, check } of this.module.invariants)
      expect(check(this.ctx), name).to.equal(undefined);
    expect(sumOfBalances(this.ctx), "sum of balances").to.equal(supplyOf(this.ctx));
  }

  /** Runs one message as a transaction of its own. */
  send<M, R>(codec: Codec<M>, message: M): Outcome<R> {
    const found = this.module.messages.find(
      (one) => (one as unknown as MessageSpec<M, R>).request.typeUrl === codec.typeUrl,
    );
    const spec = found as unknown as MessageSpec<M, R>;
    let response: R | undefined;
    this.sequence += 1n;
    const ctx = this.ctx.at({}, { signerSequence: this.sequence });
    try {
      // What arrives over the wire has passed the codec.
      const arrived = codec.decode(codec.encode(message));
      spec.validate(arrived);
      expect(spec.gas(arrived) > 0n).to.equal(true);
      const error = ctx.attempt((branch) => {
        response = spec.execute({ ...ctx, ...branch }, arrived);
      });
      if (error !== undefined) throw error;
    } catch (error) {
      if (!(error instanceof ModuleError)) throw error;
      return { response: undefined, refused: `${error.codespace}/${error.code}` };
    }
    if (response !== undefined) spec.response.decode(spec.response.encode(response));
    return { response, refused: undefined };
  }

  /** Submits one task, which must succeed; returns its hash. */
  submit(change: Partial<TaskRequest> = {}, sender: Account = user): Uint8Array {
    const message = { sender: sender.address, tasks: [request(change)] };
    const { response, refused } = this.send<MsgSubmitTask, MsgSubmitTaskResponse>(
      MsgSubmitTask,
      message,
    );
    expect(refused).to.equal(undefined);
    expect(response?.results[0]).to.deep.equal({ codespace: "", code: 0 });
    return response?.taskHashes[0] ?? new Uint8Array(0);
  }

  /** Code of the single task in `change`, or 0. */
  submitCode(change: Partial<TaskRequest>, sender: Account = user): string {
    const message = { sender: sender.address, tasks: [request(change)] };
    const { response, refused } = this.send<MsgSubmitTask, MsgSubmitTaskResponse>(
      MsgSubmitTask,
      message,
    );
    const result = response?.results[0];
    return refused ?? `${result?.codespace}/${result?.code}`;
  }

  query<Q, A>(method: Method<Q, A>, request: Partial<Q>): A {
    const spec = this.module.queries.find((one) => one.method.path === method.path);
    const handle = spec?.handle as unknown as (ctx: QueryContext, request: Q) => A;
    return handle(this.ctx, method.request.create(request));
  }

  task(taskHash: Uint8Array): TaskRecord {
    const { record } = this.query(Query.Task, { taskHash });
    if (record === undefined) throw new Error("a task has a record");
    return record;
  }
}
