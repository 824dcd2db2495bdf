/** Disputes from their opening to the verdict: who wins, and what it costs whom. */
import { expect } from "chai";
import { stakeOf } from "../../../modules/tasks/access.ts";
import { nodes } from "../../../modules/tasks/state.ts";
import { DisputeOutcome } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import { NodeModelState, PendingReason } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { ResultFault, State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Behaviour } from "./contents.ts";
import { play } from "./play.ts";
import { PARAMS, type Trial, finesOf, finish, resultOf, trial } from "./trials.ts";
import type { VoteKind } from "./votes.ts";

const OBJECTS: Behaviour = { objects: true };
const FAR: Behaviour = { far: true };

function outcomeOf({ world, hash }: Trial): DisputeOutcome | undefined {
  return world.task(hash).disputes[0]?.outcome;
}

describe("a dispute that is upheld", () => {
  it("goes on with the rest of its window, is final, and costs an honest objector nothing", () => {
    const scene = trial({}, [OBJECTS], ["valid"]);
    const { world, hash } = scene;
    const isSoft = (): boolean => resultOf(scene).state === State.STATE_SOFT_FINAL;
    expect(play(world, scene.all, 200, isSoft)).to.equal(true);
    expect(resultOf(scene).upheld).to.equal(true);
    expect(resultOf(scene).deadlineMs).to.equal(world.ctx.block.clockMs + 15_000n);
    expect(outcomeOf(scene)).to.equal(DisputeOutcome.DISPUTE_OUTCOME_UPHELD);
    finish(scene);
    expect(resultOf(scene).state).to.equal(State.STATE_FINAL);
    expect(finesOf(scene)).to.deep.equal([]);
    const agreeing = world.task(hash).verifications.filter(({ agrees }) => agrees);
    expect(agreeing).to.have.lengthOf(3);
    const paid = world.task(hash).status?.settlement?.payments ?? [];
    expect(paid).to.have.lengthOf(4);
  });

  it("slashes an objector whose own numbers are of another model", () => {
    const scene = trial({}, [{ ...OBJECTS, ...FAR }], ["valid"]);
    finish(scene);
    expect(finesOf(scene)).to.deep.equal(["wrong_verification 200000"]);
    expect(scene.world.record.faults[0]?.beneficiaries.length).to.be.greaterThan(2);
  });

  it("pays its members from the network's rewards on a rewarded model", () => {
    const scene = trial({}, [OBJECTS], ["valid"], { rewarded: true });
    finish(scene);
    const { final } = scene.world.record;
    const members = scene.world.task(scene.hash).votes;
    expect(final.filter(({ verifiers }) => verifiers.length === 0)).to.have.lengthOf(
      members.length,
    );
  });

  it("slashes only the member that echoes the executor", () => {
    const votes: readonly VoteKind[] = ["echo", "valid", "valid", "valid", "valid"];
    const scene = trial({}, [OBJECTS], votes, { nodes: 12 });
    finish(scene);
    expect(finesOf(scene)).to.deep.equal(["wrong_vote 200000"]);
  });

  const bad: readonly [VoteKind, string][] = [
    ["echo", "wrong_vote 200000"],
    ["false", "wrong_vote 200000"],
    ["marginal", "wrong_vote 200000"],
    ["unevaluated", "wrong_vote 200000"],
    ["silent", "vote_missed 1000"],
  ];
  for (const [vote, fine] of bad) {
    it(`with one member that votes ${vote}: ${fine}`, () => {
      const scene = trial({}, [OBJECTS], [vote, "valid", "valid", "valid", "valid"], { nodes: 12 });
      const wrong = scene.world.task(scene.hash).votes[0];
      finish(scene);
      expect(outcomeOf(scene)).to.equal(DisputeOutcome.DISPUTE_OUTCOME_UPHELD);
      expect(finesOf(scene)).to.include(fine);
      const fined = scene.world.record.faults.map((one) => one.node);
      expect(new Set(fined)).to.deep.equal(new Set([wrong?.member]));
    });
  }

  it("takes a vote that is committed and not revealed for a wrong one", () => {
    const scene = trial({}, [OBJECTS], ["valid"], { nodes: 12 });
    const { member } = scene.world.task(scene.hash).votes[0] ?? {};
    for (const one of scene.all) if (one.node === member) one.behaviour = { revealsVote: false };
    finish(scene);
    expect(finesOf(scene)).to.deep.equal(["vote_not_revealed 200000"]);
    expect(scene.world.record.faults[0]?.beneficiaries.length).to.be.greaterThan(2);
  });
});

describe("a dispute that rejects", () => {
  /** Three verifiers say VALID, one objects; what they lose depends on how bad it is. */
  const rows: readonly [VoteKind, ResultFault, readonly string[]][] = [
    ["marginal", ResultFault.RESULT_FAULT_MARGINAL, ["marginal_result 50000"]],
    ["wrong", ResultFault.RESULT_FAULT_WRONG, ["wrong_result 500000"]],
    [
      "gross",
      ResultFault.RESULT_FAULT_WRONG,
      ["wrong_result 500000", ...Array.from({ length: 3 }, () => "wrong_verification 200000")],
    ],
    [
      "text",
      ResultFault.RESULT_FAULT_WRONG,
      ["wrong_result 500000", ...Array.from({ length: 3 }, () => "wrong_verification 200000")],
    ],
    [
      "unevaluated",
      ResultFault.RESULT_FAULT_WRONG,
      ["wrong_result 500000", ...Array.from({ length: 3 }, () => "wrong_verification 200000")],
    ],
  ];
  for (const [vote, fault, fines] of rows) {
    it(`because of what is ${vote}: ${fines.join(", ")}`, () => {
      const scene = trial({}, [OBJECTS], [vote]);
      finish(scene);
      expect(outcomeOf(scene)).to.equal(DisputeOutcome.DISPUTE_OUTCOME_REJECTED);
      expect(resultOf(scene).fault).to.equal(fault);
      expect(finesOf(scene)).to.deep.equal(fines);
      const objector = scene.world.task(scene.hash).verifications.find((one) => {
        return one.content?.reasons.length === 1;
      });
      const [first] = scene.world.record.faults;
      expect(first?.beneficiaries).to.include(objector?.operator);
      expect(first?.beneficiaries).not.to.include(scene.executor.actor.operator.address);
    });
  }

  it("right tokens with a false fingerprint: the executor alone loses, verifiers share", () => {
    const scene = trial(FAR, [], ["valid"]);
    finish(scene);
    expect(resultOf(scene).fault).to.equal(ResultFault.RESULT_FAULT_WRONG_FINGERPRINT);
    expect(finesOf(scene)).to.deep.equal(["wrong_result 500000"]);
    const { verifications } = scene.world.task(scene.hash);
    const [fine] = scene.world.record.faults;
    for (const { operator } of verifications) expect(fine?.beneficiaries).to.include(operator);
  });

  it("an unservable result that can be served, and upholds one that cannot", () => {
    const served = trial({ unservable: true }, [OBJECTS], ["text"]);
    finish(served);
    expect(resultOf(served).fault).to.equal(ResultFault.RESULT_FAULT_WRONG);
    expect(finesOf(served)[0]).to.equal("wrong_result 500000");
    const right = trial({ unservable: true }, [OBJECTS], ["valid"]);
    finish(right);
    expect(resultOf(right).state).to.equal(State.STATE_FINAL);
    expect(finesOf(right)).to.deep.equal([]);
  });

  it("and the calculation begins again, with another executor's answer paid", () => {
    const params = { ...PARAMS, rules: { ...PARAMS.rules, maxAttempts: 1 } } as typeof PARAMS;
    const scene = trial({}, [OBJECTS], ["wrong"], { params });
    const { world, hash, all } = scene;
    const again = (): boolean => world.task(hash).calculations[0]?.attempt === 1;
    expect(play(world, all, 300, again)).to.equal(true);
    for (const player of all) player.behaviour = { vote: "valid" };
    finish(scene);
    expect(world.task(hash).status?.state).to.equal(State.STATE_FINAL);
  });
});

describe("a dispute without a verdict", () => {
  it("among three nodes is void at once, and nobody is slashed or suspended", () => {
    const scene = trial({}, [OBJECTS], ["valid"], { nodes: 3 });
    finish(scene);
    expect(resultOf(scene).fault).to.equal(ResultFault.RESULT_FAULT_NO_COMMITTEE);
    expect(outcomeOf(scene)).to.equal(DisputeOutcome.DISPUTE_OUTCOME_NO_COMMITTEE);
    expect(finesOf(scene)).to.deep.equal([]);
    const { settlement } = scene.world.task(scene.hash).status ?? {};
    expect(settlement?.refunded).to.equal(999_900n);
    for (const { node } of scene.world.actors) {
      const [model] = nodes.require(scene.world.ctx, node.address).models;
      expect(model?.state).to.equal(NodeModelState.NODE_MODEL_STATE_ACTIVE);
    }
  });

  it("after the last round is void and suspends the parties on that model", () => {
    const scene = trial({}, [OBJECTS], ["silent"], { nodes: 12 });
    finish(scene);
    const { world, hash } = scene;
    expect(resultOf(scene).fault).to.equal(ResultFault.RESULT_FAULT_UNDECIDED);
    const rounds = new Map<number, number>();
    for (const { round, seats } of world.task(hash).votes) {
      rounds.set(round, (rounds.get(round) ?? 0) + seats);
    }
    expect([...rounds.values()]).to.deep.equal([5, 10, 20]);
    const objector = world
      .task(hash)
      .verifications.find((one) => one.content?.reasons.length === 1);
    for (const address of [scene.executor.node, objector?.verifier ?? ""]) {
      const [model] = nodes.require(world.ctx, address).models;
      expect(model?.state).to.equal(NodeModelState.NODE_MODEL_STATE_SUSPENDED);
      expect(model?.pendingReason).to.equal(PendingReason.PENDING_REASON_UNDECIDED_DISPUTE);
    }
    expect(new Set(finesOf(scene))).to.deep.equal(new Set(["vote_missed 1000"]));
  });

  it("is not reached by a minority of liars: honest seats decide, liars pay", () => {
    const scene = trial({}, [OBJECTS], ["valid"], { nodes: 15 });
    const liars = new Set(
      scene.world
        .task(scene.hash)
        .votes.filter(({ seats }) => seats === 1)
        .slice(0, 1)
        .map((one) => one.member),
    );
    for (const one of scene.all) if (liars.has(one.node)) one.behaviour = { vote: "gross" };
    const before = [...liars].map((one) =>
      stakeOf(scene.world.ctx, nodes.require(scene.world.ctx, one)),
    );
    finish(scene);
    expect(outcomeOf(scene)).to.equal(DisputeOutcome.DISPUTE_OUTCOME_UPHELD);
    const after = [...liars].map((one) =>
      stakeOf(scene.world.ctx, nodes.require(scene.world.ctx, one)),
    );
    expect(after).to.deep.equal(before.map((stake) => (stake * 8n) / 10n));
  });
});

describe("where runs of one kernel class are compared bit by bit", () => {
  const SAME: Behaviour = { exact: true };
  const OFF: Behaviour = { exact: true, shift: 1 };
  const ALL_SAME: readonly Behaviour[] = [SAME, SAME, SAME, SAME];

  it("an honest result is not disputed", () => {
    const scene = trial(SAME, ALL_SAME, ["valid"], { exact: true });
    finish(scene);
    expect(scene.world.task(scene.hash).disputes).to.deep.equal([]);
    expect(resultOf(scene).state).to.equal(State.STATE_FINAL);
    expect(finesOf(scene)).to.deep.equal([]);
  });

  const wrong: readonly [string, Behaviour, ResultFault, string][] = [
    ["one step", OFF, ResultFault.RESULT_FAULT_MARGINAL, "marginal_result 50000"],
    [
      "far",
      { exact: true, far: true },
      ResultFault.RESULT_FAULT_WRONG_FINGERPRINT,
      "wrong_result 500000",
    ],
  ];
  for (const [by, executor, fault, fine] of wrong) {
    it(`a fingerprint that is off by ${by} costs ${fine}`, () => {
      const scene = trial(executor, ALL_SAME, ["valid"], { exact: true });
      finish(scene);
      expect(resultOf(scene).fault).to.equal(fault);
      expect(finesOf(scene)).to.deep.equal([fine]);
    });
  }

  it("one step passes by verifiers of another class", () => {
    const scene = trial(OFF, ALL_SAME, ["valid"], { exact: true, otherClass: true });
    finish(scene);
    expect(scene.world.task(scene.hash).disputes).to.deep.equal([]);
    expect(resultOf(scene).state).to.equal(State.STATE_FINAL);
  });

  it("a verifier that is off by one step is not paid, and loses nothing", () => {
    const scene = trial(SAME, [OFF, SAME, SAME, SAME], ["valid"], { exact: true });
    finish(scene);
    const { verifications, disputes } = scene.world.task(scene.hash);
    expect(disputes[0]?.outcome).to.equal(DisputeOutcome.DISPUTE_OUTCOME_UPHELD);
    const first = verifications.toSorted((a, b) => a.position - b.position)[0];
    expect(verifications.filter(({ agrees }) => !agrees)).to.deep.equal([first]);
    expect(finesOf(scene)).to.deep.equal([]);
  });

  it("a member's vote that is off by one step does not count, and loses nothing", () => {
    const votes: readonly VoteKind[] = ["stray", "valid", "valid", "valid", "valid"];
    const scene = trial(OFF, ALL_SAME, votes, { exact: true, nodes: 12 });
    finish(scene);
    const all = scene.world.task(scene.hash).votes;
    expect(all.filter(({ counts }) => !counts)).to.have.lengthOf(1);
    expect(finesOf(scene)).to.deep.equal(["marginal_result 50000"]);
  });
});
