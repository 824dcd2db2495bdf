/** Resource nodes: registration, its refusals, stake and the way out. */
import { expect } from "chai";
import secp256k1 from "secp256k1";
import { moduleAddress } from "../../../app/lib/address.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { nodeDigest } from "../../../modules/tasks/index.ts";
import { rulesOf } from "../../../modules/tasks/access.ts";
import { NodeModelState } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  MsgRegisterNode,
  MsgUnregisterNode,
  MsgUpdateParams,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { balanceOf, mint } from "./fakes.ts";
import { isSettled, Player, play, players } from "./play.ts";
import { VERIFIER } from "./scenes.ts";
import {
  AT_ONCE,
  account,
  authority,
  FUNDS,
  KERNEL_CLASS,
  MODEL,
  STAKE,
  user,
  World,
} from "./world.ts";

const code = (error: { readonly code: number }): string => `tasks/${error.code}`;
const operator = account("new operator");
const key = account("new node");

function registration(world: World, change: Partial<MsgRegisterNode> = {}): MsgRegisterNode {
  const digest = nodeDigest(world.ctx.block.chainId, operator.address);
  return {
    operator: operator.address,
    publicKey: key.publicKey,
    signature: secp256k1.ecdsaSign(digest, key.privateKey).signature,
    endpoint: "https://node.example",
    models: [{ model: MODEL, kernelClass: KERNEL_CLASS }],
    stake: 1_000_000_000n,
    licences: [],
    servesCommittees: false,
    ...change,
  };
}

describe("MsgRegisterNode", () => {
  it("escrows the stake; the node is PENDING, the query says why, and it may not commit", () => {
    const world = new World();
    mint(world.ctx, operator.address, FUNDS);
    const { refused } = world.send(MsgRegisterNode, registration(world));
    expect(refused).to.equal(undefined);
    world.check();
    const { node } = world.query(Query.Node, { node: key.address });
    expect(node?.node?.models[0]?.state).to.equal(NodeModelState.NODE_MODEL_STATE_PENDING);
    expect(node?.notes[0]).to.match(/^PENDING for smollm2: it has not passed a qualification/);
    expect(balanceOf(world.ctx, moduleAddress("tasks_stake"))).to.equal(
      4n * STAKE + 1_000_000_000n,
    );
    const taskHash = world.submit();
    world.blocks(12);
    const pending = new Player(world, { node: key, operator });
    expect(pending.commit({ taskHash, calculation: 0, attempt: 0 })).to.deep.equal([
      errors.nodeNotActive.code,
    ]);
    expect(world.task(taskHash).rounds[0]?.positions.includes(key.address)).to.equal(false);
    expect(world.send(MsgRegisterNode, registration(world)).refused).to.equal(
      code(errors.nodeExists),
    );
  });

  const bad: readonly [string, Partial<MsgRegisterNode>, string][] = [
    ["no operator", { operator: "" }, code(errors.invalidAddress)],
    ["no key", { publicKey: new Uint8Array(0) }, code(errors.invalidNode)],
    ["the operator's own key", { publicKey: operator.publicKey }, code(errors.invalidNode)],
    ["no signature", { signature: new Uint8Array(0) }, code(errors.invalidNode)],
    ["a wrong signature", { signature: new Uint8Array(64).fill(1) }, code(errors.nodeSignature)],
    ["another's key", { publicKey: user.publicKey }, code(errors.nodeSignature)],
    ["an endpoint that is no URL", { endpoint: "node" }, code(errors.invalidNode)],
    ["a long endpoint", { endpoint: `https://${"x".repeat(300)}` }, code(errors.invalidNode)],
    ["no models", { models: [] }, code(errors.invalidNode)],
    [
      "a model twice",
      { models: [1, 2].map(() => ({ model: MODEL, kernelClass: KERNEL_CLASS })) },
      code(errors.invalidNode),
    ],
    [
      "an unknown model",
      { models: [{ model: "nothing", kernelClass: KERNEL_CLASS }] },
      code(errors.unknownModel),
    ],
    [
      "a kernel class that the model does not allow",
      { models: [{ model: MODEL, kernelClass: "gpu" }] },
      code(errors.kernelClass),
    ],
    ["too little stake", { stake: 999_999_999n }, code(errors.stakeTooSmall)],
    ["more stake than an amount", { stake: 2n ** 63n }, code(errors.invalidNode)],
    ["more stake than the operator has", { stake: FUNDS + 1n }, "bank/5"],
  ];
  for (const [name, change, expected] of bad) {
    it(`refuses ${name}`, () => {
      const world = new World();
      mint(world.ctx, operator.address, FUNDS);
      expect(world.send(MsgRegisterNode, registration(world, change)).refused).to.equal(expected);
      world.check();
    });
  }
});

describe("MsgUnregisterNode", () => {
  it("is for the operator, once", () => {
    const world = new World();
    const [actor] = world.actors;
    const node = actor?.node.address ?? "";
    const send = (who: string, what: string): string | undefined =>
      world.send(MsgUnregisterNode, { operator: who, node: what }).refused;
    expect(send(user.address, node)).to.equal(code(errors.notNodeOperator));
    expect(send(user.address, user.address)).to.equal(code(errors.unknownNode));
    expect(send("", node)).to.equal(code(errors.invalidAddress));
    expect(send(user.address, "")).to.equal(code(errors.invalidAddress));
    expect(send(actor?.operator.address ?? "", node)).to.equal(undefined);
    expect(send(actor?.operator.address ?? "", node)).to.equal(code(errors.nodeUnbonding));
  });

  it("takes the node out of draws at once and gives the stake back after unbonding", () => {
    const world = new World();
    const [actor] = world.actors;
    const node = actor?.node.address ?? "";
    const taskHash = world.submit();
    world.block();
    world.send(MsgUnregisterNode, { operator: actor?.operator.address ?? "", node });
    world.block();
    // It left between the inclusion and the draw: removals count at once.
    expect(world.task(taskHash).rounds[0]?.positions).to.have.length(3);
    const place = { taskHash, calculation: 0, attempt: 0 };
    world.blocks(12);
    expect(players(world)[0]?.commit(place)).to.deep.equal([errors.nodeUnbonding.code]);
    expect(world.query(Query.Node, { node }).node?.notes[0]).to.match(/^UNBONDING/);
    world.blocks(280);
    expect(balanceOf(world.ctx, actor?.operator.address ?? "")).to.equal(0n);
    world.blocks(20);
    expect(balanceOf(world.ctx, actor?.operator.address ?? "")).to.equal(STAKE);
    expect(() => world.query(Query.Node, { node })).to.throw("no such node");
  });

  it("keeps the stake while work of the node is not final", () => {
    // The task pins a long window; then the authority shortens everything, unbonding too.
    const rules = { ...rulesOf(AT_ONCE), challengeWindowMs: 150_000n };
    const world = new World({ params: { ...AT_ONCE, rules } });
    const hash = world.submit();
    const all = players(world, [{}, VERIFIER, VERIFIER, VERIFIER]);
    const isSoft = (): boolean => world.task(hash).status?.state === State.STATE_SOFT_FINAL;
    expect(play(world, all, 30, isSoft)).to.equal(true);
    const short = { ...rules, challengeWindowMs: 10_000n, disputeBaseMs: 10_000n };
    const params = { ...AT_ONCE, rules: short, unbondingTimeMs: 100_000n };
    expect(world.send(MsgUpdateParams, { authority: authority.address, params }).refused).to.equal(
      undefined,
    );
    const [executor, verifier] = world.actors.map((actor) => actor.operator.address);
    for (const { node, operator: owner } of world.actors.slice(0, 2)) {
      world.send(MsgUnregisterNode, { operator: owner.address, node: node.address });
    }
    world.blocks(65);
    expect(isSoft()).to.equal(true);
    expect(balanceOf(world.ctx, executor ?? "")).to.equal(0n);
    expect(balanceOf(world.ctx, verifier ?? "")).to.equal(0n);
    world.blocks(40);
    expect(isSettled(world, hash)).to.equal(true);
    expect(balanceOf(world.ctx, executor ?? "") > STAKE).to.equal(true);
    expect(balanceOf(world.ctx, verifier ?? "") > STAKE).to.equal(true);
  });
});
