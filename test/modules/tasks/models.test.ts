/** Models and parameters: registration, its refusals, rewards, changes by the authority. */
import { expect } from "chai";
import { moduleAddress } from "../../../app/lib/address.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { DEFAULT_PARAMS, LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import { rulesOf } from "../../../modules/tasks/access.ts";
import type { ModelRevision } from "../../../proto/gen/aegis/tasks/v1/model.ts";
import type { Params } from "../../../proto/gen/aegis/tasks/v1/params.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  MsgRegisterModel,
  MsgSetModelReward,
  MsgUpdateParams,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { balanceOf } from "./fakes.ts";
import { authority, MODEL, revision, user, World } from "./world.ts";

const code = (error: { readonly code: number }): string => `tasks/${error.code}`;

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
  const withTable = (change: object): Partial<ModelRevision> => ({
    tolerances: {
      ...(revision().tolerances ?? {
        name: "",
        deficitClip: 0,
        topPSlackMilli: 0,
        deficitBound: 0,
        probeBound: 0,
        exact: false,
        limits: [],
      }),
      ...change,
    },
  });
  const withCell = (change: object): Partial<ModelRevision> =>
    withTable({ limits: limits.map((cell, at) => (at === 23 ? { ...cell, ...change } : cell)) });
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
          exact: false,
          limits: [],
        },
      },
    ],
    ["a largest deficit that is clipped away", withCell({ deficitMax: 4_096 })],
    ["a bound that is clipped away", withTable({ deficitBound: 4_096 })],
    ["a probe bound beyond tolerance_max", withTable({ probeBound: 4_097 })],
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
