/** A CometBFT RPC over the mock consensus, so that real clients talk to a chain in this process. */
import type { Rpc } from "../../app/client/rpc.ts";
import { EMPTY_BYTES, equalBytes, hex, sha256 } from "../../app/lib/bytes.ts";
import { RequestQuery } from "../../proto/gen/tendermint/abci/types.ts";
import type { TestChain } from "./chain.ts";

/** An RPC that a test can cut off. */
export interface MockRpc extends Rpc {
  /** While false every call is answered with an error. */
  isUp: boolean;
}

function hashOf(tx: Uint8Array): string {
  return hex(sha256(tx)).toUpperCase();
}

/** The RPC of the chain's first node. */
export function mockRpc(chain: TestChain): MockRpc {
  const { mock } = chain;
  const unused = (): never => {
    throw new Error("the mock has no such call");
  };
  const answer = async <T>(work: () => T): Promise<T> => {
    if (!rpc.isUp) throw new Error("the mock node is down");
    return work();
  };
  const rpc: MockRpc = {
    isUp: true,
    url: "http://mock",
    status: unused,
    query: (path, data) =>
      answer(() => {
        const { code, codespace, log, value, height } = chain
          .app()
          .query(RequestQuery.create({ path, data }));
        return { code, codespace, log, value, height: Number(height) };
      }),
    broadcastSync: (tx) =>
      answer(() => {
        const isKnown = mock.mempool.some((one) => equalBytes(one, tx));
        if (isKnown) {
          return {
            code: 19,
            codespace: "sdk",
            log: "tx already exists in cache",
            hash: hashOf(tx),
          };
        }
        const { code, codespace, log } = mock.broadcast(tx);
        return { code, codespace, log, hash: hashOf(tx) };
      }),
    broadcastAsync: unused,
    tx: (hash) => answer(() => find(chain, hash)),
    block: unused,
    blockResults: unused,
  };
  return rpc;
}

/** Transactions of a chain by hash, and of how many blocks they are. */
interface TxIndex {
  blocks: number;
  readonly places: Map<string, readonly [block: number, at: number]>;
}

const indexes = new WeakMap<TestChain, TxIndex>();

function indexOf(chain: TestChain): TxIndex {
  const index = indexes.get(chain) ?? { blocks: 0, places: new Map() };
  indexes.set(chain, index);
  const { blocks } = chain.mock;
  for (; index.blocks < blocks.length; index.blocks += 1) {
    for (const [at, tx] of (blocks[index.blocks]?.request.txs ?? []).entries()) {
      index.places.set(hashOf(tx), [index.blocks, at]);
    }
  }
  return index;
}

function find(chain: TestChain, wanted: Uint8Array): Awaited<ReturnType<Rpc["tx"]>> {
  const hash = hex(wanted).toUpperCase();
  const [block, at] = indexOf(chain).places.get(hash) ?? [-1, -1];
  const found = chain.mock.blocks[block];
  const result = found?.response.txResults[at];
  if (found === undefined || result === undefined) return undefined;
  const { code, codespace, log, data, gasWanted, gasUsed } = result;
  const place = { hash, height: Number(found.height), bytes: EMPTY_BYTES };
  return { ...place, code, codespace, log, data, gasWanted, gasUsed, events: [] };
}
