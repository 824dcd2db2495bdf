/**
 * CometBFT's RPC as our programs use it: few calls, each with a time limit, and errors of one line
 * that say which address did not answer.
 */
import { Comet38Client, HttpClient } from "@cosmjs/tendermint-rpc";
import { hex } from "../lib/bytes.ts";
import type { AbciEvent } from "../module/event.ts";
import { RpcError } from "./rpcError.ts";

export { RpcError } from "./rpcError.ts";

export interface NodeStatus {
  readonly chainId: string;
  readonly height: number;
  readonly appHash: Uint8Array;
  /** RFC 3339 time of the latest block. */
  readonly time: string;
  readonly isCatchingUp: boolean;
  readonly nodeId: string;
  readonly version: string;
}

export interface QueryAnswer {
  readonly code: number;
  readonly codespace: string;
  readonly log: string;
  readonly value: Uint8Array;
  readonly height: number;
}

/** Code 0 means accepted. */
export interface CheckAnswer {
  readonly code: number;
  readonly codespace: string;
  readonly log: string;
  /** Upper-case hex of the transaction's hash. */
  readonly hash: string;
}

/** A transaction in a block. */
export interface IncludedTx {
  readonly hash: string;
  readonly height: number;
  readonly code: number;
  readonly codespace: string;
  readonly log: string;
  readonly data: Uint8Array;
  readonly gasWanted: bigint;
  readonly gasUsed: bigint;
  readonly events: readonly AbciEvent[];
  readonly bytes: Uint8Array;
}

export interface BlockAnswer {
  readonly height: number;
  /** 32 bytes. */
  readonly hash: Uint8Array;
  readonly time: string;
  readonly appHash: Uint8Array;
  readonly proposer: Uint8Array;
  readonly txs: readonly Uint8Array[];
}

export interface BlockResults {
  readonly height: number;
  /** Events of begin and end hooks, then of each transaction in order. */
  readonly events: readonly AbciEvent[];
  readonly txCodes: readonly number[];
}

export interface Rpc {
  readonly url: string;
  status(): Promise<NodeStatus>;
  query(path: string, data: Uint8Array, height?: number): Promise<QueryAnswer>;
  broadcastSync(tx: Uint8Array): Promise<CheckAnswer>;
  /** Does not wait for CheckTx. */
  broadcastAsync(tx: Uint8Array): Promise<string>;
  /** Undefined when no block has it (yet). */
  tx(hash: Uint8Array): Promise<IncludedTx | undefined>;
  block(height?: number): Promise<BlockAnswer>;
  blockResults(height: number): Promise<BlockResults>;
}

const TIMEOUT_MS = 10_000;

interface CometEvent {
  readonly type: string;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

function eventOf(event: CometEvent): AbciEvent {
  const attributes = event.attributes.map(({ key, value }) => ({ key, value, index: false }));
  return { type: event.type, attributes };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause;
  if (cause instanceof Error) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ECONNREFUSED") return "connection refused: is the node running?";
    return cause.message || (code ?? error.message);
  }
  return error.message;
}

type Call = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/** Runs calls under a time limit and names the address in their errors. */
function limitedCalls(address: string, timeoutMs: number): Call {
  return async (what, work) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      return await Promise.race([work(), late]);
    } catch (error) {
      const isLate = error instanceof Error && error.name === "TimeoutError";
      const reason = isLate ? `no answer in ${timeoutMs} ms` : reasonOf(error);
      throw new RpcError(`${what} at ${address} failed: ${reason}`, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  };
}

/** A client of the node at `url` (http://host:port). Nothing is sent before the first call. */
export function httpRpc(url: string, timeoutMs: number = TIMEOUT_MS): Rpc {
  const address = url.replace(/^tcp:/, "http:");
  // The client's own limit ends the request; ours also covers what it does with the answer.
  const client = Comet38Client.create(new HttpClient(address, timeoutMs));
  const call = limitedCalls(address, timeoutMs);
  return {
    url: address,
    status: () => call("status", () => readStatus(client)),
    query: (path, data, height) =>
      call("query", async () => {
        const asked = height === undefined ? { path, data } : { path, data, height };
        const answer = await client.abciQuery(asked);
        return {
          code: answer.code ?? 0,
          codespace: answer.codespace,
          log: answer.log ?? "",
          value: answer.value,
          height: answer.height ?? 0,
        };
      }),
    broadcastSync: (tx) =>
      call("broadcast", async () => {
        const { hash, code, codespace = "", log = "" } = await client.broadcastTxSync({ tx });
        return { code, codespace, log, hash: hex(hash).toUpperCase() };
      }),
    broadcastAsync: (tx) =>
      call("broadcast", async () => {
        const { hash } = await client.broadcastTxAsync({ tx });
        return hex(hash).toUpperCase();
      }),
    tx: (hash) => call("tx", () => findTx(client, hash)),
    block: (height) => call("block", () => readBlock(client, height)),
    blockResults: (height) => call("block_results", () => readResults(client, height)),
  };
}

async function readStatus(client: Comet38Client): Promise<NodeStatus> {
  const { nodeInfo, syncInfo } = await client.status();
  return {
    chainId: nodeInfo.network,
    height: syncInfo.latestBlockHeight,
    appHash: syncInfo.latestAppHash,
    time: syncInfo.latestBlockTime.toISOString(),
    isCatchingUp: syncInfo.catchingUp,
    nodeId: hex(nodeInfo.id),
    version: nodeInfo.version,
  };
}

async function readBlock(client: Comet38Client, height?: number): Promise<BlockAnswer> {
  const { block, blockId } = await client.block(height);
  return {
    height: block.header.height,
    hash: blockId.hash,
    time: block.header.time.toISOString(),
    appHash: block.header.appHash,
    proposer: block.header.proposerAddress,
    txs: block.txs,
  };
}

async function readResults(client: Comet38Client, height: number): Promise<BlockResults> {
  const results = await resultsOf(client, height);
  const events = [
    ...results.finalizeBlockEvents,
    ...results.results.flatMap((result) => result.events),
  ];
  return {
    height,
    events: events.map(eventOf),
    txCodes: results.results.map((result) => result.code),
  };
}

const RESULTS_POLL_MS = 100;

/**
 * The status names a height as soon as its block is decided; its results follow when the
 * application has executed it. The call's time limit bounds the wait.
 */
async function resultsOf(
  client: Comet38Client,
  height: number,
): ReturnType<Comet38Client["blockResults"]> {
  for (const started = Date.now(); ; ) {
    try {
      return await client.blockResults(height);
    } catch (error) {
      const isEarly = error instanceof Error && error.message.includes("could not find results");
      if (!isEarly || Date.now() - started > TIMEOUT_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, RESULTS_POLL_MS));
    }
  }
}

async function findTx(client: Comet38Client, hash: Uint8Array): Promise<IncludedTx | undefined> {
  try {
    const found = await client.tx({ hash });
    const { result } = found;
    return {
      hash: hex(found.hash).toUpperCase(),
      height: found.height,
      code: result.code,
      codespace: result.codespace ?? "",
      log: result.log ?? "",
      data: result.data ?? new Uint8Array(0),
      gasWanted: result.gasWanted,
      gasUsed: result.gasUsed,
      events: result.events.map(eventOf),
      bytes: found.tx,
    };
  } catch (error) {
    if (error instanceof Error && error.message.includes("not found")) return undefined;
    throw error;
  }
}
