/** ICS-23 proofs and amounts, against the encoders that clients use. */
import * as theirCoin from "cosmjs-types/cosmos/base/v1beta1/coin";
import * as theirProofs from "cosmjs-types/cosmos/ics23/v1/proofs";
import * as coin from "../../../proto/gen/cosmos/base/v1beta1/coin.ts";
import * as proofs from "../../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { testClientBytes } from "../../kit/clientBytes.ts";

describe("proofs and amounts", () => {
  testClientBytes([
    ["proofs", proofs, theirProofs],
    ["amounts", coin, theirCoin],
  ]);
});
