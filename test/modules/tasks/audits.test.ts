/** Audits: who is drawn, what he owes, and how each audit ends. */
import { expect } from "chai";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { updateNode } from "../../../modules/tasks/access.ts";
import { drawAudits } from "../../../modules/tasks/auditDraw.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { nodes } from "../../../modules/tasks/state.ts";
import { DutyKind, Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  State,
  VerificationKind,
  VerificationState,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { isSettled, play, type Player, players } from "./play.ts";
import { VERIFIER } from "./scenes.ts";
import {
  ALWAYS,
  auditing,
  auditOf,
  eventNames,
  NEVER,
  ofKind,
  resultOf,
  type SoftFinal,
  softFinal,
  waitUntil,
} from "./softFinals.ts";
import { World } from "./world.ts";

const AUDIT = VerificationKind.VERIFICATION_KIND_AUDIT;

/** A soft final result whose auditor has been drawn. */
function audited(options: Parameters<typeof softFinal>[0] = {}): SoftFinal {
  const scene = softFinal({ params: ALWAYS, rewarded: true, ...options });
  expect(resultOf(scene).auditHeight).to.equal(scene.world.ctx.block.height + 2n);
  scene.world.blocks(2);
  expect(resultOf(scene).auditHeight).to.equal(0n);
  return scene;
}

describe("the draw of an audit", () => {
  it("takes a node of an operator that neither computed nor verified", () => {
    const scene = audited();
    const { audit, auditor } = auditOf(scene);
    expect(scene.strangers.includes(auditor)).to.equal(true);
    expect(audit.state).to.equal(VerificationState.VERIFICATION_STATE_DRAWN);
    expect(eventNames(scene.world).includes("AuditDrawn")).to.equal(true);
    // verification_base and twice 21 bytes at 50 and 70 tokens at 5 a second.
    const window = 60_000n + 2n * (420n + 14_000n);
    expect(audit.deadlineMs).to.equal(scene.world.ctx.block.clockMs + window);
  });

  it("leaves the window standing, with what is left of it", () => {
    const scene = softFinal({ params: ALWAYS });
    const { deadlineMs } = resultOf(scene);
    scene.world.blocks(2);
    const result = resultOf(scene);
    expect([result.holds, result.deadlineMs]).to.deep.equal([1, 0n]);
    expect(result.windowLeftMs).to.equal(deadlineMs - scene.world.ctx.block.clockMs);
  });

  it("finds nobody when all others have verified, and the window runs on", () => {
    const scene = audited({ nodes: 5 });
    expect(ofKind(scene, AUDIT)).to.deep.equal([]);
    expect(resultOf(scene).holds).to.equal(0);
    expect(resultOf(scene).deadlineMs > 0n).to.equal(true);
    expect(eventNames(scene.world).includes("AuditDrawn")).to.equal(true);
  });

  it("takes only nodes of the executor's kernel class with a place for a duty", () => {
    const scene = softFinal({ params: ALWAYS });
    const [other, busy, free] = scene.strangers as [Player, Player, Player];
    updateNode(scene.world.ctx, other.node, (node) => ({
      ...node,
      models: node.models.map((one) => ({ ...one, kernelClass: "another" })),
    }));
    const { duties = 0 } = nodes.get(scene.world.ctx, busy.node) ?? {};
    const { maxDuties } = ALWAYS;
    const { ctx } = scene.world;
    updateNode(ctx, busy.node, (node) => ({ ...node, duties: maxDuties }));
    for (const one of scene.strangers.slice(3)) {
      updateNode(ctx, one.node, (node) => ({ ...node, stake: 0n }));
    }
    // What is changed here by hand breaks counts and sums, so no block may end in between.
    const beacon = sha256(utf8("beacon"));
    const due = ctx.at({ height: ctx.block.height + 2n, beacon });
    drawAudits(due);
    updateNode(due, busy.node, (node) => ({ ...node, duties }));
    expect(auditOf(scene).auditor.node).to.equal(free.node);
  });

  it("never happens at rate 0, and sometimes at a rate between", () => {
    const never = softFinal({ params: NEVER });
    expect(resultOf(never).auditHeight).to.equal(0n);
    const world = new World({ nodes: 9, params: auditing(500_000) });
    const all = players(world, [{}, ...Array.from({ length: 8 }, () => VERIFIER)]);
    const hashes = Array.from({ length: 24 }, () => world.submit());
    const isDone = (): boolean => hashes.every((hash) => isSettled(world, hash));
    expect(play(world, all, 300, isDone)).to.equal(true);
    const kinds = hashes.flatMap((hash) =>
      world.task(hash).verifications.filter((one) => one.kind === AUDIT),
    );
    expect(kinds.length).to.be.within(4, 20);
  });
});

describe("an audit", () => {
  it("is owed, committed and revealed; when it agrees the network pays for it", () => {
    const scene = audited();
    const { world, place, executor } = scene;
    const { audit, auditor } = auditOf(scene);
    const duty = () => world.query(Query.Duties, { node: auditor.node }).duties[0];
    expect([duty()?.kind, duty()?.deadlineMs]).to.deep.equal([
      DutyKind.DUTY_KIND_COMMIT_AUDIT,
      audit.deadlineMs,
    ]);
    expect(auditor.revealVerification(place, executor)).to.deep.equal([errors.notCommitted.code]);
    expect(auditor.commitVerification(place, executor)).to.deep.equal([0]);
    expect(auditor.commitVerification(place, executor)).to.deep.equal([
      errors.alreadyCommitted.code,
    ]);
    expect([duty()?.kind, duty()?.deadlineMs]).to.deep.equal([
      DutyKind.DUTY_KIND_REVEAL_AUDIT,
      world.ctx.block.clockMs + 20_000n,
    ]);
    const left = resultOf(scene).windowLeftMs;
    world.block();
    expect(auditor.revealVerification(place, executor)).to.deep.equal([0]);
    expect(auditor.revealVerification(place, executor)).to.deep.equal([
      errors.alreadyRevealed.code,
    ]);
    expect(duty()).to.equal(undefined);
    const result = resultOf(scene);
    expect([result.holds, result.windowLeftMs]).to.deep.equal([0, 0n]);
    expect(result.deadlineMs).to.equal(world.ctx.block.clockMs + left);
    expect(world.record.final).to.deep.equal([]);
    waitUntil(world, result.deadlineMs);
    expect(resultOf(scene).state).to.equal(State.STATE_FINAL);
    expect(world.record.faults).to.deep.equal([]);
    // 20 tokens of the prompt at 500 and 70 of the answer at 50,000 a thousand.
    const replay = world.record.final.find(({ verifiers }) => verifiers.length === 0);
    expect(replay).to.deep.equal({
      fee: 3_510n,
      referenceFee: 3_510n,
      executors: [auditor.actor.operator.address],
      verifiers: [],
    });
    // The task's fee is for those who were drawn.
    const payments = world.task(place.taskHash).status?.settlement?.payments ?? [];
    const paid = payments.map((payment) => payment.address);
    expect(paid).to.have.length(5);
    expect(paid.includes(auditor.actor.operator.address)).to.equal(false);
  });

  it("is paid by nobody on a model that is not rewarded", () => {
    const scene = audited({ rewarded: false });
    const { world, all, place } = scene;
    expect(play(world, all, 60, () => isSettled(world, place.taskHash))).to.equal(true);
    const [audit] = ofKind(scene, AUDIT);
    expect([audit?.state, audit?.agrees]).to.deep.equal([
      VerificationState.VERIFICATION_STATE_REVEALED,
      true,
    ]);
    expect(world.record.final).to.deep.equal([]);
  });

  it("of an answer that the model cannot give agrees by its verdict, and is not paid", () => {
    const scene = softFinal({ params: ALWAYS, rewarded: true }, { unservable: true });
    const { world, all, place } = scene;
    expect(play(world, all, 60, () => isSettled(world, place.taskHash))).to.equal(true);
    const [audit] = ofKind(scene, AUDIT);
    expect([audit?.state, audit?.agrees]).to.deep.equal([
      VerificationState.VERIFICATION_STATE_REVEALED,
      true,
    ]);
    expect(world.record.final).to.deep.equal([]);
  });

  it("that nobody commits is a no-show, and the window goes on", () => {
    const scene = audited();
    const { world, place, executor } = scene;
    const { audit, auditor } = auditOf(scene);
    const left = resultOf(scene).windowLeftMs;
    while (world.ctx.block.clockMs < audit.deadlineMs) {
      expect(resultOf(scene).holds).to.equal(1);
      world.block();
    }
    const { clockMs } = world.ctx.block;
    world.block();
    expect(auditor.commitVerification(place, executor)).to.deep.equal([errors.windowClosed.code]);
    expect(resultOf(scene).deadlineMs).to.equal(clockMs + left);
    expect(ofKind(scene, AUDIT)[0]?.state).to.equal(VerificationState.VERIFICATION_STATE_NO_SHOW);
    const faults = world.record.faults.map((one) => [one.node, one.reason, one.fractionMillionths]);
    expect(faults).to.deep.equal([[auditor.node, "verification_missed", 1_000n]]);
    waitUntil(world, clockMs + left);
    expect(resultOf(scene).state).to.equal(State.STATE_FINAL);
  });

  it("that is committed and withheld is a wrong verification, and the window goes on", () => {
    const scene = audited();
    const { world, place, executor } = scene;
    const { auditor } = auditOf(scene);
    auditor.commitVerification(place, executor);
    waitUntil(world, world.ctx.block.clockMs + 20_000n);
    expect(auditor.revealVerification(place, executor)).to.deep.equal([errors.windowClosed.code]);
    const [fault] = world.record.faults;
    expect([fault?.node, fault?.reason, fault?.fractionMillionths]).to.deep.equal([
      auditor.node,
      "verification_not_revealed",
      200_000n,
    ]);
    expect(fault?.beneficiaries).to.have.length(4);
    expect(ofKind(scene, AUDIT)[0]?.state).to.equal(VerificationState.VERIFICATION_STATE_WITHHELD);
    expect(eventNames(world).includes("WindowResumed")).to.equal(true);
    waitUntil(world, resultOf(scene).deadlineMs);
    expect(resultOf(scene).state).to.equal(State.STATE_FINAL);
  });

  for (const [name, change] of [
    ["says INVALID", { objects: true }],
    ["says VALID with a fingerprint out of tolerance", { far: true }],
  ] as const) {
    it(`that ${name} begins a dispute`, () => {
      const scene = audited();
      const { world, place, executor } = scene;
      const { auditor } = auditOf(scene);
      auditor.behaviour = { ...VERIFIER, ...change };
      auditor.commitVerification(place, executor);
      expect(auditor.revealVerification(place, executor)).to.deep.equal([0]);
      const result = resultOf(scene);
      expect([result.state, result.holds, result.deadlineMs]).to.deep.equal([
        State.STATE_DISPUTED,
        0,
        0n,
      ]);
      expect(world.task(place.taskHash).status?.state).to.equal(State.STATE_DISPUTED);
      world.check();
    });
  }

  it("under way is released, and one still to be drawn forgotten, when a dispute begins", () => {
    const scene = audited();
    const { world, place, executor, strangers } = scene;
    const { auditor } = auditOf(scene);
    auditor.commitVerification(place, executor);
    const other = strangers.find((one) => one !== auditor);
    expect(other?.challenge(place, executor)).to.deep.equal([0]);
    expect(other?.revealChallenge(place, executor)).to.deep.equal([0]);
    expect(resultOf(scene).state).to.equal(State.STATE_DISPUTED);
    expect(ofKind(scene, AUDIT)[0]?.state).to.equal(VerificationState.VERIFICATION_STATE_RELEASED);
    expect(auditor.revealVerification(place, executor)).to.deep.equal([errors.windowClosed.code]);
    world.check();

    const early = softFinal({ params: ALWAYS });
    const [challenger] = early.strangers;
    challenger?.challenge(early.place, early.executor);
    challenger?.revealChallenge(early.place, early.executor);
    expect(resultOf(early).auditHeight).to.equal(0n);
    early.world.check();
    early.world.blocks(3);
    expect(ofKind(early, AUDIT)).to.deep.equal([]);
  });
});
