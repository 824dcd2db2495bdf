/** What becomes of a challenger's bond: returned, lost to the committee, or burned. */
import { expect } from "chai";
import { errors } from "../../../modules/tasks/errors.ts";
import { DisputeOutcome } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import {
  ResultFault,
  State,
  VerificationKind,
  VerificationState,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { balanceOf, supplyOf } from "./fakes.ts";
import { isSettled, type Player, play } from "./play.ts";
import { VERIFIER } from "./scenes.ts";
import { ALWAYS, eventNames, ofKind, resultOf, type SoftFinal, softFinal } from "./softFinals.ts";
import type { VoteKind } from "./votes.ts";
import { STAKE, type WorldOptions } from "./world.ts";

const BOND = 100_000_000n;

interface Contest extends SoftFinal {
  readonly challenger: Player;
  readonly second: Player;
}

/** Two challenge; the first reveals, and the committee votes. The second stays silent. */
function contest(vote: VoteKind, options: WorldOptions = {}): Contest {
  const scene = softFinal(options);
  const { place, executor } = scene;
  const [challenger, second] = scene.strangers as [Player, Player];
  for (const one of scene.all) one.behaviour = { ...VERIFIER, vote };
  second.behaviour = { ...VERIFIER, vote, stands: false };
  for (const one of [challenger, second]) one.challenge(place, executor);
  challenger.revealChallenge(place, executor);
  expect(resultOf(scene).holds).to.equal(1);
  return { ...scene, challenger, second };
}

function outcomeOf({ world, place }: Contest): DisputeOutcome | undefined {
  return world.task(place.taskHash).disputes[0]?.outcome;
}

function stakesOf({ world, challenger, second }: Contest): readonly (bigint | undefined)[] {
  return [challenger, second].map(({ node }) => world.module.keeper.nodeStake(world.ctx, node));
}

describe("the bond of a challenge", () => {
  it("is the committee's when the result is upheld, whether revealed or not", () => {
    const scene = contest("valid", { params: ALWAYS });
    const { world, all, place, executor } = scene;
    const supply = supplyOf(world.ctx);
    const isSoft = (): boolean => resultOf(scene).state === State.STATE_SOFT_FINAL;
    expect(play(world, all, 60, isSoft)).to.equal(true);
    expect(outcomeOf(scene)).to.equal(DisputeOutcome.DISPUTE_OUTCOME_UPHELD);
    const result = resultOf(scene);
    expect([result.upheld, result.holds, result.auditHeight]).to.deep.equal([true, 0, 0n]);
    expect(stakesOf(scene)).to.deep.equal([STAKE - BOND, STAKE - BOND]);
    expect(supplyOf(world.ctx)).to.equal(supply);
    const members = new Set(world.task(place.taskHash).votes.map((one) => one.operator));
    const gained = [...members].map((operator) => balanceOf(world.ctx, operator));
    expect(gained.reduce((sum, one) => sum + one, 0n)).to.equal(2n * BOND);
    const third = scene.strangers[2];
    expect(third?.challenge(place, executor)).to.deep.equal([errors.alreadyJudged.code]);
    expect(play(world, all, 60, () => isSettled(world, place.taskHash))).to.equal(true);
    expect(resultOf(scene).state).to.equal(State.STATE_FINAL);
    expect(ofKind(scene, VerificationKind.VERIFICATION_KIND_AUDIT)).to.deep.equal([]);
    expect(world.record.faults).to.deep.equal([]);
  });

  it("goes back when the result is rejected; who revealed has a share of the slash", () => {
    const scene = contest("wrong");
    const { world, all, challenger, second } = scene;
    const isOver = (): boolean => resultOf(scene).state === State.STATE_REJECTED;
    expect(play(world, all, 60, isOver)).to.equal(true);
    expect(resultOf(scene).fault).to.equal(ResultFault.RESULT_FAULT_WRONG);
    expect(stakesOf(scene)).to.deep.equal([STAKE, STAKE]);
    const [fault] = world.record.faults;
    expect(fault?.node).to.equal(scene.executor);
    expect(fault?.beneficiaries.includes(challenger.actor.operator.address)).to.equal(true);
    expect(fault?.beneficiaries.includes(second.actor.operator.address)).to.equal(false);
    expect(eventNames(world).filter((name) => name === "BondReturned")).to.have.length(2);
    const silent = ofKind(scene, VerificationKind.VERIFICATION_KIND_CHALLENGE).find(
      (one) => one.verifier === second.node,
    );
    expect(silent?.state).to.equal(VerificationState.VERIFICATION_STATE_RELEASED);
    const { taskHash } = scene.place;
    for (const player of all) player.behaviour = {};
    expect(play(world, all, 300, () => isSettled(world, taskHash))).to.equal(true);
  });

  it("goes back when no committee could agree", () => {
    const scene = contest("silent");
    const { world, all, place } = scene;
    expect(play(world, all, 600, () => isSettled(world, place.taskHash))).to.equal(true);
    expect(outcomeOf(scene)).to.equal(DisputeOutcome.DISPUTE_OUTCOME_UNDECIDED);
    expect(resultOf(scene).state).to.equal(State.STATE_VOID);
    // The second's time ran out during the dispute: that bond is burned.
    expect(stakesOf(scene)[1]).to.equal(STAKE - BOND);
    const bonds = eventNames(world).filter((name) => name?.startsWith("Bond"));
    expect(bonds).to.deep.equal(["BondLost", "BondReturned"]);
    world.check();
  });
});
