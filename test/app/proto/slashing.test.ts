/** Cosmos' slashing messages, against the encoders that clients use. */
import { expect } from "chai";
import * as theirQuery from "cosmjs-types/cosmos/slashing/v1beta1/query";
import * as theirSlashing from "cosmjs-types/cosmos/slashing/v1beta1/slashing";
import * as theirTx from "cosmjs-types/cosmos/slashing/v1beta1/tx";
import * as query from "../../../proto/gen/cosmos/slashing/v1beta1/query.ts";
import * as slashing from "../../../proto/gen/cosmos/slashing/v1beta1/slashing.ts";
import * as tx from "../../../proto/gen/cosmos/slashing/v1beta1/tx.ts";
import { testClientBytes } from "../../kit/clientBytes.ts";

describe("Cosmos' slashing messages", () => {
  testClientBytes([
    ["slashing", slashing, theirSlashing],
    ["slashing messages", tx, theirTx],
    ["slashing queries", query, theirQuery],
  ]);

  it("have the paths and type URLs that clients use", () => {
    expect(query.Query.SigningInfos.path).to.equal("/cosmos.slashing.v1beta1.Query/SigningInfos");
    expect(tx.MsgUnjail.typeUrl).to.equal(theirTx.MsgUnjail.typeUrl);
  });
});
