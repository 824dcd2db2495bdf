/** Commits and reveals of votes, each refusal; who sits, until when, and what queries say of it. */
import { expect } from "chai";
import { VOTE_POSITION_BYTES } from "../../../app/asli/constants.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { nodes } from "../../../modules/tasks/state.ts";
import {
  type Dispute,
  DisputeStage,
  type Vote,
} from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import { DutyKind, Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  type MsgCommitResultResponse,
  MsgCommitVote,
  MsgRevealVote,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { GenesisState } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { testContext } from "../../kit/context.ts";
import { MemoryState } from "../../kit/memoryState.ts";
import { TOKENS } from "./contents.ts";
import type { Player } from "./play.ts";
import { finish, type Trial, trial } from "./trials.ts";
import { voteOf, type VotePlace } from "./votes.ts";
import { account, type World } from "./world.ts";

/** A dispute whose members have not voted yet. */
interface Sitting extends Trial {
  readonly place: VotePlace;
  readonly members: readonly Player[];
}

function sitting(nodeCount = 9): Sitting {
  const scene = trial({}, [{ objects: true }], ["valid"], { nodes: nodeCount });
  const record = scene.world.task(scene.hash);
  const executor = scene.executor.node;
  const place = { taskHash: scene.hash, calculation: 0, attempt: 0, executor, round: 0 };
  const members = record.votes.map(
    ({ member }) => scene.all.find(({ node }) => node === member) as Player,
  );
  return { ...scene, place, members };
}

function disputeOf({ world, hash }: Trial): Dispute {
  return world.task(hash).disputes[0] as Dispute;
}

function commitCode(
  world: World,
  node: string,
  item: VotePlace,
  commit: Uint8Array = new Uint8Array(32),
): number {
  const message = { node, items: [{ ...item, commit }] };
  const sent = world.send<MsgCommitVote, MsgCommitResultResponse>(MsgCommitVote, message);
  return sent.response?.results[0]?.code ?? -1;
}

describe("a committee", () => {
  it("has five seats, at most two of an operator, and none of the executor's", () => {
    const scene = sitting();
    const { votes, results } = scene.world.task(scene.hash);
    expect(votes.reduce((sum, { seats }) => sum + seats, 0)).to.equal(5);
    for (const { seats } of votes) expect(seats).to.be.lessThan(3);
    const operators = votes.map((vote: Vote) => vote.operator);
    expect(operators).not.to.include(results[0]?.operator);
  });

  it("holds its members' stake, and is among their duties until they have revealed", () => {
    const scene = sitting();
    const { world, members, place } = scene;
    const kinds = (node: string): DutyKind[] =>
      world.query(Query.Duties, { node }).duties.map(({ kind }) => kind);
    const [first] = members as [Player];
    expect(nodes.require(world.ctx, first.node).duties).to.equal(1);
    expect(kinds(first.node)).to.deep.equal([DutyKind.DUTY_KIND_COMMIT_VOTE]);
    first.commitVote(place);
    expect(kinds(first.node)).to.deep.equal([DutyKind.DUTY_KIND_AWAIT_VOTES]);
    for (const member of members.slice(1)) member.commitVote(place);
    expect(kinds(first.node)).to.deep.equal([DutyKind.DUTY_KIND_REVEAL_VOTE]);
    first.revealVote(place);
    expect(kinds(first.node)).to.deep.equal([]);
    expect(nodes.require(world.ctx, first.node).duties).to.equal(0);
    world.check();
  });

  it("has dispute_base and twice the time of a replay to vote, then reveal_window", () => {
    const scene = sitting();
    const { world } = scene;
    // 12 + 11 + 22 prompt bytes at 50 a second and 70 tokens at 5 a second.
    const { promptBytes = 0 } = world.task(scene.hash).task ?? {};
    const replayMs = BigInt(Math.ceil((promptBytes * 1_000) / 50) + (TOKENS * 1_000) / 5);
    expect(disputeOf(scene).deadlineMs).to.equal(
      world.ctx.block.clockMs + 120_000n + 2n * replayMs,
    );
    for (const member of scene.members) member.commitVote(scene.place);
    expect(disputeOf(scene).stage).to.equal(DisputeStage.DISPUTE_STAGE_REVEAL);
    expect(disputeOf(scene).deadlineMs).to.equal(world.ctx.block.clockMs + 20_000n);
  });

  it("goes into an export at any point of its rounds and comes out the same", () => {
    const scene = sitting();
    const { world, members, place } = scene;
    const same = (): void => {
      const exported = world.module.genesis.export(world.ctx);
      const json = JSON.parse(JSON.stringify(GenesisState.toJson(exported)));
      const state = new MemoryState();
      for (const [key, value] of world.ctx.state.iterate("bank", {})) state.set("bank", key, value);
      const fresh = testContext(world.ctx.block, state);
      world.module.genesis.init(fresh, GenesisState.fromJson(json));
      expect(fresh.state.dump()).to.deep.equal(world.ctx.state.dump());
    };
    for (const member of members.slice(1)) member.commitVote(place);
    same();
    members[0]?.commitVote(place);
    members[0]?.revealVote(place);
    same();
    finish(scene);
    same();
  });
});

describe("MsgCommitVote", () => {
  it("is refused by whoever has no seat, twice, in another round and late", () => {
    const scene = sitting(14);
    const { world, place, members, all, executor } = scene;
    const [member, second] = members as [Player, Player];
    const seated = new Set(members.map(({ node }) => node));
    const outsider = all.find(({ node }) => !seated.has(node) && node !== executor.node) as Player;
    const code = (node: string, item: VotePlace, commit?: Uint8Array): number =>
      commitCode(world, node, item, commit);
    expect(code(outsider.node, place)).to.equal(errors.notMember.code);
    expect(code(executor.node, place)).to.equal(errors.notMember.code);
    expect(code(account("stranger").address, place)).to.equal(errors.unknownNode.code);
    expect(code(member.node, { ...place, round: 1 })).to.equal(errors.wrongRound.code);
    expect(code(member.node, { ...place, executor: outsider.node })).to.equal(
      errors.unknownResult.code,
    );
    expect(code(member.node, { ...place, executor: "" })).to.equal(errors.invalidItem.code);
    expect(code(member.node, place, new Uint8Array(31))).to.equal(errors.invalidItem.code);
    expect(code(member.node, { ...place, attempt: 1 })).to.equal(errors.wrongAttempt.code);
    expect(code(member.node, place)).to.equal(0);
    expect(code(member.node, place)).to.equal(errors.alreadyCommitted.code);
    world.ctx = world.ctx.at({ clockMs: disputeOf(scene).deadlineMs + 1n });
    expect(code(second.node, place)).to.equal(errors.windowClosed.code);
  });

  it("is refused where nothing is disputed any more", () => {
    const scene = sitting();
    const { world, members, place } = scene;
    for (const member of members) member.commitVote(place);
    for (const member of members) member.revealVote(place);
    const [member] = members as [Player];
    expect(commitCode(world, member.node, place)).to.equal(errors.notDisputed.code);
  });
});

describe("MsgRevealVote", () => {
  it("is refused early, twice, late, uncommitted, and when it is not what was committed", () => {
    const scene = sitting(14);
    const { world, place, members } = scene;
    const [first, second, third] = members as [Player, Player, Player];
    expect(first.revealVote(place)).to.deep.equal([errors.notCommitted.code]);
    first.commitVote(place);
    expect(first.revealVote(place)).to.deep.equal([errors.wrongStage.code]);
    for (const member of members.slice(1)) member.commitVote(place);
    const { challenge } = disputeOf(scene);
    const other = voteOf("marginal", challenge, false);
    expect(first.revealVote(place, other)).to.deep.equal([errors.commitMismatch.code]);
    expect(first.revealVote(place)).to.deep.equal([0]);
    expect(first.revealVote(place)).to.deep.equal([errors.alreadyRevealed.code]);
    const short = { ...other, fingerprint: new Uint8Array((TOKENS - 1) * VOTE_POSITION_BYTES) };
    expect(second.revealVote(place, short)).to.deep.equal([errors.fingerprintLength.code]);
    const mismatch = { ...other, reasons: [] };
    expect(second.revealVote(place, mismatch)).to.deep.equal([errors.verdictMismatch.code]);
    expect(second.revealVote({ ...place, round: 1 })).to.deep.equal([errors.wrongRound.code]);
    const message = { node: second.node, items: [{ ...place, salt: new Uint8Array(32) }] };
    const sent = world.send<MsgRevealVote, MsgCommitResultResponse>(
      MsgRevealVote,
      message as unknown as MsgRevealVote,
    );
    expect(sent.response?.results[0]?.code).to.equal(errors.invalidItem.code);
    world.ctx = world.ctx.at({ clockMs: disputeOf(scene).deadlineMs + 1n });
    expect(third.revealVote(place)).to.deep.equal([errors.windowClosed.code]);
  });
});
