/** Upgrades: planned by the authority, refused by an old program, made by a new one. */
import { expect } from "chai";
import { anyOf } from "../../../app/client/sign.ts";
import { chainStore } from "../../../app/chain/state.ts";
import { UpgradeNeeded, versionComplaint } from "../../../app/lifecycle/upgrade.ts";
import { query } from "../../../app/lifecycle/query.ts";
import { Query as BankQuery } from "../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { MsgUpdateParams } from "../../../proto/gen/cosmos/consensus/v1/tx.ts";
import { Query as ConsensusQuery } from "../../../proto/gen/cosmos/consensus/v1/query.ts";
import {
  MsgCancelUpgrade,
  MsgSoftwareUpgrade,
} from "../../../proto/gen/cosmos/upgrade/v1beta1/tx.ts";
import { Query as UpgradeQuery } from "../../../proto/gen/cosmos/upgrade/v1beta1/query.ts";
import { Plan } from "../../../proto/gen/cosmos/upgrade/v1beta1/upgrade.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import type { Method } from "../../../proto/wire/codec.ts";
import type { ProgramVersion } from "../../../cmd/aegisd/node/application.ts";
import { createChain, type TestChain, testSigner } from "../../kit/chain.ts";
import { MIGRATED_SYMBOL, newerProgram, UPGRADE_NAME } from "../../kit/newerProgram.ts";

const authority = testSigner("validator 0");

function ask<Q, A>(chain: TestChain, method: Method<Q, A>, partial: Partial<Q> = {}): A {
  const data = method.request.encode(method.request.create(partial));
  const answer = query(chain.app().host, { path: method.path, data, height: 0n, prove: false });
  expect(answer.code, answer.log).to.equal(0);
  return method.response.decode(answer.value);
}

/** Result code and codespace of one message in a block. */
function send(chain: TestChain, message: Any, signer = authority): string {
  const tx = chain.sign(signer, [message]);
  const { response } = chain.mock.block({ unjudged: [tx] });
  const result = response.txResults[1];
  return result?.code === 0 ? "ok" : `${result?.codespace} ${result?.code}`;
}

function plan(change: Partial<Plan> = {}, by: string = authority.address): Any {
  const made = Plan.create({ name: UPGRADE_NAME, height: 12n, info: "get it", ...change });
  return anyOf(MsgSoftwareUpgrade, { authority: by, plan: made });
}

describe("an upgrade", () => {
  it("is planned, changed and cancelled by the authority alone", () => {
    const chain = createChain({ users: 1, resourceNodes: 1 });
    const [user] = chain.users;
    if (user === undefined) throw new Error("a user");
    chain.mock.run(2);
    expect(send(chain, plan({}, user.address), user)).to.equal("app 2");
    expect(send(chain, plan())).to.equal("ok");
    expect(ask(chain, UpgradeQuery.CurrentPlan).plan).to.include({ name: "v2", info: "get it" });
    expect(send(chain, plan({ height: 20n }))).to.equal("ok");
    expect(ask(chain, UpgradeQuery.CurrentPlan).plan?.height).to.equal(20n);
    const cancel = anyOf(MsgCancelUpgrade, { authority: authority.address });
    expect(send(chain, cancel)).to.equal("ok");
    expect(ask(chain, UpgradeQuery.CurrentPlan).plan).to.equal(undefined);
    expect(send(chain, cancel)).to.equal("app 6");
    expect(ask(chain, UpgradeQuery.Authority).address).to.equal(authority.address);
    chain.mock.run(20);
  });

  const time = { seconds: 5n, nanos: 0 };
  const any = { typeUrl: "/x", value: new Uint8Array(0) };
  for (const [what, change, code] of [
    ["a height that has passed", { height: 3n }, "app 4"],
    ["height 0", { height: 0n }, "app 4"],
    ["no name", { name: "" }, "app 4"],
    ["a name with a space", { name: "v 2" }, "app 4"],
    ["a long text", { info: "x".repeat(10_001) }, "app 4"],
    ["a time", { time }, "app 4"],
    ["an IBC client", { upgradedClientState: any }, "app 4"],
  ] as const) {
    it(`with ${what} is refused`, () => {
      const chain = createChain({ users: 1, resourceNodes: 1 });
      chain.mock.run(4);
      expect(send(chain, plan(change))).to.equal(code);
    });
  }

  it("stops an old program, and a new one migrates, on every replica alike", () => {
    let version: ProgramVersion = {};
    const chain = createChain({ users: 1, resourceNodes: 1, replicas: 1, version: () => version });
    chain.mock.run(2);
    expect(send(chain, plan())).to.equal("ok");
    chain.mock.run(8);
    expect(chain.mock.height).to.equal(11n);
    const symbol = (): string =>
      ask(chain, BankQuery.DenomMetadata, { denom: "uasi" }).metadata?.symbol ?? "";
    const before = symbol();
    for (let tries = 0; tries < 2; tries += 1) {
      expect(() => chain.mock.block()).to.throw(UpgradeNeeded, /v2.*height 12 \(get it\)/);
      // A program that is started again says the same.
      chain.mock.restart(0);
      expect(chain.app().host.store.latest().height).to.equal(11n);
    }
    version = newerProgram();
    for (const index of [0, 1]) {
      chain.mock.restart(index);
      expect(versionComplaint(chain.app(index).host)).to.equal(undefined);
    }
    chain.mock.run(3);
    expect(before).not.to.equal(MIGRATED_SYMBOL);
    expect(symbol()).to.equal(MIGRATED_SYMBOL);
    expect(ask(chain, UpgradeQuery.AppliedPlan, { name: UPGRADE_NAME }).height).to.equal(12n);
    const versions = ask(chain, UpgradeQuery.ModuleVersions, { moduleName: "bank" });
    expect(versions.moduleVersions).to.deep.equal([{ name: "bank", version: 2n }]);
    expect(send(chain, plan({ height: 99n }))).to.equal("app 5");
    // The old program does not go on with the new state.
    version = {};
    chain.mock.restart(0);
    expect(versionComplaint(chain.app().host)).to.match(/bank has version 2.*too old/);
  });

  it("is not made by a program that is started too early, or without a plan", () => {
    let version: ProgramVersion = {};
    const chain = createChain({ users: 1, resourceNodes: 1, version: () => version });
    chain.mock.run(2);
    version = newerProgram();
    chain.mock.restart(0);
    expect(versionComplaint(chain.app().host)).to.match(/no upgrade is planned/);
    version = {};
    chain.mock.restart(0);
    expect(send(chain, plan())).to.equal("ok");
    version = newerProgram();
    chain.mock.restart(0);
    expect(versionComplaint(chain.app().host)).to.match(/at height 12, and the next block is 4/);
  });
});

describe("CometBFT's parameters", () => {
  const good = {
    authority: authority.address,
    block: { maxBytes: 3_000_000n, maxGas: 50_000_000n },
    evidence: {
      maxAgeNumBlocks: 1_000n,
      maxAgeDuration: { seconds: 1_000n, nanos: 0 },
      maxBytes: 100_000n,
    },
    validator: { pubKeyTypes: ["ed25519"] },
    abci: undefined,
  };
  const message = (change: Partial<MsgUpdateParams> = {}): Any =>
    anyOf(MsgUpdateParams, { ...good, ...change });

  it("are changed by the authority, told to CometBFT in that block, and known afterwards", () => {
    const chain = createChain({ users: 1, resourceNodes: 1 });
    chain.mock.run(2);
    const tx = chain.sign(authority, [message()]);
    const { response } = chain.mock.block({ unjudged: [tx] });
    expect(response.txResults[1]?.log).to.equal("");
    expect(response.consensusParamUpdates?.block).to.deep.equal(good.block);
    expect(chain.mock.block().response.consensusParamUpdates).to.equal(undefined);
    const { params } = ask(chain, ConsensusQuery.Params);
    expect(params?.block).to.deep.equal(good.block);
    expect(params?.abci?.voteExtensionsEnableHeight).to.equal(1n);
    expect(chainStore.state.require(chain.context()).blockGasMax).to.equal(50_000_000n);
  });

  for (const [what, change] of Object.entries({
    "another's": { authority: testSigner("user 0").address },
    "without blocks": { block: undefined },
    "with tiny blocks": { block: { maxBytes: 1_000n, maxGas: -1n } },
    "with huge blocks": { block: { maxBytes: 1n << 40n, maxGas: -1n } },
    "with negative gas": { block: { maxBytes: 3_000_000n, maxGas: -2n } },
    "without evidence": { evidence: { ...good.evidence, maxAgeNumBlocks: 0n } },
    "with evidence of no age": {
      evidence: { ...good.evidence, maxAgeDuration: { seconds: 0n, nanos: 0 } },
    },
    "with evidence larger than a block": { evidence: { ...good.evidence, maxBytes: 4_000_000n } },
    "with other keys": { validator: { pubKeyTypes: ["secp256k1"] } },
    "without vote extensions": { abci: { voteExtensionsEnableHeight: 0n } },
  } as Record<string, Partial<MsgUpdateParams>>)) {
    it(`${what} are refused`, () => {
      const chain = createChain({ users: 1, resourceNodes: 1 });
      const [user] = chain.users;
      if (user === undefined) throw new Error("a user");
      chain.mock.run(2);
      const signer = change.authority === undefined ? authority : user;
      expect(send(chain, message(change), signer)).to.match(/^app [23]$/);
    });
  }
});
