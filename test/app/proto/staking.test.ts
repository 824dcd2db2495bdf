/** Cosmos' staking messages and the headers in them, against the encoders that clients use. */
import { expect } from "chai";
import * as theirStaking from "cosmjs-types/cosmos/staking/v1beta1/staking";
import * as theirQuery from "cosmjs-types/cosmos/staking/v1beta1/query";
import * as theirTx from "cosmjs-types/cosmos/staking/v1beta1/tx";
import * as theirTypes from "cosmjs-types/tendermint/types/types";
import * as theirVersion from "cosmjs-types/tendermint/version/types";
import * as query from "../../../proto/gen/cosmos/staking/v1beta1/query.ts";
import * as staking from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import * as tx from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import * as types from "../../../proto/gen/tendermint/types/types.ts";
import * as version from "../../../proto/gen/tendermint/version/types.ts";
import { testClientBytes } from "../../kit/clientBytes.ts";

/** Newer than the clients' library. */
const ROTATION = [tx.MsgRotateConsPubKey, tx.MsgRotateConsPubKeyResponse];

describe("Cosmos' staking messages", () => {
  testClientBytes(
    [
      ["staking", staking, theirStaking],
      ["staking messages", tx, theirTx],
      ["staking queries", query, theirQuery],
      ["block headers", types, theirTypes],
      ["block versions", version, theirVersion],
    ],
    ROTATION as never,
  );

  it("rotate a consensus key by the bytes that its field numbers ask for", () => {
    const message = {
      validatorAddress: "v",
      newPubkey: { typeUrl: "/k", value: Uint8Array.of(7) },
    };
    const bytes = tx.MsgRotateConsPubKey.encode(message);
    expect(Buffer.from(bytes).toString("hex")).to.equal("0a0176" + "1207" + "0a022f6b" + "120107");
    expect(tx.MsgRotateConsPubKey.decode(bytes)).to.deep.equal(message);
    expect(tx.MsgRotateConsPubKeyResponse.encode({})).to.have.length(0);
  });

  it("leave out an empty list of numbers, as the Cosmos SDK does, which clients can read", () => {
    const ours = staking.Validator.encode(staking.Validator.create({ tokens: "5" }));
    expect(Buffer.from(ours).toString("hex")).to.equal("2a0135");
    expect(theirStaking.Validator.decode(ours).unbondingIds).to.deep.equal([]);
  });

  it("have the states by the numbers that clients know", () => {
    for (const [name, number] of Object.entries(staking.BondStatus)) {
      expect(theirStaking.bondStatusToJSON(number)).to.equal(name);
    }
    expect(Object.keys(staking.BondStatus)).to.have.length(4);
  });

  it("have the paths and type URLs that clients use", () => {
    expect(query.Query.Validators.path).to.equal("/cosmos.staking.v1beta1.Query/Validators");
    expect(tx.MsgDelegate.typeUrl).to.equal(theirTx.MsgDelegate.typeUrl);
    expect(tx.MsgBeginRedelegate.typeUrl).to.equal(theirTx.MsgBeginRedelegate.typeUrl);
  });
});
