/**
 * CometBFT's RPC in its own JSON over the mock consensus, so that the node's servers run on a chain
 * in this process. Hashes and signatures of headers are not those of real blocks.
 */
import { base64, equalBytes, fromBase64, hex, sha256, utf8 } from "../../app/lib/bytes.ts";
import { RpcError } from "../../app/client/rpc.ts";
import { type Backend, createBackend } from "../../cmd/aegisd/api/backend.ts";
import { Event } from "../../proto/gen/tendermint/abci/types.ts";
import { CHAIN_ID, type TestChain } from "./chain.ts";
import { consensusAddress } from "./mockConsensus.ts";

type Params = Readonly<Record<string, unknown>>;

/** A backend that a test can cut off from CometBFT. */
export interface FakeBackend extends Backend {
  isUp: boolean;
  /** Calls of CometBFT as they were made. */
  readonly calls: (readonly [method: string, params: Params])[];
}

/** The first validator's. */
const KEY = sha256(utf8("consensus 0"));
const HASH = "AB".repeat(32);
const TIME = "2026-01-02T03:04:05.123456789Z";

function upper(bytes: Uint8Array): string {
  return hex(bytes).toUpperCase();
}

function refuse(data: string): never {
  throw new RpcError(`CometBFT refuses: ${data}`, {
    cause: { code: -32603, message: "Internal error", data },
  });
}

/** Blocks and transactions of the first node of a test chain. */
export function fakeBackend(chain: TestChain): FakeBackend {
  const real = createBackend(chain.app(), "http://127.0.0.1:1");
  const calls: (readonly [string, Params])[] = [];
  const comet = rpcOf(chain);
  const fake: FakeBackend = {
    ...real,
    isUp: true,
    calls,
    comet: async (method, params = {}) => {
      calls.push([method, params]);
      if (!fake.isUp) throw new RpcError("CometBFT does not answer", { cause: new Error("down") });
      const call = comet[method];
      if (call === undefined) throw new Error(`the fake has no ${method}`);
      return call(params);
    },
  };
  return fake;
}

function header(height: number): Params {
  const blockId = { hash: height === 1 ? "" : HASH, parts: { total: 1, hash: HASH } };
  return {
    version: { block: "11", app: "1" },
    chain_id: CHAIN_ID,
    height: `${height}`,
    time: TIME,
    last_block_id: blockId,
    ...Object.fromEntries(
      [
        ...["last_commit_hash", "data_hash", "validators_hash", "next_validators_hash"],
        ...["consensus_hash", "app_hash", "last_results_hash", "evidence_hash"],
      ].map((name) => [name, HASH]),
    ),
    proposer_address: upper(consensusAddress(KEY)),
  };
}

function heightOf(chain: TestChain, params: Params): number {
  const latest = chain.mock.blocks.length;
  const height = params["height"] === undefined ? latest : Number(params["height"]);
  if (height > latest) {
    refuse(
      `height ${height} must be less than or equal to the current blockchain height ${latest}`,
    );
  }
  return height;
}

function rpcOf(chain: TestChain): Readonly<Record<string, (params: Params) => unknown>> {
  const { mock } = chain;
  const txsAt = (height: number): readonly Uint8Array[] =>
    mock.blocks[height - 1]?.request.txs ?? [];
  return {
    status: () => ({
      node_info: {
        protocol_version: { p2p: "8", block: "11", app: "1" },
        id: "cd".repeat(20),
        listen_addr: "tcp://127.0.0.1:26656",
        network: CHAIN_ID,
        version: "0.38.25",
        channels: "40202122",
        moniker: "fake",
        other: { tx_index: "on", rpc_address: "tcp://127.0.0.1:26657" },
      },
      sync_info: {
        latest_block_height: `${mock.blocks.length}`,
        latest_block_time: TIME,
        earliest_block_height: "1",
        catching_up: false,
      },
    }),
    header: (params) => ({ header: header(heightOf(chain, params)) }),
    block: (params) => {
      const height = heightOf(chain, params);
      const blockId = { hash: HASH, parts: { total: 1, hash: HASH } };
      return {
        block_id: blockId,
        block: {
          header: header(height),
          data: { txs: txsAt(height).map(base64) },
          evidence: { evidence: [] },
          last_commit: { height: `${height - 1}`, round: 0, block_id: blockId, signatures: [] },
        },
      };
    },
    validators: (params) => ({
      block_height: `${heightOf(chain, params)}`,
      validators: [
        {
          address: upper(consensusAddress(KEY)),
          pub_key: { type: "tendermint/PubKeyEd25519", value: base64(KEY) },
          voting_power: "1",
          proposer_priority: "0",
        },
      ],
      count: "1",
      total: "1",
    }),
    ...txCalls(chain),
  };
}

function txCalls(chain: TestChain): Readonly<Record<string, (params: Params) => unknown>> {
  const { mock } = chain;
  const broadcast = (params: Params): unknown => {
    const tx = fromBase64(String(params["tx"]));
    if (mock.mempool.some((one) => equalBytes(one, tx))) refuse("tx already exists in cache");
    const { code, codespace, log } = mock.broadcast(tx);
    return { code, codespace, log, data: "", hash: upper(sha256(tx)) };
  };
  const all = (): readonly Params[] =>
    mock.blocks.flatMap(({ height, request, response }) =>
      request.txs.map((tx, index) => {
        const result = response.txResults[index];
        if (result === undefined) throw new Error("a result of each transaction");
        return {
          hash: upper(sha256(tx)),
          height: `${height}`,
          index,
          tx: base64(tx),
          tx_result: {
            code: result.code,
            data: base64(result.data),
            log: result.log,
            info: result.info,
            gas_wanted: `${result.gasWanted}`,
            gas_used: `${result.gasUsed}`,
            events: result.events.map((event) => Event.toJson(event)),
            codespace: result.codespace,
          },
        };
      }),
    );
  return {
    broadcast_tx_sync: broadcast,
    broadcast_tx_async: broadcast,
    tx: (params) => {
      const hash = upper(fromBase64(String(params["hash"])));
      return all().find((one) => one["hash"] === hash) ?? refuse(`tx (${hash}) not found`);
    },
    tx_search: (params) => {
      const size = Number(params["per_page"]);
      const from = (Number(params["page"]) - 1) * size;
      const found = params["order_by"] === "desc" ? [...all()].reverse() : all();
      if (from > 0 && from >= found.length) refuse("page should be within [1, 1] range, given 9");
      return { txs: found.slice(from, from + size), total_count: `${found.length}` };
    },
  };
}
