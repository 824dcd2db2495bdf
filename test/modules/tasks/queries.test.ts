/** Queries: pages, filters, what a node is told, and what is unknown. */
import { expect } from "chai";
import { errors } from "../../../modules/tasks/errors.ts";
import { DutyKind, Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { Stage, State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { refusal } from "../../kit/context.ts";
import { isSettled, play, players } from "./play.ts";
import { nodeAt, worldAt } from "./scenes.ts";
import { account, MODEL, request, World } from "./world.ts";

const code = (error: { readonly code: number }): string => `tasks/${error.code}`;

describe("Tasks", () => {
  it("lists by number in pages, of a state, of a model", () => {
    const world = new World({ nodes: 3 });
    const first = Array.from({ length: 3 }, () => world.submit());
    const all = players(world, [{}, {}, {}]);
    play(world, all, 200, () => first.every((hash) => isSettled(world, hash)));
    for (let at = 0; at < 4; at += 1) world.submit();
    const numbers: bigint[] = [];
    let key = new Uint8Array(0);
    do {
      const pagination = PageRequest.create({ limit: 3n, key });
      const page = world.query(Query.Tasks, { pagination });
      numbers.push(...page.tasks.map((task) => task.sequence));
      key = new Uint8Array(page.pagination?.nextKey ?? []);
    } while (key.length > 0);
    expect(numbers).to.deep.equal([0n, 1n, 2n, 3n, 4n, 5n, 6n]);
    const final = world.query(Query.Tasks, { state: State.STATE_FINAL });
    expect(final.tasks.map((task) => task.sequence)).to.deep.equal([0n, 1n, 2n]);
    const open = world.query(Query.Tasks, { state: State.STATE_OPEN, model: MODEL });
    expect(open.tasks).to.have.length(4);
    expect(world.query(Query.Tasks, { model: MODEL }).tasks).to.have.length(7);
    expect(world.query(Query.Tasks, { model: "nothing" }).tasks).to.deep.equal([]);
    const reverse = PageRequest.create({ limit: 2n, reverse: true });
    const last = world.query(Query.Tasks, { pagination: reverse }).tasks;
    expect(last.map((task) => task.sequence)).to.deep.equal([6n, 5n]);
  });

  it("lists what is not settled, with the calculations that accept commits", () => {
    const { world, all, place } = worldAt(Stage.STAGE_COMMIT);
    const further = [world.submit(), world.submit()];
    const pages = (more: object): readonly bigint[] => {
      const numbers: bigint[] = [];
      for (let key = new Uint8Array(0); ; ) {
        const pagination = PageRequest.create({ limit: 1n, key });
        const page = world.query(Query.Tasks, { pending: true, pagination, ...more });
        numbers.push(...page.tasks.map((task) => task.sequence));
        key = new Uint8Array(page.pagination?.nextKey ?? []);
        if (key.length === 0) return numbers;
      }
    };
    nodeAt(all, 0).commit(place);
    expect(pages({})).to.deep.equal([1n, 2n, 0n]);
    expect(pages({ model: MODEL })).to.deep.equal([1n, 2n, 0n]);
    expect(pages({ state: State.STATE_COMMITTED })).to.deep.equal([0n]);
    const { node } = nodeAt(all, 0);
    const [open] = world.query(Query.Tasks, { pending: true, state: 2, node }).tasks;
    expect(open?.open.map(({ commits, committed }) => ({ commits, committed }))).to.deep.equal([
      { commits: 1, committed: true },
    ]);
    play(world, all, 200, () =>
      [place.taskHash, ...further].every((hash) => isSettled(world, hash)),
    );
    expect(pages({})).to.deep.equal([]);
    const reverse = PageRequest.create({ reverse: true });
    expect(world.query(Query.Tasks, { pending: true, pagination: reverse }).tasks).to.have.length(
      0,
    );
    // A page key beyond the last pending task leads nowhere.
    const key = Uint8Array.of(0, 0, 0, 6);
    const beyond = PageRequest.create({ key });
    expect(world.query(Query.Tasks, { pending: true, pagination: beyond }).tasks).to.have.length(0);
  });

  it("knows no pending task of a settled state", () => {
    const world = new World({ nodes: 3 });
    const ask = { pending: true, state: State.STATE_FINAL };
    expect(refusal(() => world.query(Query.Tasks, ask))).to.equal(code(errors.notPending));
    expect(refusal(() => world.query(Query.Tasks, { node: "x" }))).to.equal(
      code(errors.invalidAddress),
    );
  });
});

describe("Duties", () => {
  const kinds = (world: World, node: string): readonly DutyKind[] =>
    world.query(Query.Duties, { node }).duties.map((duty) => duty.kind);

  it("say at each stage what executor and verifiers owe", () => {
    const { world, all, place } = worldAt(Stage.STAGE_COMMIT);
    const executor = nodeAt(all, 0);
    const verifier = nodeAt(all, 1);
    const stage = (): Stage | undefined => world.task(place.taskHash).calculations[0]?.stage;
    executor.commit(place);
    expect(kinds(world, executor.node)).to.deep.equal([DutyKind.DUTY_KIND_AWAIT_REVEAL]);
    while (stage() === Stage.STAGE_COMMIT) world.block();
    expect(kinds(world, executor.node)).to.deep.equal([DutyKind.DUTY_KIND_REVEAL_RESULT]);
    executor.reveal(place);
    expect(kinds(world, executor.node)).to.deep.equal([DutyKind.DUTY_KIND_AWAIT_OPENING]);
    while (stage() === Stage.STAGE_DRAW) world.block();
    expect(kinds(world, verifier.node)).to.deep.equal([DutyKind.DUTY_KIND_COMMIT_VERIFICATION]);
    verifier.commitVerification(place, executor.node);
    expect(kinds(world, verifier.node)).to.deep.equal([DutyKind.DUTY_KIND_AWAIT_VERIFICATIONS]);
    for (const other of all.slice(2)) other.commitVerification(place, executor.node);
    expect(kinds(world, verifier.node)).to.deep.equal([DutyKind.DUTY_KIND_REVEAL_VERIFICATION]);
    expect(kinds(world, executor.node)).to.deep.equal([DutyKind.DUTY_KIND_REVEAL_FINGERPRINT]);
    const [duty] = world.query(Query.Duties, { node: executor.node }).duties;
    expect(duty?.deadlineMs).to.equal(world.task(place.taskHash).calculations[0]?.deadlineMs);
    executor.showFingerprint(place);
    for (const other of all.slice(1)) other.revealVerification(place, executor.node);
    expect(all.flatMap((one) => kinds(world, one.node))).to.deep.equal([]);
  });
});

describe("Task", () => {
  it("shows the answer once it is revealed", () => {
    const { world, all, place } = worldAt(Stage.STAGE_REVEAL);
    expect(world.query(Query.Task, { taskHash: place.taskHash }).answers).to.deep.equal([]);
    nodeAt(all, 0).reveal(place);
    const { answers } = world.query(Query.Task, { taskHash: place.taskHash });
    expect(answers.map((answer) => answer.content?.text)).to.deep.equal(["Four."]);
    expect(answers[0]?.state).to.equal(State.STATE_COMPUTED);
  });
});

describe("what is unknown", () => {
  it("is refused with a code", () => {
    const world = new World();
    const stranger = account("stranger").address;
    const refused: readonly [() => unknown, string][] = [
      [() => world.query(Query.Task, { taskHash: new Uint8Array(32) }), code(errors.unknownTask)],
      [() => world.query(Query.Task, { taskHash: new Uint8Array(3) }), code(errors.unknownTask)],
      [() => world.query(Query.Node, { node: stranger }), code(errors.unknownNode)],
      [() => world.query(Query.Node, { node: "x" }), code(errors.invalidAddress)],
      [() => world.query(Query.Duties, { node: "" }), code(errors.invalidAddress)],
      [() => world.query(Query.Model, { model: "nothing" }), code(errors.unknownModel)],
      [() => world.query(Query.PendingTasks, { model: "" }), code(errors.unknownModel)],
      [() => world.query(Query.Quote, {}), code(errors.invalidTask)],
      [
        () => world.query(Query.Quote, { request: request({ targetCount: 0 }) }),
        code(errors.invalidTask),
      ],
    ];
    for (const [ask, expected] of refused) expect(refusal(ask)).to.equal(expected);
    expect(world.query(Query.Duties, { node: stranger }).duties).to.deep.equal([]);
  });

  it("leaves models and nodes listed", () => {
    const world = new World({ nodes: 3 });
    expect(world.query(Query.Models, {}).models.map((model) => model.id)).to.deep.equal([MODEL]);
    expect(world.query(Query.Nodes, {}).nodes).to.have.length(3);
    expect(world.query(Query.Nodes, { model: MODEL }).nodes).to.have.length(3);
    expect(world.query(Query.Nodes, { model: "nothing" }).nodes).to.deep.equal([]);
    expect(world.query(Query.Model, { model: MODEL }).activeOperators).to.equal(3);
  });
});
