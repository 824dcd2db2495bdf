/**
 * Rewards against a model that knows no periods: every delegation owns its part of every income at
 * once, with 60 digits, by what it was worth when it changed or withdrew last, less
 * the slashes since. Whatever
 * is delegated, moved, slashed and withdrawn, the chain pays the model's amount to the uasi.
 */
import { expect } from "chai";
import fc from "fast-check";
import { rewardsWithdrawn } from "../../../modules/rewards/events.ts";
import {
  accountAddress,
  addressBytes,
  moduleAddress,
  operatorBytes,
} from "../../../app/lib/address.ts";
import type { QueryContext } from "../../../app/module/context.ts";
import { alice, bob, carol } from "../staking/world.ts";
import { EarningWorld } from "./world.ts";

const DIGITS = 10n ** 60n;
/** What 18 digits may lose in some hundred steps: a thousandth of one uasi. */
const TOLERANCE = DIGITS / 1_000n;
const VALIDATORS = 4;

/** What is owed, times 10^60. */
class Model {
  private readonly world: EarningWorld;
  private readonly owed = new Map<string, bigint>();
  private readonly own = new Map<string, bigint>();
  /** Operator → delegator → stake, times 10^60. */
  private stakes = new Map<string, Map<string, bigint>>();
  private events = 0;

  constructor(world: EarningWorld) {
    this.world = world;
    for (const { validator } of world.given) {
      this.setStake(world.ctx, validator.operator, validator.operator);
    }
    world.listener = {
      beforeDelegationSharesModified: (_, delegator, operator) =>
        this.stakesOf(operator).delete(delegator),
      afterDelegationModified: (ctx, delegator, operator) =>
        this.setStake(ctx, delegator, operator),
      beforeValidatorSlashed: (_, operator, fraction) => {
        const stakes = this.stakesOf(operator);
        const left = 10n ** 18n - fraction;
        for (const [one, stake] of stakes) stakes.set(one, (stake * left) / 10n ** 18n);
      },
    };
  }

  /** Forgets what it heard of a message that was refused. */
  attempt(send: () => string): void {
    const before = new Map([...this.stakes].map(([one, stakes]) => [one, new Map(stakes)]));
    if (send() !== "ok") this.stakes = before;
  }

  private stakesOf(operator: string): Map<string, bigint> {
    const stakes = this.stakes.get(operator) ?? new Map<string, bigint>();
    this.stakes.set(operator, stakes);
    return stakes;
  }

  setStake(ctx: QueryContext, delegator: string, operator: string): void {
    const { keeper } = this.world.staking;
    const validator = keeper.validator(ctx, operator);
    const shares = keeper.delegation(ctx, delegator, operator)?.shares ?? 0n;
    const worth =
      (shares * (validator?.tokens ?? 0n) * DIGITS) / BigInt(validator?.delegatorShares ?? 1);
    this.stakesOf(operator).set(delegator, worth);
  }

  /** A validator earns `amount` uasi. */
  earn(operator: string, amount: bigint): void {
    const { world } = this;
    const { tokens, licenceStake, commissionRate } = world.validator(operator);
    const all = amount * DIGITS;
    const ofTokens = tokens === 0n ? 0n : (all * tokens) / (tokens + licenceStake);
    const shared = (ofTokens * (10n ** 18n - BigInt(commissionRate))) / 10n ** 18n;
    this.own.set(operator, (this.own.get(operator) ?? 0n) + all - shared);
    for (const [delegator, stake] of this.stakesOf(operator)) {
      const key = `${delegator}/${operator}`;
      const part = (shared * stake) / (tokens * DIGITS);
      this.owed.set(key, (this.owed.get(key) ?? 0n) + part);
    }
  }

  /** Everything that was paid since the last look is what was owed, and nothing is owed then. */
  look(): void {
    const paid = this.world.ctx.emitted(rewardsWithdrawn);
    for (const { amount, validator, delegator } of paid.slice(this.events)) {
      const key = `${delegator}/${accountAddress(operatorBytes(validator))}`;
      this.expectWhole(key, BigInt(amount.replace("uasi", "")), this.owed.get(key) ?? 0n);
      this.owed.delete(key);
    }
    this.events = paid.length;
  }

  private expectWhole(what: string, paid: bigint, owed: bigint): void {
    const most = (owed + TOLERANCE) / DIGITS;
    const least = (owed > TOLERANCE ? owed - TOLERANCE : 0n) / DIGITS;
    expect(paid >= least && paid <= most, `${what} got ${paid} of ${owed}`).to.equal(true);
  }

  /** Queries say what is owed. */
  compare(): void {
    const { world } = this;
    for (const { validator } of world.given) {
      const { operator } = validator;
      if (world.staking.keeper.validator(world.ctx, operator) === undefined) continue;
      for (const [delegator] of world.staking.keeper.delegatorsOf(world.ctx, operator)) {
        const owed = this.owed.get(`${delegator}/${operator}`) ?? 0n;
        this.expectNear(`${delegator}/${operator}`, world.pending(delegator, operator), owed);
      }
      this.expectNear(operator, world.commission(operator), this.own.get(operator) ?? 0n);
    }
  }

  private expectNear(what: string, has: bigint, owed: bigint): void {
    const gap = has * 10n ** 42n - owed;
    const isNear = gap <= TOLERANCE && -gap <= TOLERANCE;
    expect(isNear, `${what} has ${has}, is owed ${owed}`).to.equal(true);
  }

  /** An operator took its whole uasi; `before` is what the chain said that it could. */
  tookCommission(operator: string): void {
    const owed = this.own.get(operator) ?? 0n;
    const left = this.world.commission(operator) * 10n ** 42n;
    expect(left < DIGITS).to.equal(true);
    const paid = (owed - left + TOLERANCE) / DIGITS;
    this.own.set(operator, owed - paid * DIGITS);
  }
}

type Kind =
  | "delegate"
  | "undelegate"
  | "redelegate"
  | "slash"
  | "withdraw"
  | "commission"
  | "block"
  | "epoch"
  | "unjail";

interface Step {
  readonly kind: Kind;
  readonly who: number;
  readonly from: number;
  readonly to: number;
  readonly amount: bigint;
}

const KINDS: readonly Kind[] = [
  ...(["delegate", "delegate", "delegate", "undelegate", "undelegate", "redelegate"] as const),
  ...(["slash", "withdraw", "commission", "block", "epoch", "epoch", "unjail"] as const),
];

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  who: fc.nat(6),
  from: fc.nat(VALIDATORS - 1),
  to: fc.nat(VALIDATORS - 1),
  amount: fc.oneof(fc.bigInt(1n, 30n), fc.bigInt(1n, 40_000_000n)),
});

/** What the epoch that ends gives each validator, by the parameters' shares. */
function incomeOf(world: EarningWorld): Map<string, bigint> {
  const { tally } = world.rewards.genesis.export(world.ctx);
  const seats = tally?.seats ?? [];
  const proposed = seats.reduce((sum, one) => sum + BigInt(one.proposed), 0n);
  const signed = seats.reduce((sum, one) => sum + BigInt(one.signed), 0n);
  const income = world.balance(COLLECTOR) + 1_000_000n;
  const income5 = (income * 50_000n) / 1_000_000n;
  const income35 = (income * 350_000n) / 1_000_000n;
  return new Map(
    seats.map((one) => {
      const validator = world.staking.keeper.validatorByConsensusAddress(
        world.ctx,
        one.consensusAddress,
      );
      const ofProposer = proposed === 0n ? 0n : (income5 * BigInt(one.proposed)) / proposed;
      const ofCommittee = signed === 0n ? 0n : (income35 * BigInt(one.signed)) / signed;
      return [validator?.operator ?? "", ofProposer + ofCommittee];
    }),
  );
}

const COLLECTOR = moduleAddress("fee_collector");

function endEpoch(world: EarningWorld, model: Model, slots: readonly number[]): void {
  while (!world.ctx.block.isEpochEnd) world.end();
  const income = incomeOf(world);
  model.look();
  for (const [operator, amount] of income) model.earn(operator, amount);
  world.end();
  model.look();
  const epoch = world.ctx.block.epoch - 1n;
  const set = world.staking.keeper.validatorSet(world.ctx, epoch);
  const { standby } = world.rewards.genesis.export(world.ctx);
  const pool = standby.find((one) => one.epoch === epoch)?.amount ?? 0n;
  const signers = [...new Set(slots)].filter((slot) => slot < (set?.slots ?? 0));
  const total = signers.reduce((sum, slot) => sum + BigInt(set?.powerOf(slot) ?? 0), 0n);
  world.attest(slots);
  if (total === 0n) return;
  for (const slot of signers) {
    const operator = world.staking.keeper.operatorOfSlot(world.ctx, slot);
    const power = BigInt(set?.powerOf(slot) ?? 0);
    if (operator !== undefined) model.earn(operator, (pool * power) / total);
  }
}

function endBlock(world: EarningWorld, model: Model): void {
  if (world.ctx.block.isEpochEnd) endEpoch(world, model, []);
  else world.end();
}

function act(world: EarningWorld, model: Model, { kind, who, from, to, amount }: Step): void {
  const source = world.operator(from);
  const target = world.operator(to);
  const people = [alice, bob, carol, ...world.given.map(({ validator }) => validator.operator)];
  const person = people[who] ?? alice;
  const isThere = world.staking.keeper.validator(world.ctx, source) !== undefined;
  if (kind === "delegate") model.attempt(() => world.delegate(person, source, amount));
  else if (kind === "undelegate") model.attempt(() => world.undelegate(person, source, amount));
  else if (kind === "redelegate")
    model.attempt(() => world.redelegate(person, source, target, amount));
  else if (kind === "withdraw") {
    // A withdrawal begins the delegation anew.
    if (world.withdraw(person, source) === "ok") model.setStake(world.ctx, person, source);
  } else if (kind === "block") endBlock(world, model);
  else if (kind === "epoch") endEpoch(world, model, [from, to, who % VALIDATORS]);
  else if (kind === "commission") {
    if (world.withdrawCommission(source) === "ok") model.tookCommission(source);
  } else if (isThere && kind === "slash") {
    const back = BigInt(who) < world.height ? BigInt(who) : 0n;
    world.slash(source, `0.${(amount % 1_000n).toString().padStart(4, "0")}`, world.height - back);
  } else if (isThere && kind === "unjail") {
    world.staking.keeper.unjail(world.ctx, world.given[from]?.address ?? addressBytes(alice));
  }
  model.look();
}

describe("rewards of delegations", () => {
  it("are what a model without periods says, over hundreds of steps", function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(fc.array(step, { minLength: 300, maxLength: 400 }), (steps) => {
        const world = new EarningWorld({ validators: VALIDATORS });
        const model = new Model(world);
        for (const [index, one] of steps.entries()) {
          act(world, model, one);
          if (index % 20 === 0) model.compare();
        }
        model.compare();
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});
