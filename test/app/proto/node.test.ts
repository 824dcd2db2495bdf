/** What nodes tell of themselves, of blocks and of transactions, against what clients have. */
import * as theirAbci from "cosmjs-types/cosmos/base/abci/v1beta1/abci";
import * as theirNode from "cosmjs-types/cosmos/base/node/v1beta1/query";
import * as theirComet from "cosmjs-types/cosmos/base/tendermint/v1beta1/query";
import * as theirCometTypes from "cosmjs-types/cosmos/base/tendermint/v1beta1/types";
import * as theirService from "cosmjs-types/cosmos/tx/v1beta1/service";
import * as theirTx from "cosmjs-types/cosmos/tx/v1beta1/tx";
import * as theirP2p from "cosmjs-types/tendermint/p2p/types";
import * as theirBlock from "cosmjs-types/tendermint/types/block";
import * as theirEvidence from "cosmjs-types/tendermint/types/evidence";
import * as theirTypes from "cosmjs-types/tendermint/types/types";
import * as theirValidator from "cosmjs-types/tendermint/types/validator";
import * as abci from "../../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import * as node from "../../../proto/gen/cosmos/base/node/v1beta1/query.ts";
import * as comet from "../../../proto/gen/cosmos/base/tendermint/v1beta1/query.ts";
import * as cometTypes from "../../../proto/gen/cosmos/base/tendermint/v1beta1/types.ts";
import * as service from "../../../proto/gen/cosmos/tx/v1beta1/service.ts";
import * as tx from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import * as p2p from "../../../proto/gen/tendermint/p2p/types.ts";
import * as block from "../../../proto/gen/tendermint/types/block.ts";
import * as light from "../../../proto/gen/tendermint/types/light.ts";
import * as types from "../../../proto/gen/tendermint/types/types.ts";
import { type FilePair, testClientBytes } from "../../kit/clientBytes.ts";

/** Ours has in one file what theirs has in three. */
const their = { ...theirTypes, ...theirEvidence, ...theirBlock };
const { Commit, CommitSig, LightBlock, SignedHeader, Validator, ValidatorSet } = light;

const FILES: readonly FilePair[] = [
  ["tx service", service, theirService],
  ["tx", tx, theirTx],
  ["abci", abci, theirAbci],
  ["node", node, theirNode],
  ["comet", comet, theirComet],
  ["comet types", cometTypes, theirCometTypes],
  ["p2p", p2p, theirP2p],
  ["block", block, their],
  ["types", types, theirTypes],
  [
    "light",
    { Commit, CommitSig, LightBlock, SignedHeader, Validator, ValidatorSet },
    { ...theirTypes, ...theirValidator },
  ],
];

describe("messages about nodes and blocks", () => {
  testClientBytes(FILES);
});
