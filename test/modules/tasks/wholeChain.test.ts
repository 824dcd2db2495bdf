/**
 * Tasks on the whole application: signed transactions, the real bank, rewards and slashing, a
 * second replica, restarts, and the invariants of every module after every block.
 */
import { expect } from "chai";
import { anyOf, type Signer } from "../../../app/client/sign.ts";
import { MODEL_ID } from "../../../localnet/defaultModel.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgSubmitTask } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { RequestQuery } from "../../../proto/gen/tendermint/abci/types.ts";
import type { Codec, Method } from "../../../proto/wire/codec.ts";
import { createChain, type TestChain } from "../../kit/chain.ts";
import { Prng } from "../../kit/prng.ts";
import type { Behaviour, Board } from "./contents.ts";
import { Player } from "./play.ts";
import { type Actor, type Outcome, request } from "./world.ts";

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

/** The application as players see it: what they send waits for the next block. */
class ChainBoard implements Board {
  readonly model: string = MODEL_ID;
  readonly chain: TestChain;
  private readonly signers = new Map<string, Signer>();

  constructor(chain: TestChain) {
    this.chain = chain;
    for (const signer of [...chain.resourceNodes, ...chain.users]) {
      this.signers.set(signer.address, signer);
    }
  }

  get ctx(): Board["ctx"] {
    return this.chain.context();
  }

  query<Q, A>(method: Method<Q, A>, asked: Partial<Q>): A {
    const data = method.request.encode(method.request.create(asked));
    const answer = this.chain.app().query(RequestQuery.create({ path: method.path, data }));
    expect(answer.code, answer.log).to.equal(0);
    return method.response.decode(answer.value);
  }

  task(taskHash: Uint8Array): TaskRecord {
    const { record } = this.query(Query.Task, { taskHash });
    if (record === undefined) throw new Error("a task has a record");
    return record;
  }

  send<M, R>(codec: Codec<M>, message: M): Outcome<R> {
    const { node, sender } = message as { readonly node?: string; readonly sender?: string };
    const signer = this.signers.get(node ?? sender ?? "");
    if (signer === undefined) throw new Error("nobody signs this message");
    const tx = this.chain.sign(signer, [anyOf(codec, message)]);
    expect(this.chain.mock.broadcast(tx).code).to.equal(0);
    return { response: undefined, refused: undefined };
  }

  submit(change: Parameters<typeof request>[0]): void {
    const sender = this.chain.users[0]?.address ?? "";
    const task = request({ model: MODEL_ID, maxFee: 10_000_000n, ...change });
    this.send(MsgSubmitTask, { sender, tasks: [task] });
  }
}

function boardWith(nodes: number): { board: ChainBoard; players: readonly Player[] } {
  const chain = createChain({ resourceNodes: nodes, replicas: 1 });
  const board = new ChainBoard(chain);
  const players = chain.resourceNodes.map((signer, at) => {
    const operator = chain.operators[at];
    const actor = { node: signer, operator } as unknown as Actor;
    return new Player(board, actor);
  });
  chain.mock.block();
  return { board, players };
}

describe("tasks on the whole application", () => {
  it("an honest task is paid, and the supply is the sum of all balances", () => {
    const { board, players } = boardWith(3);
    board.submit({ targetCount: 2 });
    const isSettled = (): boolean =>
      board.query(Query.Tasks, {}).tasks.some((task) => task.state === State.STATE_FINAL);
    for (let at = 0; at < 80 && !isSettled(); at += 1) {
      board.chain.mock.block();
      for (const player of players) player.act();
    }
    const [task] = board.query(Query.Tasks, {}).tasks;
    expect(task?.state).to.equal(State.STATE_FINAL);
    const { status } = board.task(task?.taskHash ?? new Uint8Array(0));
    const { charged = 0n, burned = 0n, payments = [] } = status?.settlement ?? {};
    // 20 prompt tokens at 100 and 2 × 70 output tokens at 400 uasi.
    expect(charged).to.equal(58_000n);
    const paid = payments.reduce((sum, payment) => sum + payment.amount, 0n);
    expect(paid + burned).to.equal(charged);
    expect(burned).to.equal(2_900n);
  });

  it("a halt of a day in the middle of every window closes nothing", () => {
    const { board, players } = boardWith(3);
    board.submit({});
    const stages = new Set<number>();
    const isSettled = (): boolean =>
      board.query(Query.Tasks, {}).tasks.some((task) => task.state === State.STATE_FINAL);
    for (let at = 0; at < 80 && !isSettled(); at += 1) {
      const [task] = board.query(Query.Tasks, {}).tasks;
      const stage = task && board.task(task.taskHash).calculations[0]?.stage;
      const isNew = stage !== undefined && !stages.has(stage);
      if (stage !== undefined) stages.add(stage);
      // The clock goes on by clock_step_max, 2 s here, whatever the time did.
      board.chain.mock.block({ timeStepMs: isNew ? 86_400_000n : 1_000n });
      for (const player of players) player.act();
    }
    expect(stages.size).to.be.greaterThan(5);
    expect(board.query(Query.Tasks, {}).tasks[0]?.state).to.equal(State.STATE_FINAL);
  });

  it("random faults and restarts keep replicas, books and invariants equal", () => {
    const random = new Prng(11);
    const { board, players } = boardWith(6);
    const { mock } = board.chain;
    for (let at = 0; at < 90; at += 1) {
      if (random.below(4) === 0 && at < 50) board.submit({ targetCount: 1 + random.below(3) });
      for (const player of players) {
        const isFaulty = random.below(8) === 0;
        player.behaviour = isFaulty ? (FAULTS[random.below(FAULTS.length)] ?? {}) : {};
        player.act();
      }
      // An application whose hash differs or whose invariants break fails the block.
      mock.block({ timeStepMs: BigInt(500 + random.below(2_000)) });
      if (at % 30 === 29) mock.restart(1);
    }
    const { tasks } = board.query(Query.Tasks, {});
    expect(tasks.length).to.be.greaterThan(5);
    expect(new Set(tasks.map((task) => task.state)).size).to.be.greaterThan(1);
  });
});
