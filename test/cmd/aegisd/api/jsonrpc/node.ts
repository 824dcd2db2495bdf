/** A node with the RPC: a chain in this process, a played CometBFT, a real HTTP server. */
import fastify, { type FastifyInstance } from "fastify";
import type { AddressInfo } from "node:net";
import { WebSocket } from "ws";
import type { AbciEvent } from "../../../../../app/module/event.ts";
import type { Logger } from "../../../../../app/lib/log.ts";
import { parseGasPrice } from "../../../../../app/tx/fee.ts";
import { createBackend } from "../../../../../cmd/aegisd/api/backend.ts";
import { jsonRpcMount } from "../../../../../cmd/aegisd/api/jsonrpc/mount.ts";
import { createChain, type TestChain } from "../../../../kit/chain.ts";
import { type MockComet, mockComet } from "../../../../kit/mockComet.ts";

/** An answer as it came. */
export interface Answer {
  readonly jsonrpc: string;
  readonly id: string | number | null;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form.
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/** What a test holds in hand. */
export interface RpcNode {
  readonly chain: TestChain;
  readonly comet: MockComet;
  readonly server: FastifyInstance;
  readonly address: string;
  /** What the node logged as an error: nothing, in a test that passes. */
  readonly errors: string[];
  /** One call by POST. */
  call(method: string, params?: unknown): Promise<Answer>;
  /** Any body by POST. */
  post(body: string | Buffer, type?: string): Promise<{ status: number; text: string }>;
  socket(): Promise<Caller>;
  close(): Promise<void>;
}

/** A WebSocket and what it heard. */
export interface Caller {
  readonly socket: WebSocket;
  /** Everything that came, in order. */
  readonly heard: Heard[];
  call(method: string, params?: unknown): Promise<Answer>;
  /** Resolves as soon as `found` holds. */
  until(found: () => boolean): Promise<void>;
}

/** An answer or a notification. */
export interface Heard extends Answer {
  readonly method?: string;
  readonly params?: {
    readonly subscription: string;
    readonly result: { readonly height: string; readonly event: string; readonly data: AbciEvent };
  };
}

async function until(found: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !found(); ) {
    if (Date.now() > end) throw new Error("it did not happen");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function connect(address: string): Promise<Caller> {
  const socket = new WebSocket(`${address.replace("http", "ws")}/rpc`);
  const heard: Heard[] = [];
  socket.on("message", (data) => heard.push(JSON.parse(data.toString()) as Heard));
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  let last = 0;
  const call = async (method: string, params: unknown = {}): Promise<Answer> => {
    last += 1;
    const id = last;
    socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    const own = (): Answer | undefined => heard.find((one) => one.id === id);
    await until(() => own() !== undefined);
    return own() as Answer;
  };
  return { socket, heard, call, until };
}

/** Starts a node whose chain has a block. */
export async function rpcNode(given: TestChain = createChain()): Promise<RpcNode> {
  const chain = given;
  chain.mock.block();
  const comet = await mockComet(chain);
  const errors: string[] = [];
  const note = (message: string, fields?: object): unknown =>
    errors.push(`${message} ${JSON.stringify(fields)}`);
  const logger: Logger = { info: () => {}, warn: () => {}, error: note };
  const mount = jsonRpcMount({
    backend: createBackend(chain.app(), comet.url),
    cometUrl: comet.url,
    minimumGasPrice: parseGasPrice("0.025uasi"),
    allowedOrigins: ["https://good.example"],
    logger,
  });
  const server = fastify();
  mount(server);
  await server.listen({ port: 0, host: "127.0.0.1" });
  const address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const post: RpcNode["post"] = async (body, type = "application/json") => {
    const answer = await fetch(`${address}/rpc`, {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    return { status: answer.status, text: await answer.text() };
  };
  const callers: Caller[] = [];
  return {
    chain,
    comet,
    server,
    address,
    errors,
    post,
    call: async (method, params = {}) => {
      const { text } = await post(JSON.stringify({ jsonrpc: "2.0", id: 7, method, params }));
      return JSON.parse(text) as Answer;
    },
    socket: async () => {
      const made = await connect(address);
      callers.push(made);
      return made;
    },
    close: async () => {
      for (const { socket } of callers) socket.terminate();
      await server.close();
      await comet.close();
    },
  };
}
