/** What CometBFT's `status` says, and cosmos.base.node, which is made of it. */
import { fromHex } from "../../../../app/lib/bytes.ts";
import { BASE_DENOM } from "../../../../app/lib/coin.ts";
import type { GasPrice } from "../../../../app/tx/fee.ts";
import {
  Service as Node,
  type StatusResponse,
} from "../../../../proto/gen/cosmos/base/node/v1beta1/query.ts";
import type { DefaultNodeInfo } from "../../../../proto/gen/tendermint/p2p/types.ts";
import { timeOf } from "./comet.ts";
import type { Backend } from "../backend.ts";
import { type NodeFacts, type Service, service } from "./service.ts";

/** Answer of `status`. */
export interface StatusJson {
  readonly node_info: {
    readonly protocol_version: {
      readonly p2p: string;
      readonly block: string;
      readonly app: string;
    };
    readonly id: string;
    readonly listen_addr: string;
    readonly network: string;
    readonly version: string;
    readonly channels: string;
    readonly moniker: string;
    readonly other: { readonly tx_index: string; readonly rpc_address: string };
  };
  readonly sync_info: {
    readonly latest_block_height: string;
    readonly latest_block_time: string;
    readonly earliest_block_height: string;
    readonly catching_up: boolean;
  };
}

const PRICE_SCALE = 1_000_000n;
const PRICE_PLACES = 6;

/** A price per gas as Cosmos writes it, such as 0.025uasi. */
function priceText(price: GasPrice): string {
  const fraction = `${price % PRICE_SCALE}`.padStart(PRICE_PLACES, "0").replace(/0+$/, "");
  return `${price / PRICE_SCALE}${fraction === "" ? "" : `.${fraction}`}${BASE_DENOM}`;
}

export function nodeInfoOf({ node_info: info }: StatusJson): DefaultNodeInfo {
  const { p2p, block, app } = info.protocol_version;
  return {
    protocolVersion: { p2p: BigInt(p2p), block: BigInt(block), app: BigInt(app) },
    defaultNodeId: info.id,
    listenAddr: info.listen_addr,
    network: info.network,
    version: info.version,
    channels: fromHex(info.channels),
    moniker: info.moniker,
    other: { txIndex: info.other.tx_index, rpcAddress: info.other.rpc_address },
  };
}

interface HeaderFacts {
  readonly time: string;
  readonly app_hash: string;
  readonly validators_hash: string;
}

async function nodeStatus(backend: Backend, { keptVersions }: NodeFacts): Promise<StatusResponse> {
  const { sync_info: sync } = (await backend.comet("status")) as StatusJson;
  const height = backend.height();
  // A node that was restored from a snapshot has nothing before its first block.
  const first = BigInt(sync.earliest_block_height);
  const kept = height - BigInt(keptVersions) + 1n;
  const { header } = (await backend.comet("header", { height: `${height}` })) as {
    readonly header: HeaderFacts;
  };
  return {
    earliestStoreHeight: kept > first ? kept : first,
    height,
    timestamp: timeOf(header.time),
    appHash: fromHex(header.app_hash),
    validatorHash: fromHex(header.validators_hash),
  };
}

/** All of cosmos.base.node.v1beta1.Service. */
export const NODE_SERVICES: readonly Service[] = [
  service({
    method: Node.Config,
    rest: "/cosmos/base/node/v1beta1/config",
    summary: "what the operator has set",
    answer: (_backend, _request, { minimumGasPrice, keptVersions }) => ({
      minimumGasPrice: priceText(minimumGasPrice),
      pruningKeepRecent: `${keptVersions}`,
      // With every block.
      pruningInterval: "1",
      haltHeight: 0n,
    }),
  }),
  service({
    method: Node.Status,
    rest: "/cosmos/base/node/v1beta1/status",
    summary: "where the node stands",
    answer: (backend, _request, facts) => nodeStatus(backend, facts),
  }),
];
