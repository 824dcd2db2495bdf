/**
 * Tasks on the whole application: signed transactions, the real bank, rewards and slashing, a
 * second replica, restarts, and the invariants of every module after every block.
 */
import { expect } from "chai";
import { State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { Prng } from "../../kit/prng.ts";
import { boardWith } from "./chainBoard.ts";
import type { Behaviour } from "./contents.ts";

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
    const disputes = tasks.flatMap(({ taskHash }) => board.task(taskHash).disputes);
    expect(disputes.some(({ outcome }) => outcome > 0)).to.equal(true);
  });
});
