/**
 * Four validators and a fifth that joins by transactions: its seat, its delegators, its absence, a
 * validator with one key on two machines, and checkpoints that all attest. What a slash leaves is
 * computed once more here (`kit/stakeBook.ts`).
 */
import { expect } from "chai";
import { eventsOf } from "../../app/client/events.ts";
import { query } from "../../app/client/query.ts";
import { hasBit } from "../../app/checkpoint/bitfield.ts";
import { present } from "../../app/lib/assert.ts";
import { typedEvent } from "../../app/module/event.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { commonHeight, compareAppHashes } from "../../localnet/agreement.ts";
import { balances } from "../../localnet/money.ts";
import { killValidator, restartValidator } from "../../localnet/perturb.ts";
import type { Checkpoint } from "../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import { Query as CheckpointsQuery } from "../../proto/gen/aegis/checkpoints/v1/query.ts";
import { StandbyPaid } from "../../proto/gen/aegis/rewards/v1/event.ts";
import { ValidatorFault } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import { Query as BankQuery } from "../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { Query as RewardsQuery } from "../../proto/gen/cosmos/distribution/v1beta1/query.ts";
import type { AegisdCli } from "../kit/aegisdCli.ts";
import { readStake, worth } from "../kit/stakeBook.ts";
import { JOINER, StakingNetwork, TWINNED, until } from "../kit/stakingNetwork.ts";

const SELF = 500_000_003n;
const CAROL = 123_456_789n;
const DAVE = 77_777_777n;
const DAVE_TAKES = 7_000_001n;
const ERIN = 250_000_019n;
const ERIN_MOVES = 40_000_007n;
const FEE = 10_000n;
/** 1 as a decimal of 18 digits. */
const ONE = 10n ** 18n;

describe("validators of a real network", function () {
  this.timeout(300_000);
  let net: StakingNetwork;
  let firstSeat = 0;

  before(async () => {
    net = await StakingNetwork.start();
  });
  after(() => net?.network.close());

  const uasiOf = async (who: string): Promise<bigint> => {
    const asked = { address: net.account(who), denom: "uasi" };
    const { balance } = await query(net.rpc, BankQuery.Balance, asked);
    return BigInt(balance?.amount ?? 0);
  };
  const delegate = (who: string, index: number, amount: bigint): Promise<number> =>
    net.people.tx("staking", "delegate", net.operator(index), `${amount}uasi`, "--from", who);

  /** What a validator and its delegators have earned and not been paid, with 18 digits. */
  const outstanding = async (index: number, height: number): Promise<bigint> => {
    const asked = { validatorAddress: net.operator(index) };
    const method = RewardsQuery.ValidatorOutstandingRewards;
    const { rewards } = await query(net.rpc, method, asked, height);
    return BigInt(rewards?.rewards[0]?.amount ?? 0);
  };
  /** Waits until the validator has a seat, in height `first` for the first time, and votes. */
  const isSeatedAt = async (index: number, first: number): Promise<void> => {
    await net.passes(first);
    expect(await net.hasSeat(index, first - 1)).to.equal(false);
    expect(await net.hasSeat(index, first)).to.equal(true);
    await until("its signature", async () => net.hasSigned(index, (await net.height()) - 1));
  };
  /** Tries to leave jail; tells the height, or undefined when it is too early. */
  const unjail = async (from: AegisdCli, name: string): Promise<number | undefined> => {
    const { code, out, err } = await from.tryTx("slashing", "unjail", "--from", name);
    if (code === EXIT.ok) return Number(JSON.parse(out).height);
    expect(code, err).to.equal(EXIT.refused);
    expect(err).to.match(/(ms are left|tombstoned).*slashing code 4/);
    return undefined;
  };

  it("makes one of an account that has a node", async () => {
    await restartValidator(net.running, JOINER);
    const create = ["--moniker", "fifth", "--value", `${SELF}uasi`, "--from", "operator"];
    await net.fifth.tx("staking", "create-validator", ...create);
    const made = await net.people.ask("staking", "cosmos-validator", net.operator(JOINER));
    expect(made).to.have.nested.property("validator.status", "BOND_STATUS_BONDED");
    expect(made).to.have.nested.property("validator.tokens", `${SELF}`);
    const registered = await net.fifth.tx("staking", "register-bls-key", "--from", "operator");
    firstSeat = await net.firstSeat(registered);
  });

  it("lets people delegate to it, take back and move on", async () => {
    await Promise.all([
      delegate("carol", JOINER, CAROL),
      delegate("dave", JOINER, DAVE),
      delegate("erin", JOINER, ERIN),
    ]);
    const [here, there] = [net.operator(JOINER), net.operator(1)];
    const take = ["undelegate", here, `${DAVE_TAKES}uasi`, "--from", "dave"];
    const move = ["begin-redelegate", here, there, `${ERIN_MOVES}uasi`, "--from", "erin"];
    await Promise.all([net.people.tx("staking", ...take), net.people.tx("staking", ...move)]);
    const { tokens, shares, held } = await readStake(net.rpc, here);
    expect(tokens).to.equal(SELF + CAROL + DAVE - DAVE_TAKES + ERIN - ERIN_MOVES);
    expect(shares).to.equal(tokens * ONE);
    expect(held).to.deep.equal({
      [net.account(JOINER)]: SELF * ONE,
      [net.account("carol")]: CAROL * ONE,
      [net.account("dave")]: (DAVE - DAVE_TAKES) * ONE,
      [net.account("erin")]: (ERIN - ERIN_MOVES) * ONE,
    });
  });

  it("seats it in the second epoch after its BLS key was registered", async () => {
    await isSeatedAt(JOINER, firstSeat);
  });

  it("jails it when it is gone, and goes on without it", async () => {
    await killValidator(net.running, JOINER);
    await net.leaveUntilJailed(JOINER);
    expect(await unjail(net.fifth, "operator")).to.equal(undefined);
    const [slash] = await net.slashes(JOINER);
    expect(slash?.fault).to.equal(ValidatorFault.VALIDATOR_FAULT_DOWNTIME);
    const at = Number(slash?.height);
    await net.passes(at + 2);
    expect(await net.hasSeat(JOINER, at + 1)).to.equal(true);
    expect(await net.hasSeat(JOINER, at + 2)).to.equal(false);
  });

  it("takes for that what it must, of all alike, and lets them have their rewards", async () => {
    const slash = await net.expectExact(JOINER);
    expect(slash.infractionHeight).to.equal(slash.height - 2n);
    const now = await readStake(net.rpc, net.operator(JOINER));
    expect(now.tokens * ONE < now.shares).to.equal(true);
    const asked = ["staking", "delegation", net.account("carol"), net.operator(JOINER)];
    const left = worth(now, CAROL * ONE);
    expect(left < CAROL).to.equal(true);
    expect(await net.people.ask(...asked)).to.have.nested.property(
      "delegation_response.balance.amount",
      `${left}`,
    );
    const had = await uasiOf("carol");
    const withdraw = ["withdraw-delegator-reward", net.operator(JOINER), "--from", "carol"];
    const fee = ["--gas", "400000", "--fees", `${FEE}uasi`];
    const at = await net.people.tx("rewards", ...withdraw, ...fee);
    const { events } = await net.rpc.blockResults(at);
    const paid = events.find(({ type }) => type === "withdraw_rewards")?.attributes;
    const amount = BigInt(parseInt(present(paid?.[0], "amount").value, 10));
    expect(amount > 0n).to.equal(true);
    expect(await uasiOf("carol")).to.equal(had - FEE + amount);
  });

  it("lets it out of jail in time, and seats it again", async () => {
    await restartValidator(net.running, JOINER);
    let outAt: number | undefined;
    await until("the end of its time", async () => {
      outAt = await unjail(net.fifth, "operator");
      return outAt !== undefined;
    });
    await isSeatedAt(JOINER, await net.firstSeat(present(outAt, "a height")));
  });

  it("buries a validator that has one key on two machines", async () => {
    const victim = net.operator(TWINNED);
    await Promise.all([delegate("carol", TWINNED, CAROL), delegate("erin", TWINNED, ERIN)]);
    net.startTwin();
    await net.leaveUntilJailed(TWINNED);
    const slash = await net.expectExact(TWINNED);
    expect(slash.fault).to.equal(ValidatorFault.VALIDATOR_FAULT_DUPLICATE_VOTE);
    expect(slash.fraction).to.equal(`${ONE / 20n}`);
    const votes = await net.evidence(Number(slash.height));
    expect(votes).to.include(slash.infractionHeight + 1n);
    expect(await unjail(net.people, `validator${TWINNED}`)).to.equal(undefined);
    const shown = await net.people.ask("slashing", "validator-slashes", net.account(TWINNED));
    expect(shown).to.have.nested.property("slashes[0].burned", `${slash.burned}`);
    const { info } = (await net.people.ask("slashing", "signing-infos")) as { info: object[] };
    expect(info.filter((one) => "tombstoned" in one && one.tombstoned)).to.have.length(1);
    const now = await readStake(net.rpc, victim);
    const held = present(now.held[net.account("carol")], "a delegation");
    expect(held).to.equal(CAROL * ONE);
    expect(worth(now, held) < CAROL).to.equal(true);
    expect(net.reached).to.be.greaterThan(0);
  });

  it("finishes checkpoints, and pays who attested them", async () => {
    for (const index of [0, 1, 2, JOINER]) net.attest(index);
    let last: Checkpoint | undefined;
    await until("two final checkpoints, one of them closed", async () => {
      const { checkpoints } = await query(net.rpc, CheckpointsQuery.Checkpoints);
      const final = checkpoints.filter(({ finalHeight }) => finalHeight > 0n);
      last = final.find(({ closedHeight }) => closedHeight > 0n);
      return final.length >= 2 && last !== undefined;
    });
    const { epoch, closedHeight } = present(last, "a closed checkpoint");
    const shown = await net.people.ask("checkpoints", "checkpoint", `${epoch}`);
    expect(shown).to.have.nested.property("checkpoint.closed_height", `${closedHeight}`);
    const at = Number(closedHeight);
    await net.passes(at);
    const { events } = await net.rpc.blockResults(at);
    const [paid] = eventsOf(typedEvent(StandbyPaid), events);
    const pool = (paid?.paid ?? 0n) + (paid?.returned ?? 0n);
    const { members } = await query(net.rpc, CheckpointsQuery.ValidatorSet, { epoch }, at);
    const { attestation } = await query(net.rpc, CheckpointsQuery.Checkpoint, { epoch });
    const bits = present(attestation, "signatures").signers;
    const signers = members.filter(({ slot }) => hasBit(bits, slot));
    expect(signers).to.have.length.greaterThan(2);
    const total = signers.reduce((sum, { power }) => sum + power, 0n);
    // Slots were given out in the order of the validators.
    for (const { slot, power } of signers) {
      const growth = (await outstanding(slot, at)) - (await outstanding(slot, at - 1));
      expect(growth).to.equal(((pool * power) / total) * ONE);
      expect(growth > 0n).to.equal(true);
    }
  });

  it("agrees, keeps its books, and has lost nobody", async () => {
    const rpcs = net.running.rpcs.filter((_, i) => i !== TWINNED);
    const { heights, disagreements } = await compareAppHashes(rpcs, 1, await commonHeight(rpcs));
    expect(heights).to.be.greaterThan(50);
    expect(disagreements).to.deep.equal([]);
    const money = await balances(net.rpc);
    expect(money.balances).to.equal(money.supply);
    expect(net.network.failures).to.deep.equal([]);
  });
});
