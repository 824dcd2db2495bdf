/** Cosmos' distribution messages, against the encoders that clients use. */
import { expect } from "chai";
import * as theirDistribution from "cosmjs-types/cosmos/distribution/v1beta1/distribution";
import * as theirQuery from "cosmjs-types/cosmos/distribution/v1beta1/query";
import * as theirTx from "cosmjs-types/cosmos/distribution/v1beta1/tx";
import * as distribution from "../../../proto/gen/cosmos/distribution/v1beta1/distribution.ts";
import * as query from "../../../proto/gen/cosmos/distribution/v1beta1/query.ts";
import * as tx from "../../../proto/gen/cosmos/distribution/v1beta1/tx.ts";
import { testClientBytes } from "../../kit/clientBytes.ts";

describe("Cosmos' distribution messages", () => {
  testClientBytes([
    ["distribution", distribution, theirDistribution],
    ["distribution messages", tx, theirTx],
    ["distribution queries", query, theirQuery],
  ]);

  it("have the paths and type URLs that clients use", () => {
    const { DelegationTotalRewards } = query.Query;
    expect(DelegationTotalRewards.path).to.equal(
      "/cosmos.distribution.v1beta1.Query/DelegationTotalRewards",
    );
    const reward = theirTx.MsgWithdrawDelegatorReward.typeUrl;
    expect(tx.MsgWithdrawDelegatorReward.typeUrl).to.equal(reward);
  });
});
