/** The whole way of a task when everybody works. */
import { expect } from "chai";
import { moduleAddress } from "../../../app/lib/address.ts";
import { State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { balanceOf } from "./fakes.ts";
import { isSettled, play, players } from "./play.ts";
import { FUNDS, user, World } from "./world.ts";

describe("a task that everybody works on", () => {
  it("becomes final, pays executors and verifiers, refunds the rest", () => {
    const world = new World({ nodes: 3 });
    const hash = world.submit();
    expect(play(world, players(world), 60, () => isSettled(world, hash))).to.equal(true);
    const { status, results, verifications } = world.task(hash);
    expect(status?.state).to.equal(State.STATE_FINAL);
    expect(results.map((result) => result.state)).to.deep.equal([
      State.STATE_FINAL,
      State.STATE_FINAL,
    ]);
    expect(verifications).to.have.length(4);
    const settlement = status?.settlement;
    // 20 prompt tokens at 1,000 and 70 output tokens at 100,000 uasi per 1,000.
    expect(settlement?.charged).to.equal(7_020n);
    expect(settlement?.refunded).to.equal(1_000_000n - 100n - 7_020n);
    const paid = settlement?.payments.reduce((sum, one) => sum + one.amount, 0n) ?? 0n;
    expect(paid + (settlement?.burned ?? 0n)).to.equal(7_020n);
    expect(balanceOf(world.ctx, user.address)).to.equal(FUNDS - 100n - 7_020n);
    expect(balanceOf(world.ctx, moduleAddress("tasks_escrow"))).to.equal(0n);
    expect(world.record.faults).to.deep.equal([]);
  });
});
