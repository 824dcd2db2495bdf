/** Models, nodes and parameters: registration, its refusals, stake and the way out. */
import { expect } from "chai";
import secp256k1 from "secp256k1";
import { moduleAddress } from "../../../app/lib/address.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { DEFAULT_PARAMS, LOCAL_PARAMS, nodeDigest } from "../../../modules/tasks/index.ts";
import { rulesOf } from "../../../modules/tasks/access.ts";
import type { ModelRevision } from "../../../proto/gen/aegis/tasks/v1/model.ts";
import { NodeModelState } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import type { Params } from "../../../proto/gen/aegis/tasks/v1/params.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  MsgRegisterModel,
  MsgRegisterNode,
  MsgSetModelReward,
  MsgUnregisterNode,
  MsgUpdateParams,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { balanceOf, mint } from "./fakes.ts";
import { isSettled, Player, play, players } from "./play.ts";
import {
  account,
  authority,
  FUNDS,
  KERNEL_CLASS,
  MODEL,
  revision,
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
    const rules = { ...rulesOf(LOCAL_PARAMS), challengeWindowMs: 500_000n, disputeBaseMs: 10_000n };
    const params = { ...LOCAL_PARAMS, rules, unbondingTimeMs: 530_000n };
    const world = new World({ params });
    const hash = world.submit();
    const all = players(world);
    const isSoft = (): boolean => world.task(hash).results.some((one) => one.deadlineMs > 0n);
    const [first] = world.actors;
    const node = first?.node.address ?? "";
    // Work that begins late is still open when the time is over.
    expect(play(world, all, 30, isSoft)).to.equal(true);
    const late = world.submit();
    world.send(MsgUnregisterNode, { operator: first?.operator.address ?? "", node });
    play(world, all, 600, () => isSettled(world, hash) && isSettled(world, late));
    world.blocks(60);
    expect(balanceOf(world.ctx, first?.operator.address ?? "") >= STAKE).to.equal(true);
  });
});

describe("MsgRegisterModel", () => {
  const fresh = (change: Partial<ModelRevision> = {}): ModelRevision => ({
    ...revision(),
    model: "new-model",
    number: 0,
    ...change,
  });
  const send = (
    world: World,
    change: Partial<ModelRevision> = {},
    message: Partial<MsgRegisterModel> = {},
  ): string | undefined =>
    world.send(MsgRegisterModel, {
      owner: user.address,
      revision: fresh(change),
      deposit: LOCAL_PARAMS.modelDeposit,
      ...message,
    }).refused;

  it("takes the deposit; a further revision by the owner acts after challenge_window", () => {
    const world = new World();
    expect(send(world)).to.equal(undefined);
    world.check();
    expect(balanceOf(world.ctx, moduleAddress("tasks_deposit"))).to.equal(
      LOCAL_PARAMS.modelDeposit,
    );
    const further = { ggufBytes: 200n };
    expect(send(world, further)).to.equal(code(errors.wrongDeposit));
    expect(send(world, further, { owner: authority.address, deposit: 0n })).to.equal(
      code(errors.notModelOwner),
    );
    expect(send(world, further, { deposit: 0n })).to.equal(undefined);
    expect(send(world, further, { deposit: 0n })).to.equal(code(errors.revisionPending));
    const acting = (): number | undefined =>
      world.query(Query.Model, { model: "new-model" }).revision?.number;
    expect(acting()).to.equal(1);
    world.blocks(8);
    expect(acting()).to.equal(2);
    expect(world.query(Query.Model, { model: "new-model", revision: 1 }).revision?.number).to.equal(
      1,
    );
    expect(() => world.query(Query.Model, { model: "new-model", revision: 3 })).to.throw(
      "no such revision",
    );
  });

  const limits = revision().tolerances?.limits ?? [];
  const withCell = (change: object): Partial<ModelRevision> => ({
    tolerances: {
      ...(revision().tolerances ?? {
        name: "",
        deficitClip: 0,
        topPSlackMilli: 0,
        deficitBound: 0,
        probeBound: 0,
      }),
      limits: limits.map((cell, at) => (at === 23 ? { ...cell, ...change } : cell)),
    },
  });
  const bad: readonly [string, Partial<ModelRevision>][] = [
    ["no id", { model: "" }],
    ["an id with a space", { model: "new model" }],
    ["a long id", { model: "x".repeat(65) }],
    ["a number", { number: 1 }],
    ["a time", { actsFromMs: 1n }],
    ["a short hash", { ggufSha256: new Uint8Array(31) }],
    ["no size", { ggufBytes: 0n }],
    ["no context", { contextLength: 0 }],
    ["no engine", { enginePackage: "" }],
    ["no engine version", { engineVersion: "" }],
    ["an unknown template", { template: "jinja" }],
    ["a price that is too high", { promptPrice: 10n ** 12n + 1n }],
    ["no prefill speed", { minPrefillSpeed: 0 }],
    ["no decode speed", { minDecodeSpeed: 0 }],
    ["another prompt batch", { promptBatch: 256 }],
    ["no kernel class", { kernelClasses: [] }],
    ["a short known answer", { kernelClasses: [{ name: "a", knownAnswer: new Uint8Array(3) }] }],
    ["no end token", { endTokens: [] }],
    ["an end token twice", { endTokens: [2, 2] }],
    ["a long text", { knownAnswerPrompt: "x".repeat(1_025) }],
    ["a long vector", { tokenizerVectors: [{ text: "x".repeat(1_025), ids: [] }] }],
    ["no tolerances", { tolerances: undefined }],
    [
      "a table without a cell",
      {
        ...withCell({}),
        tolerances: {
          name: "x",
          deficitClip: 1,
          topPSlackMilli: 0,
          deficitBound: 0,
          probeBound: 0,
          limits: [],
        },
      },
    ],
    ["a limit beyond tolerance_max", withCell({ probeSumPer1000: 1_024_001 })],
    ["no limit on the largest deficit", withCell({ deficitMax: 4_294_967_295 })],
  ];
  for (const [name, change] of bad) {
    it(`refuses ${name}`, () => {
      const world = new World();
      expect(send(world, change)).to.equal(code(errors.invalidModel));
    });
  }

  it("refuses a missing revision, owner or deposit", () => {
    const world = new World();
    expect(send(world, {}, { revision: undefined })).to.equal(code(errors.invalidModel));
    expect(send(world, {}, { owner: "" })).to.equal(code(errors.invalidAddress));
    expect(send(world, {}, { deposit: 0n })).to.equal(code(errors.wrongDeposit));
  });
});

describe("MsgSetModelReward", () => {
  it("is for the authority and known models", () => {
    const world = new World();
    const referencePrice = { promptPrice: 1n, outputPrice: 2n };
    const send = (who: string, model: string, price = referencePrice): string | undefined =>
      world.send(MsgSetModelReward, { authority: who, model, referencePrice: price }).refused;
    expect(send(user.address, MODEL)).to.equal(code(errors.unauthorized));
    expect(send("", MODEL)).to.equal(code(errors.invalidAddress));
    expect(send(authority.address, "nothing")).to.equal(code(errors.unknownModel));
    const high = { promptPrice: 10n ** 13n, outputPrice: 0n };
    expect(send(authority.address, MODEL, high)).to.equal(code(errors.invalidModel));
    expect(send(authority.address, MODEL)).to.equal(undefined);
    const { model } = world.query(Query.Model, { model: MODEL });
    expect(model?.referencePrice).to.deep.equal(referencePrice);
    world.send(MsgSetModelReward, {
      authority: authority.address,
      model: MODEL,
      referencePrice: undefined,
    });
    expect(world.query(Query.Model, { model: MODEL }).model?.referencePrice).to.equal(undefined);
  });
});

describe("MsgUpdateParams", () => {
  const send = (world: World, params: Params | undefined, who = authority.address): unknown =>
    world.send(MsgUpdateParams, { authority: who, params }).refused;

  it("is for the authority; tasks keep the rules that they pinned", () => {
    const world = new World();
    const hash = world.submit();
    const rules = { ...rulesOf(LOCAL_PARAMS), rewardRanks: 5 };
    expect(send(world, { ...LOCAL_PARAMS, rules }, user.address)).to.equal(
      code(errors.unauthorized),
    );
    expect(send(world, { ...LOCAL_PARAMS, rules }, "")).to.equal(code(errors.invalidAddress));
    expect(send(world, { ...LOCAL_PARAMS, rules })).to.equal(undefined);
    expect(world.query(Query.Params, {}).params?.rules?.rewardRanks).to.equal(5);
    expect(world.task(hash).task?.rules?.rewardRanks).to.equal(2);
  });

  it("refuses what cannot work", () => {
    const world = new World();
    const local = rulesOf(LOCAL_PARAMS);
    const bad: readonly (Params | undefined)[] = [
      undefined,
      { ...LOCAL_PARAMS, rules: undefined },
      { ...LOCAL_PARAMS, toleranceMax: undefined },
      { ...LOCAL_PARAMS, maxBatch: 0 },
      { ...LOCAL_PARAMS, maxBatch: 2_000 },
      { ...LOCAL_PARAMS, exposureRatio: 0 },
      { ...LOCAL_PARAMS, minNodeStake: 0n },
      { ...LOCAL_PARAMS, unbondingTimeMs: 374_999n },
      { ...LOCAL_PARAMS, rules: { ...local, rewardRanks: 0 } },
      { ...LOCAL_PARAMS, rules: { ...local, slashNoShow: 1_000_001 } },
      { ...LOCAL_PARAMS, rules: { ...local, revealWindowMs: 0n } },
      // The clock's largest step is 2 s in these tests: a window has at least five.
      { ...LOCAL_PARAMS, rules: { ...local, revealWindowMs: 9_999n } },
    ];
    for (const params of bad) expect(send(world, params)).to.equal(code(errors.invalidParams));
    expect(send(world, { ...LOCAL_PARAMS, rules: { ...local, revealWindowMs: 10_000n } })).to.equal(
      undefined,
    );
    expect(send(world, DEFAULT_PARAMS)).to.equal(undefined);
  });
});
