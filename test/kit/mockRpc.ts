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

function find(chain: TestChain, hash: Uint8Array): Awaited<ReturnType<Rpc["tx"]>> {
  for (const { height, request, response } of chain.mock.blocks) {
    const at = request.txs.findIndex((tx) => equalBytes(sha256(tx), hash));
    const result = response.txResults[at];
    if (at < 0 || result === undefined) continue;
    const { code, codespace, log, data, gasWanted, gasUsed } = result;
    const place = { hash: hex(hash).toUpperCase(), height: Number(height), bytes: EMPTY_BYTES };
    return { ...place, code, codespace, log, data, gasWanted, gasUsed, events: [] };
  }
  return undefined;
}
