/** Finds transactions: by hash, by events, and all of one block. */
import { status } from "@grpc/grpc-js";
import { fromBase64, fromHex } from "../../../../app/lib/bytes.ts";
import {
  type GetBlockWithTxsRequest,
  type GetBlockWithTxsResponse,
  type GetTxRequest,
  type GetTxResponse,
  type GetTxsEventRequest,
  type GetTxsEventResponse,
  OrderBy,
} from "../../../../proto/gen/cosmos/tx/v1beta1/service.ts";
import type { Backend } from "../backend.ts";
import { ApiFault, cometReason, invalid } from "../fault.ts";
import { RpcError } from "../../../../app/client/rpc.ts";
import { checkHeight, readBlock } from "./blocks.ts";
import { blockIdOf, blockOf } from "./comet.ts";
import { cut, PAGE_LIMIT, sliceOf } from "./page.ts";
import { blockTimes, decodedTx, type TxJson, txResponse } from "./txResponse.ts";

const QUERY_CHARACTERS_MAX = 1_024;

/** @throws ApiFault NOT_FOUND when no block has it. */
export async function getTx(backend: Backend, { hash }: GetTxRequest): Promise<GetTxResponse> {
  if (!/^(0x)?[0-9a-fA-F]{64}$/.test(hash)) throw invalid("hash must have 64 hex digits");
  const digits = hash.replace(/^0x/, "");
  let json: TxJson;
  try {
    json = (await backend.comet("tx", {
      hash: Buffer.from(fromHex(digits)).toString("base64"),
      prove: false,
    })) as TxJson;
  } catch (error) {
    const reason = error instanceof RpcError ? cometReason(error) : undefined;
    if (reason === undefined || !reason.includes("not found")) throw error;
    throw new ApiFault(status.NOT_FOUND, `tx not found: ${digits.toUpperCase()}`);
  }
  const timestamp = await blockTimes(backend)(json.height);
  return { tx: decodedTx(fromBase64(json.tx)), txResponse: txResponse(json, timestamp) };
}

/** The query in CometBFT's language. `events` are the older form: all of them must hold. */
function queryOf({ query, events }: GetTxsEventRequest): string {
  for (const event of events) {
    if (!event.includes("=")) throw invalid(`event "${event.slice(0, 100)}" is not like a.b='c'`);
  }
  const text = query !== "" ? query : events.join(" AND ");
  if (text === "") throw invalid("query must not be empty: ask for message.sender='...'");
  if (text.length > QUERY_CHARACTERS_MAX) {
    throw invalid(`query has more than ${QUERY_CHARACTERS_MAX} characters`);
  }
  return text;
}

/** CometBFT has pages, counted from 1; an offset must be the begin of one. */
function pageOf({ page, limit, pagination }: GetTxsEventRequest): {
  readonly page: bigint;
  readonly limit: bigint;
} {
  if (page > 0n || limit > 0n || pagination === undefined) {
    const wanted = limit === 0n ? PAGE_LIMIT : limit;
    return { page: page || 1n, limit: wanted < PAGE_LIMIT ? wanted : PAGE_LIMIT };
  }
  const slice = sliceOf(pagination);
  if (slice.offset % slice.limit !== 0n) {
    throw invalid("pagination.offset must be a multiple of pagination.limit");
  }
  return { page: slice.offset / slice.limit + 1n, limit: slice.limit };
}

interface SearchJson {
  readonly txs: readonly TxJson[] | null;
  readonly total_count: string;
}

/** Transactions with certain events, a page of them. */
export async function getTxsEvent(
  backend: Backend,
  request: GetTxsEventRequest,
): Promise<GetTxsEventResponse> {
  const { page, limit } = pageOf(request);
  const { txs, total_count: total } = (await backend.comet("tx_search", {
    query: queryOf(request),
    prove: false,
    page: `${page}`,
    per_page: `${limit}`,
    order_by: request.orderBy === OrderBy.ORDER_BY_DESC ? "desc" : "asc",
  })) as SearchJson;
  const found = txs ?? [];
  const timeAt = blockTimes(backend);
  const times = await Promise.all(found.map(({ height }) => timeAt(height)));
  return {
    txs: found.map(({ tx }) => decodedTx(fromBase64(tx))),
    txResponses: found.map((json, i) => txResponse(json, times[i] ?? "")),
    pagination: undefined,
    total: BigInt(total),
  };
}

/** A block and a page of its transactions, decoded. */
export async function getBlockWithTxs(
  backend: Backend,
  { height, pagination }: GetBlockWithTxsRequest,
): Promise<GetBlockWithTxsResponse> {
  const json = await readBlock(backend, checkHeight(height));
  const block = blockOf(json);
  const { items, pagination: told } = cut(block.data?.txs ?? [], sliceOf(pagination));
  return {
    txs: items.map(decodedTx),
    blockId: blockIdOf(json.block_id),
    block,
    pagination: told,
  };
}
