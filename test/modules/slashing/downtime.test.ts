/** Validators that do not sign: windows, their edges, what it costs, and who counts. */
import { expect } from "chai";
import fc from "fast-check";
import { consensusAddress } from "../../../app/lib/address.ts";
import { liveness, slashed } from "../../../modules/slashing/index.ts";
import { missedChunks } from "../../../modules/slashing/validatorState.ts";
import { clearWindow, flipMissed, isMissed } from "../../../modules/slashing/window.ts";
import { MsgUpdateParams } from "../../../proto/gen/aegis/slashing/v1/tx.ts";
import { ValidatorFault } from "../../../proto/gen/aegis/slashing/v1/slashing.ts";
import { JailReason } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { alice, FUNDS, rate } from "../staking/world.ts";
import { SlashingWorld } from "./world.ts";

/** Plays a validator's votes, one letter per height: "x" is missed. */
function play(world: SlashingWorld, index: number, votes: string): void {
  const operator = world.operator(index);
  for (const vote of votes) {
    if (vote === "x") world.absent.add(operator);
    else world.absent.delete(operator);
    world.end();
  }
  world.absent.clear();
}

/** Numbers here are far from what a float cannot hold. */
function roundHalfEven(value: number): number {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}

function isJailed(world: SlashingWorld, index: number): boolean {
  return world.validator(world.operator(index)).jailedHeight !== 0n;
}

describe("a window of ten heights, of which five must be signed", () => {
  const cases: readonly [string, string, boolean][] = [
    ["everything is signed", "....................", false],
    ["five are missed at the beginning", "xxxxx.....", false],
    ["six are missed, and the window is not full yet", "xxxxxx...", false],
    ["six are missed, and the window is full", "xxxxxx....", true],
    ["the sixth is missed as the window fills", "xxxxx....x", true],
    ["five are missed, and the first is forgotten with the sixth", "x....xxxx.x", false],
    ["five are missed of every ten", "xxxxx.....xxxxx.....xxxxx", false],
    ["the sixth comes before the first is forgotten", ".xxxxx.....x", false],
    ["six of the last ten", "...xxxxx...x", true],
    ["nothing is signed, but the window is not full", "xxxxxxxxx", false],
    ["nothing is signed", "xxxxxxxxxx", true],
  ];
  for (const [name, votes, isPunished] of cases) {
    it(`${isPunished ? "jails" : "does not jail"}: ${name}`, () => {
      const world = new SlashingWorld({ validators: 5 });
      play(world, 1, votes);
      expect(isJailed(world, 1)).to.equal(isPunished);
      expect(world.slashes(world.operator(1)).length).to.equal(isPunished ? 1 : 0);
      expect(isJailed(world, 0)).to.equal(false);
    });
  }

  it("rounds what must be signed half to even", () => {
    const world = new SlashingWorld({
      validators: 5,
      slashing: { signedBlocksWindow: 5, minSignedPerWindow: rate("0.5") },
    });
    play(world, 1, "xxx..");
    expect(isJailed(world, 1)).to.equal(false);
    play(world, 2, "xxxx.");
    expect(isJailed(world, 2)).to.equal(true);
  });

  it("punishes nobody with a fraction of nothing to sign", () => {
    const world = new SlashingWorld({ validators: 5, slashing: { minSignedPerWindow: "0" } });
    play(world, 1, "x".repeat(30));
    expect(isJailed(world, 1)).to.equal(false);
  });
});

describe("any votes in a window of any size", () => {
  const votes = fc.array(fc.boolean(), { maxLength: 60 });
  const rates = fc.constantFrom("0.2", "0.5", "0.75", "1");

  it("are judged as a list of the last ones would be", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), rates, votes, (window, least, signed) => {
        const params = { signedBlocksWindow: window, minSignedPerWindow: rate(least) };
        const world = new SlashingWorld({ validators: 5, slashing: params });
        const needed = roundHalfEven(window * Number(least));
        let seen: boolean[] = [];
        for (const isSigned of signed) {
          play(world, 1, isSigned ? "." : "x");
          seen = [...seen, isSigned].slice(-window);
          const missed = seen.filter((one) => !one).length;
          const isDown = seen.length === window && missed > window - needed;
          expect(isJailed(world, 1)).to.equal(isDown);
          if (isDown) return;
          expect(world.info(world.address(1)).missedBlocksCounter).to.equal(BigInt(missed));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("lie in pieces of 1,024 places", () => {
    const params = { signedBlocksWindow: 2_100, minSignedPerWindow: rate("0.9") };
    const world = new SlashingWorld({ validators: 5, slashing: params });
    const operator = world.operator(1);
    const missed = [0, 1_023, 1_024, 2_047, 2_048, 2_099];
    for (const index of missed) flipMissed(world.ctx, operator, index);
    for (const index of missed) expect(isMissed(world.ctx, operator, index)).to.equal(true);
    expect(isMissed(world.ctx, operator, 1_025)).to.equal(false);
    expect([...missedChunks.entries(world.ctx)].length).to.equal(3);
    for (const index of missed.slice(0, 4)) flipMissed(world.ctx, operator, index);
    expect([...missedChunks.entries(world.ctx)].length).to.equal(1);
    clearWindow(world.ctx, operator);
    expect([...missedChunks.entries(world.ctx)]).to.deep.equal([]);
  });
});

describe("downtime", () => {
  it("costs everybody behind the validator the same part, those who just left too", () => {
    const world = new SlashingWorld({ validators: 5 });
    const [operator, other] = [world.operator(1), world.operator(2)];
    world.delegate(alice, operator, 6_000_000n);
    play(world, 1, "xxxxxxx");
    // Not behind it any more: this was before the last heights that were missed.
    world.undelegate(alice, operator, 1_000_000n);
    play(world, 1, "x");
    world.undelegate(alice, operator, 2_000_000n);
    world.redelegate(alice, operator, other, 500_000n);
    play(world, 1, "xx");
    expect(isJailed(world, 1)).to.equal(true);
    const [slash] = world.slashes(operator);
    // Jailed at 11 for not signing 10; what left from 9 on stood behind it, 15 ASI in all.
    expect(slash).to.include({ height: 11n, infractionHeight: 9n, power: 15n, index: 0n });
    expect(slash?.fault).to.equal(ValidatorFault.VALIDATOR_FAULT_DOWNTIME);
    expect(slash?.burned).to.equal(150_000n);
    // 1 % of 15 ASI, of which unbondings pay 20,000 and what moved pays 5,000.
    expect(world.validator(operator).tokens).to.equal(12_500_000n - 125_000n);
    expect(world.validator(other).tokens).to.equal(10_495_000n);
    const until = world.ctx.block.clockMs + 30_000n;
    while (world.ctx.block.clockMs < until) world.end();
    expect(world.balance(alice)).to.equal(FUNDS - 6_000_000n + 1_000_000n + 1_980_000n);
  });

  it("tells why, jails for the time that the parameter says, and begins a new window", () => {
    const world = new SlashingWorld({ validators: 5 });
    const operator = world.operator(1);
    play(world, 1, "x".repeat(10));
    const { jailReason, jailedHeight } = world.validator(operator);
    expect(jailReason).to.equal(JailReason.JAIL_REASON_DOWNTIME);
    expect(jailedHeight).to.equal(11n);
    const address = consensusAddress(world.address(1));
    const { ctx } = world;
    expect(ctx.emitted(slashed)).to.deep.equal([
      {
        address,
        power: "10",
        reason: "missing_signature",
        jailed: address,
        burned_coins: "100000uasi",
      },
    ]);
    const missed = ctx.emitted(liveness);
    expect(missed.length).to.equal(10);
    expect(missed.at(-1)).to.deep.equal({ address, missed_blocks: "10", height: "11" });
    const info = world.info(world.address(1));
    expect(info).to.include({ missedBlocksCounter: 0n, indexOffset: 0n, tombstoned: false });
    const until = ctx.block.timeMs + 8_000n;
    expect(info.jailedUntil).to.deep.equal({ seconds: until / 1_000n, nanos: 0 });
    // It has its seat for two more heights, which count for nothing.
    world.absent.add(operator);
    world.end(3);
    expect(world.info(world.address(1)).indexOffset).to.equal(0n);
    expect(world.slashes(operator).length).to.equal(1);
  });

  it("slashes once where a seat is kept because there are too few", () => {
    const world = new SlashingWorld({ validators: 3 });
    const operator = world.operator(1);
    play(world, 1, "x".repeat(40));
    expect(isJailed(world, 1)).to.equal(true);
    const { members = [] } = world.staking.keeper.committee(world.ctx, world.height) ?? {};
    expect(members.length).to.equal(3);
    expect(world.slashes(operator).length).to.equal(1);
    expect(world.unjail(operator)).to.equal("ok");
    play(world, 1, "x".repeat(9));
    expect(world.slashes(operator).length).to.equal(1);
    play(world, 1, "xx");
    expect(world.slashes(operator).length).to.equal(2);
  });

  it("keeps the window of who loses its seat, and goes on with it", () => {
    const world = new SlashingWorld({ validators: 5 });
    const operator = world.operator(1);
    play(world, 1, "xxxx");
    expect(world.undelegate(operator, operator, 9_500_000n)).to.equal("ok");
    expect(isJailed(world, 1)).to.equal(true);
    const counted = world.info(world.address(1)).indexOffset;
    world.endEpoch();
    expect(world.info(world.address(1))).to.include({
      indexOffset: counted,
      missedBlocksCounter: 4n,
    });
    expect(world.delegate(operator, operator, 9_500_000n)).to.equal("sdk/5");
    world.chain.bank.keeper.send(world.ctx, alice, operator, 9_500_000n);
    expect(world.delegate(operator, operator, 9_500_000n)).to.equal("ok");
    expect(world.unjail(operator)).to.equal("ok");
    world.endEpoch(4);
    const info = world.info(world.address(1));
    expect(info.indexOffset > counted).to.equal(true);
    expect(info.startHeight > 1n).to.equal(true);
  });

  it("follows a validator through a rotation of its key", () => {
    const world = new SlashingWorld({ validators: 5 });
    const operator = world.operator(1);
    play(world, 1, "xxxx");
    expect(world.rotate(operator, "fresh")).to.equal("ok");
    play(world, 1, "xxxxxx");
    expect(isJailed(world, 1)).to.equal(true);
    const { consensusPublicKey } = world.validator(operator);
    expect(consensusPublicKey).to.not.deep.equal(world.given[1]?.validator.consensusPublicKey);
    // The old key is still this validator's.
    expect(world.info(world.address(1)).jailedUntil?.seconds).to.not.equal(0n);
  });

  it("begins anew when the authority changes the window", () => {
    const world = new SlashingWorld({ validators: 5 });
    play(world, 1, "xxxxx....");
    const params = world.slashing.genesis.export(world.ctx).params;
    if (params === undefined) throw new Error("parameters");
    const change = { authority: "", params: { ...params, signedBlocksWindow: 3 } };
    expect(world.judge(MsgUpdateParams, change)).to.equal("ok");
    play(world, 1, "x");
    const info = world.info(world.address(1));
    expect(info).to.include({ missedBlocksCounter: 1n, indexOffset: 1n });
    play(world, 1, "..x.");
    expect(isJailed(world, 1)).to.equal(false);
    play(world, 1, "x");
    expect(isJailed(world, 1)).to.equal(true);
  });

  it("writes nothing in a block that everybody signs", () => {
    const world = new SlashingWorld({ validators: 5 });
    world.end(8);
    const before = world.chain.ctx.state.dump()["slashing"];
    world.end();
    expect(world.chain.ctx.state.dump()["slashing"]).to.deep.equal(before);
  });
});
