/** CometBFT's parameters, changed by the authority in Cosmos' form. */
import {
  MsgUpdateParams,
  MsgUpdateParamsResponse,
} from "../../proto/gen/cosmos/consensus/v1/tx.ts";
import { Query as ConsensusQuery } from "../../proto/gen/cosmos/consensus/v1/query.ts";
import type { ConsensusParams } from "../../proto/gen/tendermint/types/params.ts";
import { TX_BYTES_MAX } from "../constants.ts";
import { type Message, message, type Query, query } from "../module/module.ts";
import { errors } from "./errors.ts";
import { chainStore } from "./state.ts";

const UPDATE_GAS = 20_000n;
/** The largest transaction must fit beside what else stands in a block. */
const BLOCK_BYTES_MIN: bigint = BigInt(2 * TX_BYTES_MAX);
/** CometBFT's own limit. */
const BLOCK_BYTES_MAX = 104_857_600n;
const BLOCKS_MAX = 1n << 40n;

/** @throws ModuleError naming the parameter. */
export function validateConsensusParams(params: Omit<ConsensusParams, "version">): void {
  const { block, evidence, validator, abci } = params;
  if (block === undefined || evidence === undefined || validator === undefined) {
    throw errors.invalidParams("block, evidence and validator must all be given");
  }
  if (block.maxBytes < BLOCK_BYTES_MIN || block.maxBytes > BLOCK_BYTES_MAX) {
    throw errors.invalidParams(
      `block.max_bytes must be between ${BLOCK_BYTES_MIN} and ${BLOCK_BYTES_MAX}`,
    );
  }
  if (block.maxGas < -1n) throw errors.invalidParams("block.max_gas must be -1 or more");
  const { maxAgeNumBlocks, maxAgeDuration, maxBytes } = evidence;
  if (maxAgeNumBlocks < 1n || maxAgeNumBlocks > BLOCKS_MAX) {
    throw errors.invalidParams("evidence.max_age_num_blocks must be at least 1");
  }
  if (maxAgeDuration === undefined || maxAgeDuration.seconds < 1n || maxAgeDuration.nanos < 0) {
    throw errors.invalidParams("evidence.max_age_duration must be at least a second");
  }
  if (maxBytes < 0n || maxBytes > block.maxBytes) {
    throw errors.invalidParams("evidence.max_bytes must fit into a block");
  }
  const [type, ...others] = validator.pubKeyTypes;
  if (type !== "ed25519" || others.length > 0) {
    throw errors.invalidParams("validator.pub_key_types must be ed25519");
  }
  if (abci !== undefined && abci.voteExtensionsEnableHeight !== 1n) {
    throw errors.invalidParams("vote extensions stay on: the beacon needs them");
  }
}

const update: Message = message<MsgUpdateParams, MsgUpdateParamsResponse>({
  request: MsgUpdateParams,
  response: MsgUpdateParamsResponse,
  amino: { name: "cosmos-sdk/x/consensus/MsgUpdateParams" },
  signer: (msg) => msg.authority,
  gas: () => UPDATE_GAS,
  validate: validateConsensusParams,
  execute: (ctx, { authority, block, evidence, validator }) => {
    if (authority !== ctx.block.authority) throw errors.unauthorized();
    const before = chainStore.consensus.require(ctx);
    chainStore.consensus.set(ctx, { ...before, block, evidence, validator });
    const maxGas = block?.maxGas ?? -1n;
    const state = chainStore.state.require(ctx);
    chainStore.state.set(ctx, { ...state, blockGasMax: maxGas < 0n ? 0n : maxGas });
    return {};
  },
  commandLine: {
    summary: "change CometBFT's parameters from the next block on (authority only)",
    example:
      "aegisd tx app consensus-update-params --block @block.json --evidence @evidence.json " +
      "--validator @validator.json --from authority",
  },
});

export const consensusMessages: readonly Message[] = [update];

export const consensusQueries: readonly Query[] = [
  query({
    method: ConsensusQuery.Params,
    rest: "/cosmos/consensus/v1/params",
    handle: (ctx) => ({ params: chainStore.consensus.require(ctx) }),
    commandLine: {
      summary: "CometBFT's parameters",
      example: "aegisd query app cosmos-params",
    },
  }),
];
