/** CometBFT's RPC over HTTP and websocket, over the mock consensus, with faults on demand. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { base64, fromBase64, hex, sha256 } from "../../app/lib/bytes.ts";
import type { TestChain } from "./chain.ts";
import { mockRpc } from "./mockRpc.ts";

/** What a test does to it. */
export interface MockComet {
  readonly url: string;
  /** Websockets that are connected now. */
  readonly sockets: ReadonlySet<WebSocket>;
  /** Whether calls are answered; the websocket is refused too while they are not. */
  isUp: boolean;
  /** Heights whose results it says it does not have. */
  readonly pruned: Set<bigint>;
  /** Makes a block and tells the websockets. */
  block(): void;
  close(): Promise<void>;
}

type Params = Readonly<Record<string, string>>;

/** Errors of CometBFT: a short message, and the words in `data`. */
class CometFailure extends Error {}

function resultsAt(
  chain: TestChain,
  { height = "" }: Params,
  pruned: ReadonlySet<bigint>,
): unknown {
  const block = chain.mock.blocks[Number(height) - 1];
  if (block === undefined || pruned.has(BigInt(height))) {
    throw new CometFailure(`could not find results for height #${height}`);
  }
  const { events, txResults } = block.response;
  return {
    height,
    txs_results: txResults.map(({ code, events: own }) => ({ code, events: own })),
    finalize_block_events: events,
  };
}

function answer(chain: TestChain, pruned: ReadonlySet<bigint>) {
  const rpc = mockRpc(chain);
  return async (method: string, params: Params): Promise<unknown> => {
    if (method === "block_results") return resultsAt(chain, params, pruned);
    if (method === "broadcast_tx_sync") {
      const sent = await rpc.broadcastSync(fromBase64(params["tx"] ?? ""));
      if (sent.code !== 19) return sent;
      throw new CometFailure("tx already exists in cache");
    }
    if (method !== "tx") throw new CometFailure(`no method ${method}`);
    const hash = fromBase64(params["hash"] ?? "");
    const found = await rpc.tx(hash);
    if (found === undefined) throw new CometFailure(`tx (${hex(hash).toUpperCase()}) not found`);
    const { code, codespace, log, data, height } = found;
    return {
      hash: found.hash,
      height: `${height}`,
      tx_result: { code, codespace, log, data: base64(data) },
    };
  };
}

async function bodyOf(request: IncomingMessage): Promise<{ method: string; params: Params }> {
  let text = "";
  for await (const part of request) text += part;
  return JSON.parse(text);
}

/** Serves the first node of `chain` on a free port. */
export async function mockComet(chain: TestChain): Promise<MockComet> {
  const pruned = new Set<bigint>();
  const respond = answer(chain, pruned);
  const server = createServer(async (request, response) => {
    const { method, params } = await bodyOf(request);
    if (!comet.isUp) return void response.destroy();
    const reply = await respond(method, params).then(
      (result) => ({ result }),
      (error: Error) => ({
        error: { code: -32603, message: "Internal error", data: error.message },
      }),
    );
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ jsonrpc: "2.0", id: 1, ...reply }));
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, stream, head) => {
    if (!comet.isUp) stream.destroy();
    else sockets.handleUpgrade(request, stream, head, (one) => one.on("error", () => {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const comet: MockComet = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sockets: sockets.clients,
    isUp: true,
    pruned,
    block: () => {
      const { height } = chain.mock.block();
      for (const one of sockets.clients) one.send(`{"result":{"height":"${height}"}}`);
    },
    close: () =>
      new Promise((resolve) => {
        for (const one of sockets.clients) one.terminate();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return comet;
}

/** A transaction's hash as CometBFT writes it. */
export function txHash(tx: Uint8Array): string {
  return hex(sha256(tx)).toUpperCase();
}
