/** Cosmos' upgrades and consensus parameters, against the encoders that clients use. */
import { expect } from "chai";
import * as theirParamsQuery from "cosmjs-types/cosmos/consensus/v1/query";
import * as theirParamsTx from "cosmjs-types/cosmos/consensus/v1/tx";
import * as theirQuery from "cosmjs-types/cosmos/upgrade/v1beta1/query";
import * as theirTx from "cosmjs-types/cosmos/upgrade/v1beta1/tx";
import * as theirUpgrade from "cosmjs-types/cosmos/upgrade/v1beta1/upgrade";
import * as theirParams from "cosmjs-types/tendermint/types/params";
import * as paramsQuery from "../../../proto/gen/cosmos/consensus/v1/query.ts";
import * as paramsTx from "../../../proto/gen/cosmos/consensus/v1/tx.ts";
import * as query from "../../../proto/gen/cosmos/upgrade/v1beta1/query.ts";
import * as tx from "../../../proto/gen/cosmos/upgrade/v1beta1/tx.ts";
import * as upgrade from "../../../proto/gen/cosmos/upgrade/v1beta1/upgrade.ts";
import * as params from "../../../proto/gen/tendermint/types/params.ts";
import { testClientBytes } from "../../kit/clientBytes.ts";

describe("Cosmos' upgrades and consensus parameters", () => {
  testClientBytes([
    ["upgrade", upgrade, theirUpgrade],
    ["upgrade messages", tx, theirTx],
    ["upgrade queries", query, theirQuery],
    ["parameters", params, theirParams],
    ["parameter messages", paramsTx, theirParamsTx],
    ["parameter queries", paramsQuery, theirParamsQuery],
  ]);

  it("have the paths and type URLs that clients use", () => {
    expect(query.Query.CurrentPlan.path).to.equal("/cosmos.upgrade.v1beta1.Query/CurrentPlan");
    expect(tx.MsgSoftwareUpgrade.typeUrl).to.equal(theirTx.MsgSoftwareUpgrade.typeUrl);
    expect(paramsTx.MsgUpdateParams.typeUrl).to.equal(theirParamsTx.MsgUpdateParams.typeUrl);
  });
});
