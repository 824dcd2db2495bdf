/** Accounts: numbers, sequences, keys, queries and genesis. */
import { expect } from "chai";
import fc from "fast-check";
import { moduleAddress } from "../../../app/lib/address.ts";
import { BaseAccount, ModuleAccount } from "../../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import type { GenesisState } from "../../../proto/gen/cosmos/auth/v1beta1/genesis.ts";
import { Query } from "../../../proto/gen/cosmos/auth/v1beta1/query.ts";
import { PubKey } from "../../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { coinChain, coinModules, MODULE_ACCOUNTS } from "../../kit/coinChain.ts";
import { refusal, testContext } from "../../kit/context.ts";
import { addressFor, ask, brokenInvariants } from "../../kit/modules.ts";

const alice = addressFor("alice");
const bob = addressFor("bob");
const key = {
  typeUrl: PubKey.typeUrl,
  value: PubKey.encode({ key: new Uint8Array(33).fill(2) }),
};
const first = BigInt(MODULE_ACCOUNTS.length);

function wrapped(account: Partial<BaseAccount>): GenesisState["accounts"][number] {
  return {
    typeUrl: BaseAccount.typeUrl,
    value: BaseAccount.encode(BaseAccount.create(account)),
  };
}

describe("auth keeper", () => {
  it("numbers accounts in the order in which they first appear", () => {
    const { ctx, auth } = coinChain();
    auth.keeper.ensureAccount(ctx, bob);
    auth.keeper.ensureAccount(ctx, alice);
    auth.keeper.ensureAccount(ctx, bob);
    expect(auth.keeper.account(ctx, bob)?.accountNumber).to.equal(first);
    expect(auth.keeper.account(ctx, alice)?.accountNumber).to.equal(first + 1n);
    expect(brokenInvariants(ctx, auth)).to.deep.equal([]);
  });

  it("keeps a key once and counts sequences", () => {
    const { ctx, auth } = coinChain({ [alice]: 5n });
    auth.keeper.setPublicKey(ctx, alice, key);
    auth.keeper.incrementSequence(ctx, alice);
    auth.keeper.incrementSequence(ctx, alice);
    const account = auth.keeper.account(ctx, alice);
    expect(account).to.include({ sequence: 2n, address: alice });
    expect(account?.pubKey).to.deep.equal(key);
    expect(() => auth.keeper.setPublicKey(ctx, alice, key)).to.throw("never changes");
  });

  it("knows nothing of an address that never received anything", () => {
    const { ctx, auth } = coinChain();
    expect(auth.keeper.account(ctx, alice)).to.equal(undefined);
  });
});

describe("auth queries", () => {
  it("answer an unknown account with the text that cosmjs takes for none", () => {
    const { ctx, auth } = coinChain();
    expect(() => ask(auth, ctx, Query.Account, { address: alice })).to.throw(
      "rpc error: code = NotFound",
    );
    expect(refusal(() => ask(auth, ctx, Query.AccountInfo, { address: alice }))).to.equal("auth/2");
  });

  it("refuse what is no address", () => {
    const { ctx, auth } = coinChain();
    const valoper = "aegisvaloper1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";
    for (const address of ["", "alice", alice.toUpperCase(), `${alice}q`, valoper]) {
      expect(refusal(() => ask(auth, ctx, Query.Account, { address }))).to.equal("auth/3");
    }
  });

  it("show module accounts with name and permissions, and others as BaseAccount", () => {
    const { ctx, auth } = coinChain({ [alice]: 1n });
    const one = ask(auth, ctx, Query.ModuleAccountByName, { name: "rewards" }).account;
    expect(one?.typeUrl).to.equal("/cosmos.auth.v1beta1.ModuleAccount");
    const decoded = ModuleAccount.decode(one?.value ?? new Uint8Array(0));
    expect(decoded.name).to.equal("rewards");
    expect(decoded.permissions).to.deep.equal(["minter"]);
    expect(decoded.baseAccount?.address).to.equal(moduleAddress("rewards"));
    const { accounts } = ask(auth, ctx, Query.ModuleAccounts);
    expect(accounts.length).to.equal(MODULE_ACCOUNTS.length);
    const plain = ask(auth, ctx, Query.Account, { address: alice }).account;
    expect(plain?.typeUrl).to.equal("/cosmos.auth.v1beta1.BaseAccount");
    expect(refusal(() => ask(auth, ctx, Query.ModuleAccountByName, { name: "nobody" }))).to.equal(
      "auth/5",
    );
  });

  it("page through all accounts, each once", () => {
    const holders = Object.fromEntries(
      Array.from({ length: 23 }, (_, index) => [addressFor(`holder ${index}`), 1n]),
    );
    const { ctx, auth } = coinChain(holders);
    const seen: string[] = [];
    let next: Uint8Array = new Uint8Array(0);
    do {
      const pagination = { key: next, offset: 0n, limit: 5n, countTotal: false, reverse: false };
      const page = ask(auth, ctx, Query.Accounts, { pagination });
      seen.push(...page.accounts.map(({ value }) => Buffer.from(value).toString("hex")));
      next = page.pagination?.nextKey ?? new Uint8Array(0);
    } while (next.length > 0);
    expect(seen.length).to.equal(23 + MODULE_ACCOUNTS.length);
    expect(new Set(seen).size).to.equal(seen.length);
  });

  it("convert addresses and name the prefix", () => {
    const { ctx, auth } = coinChain();
    expect(ask(auth, ctx, Query.Bech32Prefix).bech32Prefix).to.equal("aegis");
    const { addressBytes } = ask(auth, ctx, Query.AddressStringToBytes, { addressString: alice });
    expect(ask(auth, ctx, Query.AddressBytesToString, { addressBytes }).addressString).to.equal(
      alice,
    );
    const short = { addressBytes: addressBytes.slice(1) };
    expect(refusal(() => ask(auth, ctx, Query.AddressBytesToString, short))).to.equal("auth/3");
  });

  it("say the limits that the host has", () => {
    const { ctx, auth } = coinChain();
    const { params } = ask(auth, ctx, Query.Params);
    expect(params?.maxMemoCharacters).to.equal(512n);
    expect(params?.txSigLimit).to.equal(8n);
    expect(params?.txSizeCostPerByte).to.equal(10n);
    expect(params?.sigVerifyCostSecp256k1).to.equal(1_000n);
  });
});

describe("auth genesis", () => {
  const { auth } = coinModules();
  const cases: readonly [string, Partial<GenesisState>, string][] = [
    ["a bad address", { accounts: [wrapped({ address: "aegis1" })] }, "auth/3"],
    [
      "an address twice",
      { accounts: [wrapped({ address: alice }), wrapped({ address: alice, accountNumber: 1n })] },
      "auth/4",
    ],
    [
      "a number twice",
      { accounts: [wrapped({ address: alice }), wrapped({ address: bob })] },
      "auth/4",
    ],
    ["another type", { accounts: [{ typeUrl: "/x.Y", value: new Uint8Array(0) }] }, "auth/4"],
    [
      "other params",
      { params: { ...auth.genesis.defaults.params, txSigLimit: 9n } as never },
      "auth/4",
    ],
  ];
  for (const [name, part, code] of cases) {
    it(`refuses ${name}`, () => {
      expect(refusal(() => auth.genesis.validate({ ...auth.genesis.defaults, ...part }))).to.equal(
        code,
      );
    });
  }

  it("exports what it was given, through JSON, whatever accounts there are", () => {
    const account = fc.record({
      name: fc.string({ minLength: 1, maxLength: 8 }),
      number: fc.bigInt(0n, 2n ** 40n),
      sequence: fc.bigInt(0n, 2n ** 60n),
      hasKey: fc.boolean(),
    });
    const list = fc.uniqueArray(account, { selector: ({ name }) => name, maxLength: 8 });
    fc.assert(
      fc.property(list, (given) => {
        const numbers = new Set(given.map(({ number }) => number));
        fc.pre(numbers.size === given.length);
        const genesis = {
          ...auth.genesis.defaults,
          accounts: given.map(({ name, number, sequence, hasKey }) =>
            wrapped({
              address: addressFor(name),
              accountNumber: number,
              sequence,
              pubKey: hasKey ? key : undefined,
            }),
          ),
        };
        auth.genesis.validate(genesis);
        const ctx = testContext();
        auth.genesis.init(ctx, genesis);
        expect(brokenInvariants(ctx, auth)).to.deep.equal([]);
        const exported = auth.genesis.export(ctx);
        const { codec } = auth.genesis;
        const read = codec.fromJson(JSON.parse(JSON.stringify(codec.toJson(exported))));
        auth.genesis.validate(read);
        const again = testContext();
        auth.genesis.init(again, read);
        expect(again.state.dump()).to.deep.equal(ctx.state.dump());
        expect(auth.genesis.export(again)).to.deep.equal(exported);
        expect(exported.accounts.length).to.equal(given.length + MODULE_ACCOUNTS.length);
      }),
      { numRuns: 40 },
    );
  });
});
