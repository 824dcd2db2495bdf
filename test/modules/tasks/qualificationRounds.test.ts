/** Rounds of qualifications: new models, repetition, new revisions, and nodes that come back. */
import { expect } from "chai";
import { rulesOf } from "../../../modules/tasks/access.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import { NodeModelState, PendingReason } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { Stage, State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgRegisterModel, MsgUnregisterNode } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import {
  EXACT,
  exactWorld,
  finishRound,
  newcomer,
  qualificationOf,
  QUALIFYING,
  standing,
  stateOf,
  untilDrawn,
} from "./newcomers.ts";
import { isSettled, type Player, play } from "./play.ts";
import { nodeAt } from "./scenes.ts";
import { revision, user, type World } from "./world.ts";

const ACTIVE = NodeModelState.NODE_MODEL_STATE_ACTIVE;
const PENDING = NodeModelState.NODE_MODEL_STATE_PENDING;
const SUSPENDED = NodeModelState.NODE_MODEL_STATE_SUSPENDED;
const NEW_MODEL = "new-model";

function registerModel(world: World, change: Partial<MsgRegisterModel["revision"]> = {}): void {
  const { refused } = world.send(MsgRegisterModel, {
    owner: user.address,
    revision: { ...revision(), model: NEW_MODEL, number: 0, ...change },
    deposit: LOCAL_PARAMS.modelDeposit,
  });
  expect(refused).to.equal(undefined);
}

/** Nodes on a model that has none yet. */
function pioneers(world: World, count: number): Player[] {
  registerModel(world);
  return Array.from({ length: count }, (_, at) =>
    newcomer(world, `pioneer ${at}`, { model: NEW_MODEL }),
  );
}

const states = (world: World, all: readonly Player[]): NodeModelState[] =>
  all.map((player) => stateOf(world, player)[0]);

describe("the first nodes of a model", () => {
  it("verify each other, the first five of them; the sixth is verified by them", () => {
    const { world } = exactWorld();
    const nodes = pioneers(world, 5);
    world.block();
    nodes.push(newcomer(world, "sixth", { model: NEW_MODEL }));
    const place = untilDrawn(world, nodeAt(nodes, 0));
    expect(qualificationOf(world, nodeAt(nodes, 5))).to.equal(undefined);
    finishRound(world, nodes);
    expect(states(world, nodes)).to.deep.equal([ACTIVE, ACTIVE, ACTIVE, ACTIVE, ACTIVE, PENDING]);
    const pioneer = new Set(nodes.map(({ node }) => node));
    const { verifications } = world.task(place.taskHash);
    expect(verifications.every(({ verifier }) => pioneer.has(verifier))).to.equal(true);
    untilDrawn(world, nodeAt(nodes, 5));
    finishRound(world, nodes);
    expect(states(world, nodes)[5]).to.equal(ACTIVE);
    expect(world.record.faults).to.deep.equal([]);
  });

  it("are at least one more than a verification needs: two wait for a third", () => {
    const { world } = exactWorld();
    const nodes = pioneers(world, 2);
    world.blocks(25);
    for (const node of nodes) {
      expect(qualificationOf(world, node)).to.equal(undefined);
      expect(stateOf(world, node)).to.deep.equal([
        PENDING,
        PendingReason.PENDING_REASON_NOT_VERIFIED,
      ]);
    }
    const third = newcomer(world, "third", { model: NEW_MODEL });
    untilDrawn(world, third);
    finishRound(world, [...nodes, third]);
    expect(states(world, [...nodes, third])).to.deep.equal([ACTIVE, ACTIVE, ACTIVE]);
    expect(world.record.faults).to.deep.equal([]);
  });

  it("are one of each operator, and of one kernel class", () => {
    const { world } = exactWorld();
    const [known] = revision().kernelClasses;
    if (known === undefined) throw new Error("a kernel class");
    registerModel(world, { kernelClasses: [known, { ...known, name: "other" }] });
    const options = { model: NEW_MODEL };
    const nodes = [
      newcomer(world, "one", options),
      newcomer(world, "sister", { ...options, operator: "operator of one" }),
      newcomer(world, "two", options),
      newcomer(world, "stranger", { ...options, kernelClass: "other" }),
    ];
    world.blocks(25);
    expect(nodes.map((node) => qualificationOf(world, node))).to.deep.equal(
      nodes.map(() => undefined),
    );
  });

  it("are verified by their own kernel class alone", () => {
    const { world } = exactWorld();
    const [known] = revision().kernelClasses;
    if (known === undefined) throw new Error("a kernel class");
    registerModel(world, { kernelClasses: [known, { ...known, name: "other" }] });
    const [usual, other] = [known.name, "other"].map((kernelClass) =>
      [1, 2, 3].map((at) => {
        const behaviour = { ...EXACT, kernelClass };
        return newcomer(world, `${kernelClass} ${at}`, {
          model: NEW_MODEL,
          behaviour,
          kernelClass,
        });
      }),
    );
    const all = [...(usual ?? []), ...(other ?? [])];
    const places = all.map((node) => untilDrawn(world, node));
    finishRound(world, all);
    expect(states(world, all)).to.deep.equal(all.map(() => ACTIVE));
    const own = new Set((usual ?? []).map(({ node }) => node));
    for (const { taskHash } of places) {
      const { verifications, task } = world.task(taskHash);
      const isUsual = own.has(task?.qualifies ?? "");
      expect(verifications).to.have.length(2);
      expect(verifications.every((one) => own.has(one.verifier) === isUsual)).to.equal(true);
    }
  });

  it("are not drawn to verify before they have answered, and lose nothing by silence", () => {
    const { world } = exactWorld();
    const nodes = pioneers(world, 5);
    nodeAt(nodes, 4).behaviour = { qualifies: false, verifies: false };
    untilDrawn(world, nodeAt(nodes, 0));
    finishRound(world, nodes);
    expect(states(world, nodes)).to.deep.equal([ACTIVE, ACTIVE, ACTIVE, ACTIVE, PENDING]);
    expect(world.record.faults).to.deep.equal([]);
  });
});

describe("a repeated qualification", () => {
  const params = { ...QUALIFYING, requalificationEpochs: 2 };

  it("is of all nodes at one height; who does not answer is SUSPENDED, and comes back", () => {
    const { world, all } = exactWorld({ nodes: 5, params });
    const silent = nodeAt(all, 0);
    silent.behaviour = { ...EXACT, qualifies: false };
    untilDrawn(world, silent);
    expect(world.ctx.block.epoch).to.equal(2n);
    const heights = all.map((player) => {
      const place = qualificationOf(world, player);
      return place && world.task(place.taskHash).task?.height;
    });
    expect(new Set(heights)).to.deep.equal(new Set([world.ctx.block.height]));
    finishRound(world, all);
    expect(states(world, all)).to.deep.equal([SUSPENDED, ACTIVE, ACTIVE, ACTIVE, ACTIVE]);
    expect(stateOf(world, silent)[1]).to.equal(PendingReason.PENDING_REASON_NOT_ANSWERED);
    const taskHash = world.submit();
    world.blocks(2);
    expect(world.task(taskHash).rounds[0]?.positions).to.have.length(4);
    const place = { taskHash, calculation: 0, attempt: 0 };
    expect(silent.commit(place)).to.deep.equal([errors.nodeNotActive.code]);
    silent.behaviour = EXACT;
    untilDrawn(world, silent);
    // The others are not due: they have qualified in this period.
    expect(qualificationOf(world, nodeAt(all, 1))).to.equal(undefined);
    finishRound(world, all);
    expect(states(world, all)[0]).to.equal(ACTIVE);
    expect(standing(world, silent).qualifiedEpoch > 2n).to.equal(true);
    expect(world.record.faults).to.deep.equal([]);
  });

  it("takes nothing from a node whose verifiers do not show up", () => {
    const { world, all } = exactWorld({ nodes: 3, params });
    const [first, ...others] = all;
    for (const other of others) other.behaviour = { ...EXACT, verifies: false };
    if (first === undefined) throw new Error("a first node");
    untilDrawn(world, first);
    finishRound(world, all);
    expect(states(world, all)).to.deep.equal([ACTIVE, ACTIVE, ACTIVE]);
    // It is due until somebody verifies it.
    expect(standing(world, first).qualifiedEpoch).to.equal(0n);
    expect(world.record.faults.every(({ node }) => node !== first.node)).to.equal(true);
    expect(world.record.faults[0]?.reason).to.equal("verification_missed");
  });

  it("lets a suspended node finish what it has begun", () => {
    const rules = { ...rulesOf(params), revealWindowMs: 150_000n };
    const { world, all } = exactWorld({
      nodes: 5,
      params: { ...params, rules, unbondingTimeMs: 1_000_000n },
    });
    const executor = nodeAt(all, 0);
    world.blocks(38);
    const taskHash = world.submit();
    const at = (stage: Stage) => (): boolean =>
      world.task(taskHash).calculations[0]?.stage === stage;
    for (const player of all) player.behaviour = { ...EXACT, commits: false };
    executor.behaviour = { ...EXACT, qualifies: false, reveals: false };
    expect(play(world, all, 20, at(Stage.STAGE_REVEAL))).to.equal(true);
    finishRound(world, all);
    expect(states(world, all)[0]).to.equal(SUSPENDED);
    executor.behaviour = EXACT;
    expect(play(world, all, 400, () => isSettled(world, taskHash))).to.equal(true);
    expect(world.task(taskHash).status?.state).to.equal(State.STATE_FINAL);
    expect(world.record.faults).to.deep.equal([]);
  });

  it("is left out while a node is on its way out", () => {
    const { world, all } = exactWorld({ nodes: 4, params });
    const leaving = nodeAt(all, 0);
    world.send(MsgUnregisterNode, {
      operator: leaving.actor.operator.address,
      node: leaving.node,
    });
    untilDrawn(world, nodeAt(all, 1));
    expect(qualificationOf(world, leaving)).to.equal(undefined);
  });
});

describe("a round", () => {
  it("takes no more nodes than half of the places for duties can verify", () => {
    // Twelve places: 6 of them are for 3 first draws of 2, but five nodes always may.
    const { world } = exactWorld({ nodes: 4, params: { ...QUALIFYING, maxDuties: 3 } });
    const nodes = Array.from({ length: 9 }, (_, at) => newcomer(world, `newcomer ${at}`));
    world.blocks(22);
    const begun = nodes.filter((node) => qualificationOf(world, node) !== undefined);
    expect(begun).to.have.length(5);
    world.blocks(20);
    // The beacon of the next epoch chooses anew.
    const later = nodes.filter((node) => qualificationOf(world, node) !== undefined);
    expect(later).to.have.length(5);
    expect(later.some((node) => !begun.includes(node))).to.equal(true);
  });

  it("is verified by nodes with places left; the others lose nothing and try again", () => {
    const { world, all } = exactWorld({ nodes: 4, params: { ...QUALIFYING, maxDuties: 1 } });
    const nodes = Array.from({ length: 5 }, (_, at) => newcomer(world, `newcomer ${at}`));
    untilDrawn(world, nodeAt(nodes, 0));
    finishRound(world, [...nodes, ...all]);
    const reasons = new Set(nodes.map((node) => stateOf(world, node)[1]));
    expect(reasons).to.include(PendingReason.PENDING_REASON_NOT_VERIFIED);
    for (let round = 0; round < 8; round += 1) {
      world.blocks(20);
      finishRound(world, [...nodes, ...all]);
    }
    expect(states(world, nodes)).to.deep.equal(nodes.map(() => ACTIVE));
    expect(world.record.faults).to.deep.equal([]);
  });
});

describe("a further revision of a model", () => {
  it("is qualified for by every node in the next epoch, and ends a kernel class's work", () => {
    const { world } = exactWorld();
    const nodes = pioneers(world, 3);
    untilDrawn(world, nodeAt(nodes, 0));
    finishRound(world, nodes);
    const [known] = revision().kernelClasses;
    if (known === undefined) throw new Error("a kernel class");
    const send = (kernelClasses: (typeof known)[]): void => {
      const further = { ...revision(), model: NEW_MODEL, number: 0, ggufBytes: 7n, kernelClasses };
      const message = { owner: user.address, revision: further, deposit: 0n };
      expect(world.send(MsgRegisterModel, message).refused).to.equal(undefined);
    };
    send([known]);
    world.blocks(10);
    untilDrawn(world, nodeAt(nodes, 0));
    // They work on while they are measured.
    expect(states(world, nodes)).to.deep.equal([ACTIVE, ACTIVE, ACTIVE]);
    finishRound(world, nodes);
    expect(nodes.map((node) => standing(world, node).qualifiedRevision)).to.deep.equal([2, 2, 2]);
    send([{ ...known, name: "other" }]);
    world.blocks(30);
    expect(nodes.map((node) => stateOf(world, node))).to.deep.equal(
      nodes.map(() => [SUSPENDED, PendingReason.PENDING_REASON_NOT_QUALIFIED]),
    );
  });
});
