/** The keeper of coins, its queries and its genesis. */
import { expect } from "chai";
import fc from "fast-check";
import { moduleAddress } from "../../../app/lib/address.ts";
import { AMOUNT_MAX, uasi } from "../../../app/lib/coin.ts";
import { burned, coinbase } from "../../../modules/bank/index.ts";
import type { GenesisState } from "../../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import { Query } from "../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { coinChain, coinModules } from "../../kit/coinChain.ts";
import { refusal, testContext } from "../../kit/context.ts";
import { addressFor, ask, brokenInvariants, deliver } from "../../kit/modules.ts";

const alice = addressFor("alice");
const bob = addressFor("bob");
const people = Array.from({ length: 5 }, (_, index) => addressFor(`person ${index}`));

describe("bank keeper", () => {
  it("mints and burns in module accounts, and supply follows", () => {
    const { ctx, bank } = coinChain({ [alice]: 100n });
    bank.keeper.mint(ctx, "rewards", 50n);
    expect(bank.keeper.supply(ctx)).to.equal(150n);
    bank.keeper.send(ctx, moduleAddress("rewards"), moduleAddress("tasks_escrow"), 30n);
    bank.keeper.burn(ctx, "tasks_escrow", 30n);
    expect(bank.keeper.supply(ctx)).to.equal(120n);
    expect(ctx.emitted(coinbase)).to.deep.equal([
      { minter: moduleAddress("rewards"), amount: "50uasi" },
    ]);
    expect(ctx.emitted(burned)).to.deep.equal([
      { burner: moduleAddress("tasks_escrow"), amount: "30uasi" },
    ]);
    expect(brokenInvariants(ctx, bank)).to.deep.equal([]);
  });

  it("lets only modules with the permission mint and burn", () => {
    const { ctx, bank } = coinChain({ fee_collector: 10n });
    expect(() => bank.keeper.mint(ctx, "fee_collector", 1n)).to.throw("is no minter");
    expect(() => bank.keeper.burn(ctx, "fee_collector", 1n)).to.throw("is no burner");
    expect(() => bank.keeper.mint(ctx, "nobody", 1n)).to.throw("is no minter");
  });

  it("refuses to burn more than the module holds, and negative amounts are bugs", () => {
    const { ctx, bank } = coinChain({ slashing: 10n });
    expect(refusal(() => bank.keeper.burn(ctx, "slashing", 11n))).to.equal("sdk/5");
    expect(() => bank.keeper.send(ctx, alice, bob, -1n)).to.throw("in [0, 2^63)");
    expect(() => bank.keeper.mint(ctx, "rewards", AMOUNT_MAX)).to.throw("supply exceeds");
  });

  it("moves nothing and tells nobody for zero", () => {
    const { ctx, auth, bank } = coinChain();
    bank.keeper.send(ctx, alice, bob, 0n);
    bank.keeper.mint(ctx, "rewards", 0n);
    bank.keeper.burn(ctx, "slashing", 0n);
    expect(ctx.events).to.deep.equal([]);
    expect(auth.keeper.account(ctx, bob)).to.equal(undefined);
  });

  it("keeps the supply under random sends, whatever fails", () => {
    const move = fc.tuple(fc.nat(4), fc.nat(4), fc.bigInt(0n, 300n));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const { ctx, auth, bank } = coinChain(
          Object.fromEntries(people.map((person) => [person, 100n])),
        );
        for (const [from, to, amount] of moves) {
          const held = bank.keeper.balance(ctx, people[from] ?? "");
          const msg = { fromAddress: people[from] ?? "", toAddress: people[to] ?? "" };
          const failed = ctx.attempt((branch) => {
            deliver(bank, branch as never, MsgSend, { ...msg, amount: uasi(amount) });
          });
          expect(failed === undefined).to.equal(amount > 0n && amount <= held);
        }
        expect(bank.keeper.supply(ctx)).to.equal(500n);
        const sum = people.reduce((total, one) => total + bank.keeper.balance(ctx, one), 0n);
        expect(sum).to.equal(500n);
        expect(brokenInvariants(ctx, auth, bank)).to.deep.equal([]);
      }),
      { numRuns: 40 },
    );
  });

  it("has invariants that can fail", () => {
    const { ctx, bank } = coinChain({ [alice]: 100n });
    const [entry] = [...ctx.state.iterate("bank", { start: Uint8Array.of(1) })];
    ctx.state.set("bank", entry?.[0] ?? new Uint8Array(1), new TextEncoder().encode("99"));
    expect(brokenInvariants(ctx, bank)).to.deep.equal([
      "bank/supply: supply 100uasi, balances sum to 99uasi",
    ]);
    ctx.state.set("bank", entry?.[0] ?? new Uint8Array(1), new TextEncoder().encode("-1"));
    expect(brokenInvariants(ctx, bank)[0]).to.contain("positive balances");
  });
});

describe("bank queries", () => {
  const { ctx, bank } = coinChain({ [alice]: 100n, tasks_escrow: 11n });

  it("answer balances, zero for an account that does not exist", () => {
    const denom = "uasi";
    const balance = (address: string) => ask(bank, ctx, Query.Balance, { address, denom }).balance;
    expect(balance(alice)).to.deep.equal({ denom, amount: "100" });
    expect(balance(bob)).to.deep.equal({ denom, amount: "0" });
    expect(ask(bank, ctx, Query.AllBalances, { address: alice }).balances).to.deep.equal([
      { denom, amount: "100" },
    ]);
    expect(ask(bank, ctx, Query.AllBalances, { address: bob }).balances).to.deep.equal([]);
    const shown = ask(bank, ctx, Query.AllBalances, { address: alice, resolveDenom: true });
    expect(shown.balances).to.deep.equal([{ denom: "ASI", amount: "100" }]);
    expect(ask(bank, ctx, Query.SpendableBalances, { address: alice }).balances.length).to.equal(1);
    const one = ask(bank, ctx, Query.SpendableBalanceByDenom, { address: alice, denom });
    expect(one.balance?.amount).to.equal("100");
  });

  it("answer supply and how the coin is shown", () => {
    expect(ask(bank, ctx, Query.TotalSupply).supply).to.deep.equal([
      { denom: "uasi", amount: "111" },
    ]);
    expect(ask(bank, ctx, Query.SupplyOf, { denom: "uasi" }).amount?.amount).to.equal("111");
    expect(ask(bank, ctx, Query.SupplyOf, { denom: "uatom" }).amount?.amount).to.equal("0");
    const { metadata } = ask(bank, ctx, Query.DenomMetadata, { denom: "uasi" });
    expect(metadata?.display).to.equal("ASI");
    expect(metadata?.denomUnits.map(({ exponent }) => exponent)).to.deep.equal([0, 6]);
    expect(ask(bank, ctx, Query.DenomsMetadata).metadatas.length).to.equal(1);
    expect(ask(bank, ctx, Query.Params).params?.defaultSendEnabled).to.equal(true);
  });

  it("refuse bad addresses, bad denominations and unknown metadata", () => {
    const denom = "uasi";
    expect(refusal(() => ask(bank, ctx, Query.Balance, { address: "x", denom }))).to.equal("sdk/7");
    expect(refusal(() => ask(bank, ctx, Query.Balance, { address: alice }))).to.equal("sdk/10");
    expect(refusal(() => ask(bank, ctx, Query.AllBalances, { address: "" }))).to.equal("sdk/7");
    expect(refusal(() => ask(bank, ctx, Query.DenomMetadata, { denom: "uatom" }))).to.equal(
      "bank/6",
    );
  });
});

describe("bank genesis", () => {
  const { bank } = coinModules();
  const held = (address: string, amount: string, denom = "uasi") => ({
    address,
    coins: [{ denom, amount }],
  });
  const cases: readonly [string, Partial<GenesisState>, string][] = [
    ["a bad address", { balances: [held("alice", "1")] }, "sdk/7"],
    ["two balances of one account", { balances: [held(alice, "1"), held(alice, "1")] }, "bank/21"],
    ["zero", { balances: [held(alice, "0")] }, "sdk/10"],
    ["a negative balance", { balances: [held(alice, "-5")] }, "sdk/10"],
    ["another coin", { balances: [held(alice, "5", "uatom")] }, "sdk/5"],
    [
      "more than an amount can hold",
      { balances: [held(alice, AMOUNT_MAX.toString()), held(bob, "1")] },
      "bank/21",
    ],
    [
      "a supply that is not the sum",
      { balances: [held(alice, "5")], supply: [{ denom: "uasi", amount: "6" }] },
      "bank/21",
    ],
    ["send switches", { sendEnabled: [{ denom: "uasi", enabled: false }] }, "bank/21"],
    [
      "two descriptions of a coin",
      {
        denomMetadata: [
          ...bank.genesis.defaults.denomMetadata,
          ...bank.genesis.defaults.denomMetadata,
        ],
      },
      "bank/21",
    ],
  ];
  for (const [name, part, code] of cases) {
    it(`refuses ${name}`, () => {
      const genesis = { ...bank.genesis.defaults, ...part };
      expect(refusal(() => bank.genesis.validate(genesis))).to.equal(code);
    });
  }

  it("exports what it was given, through JSON, whatever the balances", () => {
    const amounts = fc.array(fc.bigInt(1n, 10n ** 15n), { maxLength: 12 });
    fc.assert(
      fc.property(amounts, (list) => {
        const { auth, bank: own } = coinModules();
        const ctx = testContext();
        auth.genesis.init(ctx, auth.genesis.defaults);
        const balances = list.map((amount, index) => held(addressFor(`${index}`), `${amount}`));
        own.genesis.init(ctx, { ...own.genesis.defaults, balances });
        const exported = own.genesis.export(ctx);
        const { codec } = own.genesis;
        const read = codec.fromJson(JSON.parse(JSON.stringify(codec.toJson(exported))));
        own.genesis.validate(read);
        const again = testContext();
        auth.genesis.init(again, auth.genesis.export(ctx));
        own.genesis.init(again, read);
        expect(own.genesis.export(again)).to.deep.equal(exported);
        expect(again.state.dump()).to.deep.equal(ctx.state.dump());
        expect(exported.balances.length).to.equal(list.length);
        expect(brokenInvariants(again, auth, own)).to.deep.equal([]);
      }),
      { numRuns: 30 },
    );
  });
});
