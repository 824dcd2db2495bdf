/** Qualifications whose verifiers differ: a committee says who replayed wrongly. */
import { expect } from "chai";
import { NodeModelState, PendingReason } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { DisputeOutcome, type Vote } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import type { Behaviour } from "./contents.ts";
import { EXACT, exactWorld, finishRound, newcomer, stateOf, untilDrawn } from "./newcomers.ts";
import { nodeAt } from "./scenes.ts";
import type { World } from "./world.ts";

const ACTIVE = NodeModelState.NODE_MODEL_STATE_ACTIVE;
const PENDING = NodeModelState.NODE_MODEL_STATE_PENDING;

interface Outcome {
  readonly world: World;
  readonly state: ReturnType<typeof stateOf>;
  readonly outcome: DisputeOutcome | undefined;
  readonly liar: string;
  readonly votes: readonly Vote[];
}

/** One newcomer among `nodes` of genesis, all of which verify it; the first one lies. */
function dispute(
  nodes: number,
  newcomers: Behaviour,
  liars: Behaviour,
  others: Behaviour,
): Outcome {
  const { world, all } = exactWorld({ nodes, rewarded: true });
  for (const player of all) player.behaviour = others;
  const liar = nodeAt(all, 0);
  liar.behaviour = liars;
  const node = newcomer(world, "newcomer", { behaviour: newcomers });
  const { taskHash } = untilDrawn(world, node);
  finishRound(world, [node, ...all]);
  const { disputes, votes } = world.task(taskHash);
  const outcome = disputes[0]?.outcome;
  return { world, state: stateOf(world, node), outcome, liar: liar.node, votes };
}

function faults({ world }: Outcome): readonly (readonly [string, string])[] {
  return world.record.faults.map(({ node, reason }) => [node, reason]);
}

describe("a qualification about which verifiers differ", () => {
  it("is passed when the one who denied it has other numbers, who alone loses stake", () => {
    const ended = dispute(4, EXACT, { ...EXACT, objects: true, far: true }, EXACT);
    expect(ended.outcome).to.equal(DisputeOutcome.DISPUTE_OUTCOME_UPHELD);
    expect(ended.state).to.deep.equal([ACTIVE, 0]);
    expect(faults(ended)).to.deep.equal([[ended.liar, "wrong_verification"]]);
  });

  it("is passed when the one who denied it has its numbers, and is paid for a seat only", () => {
    const ended = dispute(4, EXACT, { ...EXACT, objects: true }, EXACT);
    expect(ended.outcome).to.equal(DisputeOutcome.DISPUTE_OUTCOME_UPHELD);
    expect(ended.state).to.deep.equal([ACTIVE, 0]);
    expect(faults(ended)).to.deep.equal([]);
    const paid = ended.world.record.final.flatMap((one) => one.executors);
    expect(paid.length).to.be.greaterThan(3);
    const own = paid.filter((one) => one === ended.world.actors[0]?.operator.address);
    const seats = ended.votes.filter(({ member }) => member === ended.liar);
    expect(own.length).to.equal(seats.length);
  });

  it("is failed when the one who confirmed it lied, who alone loses stake", () => {
    const accomplice: Behaviour = { far: true, exact: true };
    const seated: Behaviour = { ...accomplice, vote: "wrong" };
    const ended = dispute(5, accomplice, seated, { ...EXACT, vote: "wrong" });
    expect(ended.outcome).to.equal(DisputeOutcome.DISPUTE_OUTCOME_REJECTED);
    expect(ended.state).to.deep.equal([PENDING, PendingReason.PENDING_REASON_WRONG_ANSWER]);
    expect(faults(ended)).to.deep.equal([[ended.liar, "wrong_verification"]]);
  });

  it("is not verified, at nobody's cost, when too few are left to judge", () => {
    const ended = dispute(2, EXACT, { ...EXACT, objects: true }, EXACT);
    expect(ended.outcome).to.equal(DisputeOutcome.DISPUTE_OUTCOME_NO_COMMITTEE);
    expect(ended.state).to.deep.equal([PENDING, PendingReason.PENDING_REASON_NOT_VERIFIED]);
    expect(faults(ended)).to.deep.equal([]);
  });
});
