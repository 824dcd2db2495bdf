/** MsgSend, MsgMultiSend and MsgUpdateParams: what they move, and everything they refuse. */
import { expect } from "chai";
import { moduleAddress } from "../../../app/lib/address.ts";
import { uasi } from "../../../app/lib/coin.ts";
import { coinReceived, coinSpent, transfer } from "../../../modules/bank/index.ts";
import {
  MsgMultiSend,
  MsgSend,
  MsgUpdateParams,
} from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { type CoinChain, coinChain } from "../../kit/coinChain.ts";
import { refusal } from "../../kit/context.ts";
import { addressFor, brokenInvariants, deliver, messageOf } from "../../kit/modules.ts";

const alice = addressFor("alice");
const bob = addressFor("bob");
const carol = addressFor("carol");
const authority = addressFor("authority");
const coin = (amount: string, denom = "uasi") => ({ denom, amount });

function chain(): CoinChain {
  return coinChain({ [alice]: 1_000n }, { authority });
}

describe("MsgSend", () => {
  it("moves coins, makes the recipient's account and tells wallets", () => {
    const { ctx, auth, bank } = chain();
    const amount = uasi(400n);
    deliver(bank, ctx, MsgSend, { fromAddress: alice, toAddress: bob, amount });
    expect(bank.keeper.balance(ctx, alice)).to.equal(600n);
    expect(bank.keeper.balance(ctx, bob)).to.equal(400n);
    expect(auth.keeper.account(ctx, bob)?.sequence).to.equal(0n);
    expect(ctx.emitted(coinSpent)).to.deep.equal([{ spender: alice, amount: "400uasi" }]);
    expect(ctx.emitted(coinReceived)).to.deep.equal([{ receiver: bob, amount: "400uasi" }]);
    expect(ctx.emitted(transfer)).to.deep.equal([
      { recipient: bob, sender: alice, amount: "400uasi" },
    ]);
    expect(ctx.events.at(-1)).to.deep.equal({
      type: "message",
      attributes: [{ key: "sender", value: alice, index: true }],
    });
    expect(brokenInvariants(ctx, auth, bank)).to.deep.equal([]);
  });

  it("may send to oneself and may send everything", () => {
    const { ctx, bank } = chain();
    const all = { fromAddress: alice, amount: uasi(1_000n) };
    deliver(bank, ctx, MsgSend, { ...all, toAddress: alice });
    expect(bank.keeper.balance(ctx, alice)).to.equal(1_000n);
    deliver(bank, ctx, MsgSend, { ...all, toAddress: bob });
    expect(bank.keeper.balance(ctx, alice)).to.equal(0n);
    expect(brokenInvariants(ctx, bank)).to.deep.equal([]);
  });

  const good: MsgSend = { fromAddress: alice, toAddress: bob, amount: [coin("1")] };
  const cases: readonly [string, Partial<MsgSend>, string][] = [
    ["no sender", { fromAddress: "" }, "sdk/7"],
    ["no recipient", { toAddress: "" }, "sdk/7"],
    ["an upper-case recipient", { toAddress: bob.toUpperCase() }, "sdk/7"],
    ["a recipient that is too long", { toAddress: `${bob}aaaa` }, "sdk/7"],
    ["no coins", { amount: [] }, "sdk/10"],
    ["zero", { amount: [coin("0")] }, "sdk/10"],
    ["a negative amount", { amount: [coin("-1")] }, "sdk/10"],
    ["a fraction", { amount: [coin("1.5")] }, "sdk/10"],
    ["a padded amount", { amount: [coin("01")] }, "sdk/10"],
    ["a plus sign", { amount: [coin("+1")] }, "sdk/10"],
    ["hexadecimal", { amount: [coin("0x1")] }, "sdk/10"],
    ["an empty amount", { amount: [coin("")] }, "sdk/10"],
    ["2^63", { amount: [coin("9223372036854775808")] }, "sdk/10"],
    ["a hundred digits", { amount: [coin("9".repeat(100))] }, "sdk/10"],
    ["a denomination twice", { amount: [coin("1"), coin("1")] }, "sdk/10"],
    ["descending denominations", { amount: [coin("1", "uasj"), coin("1")] }, "sdk/10"],
    ["an empty denomination", { amount: [coin("1", "")] }, "sdk/10"],
    ["a denomination with a space", { amount: [coin("1", "u asi")] }, "sdk/10"],
    ["a denomination of 129 letters", { amount: [coin("1", "u".repeat(129))] }, "sdk/10"],
    [
      "too many coins",
      {
        amount: Array.from({ length: 17 }, (_, i) =>
          coin("1", `aaa${String.fromCharCode(97 + i)}`),
        ),
      },
      "sdk/10",
    ],
    ["coins that nobody has", { amount: [coin("1", "uatom")] }, "sdk/5"],
    ["more than the sender holds", { amount: [coin("1001")] }, "sdk/5"],
    ["a module account", { toAddress: moduleAddress("tasks_escrow") }, "sdk/4"],
  ];
  for (const [name, part, code] of cases) {
    it(`refuses ${name}`, () => {
      const { ctx, bank } = chain();
      const before = ctx.state.dump();
      const run = () => deliver(bank, ctx, MsgSend, { ...good, ...part });
      expect(refusal(run)).to.equal(code);
      expect(ctx.state.dump()).to.deep.equal(before);
    });
  }

  it("is signed by the sender and costs fixed gas", () => {
    const { bank } = chain();
    const spec = messageOf(bank, MsgSend);
    expect(spec.signer(good)).to.equal(alice);
    expect(spec.gas(good)).to.equal(50_000n);
  });
});

describe("MsgMultiSend", () => {
  const out = (address: string, amount: string) => ({ address, coins: [coin(amount)] });
  const good: MsgMultiSend = {
    inputs: [{ address: alice, coins: [coin("30")] }],
    outputs: [out(bob, "10"), out(carol, "20")],
  };

  it("pays every output from the one input", () => {
    const { ctx, bank } = chain();
    deliver(bank, ctx, MsgMultiSend, good);
    expect(bank.keeper.balance(ctx, alice)).to.equal(970n);
    expect(bank.keeper.balance(ctx, bob)).to.equal(10n);
    expect(bank.keeper.balance(ctx, carol)).to.equal(20n);
    expect(messageOf(bank, MsgMultiSend).signer(good)).to.equal(alice);
    expect(messageOf(bank, MsgMultiSend).gas(good)).to.equal(100_000n);
    expect(brokenInvariants(ctx, bank)).to.deep.equal([]);
  });

  const [input] = good.inputs;
  const cases: readonly [string, Partial<MsgMultiSend>, string][] = [
    ["no input", { inputs: [] }, "bank/2"],
    ["two inputs", { inputs: [...good.inputs, ...good.inputs] }, "bank/9"],
    ["no output", { outputs: [] }, "bank/3"],
    ["sums that differ", { outputs: [out(bob, "29")] }, "bank/4"],
    ["257 outputs", { outputs: Array.from({ length: 257 }, () => out(bob, "1")) }, "sdk/18"],
    ["a bad output address", { outputs: [out("bob", "30")] }, "sdk/7"],
    ["a bad input address", { inputs: [{ address: "alice", coins: [coin("30")] }] }, "sdk/7"],
    ["an output of nothing", { outputs: [{ address: bob, coins: [] }] }, "sdk/10"],
    ["a module account", { outputs: [out(moduleAddress("rewards"), "30")] }, "sdk/4"],
    [
      "more than the sender holds",
      {
        inputs: [{ address: input?.address ?? "", coins: [coin("2000")] }],
        outputs: [out(bob, "2000")],
      },
      "sdk/5",
    ],
  ];
  for (const [name, part, code] of cases) {
    it(`refuses ${name}`, () => {
      const { ctx, bank } = chain();
      const run = () => deliver(bank, ctx, MsgMultiSend, { ...good, ...part });
      expect(refusal(run)).to.equal(code);
    });
  }
});

describe("MsgUpdateParams of bank", () => {
  const off = { sendEnabled: [], defaultSendEnabled: false };

  it("lets the authority stop and allow sending", () => {
    const { ctx, bank } = chain();
    const send = { fromAddress: alice, toAddress: bob, amount: [coin("1")] };
    deliver(bank, ctx, MsgUpdateParams, { authority, params: off });
    expect(refusal(() => deliver(bank, ctx, MsgSend, send))).to.equal("bank/5");
    const output = { address: bob, coins: [coin("1")] };
    const multi = { inputs: [{ address: alice, coins: [coin("1")] }], outputs: [output] };
    expect(refusal(() => deliver(bank, ctx, MsgMultiSend, multi))).to.equal("bank/5");
    const on = { sendEnabled: [], defaultSendEnabled: true };
    deliver(bank, ctx, MsgUpdateParams, { authority, params: on });
    deliver(bank, ctx, MsgSend, send);
  });

  it("refuses everybody else, and everybody on a chain without an authority", () => {
    const { ctx, bank } = chain();
    const run = (who: string) => () =>
      deliver(bank, ctx, MsgUpdateParams, { authority: who, params: off });
    expect(refusal(run(alice))).to.equal("sdk/4");
    const params = { sendEnabled: [{ denom: "uasi", enabled: true }], defaultSendEnabled: true };
    expect(refusal(() => deliver(bank, ctx, MsgUpdateParams, { authority, params }))).to.equal(
      "bank/20",
    );
    expect(refusal(() => deliver(bank, ctx, MsgUpdateParams, { authority }))).to.equal("bank/20");
    const free = ctx.at({ authority: "" });
    expect(
      refusal(() => deliver(bank, free, MsgUpdateParams, { authority: alice, params: off })),
    ).to.equal("sdk/4");
  });
});
