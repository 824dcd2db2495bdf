/** Genesis validators, queries and parameters of staking. */
import { expect } from "chai";
import fc from "fast-check";
import { hex } from "../../../app/lib/bytes.ts";
import { selfDelegation, stakingModule } from "../../../modules/staking/index.ts";
import type { GenesisState } from "../../../proto/gen/aegis/staking/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/staking/v1/query.ts";
import {
  JailReason,
  type Params,
  type Validator,
} from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { MsgUpdateParams } from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { Description } from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { coinChain } from "../../kit/coinChain.ts";
import { refusal } from "../../kit/context.ts";
import { addressFor, ask, brokenInvariants, deliver } from "../../kit/modules.ts";
import { testValidator, testValidators } from "../../kit/validators.ts";
import { aloneDeps, genesisOf, JAILED, poolsOf, stakingChain } from "./fixtures.ts";

const two = testValidators(2);
const described = (moniker: string): Description => Description.create({ moniker });
const [one] = two.map(({ validator }) => validator) as [Validator, Validator];

describe("staking genesis", () => {
  const { staking } = stakingChain([]);
  const base = genesisOf(staking, two);
  const changed = (part: Partial<Validator>): Partial<GenesisState> => ({
    validators: [{ ...one, ...part }, ...base.validators.slice(1)],
  });
  const record = (draws: number, withheld: bigint, operator = one.operator) => ({
    beaconRecords: [{ operator, draws, withheld }],
  });
  const cases: readonly [string, Partial<GenesisState>][] = [
    ["an operator that is no address", changed({ operator: "alice" })],
    ["a consensus key of 31 bytes", changed({ consensusPublicKey: new Uint8Array(31) })],
    ["a BLS key that is none", changed({ blsPublicKey: new Uint8Array(48) })],
    ["an empty BLS key", changed({ blsPublicKey: new Uint8Array(0) })],
    ["a proof of 95 bytes", changed({ possessionProof: new Uint8Array(95) })],
    ["too little stake", changed({ tokens: 999_999n })],
    ["stakes beyond an amount", changed({ tokens: 2n ** 63n })],
    ["an empty moniker", changed({ description: described("") })],
    ["a moniker of 71 bytes", changed({ description: described("m".repeat(71)) })],
    ["a reason without a height", changed({ jailReason: JailReason.JAIL_REASON_BEACON })],
    ["a height without a reason", changed({ jailedHeight: 3n })],
    ["a validator twice", { validators: [one, one] }],
    [
      "a shared BLS key",
      { validators: [one, { ...testValidator(1).validator, blsPublicKey: one.blsPublicKey }] },
    ],
    ["only jailed validators", { validators: [{ ...one, ...JAILED }] }],
    ["a record of a stranger", record(1, 0n, addressFor("stranger"))],
    ["a record of more draws than the window", record(41, 0n)],
    ["a record of no draws", record(0, 0n)],
    ["a record with more withheld than draws", record(3, 8n)],
    [
      "two records of one",
      { beaconRecords: [...record(1, 0n).beaconRecords, ...record(1, 0n).beaconRecords] },
    ],
  ];
  for (const [name, part] of cases) {
    it(`refuses ${name}`, () => {
      expect(refusal(() => staking.genesis.validate({ ...base, ...part }))).to.equal("staking/104");
    });
  }

  it("refuses a BLS key whose possession is not proven on this chain", () => {
    const foreign = testValidators(2, "aegis-other-1");
    expect(refusal(() => stakingChain(foreign))).to.equal("staking/104");
    const swapped = two.map((given, index) => ({
      ...given,
      validator: {
        ...given.validator,
        possessionProof: two[1 - index]?.validator.possessionProof ?? new Uint8Array(96),
      },
    }));
    expect(refusal(() => stakingChain(swapped))).to.equal("staking/104");
  });

  it("refuses a bonded pool that does not hold the stakes", () => {
    const { ctx, bank } = coinChain({ bonded_tokens_pool: 19_999_999n });
    const own = stakingModule(aloneDeps(bank.keeper));
    expect(refusal(() => own.genesis.init(ctx, genesisOf(own, two)))).to.equal("staking/104");
  });

  it("gives each seat the same power but for one, and the jailed none", () => {
    const given = [
      testValidator(0, undefined, 10_999_999n),
      testValidator(1, undefined, 25_000_000n),
      testValidator(2, undefined, 10_000_000n),
    ].map(({ validator }) => validator);
    const [a, b, c] = given as [Validator, Validator, Validator];
    const list = [a, b, { ...c, ...JAILED }];
    const { ctx, bank } = coinChain(poolsOf(list));
    const own = stakingModule(aloneDeps(bank.keeper));
    const genesis = { ...genesisOf(own, []), delegations: given.map(selfDelegation) };
    const updates = own.genesis.init(ctx, { ...genesis, validators: list });
    const keys = updates.map(({ publicKey }) => hex(publicKey));
    expect(keys).to.have.members([a, b].map((one) => hex(one.consensusPublicKey)));
    expect(updates.map(({ power }) => power)).to.have.members([10n, 11n]);
    expect(brokenInvariants(ctx, own)).to.deep.equal([]);
  });

  it("seats as many as there are seats, drawn by stake", () => {
    const given = testValidators(9);
    const { ctx, staking: own } = stakingChain(given, { committeeSize: 4 });
    const members = own.keeper.committee(ctx, 0n)?.members ?? [];
    expect(members.map(({ power }) => power)).to.have.members([10n, 10n, 10n, 11n]);
    const known = given.map(({ address }) => hex(address));
    expect(known).to.include.members(members.map((seat) => hex(seat.consensusAddress)));
    expect(brokenInvariants(ctx, own)).to.deep.equal([]);
  });

  it("exports what it was given, through JSON, with jails and records", () => {
    const entry = fc.record({
      stake: fc.bigInt(1_000_000n, 10n ** 12n),
      isJailed: fc.boolean(),
      bits: fc.bigInt(0n, 2n ** 40n - 1n),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (list) => {
        const given = list.map(({ stake, isJailed }, index) => {
          const made = testValidator(index, undefined, stake);
          const validator = { ...made.validator, ...(isJailed && index > 0 ? JAILED : {}) };
          return { ...made, validator };
        });
        const { ctx, staking: own } = stakingChain(given);
        const records = given.map(({ validator }, index) => ({
          operator: validator.operator,
          withheld: list[index]?.bits ?? 0n,
          draws: 40,
        }));
        const sorted = own.genesis.export(ctx);
        const order = sorted.validators.map(({ operator }) => operator);
        const ordered = order.map((name) => records.find(({ operator }) => operator === name));
        const genesis = { ...sorted, beaconRecords: ordered as typeof records };
        const { codec } = own.genesis;
        const read = codec.fromJson(JSON.parse(JSON.stringify(codec.toJson(genesis))));
        own.genesis.validate(read);
        const again = coinChain(poolsOf(sorted.validators)).ctx;
        own.genesis.init(again, read);
        expect(own.genesis.export(again)).to.deep.equal(genesis);
      }),
      { numRuns: 15 },
    );
  });
});

describe("staking queries", () => {
  const chain = stakingChain();
  const { ctx, staking, given } = chain;

  it("answer validators, one validator with its consensus address, and the committee", () => {
    expect(ask(staking, ctx, Query.Validators).validators.length).to.equal(4);
    const operator = given[2]?.validator.operator ?? "";
    const answer = ask(staking, ctx, Query.Validator, { operator });
    expect(answer.validator?.description?.moniker).to.equal("validator 2");
    expect(answer.consensusAddress).to.deep.equal(given[2]?.address);
    const { committee } = ask(staking, ctx, Query.Committee);
    const powers = committee?.members.map(({ power }) => power);
    expect(powers).to.have.members([10n, 10n, 10n, 11n]);
    expect(ask(staking, ctx, Query.Params).params?.beaconWindow).to.equal(40);
  });

  it("refuse strangers and heights that are not decided", () => {
    const stranger = { operator: addressFor("stranger") };
    expect(refusal(() => ask(staking, ctx, Query.Validator, stranger))).to.equal("staking/105");
    expect(refusal(() => ask(staking, ctx, Query.Validator, { operator: "" }))).to.equal(
      "staking/105",
    );
    expect(refusal(() => ask(staking, ctx, Query.BeaconRecord, stranger))).to.equal("staking/105");
    for (const height of [4n, 2n ** 64n - 1n]) {
      expect(refusal(() => ask(staking, ctx, Query.Committee, { height }))).to.equal("staking/106");
    }
    expect(ask(staking, ctx, Query.Committee, { height: 3n }).committee?.members.length).to.equal(
      4,
    );
  });
});

describe("MsgUpdateParams of staking", () => {
  const authority = addressFor("authority");
  const chain = stakingChain();
  const ctx = chain.ctx.at({ authority });
  const defaults = chain.staking.params?.defaults as Params;
  const set = (who: string, part: Partial<Params>) => () =>
    deliver(chain.staking, ctx, MsgUpdateParams, {
      authority: who,
      params: { ...defaults, ...part },
    });

  it("lets only the authority change them", () => {
    set(authority, { beaconWindow: 20 })();
    expect(ask(chain.staking, ctx, Query.Params).params?.beaconWindow).to.equal(20);
    expect(refusal(set(addressFor("alice"), {}))).to.equal("staking/102");
    const empty = () => deliver(chain.staking, ctx, MsgUpdateParams, { authority });
    expect(refusal(empty)).to.equal("staking/103");
  });

  const cases: readonly [string, Partial<Params>][] = [
    ["no seats", { committeeSize: 0 }],
    ["176 seats", { committeeSize: 176 }],
    ["a window of 1", { beaconWindow: 1 }],
    ["a window of 65", { beaconWindow: 65 }],
    ["no least committee", { minCommitteeSize: 0 }],
    ["a least committee above the seats", { committeeSize: 4, minCommitteeSize: 5 }],
    ["less stake than one power", { minSelfStake: 999_999n }],
    ["more stake than an amount", { minSelfStake: 2n ** 63n }],
  ];
  for (const [name, part] of cases) {
    it(`refuses ${name}`, () => {
      expect(refusal(set(authority, part))).to.equal("staking/103");
    });
  }
});
