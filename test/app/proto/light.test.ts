/** What light clients pass around, against the encoders that clients use. */
import * as theirTypes from "cosmjs-types/tendermint/types/types";
import * as theirValidator from "cosmjs-types/tendermint/types/validator";
import * as theirVersion from "cosmjs-types/tendermint/version/types";
import * as light from "../../../proto/gen/tendermint/types/light.ts";
import * as types from "../../../proto/gen/tendermint/types/types.ts";
import * as version from "../../../proto/gen/tendermint/version/types.ts";
import { testClientBytes } from "../../kit/clientBytes.ts";

/** The clients' library has none of what is signed; signatures of real chains prove these. */
const SIGNED = [light.CanonicalVote, light.CanonicalBlockID, light.CanonicalPartSetHeader];

describe("light blocks", () => {
  const theirs = { ...theirTypes, ...theirValidator };
  testClientBytes(
    [
      ["light blocks", light, theirs as never],
      ["headers in them", types, theirTypes],
      ["versions in those", version, theirVersion],
    ],
    SIGNED as never,
  );
});
