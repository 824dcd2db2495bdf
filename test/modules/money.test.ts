/**
 * Auth, bank, staking, rewards and slashing together under random work: whatever happens and in
 * whatever order, no coin is made or lost unseen, no invariant breaks, and two runs end in the same
 * state.
 */
import { expect } from "chai";
import fc from "fast-check";
import { moduleAddress } from "../../app/lib/address.ts";
import { sha256, uint64BigEndian, utf8 } from "../../app/lib/bytes.ts";
import { uasi } from "../../app/lib/coin.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { rewardsModule } from "../../modules/rewards/index.ts";
import { slashingModule } from "../../modules/slashing/index.ts";
import { selfDelegation, stakingModule } from "../../modules/staking/index.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { coinChain } from "../kit/coinChain.ts";
import { addressFor, brokenInvariants, deliver } from "../kit/modules.ts";
import { testValidators } from "../kit/validators.ts";
import { aloneDeps } from "./staking/fixtures.ts";

const validators = testValidators(5);
const people = Array.from({ length: 4 }, (_, index) => addressFor(`person ${index}`));
const nodes = Array.from({ length: 3 }, (_, index) => addressFor(`node ${index}`));
const person = (index: number): string => people[index % people.length] as string;
const reference = sha256(utf8("task"));

type Step =
  | { readonly kind: "send"; readonly from: number; readonly to: number; readonly amount: bigint }
  | { readonly kind: "fee"; readonly from: number; readonly amount: bigint }
  | {
      readonly kind: "settle";
      readonly fee: bigint;
      readonly some: number;
      readonly isFinal: boolean;
    }
  | { readonly kind: "slash"; readonly node: number; readonly fraction: bigint }
  | { readonly kind: "block"; readonly isWithheld: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("send" as const),
    from: fc.nat(3),
    to: fc.nat(3),
    amount: fc.bigInt(0n, 2_000_000n),
  }),
  fc.record({
    kind: fc.constant("fee" as const),
    from: fc.nat(3),
    amount: fc.bigInt(0n, 5_000n),
  }),
  fc.record({
    kind: fc.constant("settle" as const),
    fee: fc.bigInt(0n, 400_000n),
    some: fc.nat(6),
    isFinal: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("slash" as const),
    node: fc.nat(2),
    fraction: fc.bigInt(0n, 1_000_000n),
  }),
  fc.record({ kind: fc.constant("block" as const), isWithheld: fc.boolean() }),
);

const EPOCH_BLOCKS = 4n;

function world() {
  const bonded = validators.reduce((sum, { validator }) => sum + validator.tokens, 0n);
  const chain = coinChain({
    ...Object.fromEntries(people.map((one) => [one, 1_000_000n])),
    bonded_tokens_pool: bonded,
    tasks_escrow: 1_000_000n,
    tasks_stake: 3_000_000n,
  });
  const { bank } = chain;
  const staking = stakingModule(aloneDeps(bank.keeper));
  const rewards = rewardsModule({ bank: bank.keeper, staking: staking.keeper });
  const stakes = new Map(nodes.map((node) => [node, 1_000_000n]));
  const slashing = slashingModule({
    bank: bank.keeper,
    staking: staking.keeper,
    licences: staking.keeper,
    rewards: rewards.keeper,
    stakes: {
      nodeStake: (_, node) => stakes.get(node),
      nodeOperator: (_, node) => person(nodes.indexOf(node)),
      takeNodeStake: (ctx, node, amount, to) => {
        stakes.set(node, (stakes.get(node) ?? 0n) - amount);
        bank.keeper.send(ctx, moduleAddress("tasks_stake"), moduleAddress(to), amount);
        return amount;
      },
    },
  });
  const founders = validators.map(({ validator }) => validator);
  const delegations = founders.map(selfDelegation);
  const genesis = { ...staking.genesis.defaults, validators: founders, delegations };
  staking.genesis.init(chain.ctx.at({ height: 0n }), genesis);
  rewards.genesis.init(chain.ctx, rewards.genesis.defaults);
  slashing.genesis.init(chain.ctx, slashing.genesis.defaults);
  return { ...chain, staking, rewards, slashing };
}

type World = ReturnType<typeof world>;

/** Draws and records the beacon as the host does, counts who produced the block, and ends it. */
function endBlock(chain: World, height: bigint, isWithheld: boolean): void {
  const { ctx, staking, rewards } = chain;
  const beacon = sha256(uint64BigEndian(height));
  const epoch = (height - 1n) / EPOCH_BLOCKS;
  const block = ctx.at({ height, epoch, isEpochEnd: height % EPOCH_BLOCKS === 0n });
  const signer = staking.keeper.beaconSigner(block, height, beacon);
  const members = staking.keeper.committee(block, height)?.members ?? [];
  const proposer = members[0]?.consensusAddress;
  if (signer === undefined || proposer === undefined) throw new Error("a committee is never empty");
  staking.keeper.recordBeaconDraw(block, { height, signer, proposer, isWithheld });
  const lastCommit = members.map(({ consensusAddress: address, power }) => {
    return { address, power, present: true, isForBlock: !isWithheld };
  });
  rewards.beginBlock?.(ctx.at({ ...block.block, proposer, lastCommit }));
  rewards.endBlock?.(block);
  staking.endBlock?.(block);
}

function settle(
  chain: World,
  ctx: BlockContext,
  one: Extract<Step, { readonly kind: "settle" }>,
): void {
  const executors = people.slice(0, one.some % 3);
  const verifiers = people.slice(0, one.some >> 1);
  const { keeper } = chain.rewards;
  keeper.settleCalculation(ctx, { escrow: "tasks_escrow", fee: one.fee, executors, verifiers });
  if (!one.isFinal) return;
  keeper.recordFinal(ctx, { fee: one.fee, referenceFee: one.fee / 2n, executors, verifiers });
}

function run(chain: World, steps: readonly Step[]): void {
  let height = 1n;
  for (const one of steps) {
    const ctx = chain.ctx.at({ height, epoch: (height - 1n) / EPOCH_BLOCKS });
    if (one.kind === "block") {
      endBlock(chain, height, one.isWithheld);
      height += 1n;
    } else if (one.kind === "slash") {
      chain.slashing.keeper.slashNode(ctx, {
        node: nodes[one.node] as string,
        reason: "verification_missed",
        fractionMillionths: one.fraction,
        beneficiaries: people,
        reference,
      });
    } else {
      // What users and escrows cannot pay is refused, and leaves no trace.
      ctx.attempt((branch) => {
        if (one.kind === "settle") settle(chain, branch, one);
        else if (one.kind === "fee") {
          const collector = moduleAddress("fee_collector");
          chain.bank.keeper.send(branch, person(one.from), collector, one.amount);
        } else {
          const message = { fromAddress: person(one.from), toAddress: person(one.to) };
          const amount = uasi(one.amount);
          deliver(chain.bank, branch as typeof ctx, MsgSend, { ...message, amount });
        }
      });
    }
    const { auth, bank, staking, rewards, slashing } = chain;
    expect(brokenInvariants(chain.ctx, auth, bank, staking, rewards, slashing)).to.deep.equal([]);
  }
}

describe("the modules that hold money", () => {
  it("keep every invariant under random work, and end alike on two replicas", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const [one, other] = [world(), world()];
        const before = one.bank.keeper.supply(one.ctx);
        run(one, steps);
        run(other, steps);
        expect(one.ctx.state.dump()).to.deep.equal(other.ctx.state.dump());
        expect(one.ctx.events).to.deep.equal(other.ctx.events);
        const {
          feesBurned = 0n,
          taskMinted = 0n,
          validatorsMinted = 0n,
        } = one.rewards.genesis.export(one.ctx).totals ?? {};
        const burned = one.slashing.genesis.export(one.ctx).totals?.burned ?? 0n;
        const after = one.bank.keeper.supply(one.ctx);
        expect(after).to.equal(before + taskMinted + validatorsMinted - feesBurned - burned);
      }),
      { numRuns: 25 },
    );
  });
});
