/**
 * Unmodified @cosmjs/stargate as a delegator and as an operator use it, and every query of its
 * staking, distribution and slashing extensions, which are those of Keplr and Ping.pub.
 */
import {
  type DeliverTxResponse,
  GasPrice,
  QueryClient,
  SigningStargateClient,
  setupDistributionExtension,
  setupSlashingExtension,
  setupStakingExtension,
  type StargateClient,
} from "@cosmjs/stargate";
import { Comet38Client } from "@cosmjs/tendermint-rpc";
import { DirectSecp256k1HdWallet, type EncodeObject } from "@cosmjs/proto-signing";
import { expect } from "chai";
import { PubKey } from "cosmjs-types/cosmos/crypto/ed25519/keys";
import { anyOf } from "../../app/client/sign.ts";
import { waitForTx } from "../../app/client/broadcast.ts";
import { query } from "../../app/client/query.ts";
import { sequencedSigner } from "../../app/client/sequence.ts";
import { addressBytes, consensusAddress, operatorAddress } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { sha256, utf8 } from "../../app/lib/bytes.ts";
import { uasi } from "../../app/lib/coin.ts";
import { accountSigner } from "../../localnet/accounts.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { Query as StakingQuery } from "../../proto/gen/aegis/staking/v1/query.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { recording } from "../kit/callTable.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";

const ASI = 1_000_000n;
const GIFT = 1_000n * ASI;
/** Rewards come at the end of an epoch of 20 blocks. */
const EPOCH_MS = 40_000;

const coin = (amount: bigint) => ({ denom: "uasi", amount: `${amount}` });

const CLIENT = "@cosmjs/stargate 0.39";

/** Everything that the three extensions offer. */
function extended(comet: Comet38Client) {
  const { staking, distribution, slashing } = QueryClient.withExtensions(
    comet,
    setupStakingExtension,
    setupDistributionExtension,
    setupSlashingExtension,
  );
  return {
    staking: recording(staking, `${CLIENT}, staking queries`),
    distribution: recording(distribution, `${CLIENT}, distribution queries`),
    slashing: recording(slashing, `${CLIENT}, slashing queries`),
  };
}

describe("cosmjs as a delegator", function () {
  this.timeout(300_000);
  let network: TestNetwork;
  let client: SigningStargateClient;
  let queries: ReturnType<typeof extended>;
  let comet: Comet38Client;
  let address = "";
  /** The network's validator, and one that this client makes. */
  let validator = "";
  let own = "";
  let consensus = "";

  const done = (result: DeliverTxResponse): DeliverTxResponse => {
    expect(result.code, result.rawLog).to.equal(0);
    return result;
  };
  const send = async (typeUrl: string, value: object): Promise<DeliverTxResponse> => {
    const message: EncodeObject = { typeUrl, value };
    return client.signAndBroadcast(address, [message], "auto");
  };
  const worth = async (to: string): Promise<string> => {
    const { delegationResponse } = await queries.staking.delegation(address, to);
    return delegationResponse?.balance.amount ?? "";
  };

  before(async () => {
    network = await testNetwork({ name: "single", startedResourceNodes: 0 });
    const { rpcs, layout } = network.running;
    const rpc = present(rpcs[0], "an RPC");
    const wallet = await DirectSecp256k1HdWallet.generate(12, { prefix: "aegis" });
    address = (await wallet.getAccounts())[0]?.address ?? "";
    own = operatorAddress(addressBytes(address));
    const user = await accountSigner(layout, USER_NAME);
    const gift = { fromAddress: user.address, toAddress: address, amount: [...uasi(GIFT)] };
    const content = { messages: [anyOf(MsgSend, gift)], gasLimit: 200_000n, fee: 20_000n };
    const { hash } = await sequencedSigner(rpc, user, CHAIN_ID).send(content);
    await waitForTx(rpc, hash);
    const { validators } = await query(rpc, StakingQuery.Validators);
    const first = present(validators[0], "the network's validator");
    validator = operatorAddress(addressBytes(first.operator));
    consensus = consensusAddress(sha256(first.consensusPublicKey).slice(0, 20));
    const gasPrice = GasPrice.fromString("0.025uasi");
    const signing = await SigningStargateClient.connectWithSigner(rpc.url, wallet, { gasPrice });
    client = recording(signing, `${CLIENT}, DIRECT`);
    comet = await Comet38Client.connect(rpc.url);
    queries = extended(comet);
  });
  after(async () => {
    client?.disconnect();
    comet?.disconnect();
    await network?.close();
  });

  it("delegates", async () => {
    done(await client.delegateTokens(address, validator, coin(100n * ASI), "auto"));
    expect(await worth(validator)).to.equal(`${100n * ASI}`);
    const all: StargateClient = client;
    expect((await all.getDelegation(address, validator))?.amount).to.equal(`${100n * ASI}`);
    expect(await all.getDelegation(address, own)).to.equal(null);
    expect((await all.getBalanceStaked(address))?.amount).to.equal(`${100n * ASI}`);
  });

  it("becomes a validator, and edits it", async () => {
    const key = sha256(utf8("a consensus key of cosmjs"));
    done(
      await send("/cosmos.staking.v1beta1.MsgCreateValidator", {
        description: {
          moniker: "cosmjs",
          identity: "",
          website: "",
          securityContact: "",
          details: "",
        },
        commission: {
          rate: `1${"0".repeat(17)}`,
          maxRate: `2${"0".repeat(17)}`,
          maxChangeRate: `1${"0".repeat(16)}`,
        },
        minSelfDelegation: "1000000",
        delegatorAddress: address,
        validatorAddress: own,
        pubkey: {
          typeUrl: "/cosmos.crypto.ed25519.PubKey",
          value: PubKey.encode({ key }).finish(),
        },
        value: coin(50n * ASI),
      }),
    );
    done(
      await send("/cosmos.staking.v1beta1.MsgEditValidator", {
        description: {
          moniker: "[do-not-modify]",
          identity: "",
          website: "w",
          securityContact: "",
          details: "",
        },
        validatorAddress: own,
        commissionRate: "",
        minSelfDelegation: "2000000",
      }),
    );
    const { validator: made } = await queries.staking.validator(own);
    expect(made.description).to.include({ moniker: "cosmjs", website: "w" });
    expect(made.minSelfDelegation).to.equal("2000000");
  });

  it("redelegates, undelegates and changes its mind", async () => {
    done(
      await send("/cosmos.staking.v1beta1.MsgBeginRedelegate", {
        delegatorAddress: address,
        validatorSrcAddress: validator,
        validatorDstAddress: own,
        amount: coin(10n * ASI),
      }),
    );
    expect(await worth(own)).to.equal(`${60n * ASI}`);
    const began = done(await client.undelegateTokens(address, validator, coin(20n * ASI), "auto"));
    expect(await worth(validator)).to.equal(`${70n * ASI}`);
    done(
      await send("/cosmos.staking.v1beta1.MsgCancelUnbondingDelegation", {
        delegatorAddress: address,
        validatorAddress: validator,
        amount: coin(5n * ASI),
        creationHeight: BigInt(began.height),
      }),
    );
    expect(await worth(validator)).to.equal(`${75n * ASI}`);
    const { unbond } = await queries.staking.unbondingDelegation(address, validator);
    expect(unbond.entries.map(({ balance }) => balance)).to.deep.equal([`${15n * ASI}`]);
  });

  it("is refused with a code", async () => {
    const fee = { amount: [coin(50_000n)], gas: "1000000" };
    const much = await client.undelegateTokens(address, validator, coin(GIFT), fee);
    expect(much.code).to.equal(18);
    const nobody = operatorAddress(new Uint8Array(20).fill(9));
    expect((await client.delegateTokens(address, nobody, coin(1n), fee)).code).to.equal(3);
  });

  it("earns, and withdraws to another account", async () => {
    const until = Date.now() + EPOCH_MS;
    const earned = async (): Promise<bigint> => {
      const { rewards } = await queries.distribution.delegationRewards(address, validator);
      return BigInt(rewards[0]?.amount ?? 0);
    };
    while ((await earned()) === 0n && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(await earned()).to.not.equal(0n);
    const wallet = await DirectSecp256k1HdWallet.generate(12, { prefix: "aegis" });
    const other = (await wallet.getAccounts())[0]?.address ?? "";
    done(
      await send("/cosmos.distribution.v1beta1.MsgSetWithdrawAddress", {
        delegatorAddress: address,
        withdrawAddress: other,
      }),
    );
    const told = await queries.distribution.delegatorWithdrawAddress(address);
    expect(told.withdrawAddress).to.equal(other);
    done(await client.withdrawRewards(address, validator, "auto"));
    expect(BigInt((await client.getBalance(other, "uasi")).amount) > 0n).to.equal(true);
    const none = await send("/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission", {
      validatorAddress: own,
    }).catch((error: Error) => error.message);
    expect(`${none}`).to.include("no validator commission to withdraw");
  });

  it("reads all of staking", async () => {
    const { staking } = queries;
    expect((await staking.params()).params.bondDenom).to.equal("uasi");
    const { pool } = await staking.pool();
    expect(BigInt(pool?.notBondedTokens ?? 0)).to.equal(15n * ASI);
    const bonded = await staking.validators("BOND_STATUS_BONDED");
    const names = bonded.validators.map(({ operatorAddress: name }) => name);
    expect(names).to.have.members([validator, own]);
    expect((await staking.validators("BOND_STATUS_UNBONDING")).validators).to.deep.equal([]);
    const { delegationResponses } = await staking.validatorDelegations(validator);
    const delegators = delegationResponses.map(({ delegation }) => delegation.delegatorAddress);
    expect(delegators).to.include(address);
    const list = await staking.delegatorDelegations(address);
    expect(list.delegationResponses).to.have.lengthOf(2);
    expect((await staking.delegatorValidators(address)).validators).to.have.lengthOf(2);
    const one = await staking.delegatorValidator(address, own);
    expect(one.validator.description.moniker).to.equal("cosmjs");
    const leaving = await staking.delegatorUnbondingDelegations(address);
    expect(leaving.unbondingResponses).to.have.lengthOf(1);
    const left = await staking.validatorUnbondingDelegations(validator);
    expect(left.unbondingResponses).to.deep.equal(leaving.unbondingResponses);
    const moved = await staking.redelegations(address, validator, own);
    expect(moved.redelegationResponses[0]?.entries[0]?.balance).to.equal(`${10n * ASI}`);
    const { hist } = await staking.historicalInfo((await client.getHeight()) - 2);
    expect(hist?.header.chainId).to.equal(CHAIN_ID);
    expect(hist?.valset.map(({ operatorAddress: name }) => name)).to.deep.equal([validator]);
  });

  it("reads all of distribution", async () => {
    const { distribution } = queries;
    expect((await distribution.params()).params).to.not.equal(undefined);
    expect((await distribution.communityPool()).pool).to.be.an("array");
    const total = await distribution.delegationTotalRewards(address);
    expect(total.rewards.map((reward) => reward.validatorAddress)).to.include(validator);
    const names = (await distribution.delegatorValidators(address)).validators;
    expect(names).to.have.members([validator, own]);
    const { commission } = await distribution.validatorCommission(validator);
    expect(BigInt(commission.commission[0]?.amount ?? 0) > 0n).to.equal(true);
    const { rewards } = await distribution.validatorOutstandingRewards(validator);
    expect(BigInt(rewards.rewards[0]?.amount ?? 0) > 0n).to.equal(true);
    expect((await distribution.validatorSlashes(validator, 0, 1_000)).slashes).to.deep.equal([]);
  });

  it("reads all of slashing", async () => {
    const { slashing } = queries;
    const { params } = await slashing.params();
    expect(Number(params.signedBlocksWindow)).to.be.greaterThan(0);
    const { valSigningInfo } = await slashing.signingInfo(consensus);
    expect(valSigningInfo).to.include({ address: consensus, tombstoned: false });
    const { info } = await slashing.signingInfos();
    expect(info.map((one) => one.address)).to.include(consensus);
  });
});
