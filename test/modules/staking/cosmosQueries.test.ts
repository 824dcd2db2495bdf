/** Cosmos' queries of validators, read with an independent client's types. */
import { expect } from "chai";
import * as theirs from "cosmjs-types/cosmos/staking/v1beta1/query";
import { PubKey } from "cosmjs-types/cosmos/crypto/ed25519/keys";
import { Query } from "../../../proto/gen/cosmos/staking/v1beta1/query.ts";
import { refusal } from "../../kit/context.ts";
import { ask } from "../../kit/modules.ts";
import { testValidator } from "../../kit/validators.ts";
import { StakingWorld, UNBONDING_MS, valoper } from "./world.ts";

import { asked, busyWorld } from "./asked.ts";

describe("Cosmos' queries of validators", () => {
  const world = busyWorld();
  const operator = valoper(world.operator(0));

  it("answer one validator", () => {
    const { validator } = asked(world, Query.Validator, theirs.QueryValidatorResponse, {
      validatorAddr: operator,
    });
    expect(validator).to.include({
      operatorAddress: operator,
      jailed: false,
      status: 3,
      tokens: "17000000",
      delegatorShares: `17000000${"0".repeat(18)}`,
      minSelfDelegation: "1000000",
    });
    const { value } = validator.consensusPubkey ?? { value: new Uint8Array(0) };
    expect(PubKey.decode(value).key).to.deep.equal(testValidator(0).validator.consensusPublicKey);
    expect(validator.commission.commissionRates.rate).to.equal(`1${"0".repeat(17)}`);
  });

  it("list those of a status, in pages", () => {
    const list = (status: string, more: object = {}): theirs.QueryValidatorsResponse =>
      asked(world, Query.Validators, theirs.QueryValidatorsResponse, { status, ...more });
    expect(list("").validators).to.have.lengthOf(4);
    expect(list("BOND_STATUS_BONDED").validators).to.have.lengthOf(4);
    expect(list("BOND_STATUS_UNBONDED").validators).to.have.lengthOf(0);
    const other = busyWorld();
    other.staking.keeper.jail(other.ctx, testValidator(3).address, 3);
    const unbonding = asked(other, Query.Validators, theirs.QueryValidatorsResponse, {
      status: "BOND_STATUS_UNBONDING",
    });
    expect(unbonding.validators.map((one) => one.jailed)).to.deep.equal([true]);
    const until = unbonding.validators[0]?.unbondingTime.seconds ?? 0n;
    const { timeMs } = other.ctx.block;
    expect(until).to.equal((timeMs + UNBONDING_MS) / 1_000n);
    const limit = { key: new Uint8Array(0), offset: 0n, limit: 3n, countTotal: true };
    const page = list("BOND_STATUS_BONDED", { pagination: { ...limit, reverse: false } });
    expect(page.validators).to.have.lengthOf(3);
    expect(page.pagination?.total).to.equal(4n);
    const next = { ...limit, key: page.pagination?.nextKey, countTotal: false, reverse: false };
    const rest = list("BOND_STATUS_BONDED", { pagination: next });
    expect(rest.validators).to.have.lengthOf(1);
    expect(refusal(() => list("BONDED"))).to.equal("sdk/18");
  });

  it("answer pool and parameters", () => {
    const { pool } = asked(world, Query.Pool, theirs.QueryPoolResponse);
    expect(pool).to.deep.equal({ bondedTokens: "54000000", notBondedTokens: "1000000" });
    const { params } = asked(world, Query.Params, theirs.QueryParamsResponse);
    expect(params).to.include({
      maxValidators: 100,
      maxEntries: 7,
      historicalEntries: 100,
      bondDenom: "uasi",
    });
    expect(params.unbondingTime.seconds).to.equal(UNBONDING_MS / 1_000n);
  });

  it("answer headers of blocks that are not long ago", () => {
    const own = new StakingWorld({ params: { historicalEntries: 5 } });
    own.end(9);
    const { hist } = asked(own, Query.HistoricalInfo, theirs.QueryHistoricalInfoResponse, {
      height: 7n,
    });
    expect(hist?.header.height).to.equal(7n);
    expect(hist?.header.chainId).to.equal(own.ctx.block.chainId);
    expect(hist?.valset).to.have.lengthOf(4);
    for (const height of [4n, 10n]) {
      expect(refusal(() => ask(own.staking, own.ctx, Query.HistoricalInfo, { height }))).to.equal(
        "sdk/22",
      );
    }
    const negative = () => ask(own.staking, own.ctx, Query.HistoricalInfo, { height: -1n });
    expect(refusal(negative)).to.equal("sdk/18");
  });
});
