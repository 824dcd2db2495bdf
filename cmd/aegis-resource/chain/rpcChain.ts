/** The chain over a CometBFT node's RPC. */
import { Query as AppQuery } from "../../../proto/gen/aegis/app/v1/app.ts";
import type { PageResponse } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { Query as BankQuery } from "../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { TxMsgData } from "../../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import type { ItemResult } from "../../../proto/gen/aegis/base/v1/base.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgCommitResultResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { broadcast } from "../../../app/client/broadcast.ts";
import { query, QueryError } from "../../../app/client/query.ts";
import type { IncludedTx, Rpc } from "../../../app/client/rpc.ts";
import { gasAndFee, sequencedSigner } from "../../../app/client/sequence.ts";
import type { Signer } from "../../../app/client/sign.ts";
import { present } from "../../../app/lib/assert.ts";
import { fromHex, hex, sha256 } from "../../../app/lib/bytes.ts";
import { BASE_DENOM } from "../../../app/lib/coin.ts";
import type { GasPrice } from "../../../app/tx/fee.ts";
import type { Chain, Inclusion } from "./chain.ts";

/** Pages read of one list: together 3,200 entries, far more than one node can work on. */
const PAGES_MAX = 16;
const PAGE_LIMIT = 200n;
/** Soft final tasks that are looked at again, at most. */
const NEWEST = 20n;

/** Who speaks to which chain, and at what price. */
export interface RpcChainOptions {
  readonly rpc: Rpc;
  readonly chainId: string;
  readonly signer: Signer;
  readonly gasPrice: GasPrice;
}

/** Hash of a transaction as CometBFT writes it. */
export function txHash(bytes: Uint8Array): string {
  return hex(sha256(bytes)).toUpperCase();
}

/** The chain behind `rpc`, as the signer's node. */
export function rpcChain({ rpc, chainId, signer, gasPrice }: RpcChainOptions): Chain {
  const { address } = signer;
  const sender = sequencedSigner(rpc, signer, chainId);
  return {
    status: async () => {
      const state = present((await query(rpc, AppQuery.Status)).state, "state");
      return { chainId: state.chainId, height: state.height, clockMs: state.clockMs };
    },
    pending: (model) =>
      allPages(async (pagination) => {
        const request = { model, node: address, pagination };
        const answer = await query(rpc, Query.PendingTasks, request);
        return { entries: answer.calculations, page: answer.pagination };
      }),
    duties: () =>
      allPages(async (pagination) => {
        const answer = await query(rpc, Query.Duties, { node: address, pagination });
        return { entries: answer.duties, page: answer.pagination };
      }),
    softFinal: async (model) => {
      const pagination = PageRequest.create({ limit: NEWEST, reverse: true });
      const request = { model, state: State.STATE_SOFT_FINAL, pagination };
      return (await query(rpc, Query.Tasks, request)).tasks.map(({ taskHash }) => taskHash);
    },
    task: async (taskHash) =>
      present((await query(rpc, Query.Task, { taskHash })).record, "record"),
    node: async () => {
      try {
        return (await query(rpc, Query.Node, { node: address })).node;
      } catch (error) {
        if (error instanceof QueryError) return undefined;
        throw error;
      }
    },
    revision: async (model, revision) =>
      present((await query(rpc, Query.Model, { model, revision })).revision, "revision"),
    maxBatch: async () => present((await query(rpc, Query.Params)).params, "params").maxBatch,
    balance: async () => {
      const { balance } = await query(rpc, BankQuery.Balance, { address, denom: BASE_DENOM });
      return BigInt(balance?.amount ?? "0");
    },
    send: async ({ message, gas, timeoutHeight }, onSigned) => {
      const messages = [message];
      const content = { messages, timeoutHeight, ...gasAndFee(messages, gas, gasPrice) };
      await sender.send(content, (bytes) => onSigned(bytes, txHash(bytes)));
    },
    rebroadcast: async (bytes) => {
      await broadcast(rpc, bytes);
    },
    inclusion: async (hash) => inclusionOf(await rpc.tx(fromHex(hash))),
    forgetSequence: () => sender.reset(),
  };
}

async function allPages<T>(
  read: (
    pagination: PageRequest,
  ) => Promise<{ readonly entries: readonly T[]; readonly page: PageResponse | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  let key: Uint8Array = new Uint8Array(0);
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await read(PageRequest.create({ key, limit: PAGE_LIMIT }));
    all.push(...answer.entries);
    key = answer.page?.nextKey ?? new Uint8Array(0);
    if (key.length === 0) break;
  }
  return all;
}

function inclusionOf(found: IncludedTx | undefined): Inclusion | undefined {
  if (found === undefined) return undefined;
  const { code, codespace, data } = found;
  return { height: BigInt(found.height), code, codespace, results: itemResults(code, data) };
}

/** All messages of a node answer with the same list in field 1. */
function itemResults(code: number, data: Uint8Array): readonly ItemResult[] {
  if (code !== 0) return [];
  const [response] = TxMsgData.decode(data).msgResponses;
  return MsgCommitResultResponse.decode(present(response, "response").value).results;
}
