/** Blocks, validator sets and the node itself: cosmos.base.tendermint and cosmos.base.node. */
import { APP_NAME, APP_VERSION } from "../../../../app/constants.ts";
import { consensusAddress } from "../../../../app/lib/address.ts";
import { fromBase64, fromHex } from "../../../../app/lib/bytes.ts";
import { invalid } from "../fault.ts";
import type { PageRequest } from "../../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import {
  type GetLatestBlockResponse,
  type GetLatestValidatorSetResponse,
  Service as Comet,
} from "../../../../proto/gen/cosmos/base/tendermint/v1beta1/query.ts";
import { PubKey } from "../../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import type { Backend } from "../backend.ts";
import { type BlockJson, blockIdOf, blockOf, type ValidatorJson } from "./comet.ts";
import { cut, sliceOf } from "./page.ts";
import { type Service, service } from "./service.ts";
import { nodeInfoOf, type StatusJson } from "./status.ts";

/** The SDK whose REST this is: explorers choose by it how they ask. */
const COSMOS_SDK_PROFILE = "v0.50.0";

const PREFIX = "/cosmos/base/tendermint/v1beta1";
/** CometBFT's most. */
const PER_PAGE = 100;
/** Far more than a committee has seats. */
const VALIDATOR_PAGES_MAX = 20;

/** @throws ApiFault when it is no height that a block can have. */
export function checkHeight(height: bigint): bigint {
  if (height < 1n) throw invalid("height must be at least 1");
  return height;
}

/** The block at `height`, or the latest, as CometBFT has it. */
export async function readBlock(backend: Backend, height?: bigint): Promise<BlockJson> {
  const params = height === undefined ? {} : { height: `${height}` };
  return (await backend.comet("block", params)) as BlockJson;
}

async function blockAt(backend: Backend, height?: bigint): Promise<GetLatestBlockResponse> {
  const json = await readBlock(backend, height);
  const block = blockOf(json);
  const { header } = block;
  const sdkHeader = header && {
    ...header,
    proposerAddress: consensusAddress(header.proposerAddress),
  };
  return { blockId: blockIdOf(json.block_id), block, sdkBlock: { ...block, header: sdkHeader } };
}

interface ValidatorsJson {
  readonly block_height: string;
  readonly validators: readonly ValidatorJson[];
  readonly total: string;
}

async function validatorsAt(
  backend: Backend,
  page: PageRequest | undefined,
  height?: bigint,
): Promise<GetLatestValidatorSetResponse> {
  const slice = sliceOf(page);
  const all: ValidatorJson[] = [];
  let at = height;
  for (let number = 1; number <= VALIDATOR_PAGES_MAX; number += 1) {
    const asked = at === undefined ? {} : { height: `${at}` };
    const params = { ...asked, page: `${number}`, per_page: `${PER_PAGE}` };
    const json = (await backend.comet("validators", params)) as ValidatorsJson;
    // Later pages must be of the same set.
    at = BigInt(json.block_height);
    all.push(...json.validators);
    if (all.length >= Number(json.total)) break;
  }
  const { items, pagination } = cut(all, slice);
  const validators = items.map((one) => ({
    address: consensusAddress(fromHex(one.address)),
    pubKey: {
      typeUrl: PubKey.typeUrl,
      value: PubKey.encode({ key: fromBase64(one.pub_key.value) }),
    },
    votingPower: BigInt(one.voting_power),
    proposerPriority: BigInt(one.proposer_priority),
  }));
  return { blockHeight: at ?? 0n, validators, pagination };
}

async function readStatus(backend: Backend): Promise<StatusJson> {
  return (await backend.comet("status")) as StatusJson;
}

const nodeInfo: Service = service({
  method: Comet.GetNodeInfo,
  rest: `${PREFIX}/node_info`,
  summary: "the node, its chain and its program",
  answer: async (backend) => ({
    defaultNodeInfo: nodeInfoOf(await readStatus(backend)),
    applicationVersion: {
      name: "aegis",
      appName: APP_NAME,
      version: APP_VERSION,
      gitCommit: "",
      buildTags: "",
      // The field's name is Go's; ours is the engine that runs this program.
      goVersion: `node ${process.version}`,
      buildDeps: [],
      cosmosSdkVersion: COSMOS_SDK_PROFILE,
    },
  }),
});

/** All of cosmos.base.tendermint.v1beta1.Service. */
export const BLOCK_SERVICES: readonly Service[] = [
  nodeInfo,
  service({
    method: Comet.GetSyncing,
    rest: `${PREFIX}/syncing`,
    summary: "whether the node is behind the chain",
    answer: async (backend) => {
      const { sync_info: sync } = await readStatus(backend);
      return { syncing: sync.catching_up };
    },
  }),
  service({
    method: Comet.GetLatestBlock,
    rest: `${PREFIX}/blocks/latest`,
    summary: "the latest block",
    answer: (backend) => blockAt(backend),
  }),
  service({
    method: Comet.GetBlockByHeight,
    rest: `${PREFIX}/blocks/{height}`,
    summary: "a block",
    answer: (backend, { height }) => blockAt(backend, checkHeight(height)),
  }),
  service({
    method: Comet.GetLatestValidatorSet,
    rest: `${PREFIX}/validatorsets/latest`,
    summary: "who runs consensus now",
    answer: (backend, { pagination }) => validatorsAt(backend, pagination),
  }),
  service({
    method: Comet.GetValidatorSetByHeight,
    rest: `${PREFIX}/validatorsets/{height}`,
    summary: "who ran consensus at a height",
    answer: (backend, { height, pagination }) =>
      validatorsAt(backend, pagination, checkHeight(height)),
  }),
  service({
    method: Comet.ABCIQuery,
    rest: `${PREFIX}/abci_query`,
    summary: "a query by its path, with a proof when asked for; refusals are codes",
    answer: (backend, { path, data, height, prove }) => {
      if (height < 0n) throw invalid("height must not be negative");
      return backend.query(path, data, { height, prove });
    },
  }),
];
