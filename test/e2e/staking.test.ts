/**
 * Four validators and a fifth that joins by transactions: its seat, its delegators, its absence, a
 * validator with one key on two machines, and checkpoints that all attest. What a slash leaves is
 * computed once more here (`kit/stakeBook.ts`).
 */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { query } from "../../app/client/query.ts";
import { present } from "../../app/lib/assert.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { commonHeight, compareAppHashes } from "../../localnet/agreement.ts";
import { metricsPort } from "../../localnet/manifest.ts";
import { balances } from "../../localnet/money.ts";
import { killValidator, restartValidator } from "../../localnet/perturb.ts";
import { validatorSpec } from "../../localnet/start.ts";
import { Query as CheckpointsQuery } from "../../proto/gen/aegis/checkpoints/v1/query.ts";
import { ValidatorFault } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import { Query as BankQuery } from "../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { Query as RewardsQuery } from "../../proto/gen/cosmos/distribution/v1beta1/query.ts";
import { readStake, worth } from "../kit/stakeBook.ts";
import { JOINER, StakingNetwork, TWINNED, until } from "../kit/stakingNetwork.ts";

const SELF = 500_000_003n;
const CAROL = 123_456_789n;
const DAVE = 77_777_777n;
const DAVE_TAKES = 7_000_001n;
const ERIN = 250_000_019n;
const ERIN_MOVES = 40_000_007n;
const ONE = 10n ** 18n;
const UNJAIL = ["slashing", "unjail", "--from"] as const;

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
    await net.passes(firstSeat);
    expect(await net.hasSeat(JOINER, firstSeat - 1)).to.equal(false);
    expect(await net.hasSeat(JOINER, firstSeat)).to.equal(true);
    await until("its signature", async () => net.hasSigned(JOINER, (await net.height()) - 1));
  });

  it("jails it when it is gone, and goes on without it", async () => {
    await killValidator(net.running, JOINER);
    await net.leaveUntilJailed(JOINER);
    const { code, err } = await net.fifth.tryTx(...UNJAIL, "operator");
    expect(code, err).to.equal(EXIT.refused);
    expect(err).to.contain("slashing code 4");
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
    const at = await net.people.tx(
      "rewards",
      ...withdraw,
      "--gas",
      "400000",
      "--fees",
      "10000uasi",
    );
    const { events } = await net.rpc.blockResults(at);
    const paid = events.find(({ type }) => type === "withdraw_rewards")?.attributes;
    const amount = BigInt(parseInt(present(paid?.[0], "amount").value, 10));
    expect(amount > 0n).to.equal(true);
    expect(await uasiOf("carol")).to.equal(had - 10_000n + amount);
  });

  it("lets it out of jail in time, and seats it again", async () => {
    await restartValidator(net.running, JOINER);
    await until("the end of its time", async () => {
      const { code, err } = await net.fifth.tryTx(...UNJAIL, "operator");
      if (code !== EXIT.ok) expect(err).to.contain("slashing code 4");
      return code === EXIT.ok;
    });
    const back = await net.firstSeat(await net.height());
    await net.passes(back);
    expect(await net.hasSeat(JOINER, back)).to.equal(true);
    await until("its signature", async () => net.hasSigned(JOINER, (await net.height()) - 1));
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
    const { code, err } = await net.people.tryTx(...UNJAIL, `validator${TWINNED}`);
    expect(code, err).to.equal(EXIT.refused);
    expect(err).to.match(/tombstoned.*slashing code 4/);
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
    const { layout, manifest, processes, rpcs } = net.running;
    const listen = `127.0.0.1:${metricsPort(manifest.ports, 0)}`;
    for (const i of [0, 1, 2, JOINER]) {
      const keys = "keyring-test";
      const home = layout.validator(i);
      if (i === 1 || i === 2)
        cpSync(join(layout.keyringHome, keys), join(home, keys), { recursive: true });
      const url = present(rpcs[i], "a node").url;
      const role = i === 0 ? ["--listen", listen] : ["--peer", `http://${listen}`];
      const from = i === JOINER ? "operator" : `validator${i}`;
      const [program] = validatorSpec(net.running, i).args;
      const args = [program ?? "", "attest", "--home", home, "--keyring-backend", "test"];
      const rest = ["--node", url, "--from", from, "--poll", "1", ...role];
      processes.start({ name: `attest${i}`, args: [...args, ...rest] });
    }
    let closed = 0n;
    await until("two final checkpoints, one of them closed", async () => {
      const { checkpoints } = await query(net.rpc, CheckpointsQuery.Checkpoints);
      const final = checkpoints.filter(({ finalHeight }) => finalHeight > 0n);
      closed = final.find(({ closedHeight }) => closedHeight > 0n)?.closedHeight ?? 0n;
      return final.length >= 2 && closed > 0n;
    });
    const outstanding = async (height: number): Promise<bigint> => {
      const asked = { validatorAddress: net.operator(2) };
      const { rewards } = await query(
        net.rpc,
        RewardsQuery.ValidatorOutstandingRewards,
        asked,
        height,
      );
      return BigInt(rewards?.rewards[0]?.amount ?? 0);
    };
    const at = Number(closed);
    await net.passes(at);
    const growth = (await outstanding(at)) - (await outstanding(at - 1));
    expect(growth > 0n).to.equal(true);
    const shown = await net.people.ask("checkpoints", "checkpoints");
    expect(JSON.stringify(shown)).to.match(/"final_height":"[1-9]/);
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
