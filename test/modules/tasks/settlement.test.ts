/** What is charged, paid, refunded and noted for emission. */
import { expect } from "chai";
import { moduleAddress } from "../../../app/lib/address.ts";
import { LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import { State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { balanceOf } from "./fakes.ts";
import type { Behaviour } from "./contents.ts";
import { isSettled, play, players } from "./play.ts";
import { World } from "./world.ts";
import { run, VERIFIER } from "./scenes.ts";

const SILENT: Behaviour = { commits: false };

describe("UNSERVABLE", () => {
  it("is verified like a result and charged min_task_fee", () => {
    const { world, hash, settlement } = run([
      { unservable: true },
      ...[1, 2, 3].map(() => VERIFIER),
    ]);
    expect(world.task(hash).status?.state).to.equal(State.STATE_FINAL);
    expect(settlement?.charged).to.equal(1_000n);
    expect(settlement?.payments).to.have.length(4);
    expect(settlement?.refunded).to.equal(1_000_000n - 100n - 1_000n);
  });

  it("is disputed when a verifier can serve it, and upheld when a committee cannot", () => {
    const behaviours = [{ unservable: true }, VERIFIER, VERIFIER, { ...VERIFIER, objects: true }];
    const { world, hash } = run(behaviours);
    expect(world.task(hash).disputes).to.have.length(1);
    expect(world.task(hash).status?.state).to.equal(State.STATE_FINAL);
  });
});

describe("several calculations", () => {
  it("are all computed with different seeds, the prompt charged once", () => {
    const { world, hash, settlement } = run([{}, {}, {}, {}], {}, { targetCount: 3 });
    const { calculations, status } = world.task(hash);
    expect(status?.state).to.equal(State.STATE_FINAL);
    expect(new Set(calculations.map((one) => `${one.seed}`)).size).to.equal(3);
    expect(settlement?.charged).to.equal(20n + 3n * 7_000n);
    expect(balanceOf(world.ctx, moduleAddress("tasks_escrow"))).to.equal(0n);
  });

  it("refunds to refund_address", () => {
    const world = new World({ nodes: 3 });
    const refund = world.actors[0]?.operator.address ?? "";
    const hash = world.submit({ refundAddress: refund });
    const all = players(world, [SILENT, SILENT, SILENT]);
    play(world, all, 200, () => isSettled(world, hash));
    expect(balanceOf(world.ctx, refund)).to.equal(999_900n);
  });
});

describe("emission", () => {
  it("is recorded for a rewarded model with enough operators, at the reference price", () => {
    const { world } = run([{}, {}, {}, {}], { rewarded: true });
    expect(world.record.final).to.have.length(1);
    expect(world.record.final[0]?.fee).to.equal(7_020n);
    expect(world.record.final[0]?.referenceFee).to.equal(10n + 3_500n);
    expect(world.record.final[0]?.executors).to.have.length(2);
  });

  it("is not recorded for other models, nor with fewer operators, nor for UNSERVABLE", () => {
    expect(run([{}, {}, {}, {}]).world.record.final).to.deep.equal([]);
    const params = { ...LOCAL_PARAMS, minModelOperators: 5 };
    expect(run([{}, {}, {}, {}], { rewarded: true, params }).world.record.final).to.deep.equal([]);
    const unservable = [{ unservable: true }, VERIFIER, VERIFIER, VERIFIER];
    expect(run(unservable, { rewarded: true }).world.record.final).to.deep.equal([]);
  });
});
