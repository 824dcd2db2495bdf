/** Every transition of the table in the module's README, one by one. */
import { expect } from "chai";
import { errors } from "../../../modules/tasks/errors.ts";
import { LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import {
  PaymentRole,
  ResultFault,
  Stage,
  State,
  VerificationState,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Behaviour } from "./contents.ts";
import { isSettled, play, players } from "./play.ts";
import { AT_ONCE, STAKE, World } from "./world.ts";
import { oneExecutor, run, VERIFIER } from "./scenes.ts";

const SILENT: Behaviour = { commits: false };

describe("OPEN", () => {
  it("→ EXPIRED at compute_deadline without a commit; all but submission_fee is refunded", () => {
    const { world, hash, settlement } = run([SILENT, SILENT, SILENT]);
    expect(world.task(hash).status?.state).to.equal(State.STATE_EXPIRED);
    expect(settlement?.refunded).to.equal(999_900n);
    expect(settlement?.charged).to.equal(0n);
    expect(world.record.faults).to.deep.equal([]);
  });

  it("→ EXPIRED per calculation; those that deliver are paid", () => {
    const world = new World({ nodes: 4 });
    const hash = world.submit({ targetCount: 2 });
    const all = players(world, [{}, VERIFIER, VERIFIER, VERIFIER]);
    world.blocks(2);
    all[0]?.commit({ taskHash: hash, calculation: 1, attempt: 0 });
    for (const player of all) player.behaviour = { ...player.behaviour, commits: false };
    expect(play(world, all, 400, () => isSettled(world, hash))).to.equal(true);
    const { status, calculations } = world.task(hash);
    expect(calculations.map((one) => one.state)).to.deep.equal([
      State.STATE_EXPIRED,
      State.STATE_FINAL,
    ]);
    expect(status?.state).to.equal(State.STATE_FINAL);
    expect(status?.settlement?.charged).to.equal(7_020n);
  });
});

describe("COMMITTED", () => {
  it("→ OPEN again when nobody reveals, with another seed, then FINAL", () => {
    const world = new World({ nodes: 4 });
    const hash = world.submit();
    const all = players(world, [{ reveals: false }, VERIFIER, VERIFIER, VERIFIER]);
    world.blocks(2);
    const first = world.task(hash).calculations[0]?.seed;
    expect(play(world, all, 60, () => world.task(hash).calculations[0]?.attempt === 1)).to.equal(
      true,
    );
    const reopened = world.task(hash);
    expect(reopened.status?.state).to.equal(State.STATE_OPEN);
    expect(reopened.results[0]?.fault).to.equal(ResultFault.RESULT_FAULT_NOT_REVEALED);
    for (const player of all) player.behaviour = {};
    expect(play(world, all, 100, () => isSettled(world, hash))).to.equal(true);
    const { status, calculations } = world.task(hash);
    expect(status?.state).to.equal(State.STATE_FINAL);
    expect(calculations[0]?.seed).to.not.deep.equal(first);
    expect(calculations[0]?.seed).to.have.length(32);
  });

  it("→ EXPIRED after max_attempts reopenings, each no-show of an epoch twice as dear", () => {
    const { world, hash } = run(oneExecutor({ reveals: false }));
    const { status, calculations } = world.task(hash);
    expect(status?.state).to.equal(State.STATE_EXPIRED);
    expect(calculations[0]?.attempt).to.equal(LOCAL_PARAMS.rules?.maxAttempts);
    const fractions = world.record.faults.map((fault) => fault.fractionMillionths);
    expect(fractions).to.have.length(4);
    expect(world.record.faults.every((one) => one.reason === "result_not_revealed")).to.equal(true);
    expect(fractions[0]).to.equal(1_000n);
  });

  it("doubles within an epoch and begins anew in the next", () => {
    const world = new World({ nodes: 4 });
    const hashes = [world.submit(), world.submit(), world.submit()];
    const all = players(world, [{ reveals: false }, VERIFIER, VERIFIER, VERIFIER]);
    play(world, all, 40, () => world.record.faults.length >= 3);
    const fractions = world.record.faults.map((fault) => fault.fractionMillionths);
    expect(fractions.slice(0, 3)).to.deep.equal([1_000n, 2_000n, 4_000n]);
    expect(hashes).to.have.length(3);
  });

  it("goes on with the others when one of several ranks does not reveal", () => {
    const options = { params: AT_ONCE };
    const { world, hash } = run([{ reveals: false }, {}, VERIFIER, VERIFIER, VERIFIER], options);
    const { status, results } = world.task(hash);
    expect(status?.state).to.equal(State.STATE_FINAL);
    const states = results.map((result) => result.state).sort((a, b) => a - b);
    expect(states).to.deep.equal([State.STATE_FINAL, State.STATE_REJECTED]);
    const paid = status?.settlement?.payments.filter(
      (payment) => payment.role === PaymentRole.PAYMENT_ROLE_EXECUTOR,
    );
    expect(paid?.map((payment) => payment.address)).to.deep.equal([
      world.actors[1]?.operator.address,
    ]);
  });
});

describe("COMPUTED", () => {
  it("→ VOID when three draws bring no verifications; each silent verifier is a no-show", () => {
    const { world, hash, settlement } = run(oneExecutor({}, { verifies: false }));
    const { status, results, calculations } = world.task(hash);
    expect(status?.state).to.equal(State.STATE_VOID);
    expect(results[0]?.fault).to.equal(ResultFault.RESULT_FAULT_NOT_VERIFIED);
    expect(calculations[0]?.draws).to.equal(3);
    expect(settlement?.refunded).to.equal(999_900n);
    expect(world.record.faults.every((one) => one.reason === "verification_missed")).to.equal(true);
    // Four operators, all drawn at first and, because nobody else is left, again twice.
    expect(world.record.faults).to.have.length(12);
  });

  it("draws again when too few commit, and pays everybody who did", () => {
    const world = new World({ nodes: 9 });
    const hash = world.submit();
    const all = players(world, [{}, ...Array.from({ length: 8 }, () => VERIFIER)]);
    play(world, all, 20, () => world.task(hash).calculations[0]?.stage === Stage.STAGE_VERIFY);
    const first = world.task(hash).verifications.map((one) => one.verifier);
    expect(first).to.have.length(4);
    for (const player of all) {
      if (player.node !== first[0] && first.includes(player.node)) {
        player.behaviour = { ...VERIFIER, verifies: false };
      }
    }
    const isAgain = (): boolean => {
      const [calculation] = world.task(hash).calculations;
      return calculation?.draws === 2 && calculation.stage === Stage.STAGE_VERIFY;
    };
    expect(play(world, all, 100, isAgain)).to.equal(true);
    // Who missed the first draw's window has no place in the second's.
    const missed = all.find((player) => player.node === first[1]);
    const place = { taskHash: hash, calculation: 0, attempt: 0 };
    expect(missed?.commitVerification(place, all[0]?.node ?? "")).to.deep.equal([
      errors.windowClosed.code,
    ]);
    expect(play(world, all, 200, () => isSettled(world, hash))).to.equal(true);
    const { status, calculations, verifications } = world.task(hash);
    expect(status?.state).to.equal(State.STATE_FINAL);
    expect(calculations[0]?.draws).to.equal(2);
    const second = verifications.filter((one) => one.draw === 2);
    expect(second).to.have.length(2);
    expect(second.every((one) => !first.includes(one.verifier))).to.equal(true);
    expect(verifications.filter((one) => one.agrees)).to.have.length(3);
    expect(world.record.faults).to.have.length(3);
  });

  it("→ REJECTED without a fingerprint, as a wrong result, then OPEN again", () => {
    const world = new World({ nodes: 5 });
    const hash = world.submit();
    const all = players(world, oneExecutor({ showsFingerprint: false }));
    play(world, all, 100, () => world.task(hash).calculations[0]?.attempt === 1);
    const [fault] = world.record.faults;
    expect(fault?.reason).to.equal("fingerprint_not_revealed");
    expect(fault?.fractionMillionths).to.equal(500_000n);
    expect(fault?.beneficiaries).to.have.length(4);
    expect(fault?.beneficiaries.includes(world.actors[0]?.operator.address ?? "")).to.equal(false);
    expect(world.module.keeper.nodeStake(world.ctx, world.actors[0]?.node.address ?? "")).to.equal(
      STAKE / 2n,
    );
    const [result] = world.task(hash).results;
    expect(result?.fault).to.equal(ResultFault.RESULT_FAULT_NO_FINGERPRINT);
  });

  it("→ VOID when too few of the committed verifications are revealed, and each is slashed", () => {
    const { world, hash } = run(oneExecutor({}, { revealsVerification: false }));
    const { status, results, verifications } = world.task(hash);
    expect(status?.state).to.equal(State.STATE_VOID);
    expect(results[0]?.fault).to.equal(ResultFault.RESULT_FAULT_VERIFICATIONS_WITHHELD);
    expect(verifications.map((one) => one.state)).to.deep.equal(
      Array.from({ length: 4 }, () => VerificationState.VERIFICATION_STATE_WITHHELD),
    );
    const faults = world.record.faults.map((one) => [one.reason, one.fractionMillionths]);
    expect(faults).to.deep.equal(
      Array.from({ length: 4 }, () => ["verification_not_revealed", 200_000n]),
    );
  });

  it("→ SOFT_FINAL although one verification is withheld, when the others are enough", () => {
    const behaviours = [{}, VERIFIER, VERIFIER, VERIFIER];
    const { world, hash } = run([...behaviours, { ...VERIFIER, revealsVerification: false }]);
    expect(world.task(hash).status?.state).to.equal(State.STATE_FINAL);
    const [fault] = world.record.faults;
    expect(fault?.reason).to.equal("verification_not_revealed");
    expect(fault?.beneficiaries).to.have.length(3);
    const paid = world.task(hash).status?.settlement?.payments.map((one) => one.address) ?? [];
    expect(paid).to.have.length(4);
    expect(paid.includes(world.actors[4]?.operator.address ?? "")).to.equal(false);
  });

  it("→ DISPUTED on an INVALID, → SOFT_FINAL when a committee upholds it", () => {
    const behaviours = [{}, VERIFIER, VERIFIER, VERIFIER, { ...VERIFIER, objects: true }];
    const { world, hash, settlement } = run(behaviours);
    const { status, results } = world.task(hash);
    expect(status?.state).to.equal(State.STATE_FINAL);
    expect(results[0]?.upheld).to.equal(true);
    expect(settlement?.payments).to.have.length(4);
    expect(world.record.faults).to.deep.equal([]);
    const seen = world.ctx.events.map((event) => event.type.split(".").at(-1));
    expect(seen.includes("ResultDisputed")).to.equal(true);
    expect(seen.includes("DisputeClosed")).to.equal(true);
  });

  it("→ DISPUTED when the fingerprints are too far apart, whatever the verdicts say", () => {
    const { world, hash } = run(oneExecutor({ far: true }));
    const { status, results, verifications } = world.task(hash);
    expect(status?.state).to.equal(State.STATE_EXPIRED);
    const fault = ResultFault.RESULT_FAULT_WRONG_FINGERPRINT;
    expect(results.every((one) => one.fault === fault)).to.equal(true);
    expect(verifications.every((one) => one.agrees && one.chosenSum > 0n)).to.equal(true);
  });

  it("keeps the other rank when one is disputed", () => {
    const options = { params: AT_ONCE };
    const { world, hash } = run([{}, { far: true }, VERIFIER, VERIFIER, VERIFIER], options);
    const { status, results } = world.task(hash);
    const byNode = new Map(results.map((result) => [result.executor, result.state]));
    expect(byNode.get(world.actors[1]?.node.address ?? "")).to.equal(State.STATE_REJECTED);
    expect(status?.state).to.equal(State.STATE_FINAL);
  });
});

describe("SOFT_FINAL", () => {
  it("→ FINAL at the end of challenge_window and not before", () => {
    const world = new World({ nodes: 4 });
    const hash = world.submit();
    const all = players(world, [{}, VERIFIER, VERIFIER, VERIFIER]);
    const isSoft = (): boolean => world.task(hash).status?.state === State.STATE_SOFT_FINAL;
    expect(play(world, all, 30, isSoft)).to.equal(true);
    const deadline = world.task(hash).results[0]?.deadlineMs ?? 0n;
    expect(deadline).to.equal(world.ctx.block.clockMs + 15_000n);
    while (world.ctx.block.clockMs < deadline) {
      expect(isSoft()).to.equal(true);
      world.block();
    }
    world.block();
    expect(world.task(hash).status?.state).to.equal(State.STATE_FINAL);
  });
});
