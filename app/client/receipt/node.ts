/** What receipts are made of, from a node's RPC. Each call has a time limit. */
import { HttpClient } from "@cosmjs/tendermint-rpc";
import { Query as CheckpointsQuery } from "../../../proto/gen/aegis/checkpoints/v1/query.ts";
import { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { fromBase64, hex } from "../../lib/bytes.ts";
import { lightBlockFromRpc } from "../light/fromRpc.ts";
import { encodeLightBlock } from "../light/types.ts";
import { query } from "../query.ts";
import { httpRpc, RpcError } from "../rpc.ts";
import type { ProofOp } from "../stateProof.ts";
import { CollectError } from "./collect.ts";
import type { FinalEpoch, ReceiptSource } from "./make.ts";
import { TASKS_STORE } from "./ranges.ts";

const TIMEOUT_MS = 10_000;
/** Checkpoints that are looked through for a final one. */
const CHECKPOINTS = 4n;
/** Most that CometBFT gives at a time. */
const VALIDATORS_PAGE = 100;

type Params = Readonly<Record<string, string | boolean>>;
type Call = (
  method: string,
  params: Readonly<Record<string, unknown>>,
) => Promise<Record<string, unknown>>;

/** The node at `url` (http://host:port). */
export function nodeSource(url: string): ReceiptSource {
  const rpc = httpRpc(url, TIMEOUT_MS);
  const call = rpcCalls(rpc.url);
  return {
    latestHeight: async () => BigInt((await rpc.status()).height),
    prove: (key, height) => proveKey(call, key, height),
    lightBlock: async (height) => {
      const commit = await call("commit", { height: `${height}` });
      const block = lightBlockFromRpc({ commit, validators: await validatorsAt(call, height) });
      return encodeLightBlock(block);
    },
    finalEpochs: async () => {
      const pagination = PageRequest.create({ limit: CHECKPOINTS, reverse: true });
      const { checkpoints } = await query(rpc, CheckpointsQuery.Checkpoints, { pagination });
      return checkpoints
        .filter(({ finalHeight }) => finalHeight > 0n)
        .map(({ epoch, height }): FinalEpoch => ({ epoch, height }));
    },
    checkpointProof: async (epoch) => {
      return (await query(rpc, CheckpointsQuery.Proof, { epoch })).proof;
    },
  };
}

/** Calls of the RPC of the node at `url`; each has a time limit. */
export function rpcCalls(url: string): Call {
  const client = new HttpClient(url, TIMEOUT_MS);
  return async (method, params) => {
    try {
      const request = { jsonrpc: "2.0", id: 1, method, params: params as Params } as const;
      const { result } = await client.execute(request);
      return result as Record<string, unknown>;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new RpcError(`${method} at ${url} failed: ${reason}`, { cause: error });
    }
  };
}

interface AbciAnswer {
  readonly code?: number;
  readonly log?: string;
  readonly proofOps?: { readonly ops?: readonly Readonly<Record<string, string>>[] } | null;
}

async function proveKey(call: Call, key: Uint8Array, height: bigint): Promise<ProofOp[]> {
  const path = `/store/${TASKS_STORE}/key`;
  const params = { path, data: hex(key), height: `${height}`, prove: true };
  const answer = (await call("abci_query", params))["response"] as AbciAnswer | undefined;
  if (answer?.code) throw new CollectError(`the node refuses to prove: ${answer.log ?? ""}`);
  return (answer?.proofOps?.ops ?? []).map(({ type = "", key: of = "", data = "" }) => ({
    type,
    key: fromBase64(of),
    data: fromBase64(data),
  }));
}

async function validatorsAt(call: Call, height: bigint): Promise<unknown[]> {
  const validators: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const params = { height: `${height}`, page: `${page}`, per_page: `${VALIDATORS_PAGE}` };
    const { validators: more, total } = await call("validators", params);
    if (!Array.isArray(more)) throw new CollectError("the node names no validators");
    validators.push(...more);
    if (more.length === 0 || validators.length >= Number(total)) return validators;
  }
}
