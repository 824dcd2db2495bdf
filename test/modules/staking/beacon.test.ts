/** The beacon's part of staking: draws by power, records, jailing and committees over heights. */
import { createHash } from "node:crypto";
import { expect } from "chai";
import fc from "fast-check";
import { equalBytes, hex, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { beaconWithheld, validatorJailed } from "../../../modules/staking/index.ts";
import { Query } from "../../../proto/gen/aegis/staking/v1/query.ts";
import { type CommitteeMember, JailReason } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import type { TestContext } from "../../kit/context.ts";
import { ask, brokenInvariants } from "../../kit/modules.ts";
import { type TestValidator, testValidator, testValidators } from "../../kit/validators.ts";
import { type StakingChain, stakingChain } from "./fixtures.ts";

/** The draw as protocol.md writes it, independently of the module; `seats` says who has power. */
function expectedSigner(
  given: readonly TestValidator[],
  seats: readonly CommitteeMember[],
  chainId: string,
  height: bigint,
  beacon: Uint8Array,
): TestValidator {
  const ordered = [...given].sort((a, b) => (hex(a.address) < hex(b.address) ? -1 : 1));
  const powerOf = new Map(seats.map((seat) => [hex(seat.consensusAddress), seat.power]));
  const powers = ordered.map(({ address }) => powerOf.get(hex(address)) ?? 0n);
  const total = powers.reduce((sum, power) => sum + power, 0n);
  const number = (value: bigint, bytes: number): Buffer =>
    Buffer.from(value.toString(16).padStart(bytes * 2, "0"), "hex");
  let preimage = Buffer.concat([
    Buffer.from("aegis/beacon-signer/v1"),
    number(BigInt(chainId.length), 4),
    Buffer.from(chainId),
    beacon,
    number(height, 8),
  ]);
  for (;;) {
    preimage = createHash("sha256").update(preimage).digest();
    const word = BigInt(`0x${preimage.subarray(0, 8).toString("hex")}`);
    if (word >= (2n ** 64n / total) * total) continue;
    let point = word % total;
    for (const [index, power] of powers.entries()) {
      if (point < power) return ordered[index] as TestValidator;
      point -= power;
    }
  }
}

describe("the beacon's signer", () => {
  it("is drawn by power from the committee, by the protocol's hash", () => {
    const stakes = fc.array(fc.bigInt(1_000_000n, 10n ** 15n), { minLength: 1, maxLength: 6 });
    const beacon = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(stakes, beacon, fc.bigInt(1n, 10n ** 9n), (list, previous, height) => {
        const given = list.map((stake, index) => testValidator(index, undefined, stake));
        const { ctx, staking } = stakingChain(given);
        const signer = staking.keeper.beaconSigner(ctx.at({ height }), height, previous);
        const seats = staking.keeper.committee(ctx, 0n)?.members ?? [];
        const expected = expectedSigner(given, seats, ctx.block.chainId, height, previous);
        expect(hex(signer?.consensusAddress ?? previous)).to.equal(hex(expected.address));
        expect(signer?.blsPublicKey).to.deep.equal(expected.validator.blsPublicKey);
      }),
      { numRuns: 25 },
    );
  });

  it("falls on each seat about as often as its power says, whatever the stake", () => {
    const given = [testValidator(0, undefined, 30_000_000n), testValidator(1)];
    const { ctx, staking } = stakingChain(given);
    let first = 0;
    for (let round = 0; round < 2_000; round += 1) {
      const signer = staking.keeper.beaconSigner(ctx, 5n, sha256(utf8(`${round}`)));
      if (
        signer !== undefined &&
        equalBytes(signer.consensusAddress, given[0]?.address ?? signer.blsPublicKey)
      )
        first += 1;
    }
    // 10 or 11 of 21, of 2,000; six standard deviations are 135.
    expect(first).to.be.within(817, 1_183);
  });

  it("is nobody when there is no committee", () => {
    const { ctx, staking } = stakingChain([]);
    expect(staking.keeper.beaconSigner(ctx, 5n, new Uint8Array(32))).to.equal(undefined);
  });
});

/** Plays blocks in which `signer` is drawn and `proposer` proposes. */
function play(
  chain: StakingChain,
  heights: readonly bigint[],
  draw: (height: bigint) => { signer: TestValidator; proposer: TestValidator; isWithheld: boolean },
): Map<bigint, readonly { readonly power: bigint }[]> {
  const updates = new Map<bigint, readonly { readonly power: bigint }[]>();
  for (const height of heights) {
    const ctx = chain.ctx.at({ height });
    const { signer, proposer, isWithheld } = draw(height);
    chain.staking.keeper.recordBeaconDraw(ctx, {
      height,
      signer: {
        consensusAddress: signer.address,
        blsPublicKey: signer.validator.blsPublicKey,
      },
      proposer: proposer.address,
      isWithheld,
    });
    const changed = chain.staking.endBlock?.(ctx) ?? [];
    if (changed.length > 0) updates.set(height, changed);
  }
  return updates;
}

function heights(from: number, count: number): bigint[] {
  return Array.from({ length: count }, (_, index) => BigInt(from + index));
}

function record(ctx: TestContext, chain: StakingChain, who: TestValidator) {
  const { operator } = who.validator;
  return ask(chain.staking, ctx, Query.BeaconRecord, { operator }).record;
}

describe("a withheld beacon", () => {
  it("counts for signer and proposer, once when they are the same", () => {
    const chain = stakingChain();
    const [a, b, c] = chain.given as [TestValidator, TestValidator, TestValidator];
    play(chain, [1n], () => ({ signer: a, proposer: b, isWithheld: true }));
    play(chain, [2n], () => ({ signer: a, proposer: a, isWithheld: true }));
    play(chain, [3n], () => ({ signer: a, proposer: b, isWithheld: false }));
    expect(record(chain.ctx, chain, a)).to.include({ withheld: 0b110n, draws: 3 });
    expect(record(chain.ctx, chain, b)).to.include({ withheld: 0b10n, draws: 2 });
    expect(record(chain.ctx, chain, c)).to.include({ withheld: 0n, draws: 0 });
    expect(chain.ctx.emitted(beaconWithheld).map(({ height }) => height)).to.deep.equal([1n, 2n]);
  });

  it("jails who withheld more than half of the last 40, in the block of the 21st", () => {
    const chain = stakingChain(testValidators(4), { historicalEntries: 0 });
    const [a, b, c] = chain.given as [TestValidator, TestValidator, TestValidator];
    const proposers = [b, c];
    const updates = play(chain, heights(1, 21), (height) => ({
      signer: a,
      proposer: proposers[Number(height % 2n)] as TestValidator,
      isWithheld: true,
    }));
    expect([...updates.keys()]).to.deep.equal([21n]);
    expect(updates.get(21n)).to.deep.equal([
      { publicKey: a.validator.consensusPublicKey, power: 0n },
    ]);
    const { ctx, staking } = chain;
    expect(staking.keeper.validator(ctx, a.validator.operator)).to.include({
      jailReason: JailReason.JAIL_REASON_BEACON,
      jailedHeight: 21n,
    });
    expect(ctx.emitted(validatorJailed).length).to.equal(1);
    const jailed = [...staking.keeper.validators(ctx)].filter((one) => one.jailedHeight > 0n);
    expect(jailed).to.have.lengthOf(1);
    expect(brokenInvariants(ctx, staking)).to.deep.equal([]);
  });

  it("is forgotten after 40 draws, so 20 in every 40 are borne for ever", () => {
    const chain = stakingChain();
    const [a, b] = chain.given as [TestValidator, TestValidator];
    play(chain, heights(1, 200), (height) => ({
      signer: a,
      proposer: b,
      isWithheld: height % 2n === 0n,
    }));
    expect(chain.ctx.emitted(validatorJailed)).to.deep.equal([]);
    expect(record(chain.ctx, chain, a)?.draws).to.equal(40);
  });

  it("never leaves fewer than min_committee_size validators", () => {
    const chain = stakingChain();
    const [a, b] = chain.given as [TestValidator, TestValidator];
    play(chain, heights(1, 60), () => ({ signer: a, proposer: b, isWithheld: true }));
    const jailed = chain.ctx.emitted(validatorJailed).map(({ operator }) => operator);
    expect(jailed).to.deep.equal([a.validator.operator]);
    const committee = chain.staking.keeper.committee(chain.ctx, 62n);
    expect(committee?.members.length).to.equal(3);
  });

  it("jails nobody when a network is too small", () => {
    const chain = stakingChain(testValidators(3));
    const [a, b] = chain.given as [TestValidator, TestValidator];
    play(chain, heights(1, 60), () => ({ signer: a, proposer: b, isWithheld: true }));
    expect(chain.ctx.emitted(validatorJailed)).to.deep.equal([]);
  });

  it("may jail two in one block", () => {
    const chain = stakingChain(testValidators(5));
    const [a, b] = chain.given as [TestValidator, TestValidator];
    const updates = play(chain, heights(1, 21), () => ({
      signer: a,
      proposer: b,
      isWithheld: true,
    }));
    expect(updates.get(21n)?.map(({ power }) => power)).to.deep.equal([0n, 0n]);
    expect(chain.staking.keeper.committee(chain.ctx, 23n)?.members.length).to.equal(3);
  });

  it("ignores a proposer that is no validator", () => {
    const chain = stakingChain();
    const [a] = chain.given as [TestValidator];
    const stranger = { ...a, address: new Uint8Array(20) };
    play(chain, [1n], () => ({ signer: a, proposer: stranger, isWithheld: true }));
    const none = { ...a, address: new Uint8Array(0) };
    play(chain, [2n], () => ({ signer: a, proposer: none, isWithheld: true }));
    expect(record(chain.ctx, chain, a)?.draws).to.equal(2);
  });
});

describe("committees", () => {
  it("change two heights after the block that changed them, and old ones are forgotten", () => {
    const chain = stakingChain(testValidators(4), { historicalEntries: 0 });
    const [a, b, c] = chain.given as [TestValidator, TestValidator, TestValidator];
    const proposers = [b, c];
    const withhold = (height: bigint) => ({
      signer: a,
      proposer: proposers[Number(height % 2n)] as TestValidator,
      isWithheld: true,
    });
    play(chain, heights(1, 21), withhold);
    const { ctx, staking } = chain;
    const size = (height: bigint) => staking.keeper.committee(ctx, height)?.members.length;
    expect([22n, 23n, 24n].map(size)).to.deep.equal([4, 3, 3]);
    const key = (height: bigint) => staking.keeper.blsKey(ctx, a.address, height);
    expect(key(22n)).to.deep.equal(a.validator.blsPublicKey);
    expect(key(24n)).to.deep.equal(a.validator.blsPublicKey);
    expect(key(25n)).to.equal(undefined);
    const honest = (height: bigint) => ({ ...withhold(height), isWithheld: false });
    play(chain, heights(22, 3), honest);
    expect(size(22n)).to.equal(4);
    play(chain, [25n], honest);
    expect(size(22n)).to.equal(undefined);
    expect(size(23n)).to.equal(3);
    expect(brokenInvariants(ctx, staking)).to.deep.equal([]);
  });

  it("are drawn from as they stand one height before the signed one", () => {
    const chain = stakingChain();
    const [a, b, c] = chain.given as [TestValidator, TestValidator, TestValidator];
    play(chain, heights(1, 21), (height) => ({
      signer: a,
      proposer: height % 2n === 0n ? b : c,
      isWithheld: true,
    }));
    const isDrawn = (height: bigint): boolean =>
      Array.from({ length: 100 }, (_, index) => sha256(utf8(`${index}`))).some((beacon) => {
        const signer = chain.staking.keeper.beaconSigner(chain.ctx, height, beacon);
        return equalBytes(signer?.consensusAddress ?? beacon, a.address);
      });
    // The jailed one keeps its seat up to height 22, so it may sign the beacon of 23.
    expect(isDrawn(23n)).to.equal(true);
    expect(isDrawn(24n)).to.equal(false);
  });

  it("know no key of strangers", () => {
    const { ctx, staking } = stakingChain();
    expect(staking.keeper.blsKey(ctx, new Uint8Array(20), 1n)).to.equal(undefined);
    expect(staking.keeper.validatorByConsensusAddress(ctx, new Uint8Array(3))).to.equal(undefined);
  });
});
