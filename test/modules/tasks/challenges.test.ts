/** Challenges: each refusal, each way to end, and how long they can hold a window. */
import { expect } from "chai";
import { errors } from "../../../modules/tasks/errors.ts";
import { OPEN_CHALLENGES_MAX } from "../../../modules/tasks/constants.ts";
import { DutyKind, Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  Stage,
  State,
  VerificationKind,
  VerificationState,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import {
  type MsgCommitResultResponse,
  MsgCommitVerification,
  MsgUnregisterNode,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { resultKeyOf, updateNode } from "../../../modules/tasks/access.ts";
import { results } from "../../../modules/tasks/state.ts";
import type { Player } from "./play.ts";
import { nodeAt, worldAt } from "./scenes.ts";
import {
  ALWAYS,
  auditing,
  auditOf,
  eventNames,
  ofKind,
  resultOf,
  type SoftFinal,
  softFinal,
  waitUntil,
} from "./softFinals.ts";
import { account, STAKE, type World } from "./world.ts";

const BOND = 100_000_000n;
const REVEAL_MS = 20_000n;

function strangerOf({ strangers }: SoftFinal, at = 0): Player {
  const player = strangers[at];
  if (player === undefined) throw new Error("somebody who did not verify");
  return player;
}

function stakeOf(world: World, player: Player): bigint | undefined {
  return world.module.keeper.nodeStake(world.ctx, player.node);
}

function challengesOf(scene: SoftFinal) {
  return ofKind(scene, VerificationKind.VERIFICATION_KIND_CHALLENGE);
}

describe("a challenge", () => {
  it("binds its bond in the node's stake and makes the window stand still", () => {
    const scene = softFinal();
    const { world, place, executor } = scene;
    const { deadlineMs } = resultOf(scene);
    const challenger = strangerOf(scene);
    world.block();
    expect(challenger.challenge(place, executor)).to.deep.equal([0]);
    const result = resultOf(scene);
    expect([result.state, result.holds, result.deadlineMs]).to.deep.equal([
      State.STATE_SOFT_FINAL,
      1,
      0n,
    ]);
    expect(result.windowLeftMs).to.equal(deadlineMs - world.ctx.block.clockMs);
    expect(stakeOf(world, challenger)).to.equal(STAKE - BOND);
    const [challenge] = challengesOf(scene);
    const end = world.ctx.block.clockMs + REVEAL_MS;
    expect([challenge?.bond, challenge?.deadlineMs]).to.deep.equal([BOND, end]);
    const [duty] = world.query(Query.Duties, { node: challenger.node }).duties;
    expect([duty?.kind, duty?.deadlineMs]).to.deep.equal([
      DutyKind.DUTY_KIND_REVEAL_CHALLENGE,
      end,
    ]);
    world.check();
    expect(eventNames(world).includes("ChallengeCommitted")).to.equal(true);
  });

  it("that is revealed begins a dispute; its bond stays bound", () => {
    const scene = softFinal();
    const { world, place, executor } = scene;
    const challenger = strangerOf(scene);
    challenger.challenge(place, executor);
    const left = resultOf(scene).windowLeftMs;
    world.blocks(3);
    expect(challenger.revealChallenge(place, executor)).to.deep.equal([0]);
    const result = resultOf(scene);
    expect([result.state, result.holds, result.windowLeftMs]).to.deep.equal([
      State.STATE_DISPUTED,
      0,
      left,
    ]);
    expect(stakeOf(world, challenger)).to.equal(STAKE - BOND);
    expect(challenger.revealChallenge(place, executor)).to.deep.equal([
      errors.alreadyRevealed.code,
    ]);
    world.check();
  });

  it("that is not revealed loses its bond, which is burned, and the window goes on", () => {
    const scene = softFinal();
    const { world, place, executor } = scene;
    const challenger = strangerOf(scene);
    challenger.challenge(place, executor);
    const left = resultOf(scene).windowLeftMs;
    const end = world.ctx.block.clockMs + REVEAL_MS;
    while (world.ctx.block.clockMs < end) {
      expect(resultOf(scene).state).to.equal(State.STATE_SOFT_FINAL);
      expect(resultOf(scene).holds).to.equal(1);
      world.block();
    }
    world.block();
    const result = resultOf(scene);
    expect([result.holds, result.windowLeftMs, result.deadlineMs]).to.deep.equal([
      0,
      0n,
      end + left,
    ]);
    expect(challenger.revealChallenge(place, executor)).to.deep.equal([errors.windowClosed.code]);
    expect(stakeOf(world, challenger)).to.equal(STAKE - BOND);
    const [challenge] = challengesOf(scene);
    expect([challenge?.state, challenge?.bond]).to.deep.equal([
      VerificationState.VERIFICATION_STATE_WITHHELD,
      0n,
    ]);
    expect(world.record.faults).to.deep.equal([]);
    for (const name of ["BondLost", "WindowResumed", "VerificationWithheld"]) {
      expect(eventNames(world).includes(name), name).to.equal(true);
    }
    waitUntil(world, end + left);
    expect(resultOf(scene).state).to.equal(State.STATE_FINAL);
    const { node } = world.query(Query.Node, { node: challenger.node });
    expect([node?.node?.duties, node?.node?.unfinalVerifications]).to.deep.equal([0, 0]);
  });

  it("that was committed before a dispute may join it until its deadline", () => {
    const scene = softFinal();
    const { world, place, executor } = scene;
    const [first, second, third] = scene.strangers as [Player, Player, Player];
    for (const one of [first, second, third]) one.challenge(place, executor);
    expect(resultOf(scene).holds).to.equal(3);
    first.revealChallenge(place, executor);
    expect([resultOf(scene).state, resultOf(scene).holds]).to.deep.equal([State.STATE_DISPUTED, 2]);
    world.block();
    expect(second.revealChallenge(place, executor)).to.deep.equal([0]);
    expect(resultOf(scene).holds).to.equal(1);
    world.check();
    const [, , fourth] = scene.strangers;
    expect(fourth?.challenge(place, executor)).to.deep.equal([errors.notSoftFinal.code]);
  });

  it("and an audit hold the window together: it goes on after the last", () => {
    const scene = softFinal({ params: ALWAYS });
    const { world, place, executor } = scene;
    world.blocks(2);
    const { auditor } = auditOf(scene);
    const challenger = scene.strangers.find((one) => one !== auditor);
    challenger?.challenge(place, executor);
    expect(resultOf(scene).holds).to.equal(2);
    auditor.commitVerification(place, executor);
    auditor.revealVerification(place, executor);
    expect([resultOf(scene).holds, resultOf(scene).deadlineMs]).to.deep.equal([1, 0n]);
    waitUntil(world, world.ctx.block.clockMs + REVEAL_MS);
    expect(resultOf(scene).holds).to.equal(0);
    expect(resultOf(scene).deadlineMs > 0n).to.equal(true);
  });
});

describe("a challenge is refused", () => {
  const send = (world: World, node: string, item: object): number => {
    const message = { node, items: [item] } as unknown as MsgCommitVerification;
    const sent = world.send<MsgCommitVerification, MsgCommitResultResponse>(
      MsgCommitVerification,
      message,
    );
    return sent.response?.results[0]?.code ?? -1;
  };

  it("before soft finality, after it, and when the window has ended", () => {
    const early = worldAt(Stage.STAGE_OPENING);
    const at = nodeAt(early.all, 1);
    expect(at.challenge(early.place, nodeAt(early.all, 0).node)).to.deep.equal([
      errors.notSoftFinal.code,
    ]);
    const scene = softFinal();
    const { world, place, executor } = scene;
    const { deadlineMs } = resultOf(scene);
    const { ctx } = world;
    world.ctx = ctx.at({ clockMs: deadlineMs + 1n });
    expect(strangerOf(scene).challenge(place, executor)).to.deep.equal([errors.windowClosed.code]);
    world.ctx = ctx;
    waitUntil(world, deadlineMs);
    expect(strangerOf(scene).challenge(place, executor)).to.deep.equal([errors.notSoftFinal.code]);
  });

  it("from strangers, the executor's operator, verifiers, twice, and from a second node", () => {
    const operators = Array.from({ length: 18 }, (_, at) => Math.floor(at / 2));
    const scene = softFinal({ nodes: 18, operators });
    const { world, all, place, executor, strangers } = scene;
    const commit = new Uint8Array(32);
    const item = { ...place, executor, commit, challenge: true };
    expect(send(world, account("stranger").address, item)).to.equal(errors.unknownNode.code);
    expect(send(world, executor, item)).to.equal(errors.ownResult.code);
    expect(send(world, nodeAt(all, 1).node, item)).to.equal(errors.ownResult.code);
    const [verifier] = world.task(place.taskHash).verifications;
    expect(send(world, verifier?.verifier ?? "", item)).to.equal(errors.alreadyCommitted.code);
    // Node 1 is the executor's operator's; of the others neither of an operator has verified.
    const [, first, second] = strangers;
    expect(first?.actor.operator.name).to.equal(second?.actor.operator.name);
    expect(send(world, first?.node ?? "", item)).to.equal(0);
    expect(send(world, first?.node ?? "", item)).to.equal(errors.alreadyCommitted.code);
    expect(send(world, second?.node ?? "", item)).to.equal(errors.operatorCommitted.code);
  });

  it("from a node that is unbonding or not active", () => {
    const scene = softFinal();
    const { world, place, executor } = scene;
    const [leaving, pending] = scene.strangers as [Player, Player];
    world.send(MsgUnregisterNode, {
      operator: leaving.actor.operator.address,
      node: leaving.node,
    });
    expect(leaving.challenge(place, executor)).to.deep.equal([errors.nodeUnbonding.code]);
    updateNode(world.ctx, pending.node, (node) => ({
      ...node,
      models: node.models.map((one) => ({ ...one, state: 3 })),
    }));
    expect(pending.challenge(place, executor)).to.deep.equal([errors.nodeNotActive.code]);
  });

  it("with a stake below the bond, or that covers other work", () => {
    const poor = softFinal({ params: auditing(0, STAKE + 1n) });
    expect(strangerOf(poor).challenge(poor.place, poor.executor)).to.deep.equal([
      errors.stakeTooSmall.code,
    ]);
    const scene = softFinal({ params: auditing(0, STAKE) });
    const { world, place, executor } = scene;
    const [busy, idle] = scene.strangers as [Player, Player];
    const { ctx } = world;
    updateNode(ctx, busy.node, (node) => ({ ...node, exposure: 1n }));
    expect(busy.challenge(place, executor)).to.deep.equal([errors.exposureExceeded.code]);
    updateNode(ctx, busy.node, (node) => ({ ...node, exposure: 0n }));
    expect(idle.challenge(place, executor)).to.deep.equal([0]);
    expect(stakeOf(world, idle)).to.equal(0n);
    world.block();
  });

  it("when a committee has upheld the result", () => {
    const scene = softFinal();
    const { world, place, executor } = scene;
    const result = resultOf(scene);
    results.set(world.ctx, resultKeyOf(result), { ...result, upheld: true });
    expect(strangerOf(scene).challenge(place, executor)).to.deep.equal([errors.alreadyJudged.code]);
  });

  it("from a verifier that missed its draw, and from the auditor", () => {
    const scene = softFinal({ params: ALWAYS });
    const { world, place, executor } = scene;
    world.blocks(2);
    const { auditor } = auditOf(scene);
    expect(auditor.challenge(place, executor)).to.deep.equal([errors.drawnBefore.code]);
  });

  it("at its reveal when it says VALID, or is not what was committed", () => {
    const scene = softFinal();
    const { place, executor } = scene;
    const challenger = strangerOf(scene);
    challenger.commitVerification(place, executor, challenger.verification(place, executor), true);
    expect(challenger.revealVerification(place, executor)).to.deep.equal([
      errors.challengeMustBeInvalid.code,
    ]);
    expect(challenger.revealChallenge(place, executor)).to.deep.equal([errors.commitMismatch.code]);
    expect(resultOf(scene).holds).to.equal(1);
  });

  it("beyond the number that may be under way at once", () => {
    const scene = softFinal({ nodes: OPEN_CHALLENGES_MAX + 7 });
    const { world, place, executor, strangers } = scene;
    const codes = strangers.map((one) => one.challenge(place, executor));
    const taken = codes.filter((code) => code[0] === 0);
    expect(taken).to.have.length(OPEN_CHALLENGES_MAX);
    expect(codes.slice(OPEN_CHALLENGES_MAX)).to.deep.equal(
      strangers.slice(OPEN_CHALLENGES_MAX).map(() => [errors.tooManyChallenges.code]),
    );
    world.check();
  });
});
