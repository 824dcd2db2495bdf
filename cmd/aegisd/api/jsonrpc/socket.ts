/** JSON-RPC over WebSockets: one connection, many calls and notifications, each bounded. */
import { setMaxListeners } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { RpcFault } from "./fault.ts";
import type { Connection } from "./method.ts";
import { BODY_BYTES_MAX, callTime } from "./limits.ts";
import { type Dispatcher, faultText } from "./protocol.ts";

const CONNECTIONS_MAX = 256;
/** Messages of a connection that wait for their answer. */
const CALLS_MAX = 32;
/** What waits for a slow reader before it is dropped. */
const UNSENT_BYTES_MAX = 8_388_608;
/** A peer that does not answer a ping until the next is gone. */
const PING_MS = 30_000;
/** Close codes of RFC 6455. */
const GOING_AWAY = 1001;
const UNSUPPORTED_DATA = 1003;
const CLOSE_MS = 1_000;

/** Where sockets are served. */
export interface SocketOptions {
  readonly path: string;
  /** Whether pages of an origin may connect; programs send none. */
  readonly isAllowedOrigin: (origin: string) => boolean;
}

/** Serves upgrades of `server`; the result ends all connections. */
export function serveSockets(
  server: Server,
  dispatcher: Dispatcher,
  { path, isAllowedOrigin }: SocketOptions,
): () => Promise<void> {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: BODY_BYTES_MAX,
    perMessageDeflate: false,
  });
  const silent = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) {
        socket.terminate();
        continue;
      }
      silent.add(socket);
      socket.ping();
    }
  }, PING_MS).unref();
  const refusalOf = ({ url = "", headers: { origin } }: IncomingMessage): string | undefined => {
    if (url.split("?", 1)[0] !== path) return "404 Not Found";
    if (origin !== undefined && !isAllowedOrigin(origin)) return "403 Forbidden";
    return sockets.clients.size >= CONNECTIONS_MAX ? "503 Service Unavailable" : undefined;
  };
  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const status = refusalOf(request);
    if (status !== undefined) {
      refuse(stream, status);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on("pong", () => silent.delete(socket));
      serveSocket(socket, dispatcher);
    });
  };
  server.on("upgrade", upgrade);
  return async () => {
    clearInterval(pings);
    server.off("upgrade", upgrade);
    const open = [...sockets.clients];
    const gone = open.map((one) => new Promise<void>((resolve) => one.on("close", resolve)));
    for (const one of open) one.close(GOING_AWAY, "the node stops");
    const timer = setTimeout(() => open.map((one) => one.terminate()), CLOSE_MS);
    await Promise.all(gone);
    clearTimeout(timer);
    sockets.close();
  };
}

function refuse(stream: Duplex, status: string): void {
  stream.on("error", () => {});
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

function serveSocket(socket: WebSocket, dispatcher: Dispatcher): void {
  const gone = new AbortController();
  // Each call under way listens.
  setMaxListeners(CALLS_MAX, gone.signal);
  const ends: (() => void)[] = [];
  let calls = 0;
  const send = (text: string): void => {
    if (socket.readyState !== socket.OPEN) return;
    // Unsent text lies in this process: who does not read it is dropped, not served from memory.
    if (socket.bufferedAmount > UNSENT_BYTES_MAX) socket.terminate();
    else socket.send(text);
  };
  const connection: Connection = {
    notify: (method, params) => send(JSON.stringify({ jsonrpc: "2.0", method, params })),
    onClose: (end) => ends.push(end),
  };
  const answer = async (text: string): Promise<void> => {
    const answered: (() => void)[] = [];
    const { signal, end } = callTime(gone.signal);
    const onAnswered = (then: () => void): unknown => answered.push(then);
    const reply = await dispatcher.answer(text, { signal, connection, onAnswered });
    end();
    if (reply !== undefined) send(reply);
    for (const then of answered) then();
  };
  socket.on("message", (data, isBinary) => {
    if (isBinary) {
      socket.close(UNSUPPORTED_DATA, "text messages only");
      return;
    }
    if (calls >= CALLS_MAX) {
      send(faultText(new RpcFault("limitExceeded", `${CALLS_MAX} calls at a time`)));
      return;
    }
    calls += 1;
    void answer(data.toString()).finally(() => {
      calls -= 1;
    });
  });
  // A peer that breaks the protocol is closed by the library, which says so here.
  socket.on("error", () => {});
  socket.on("close", () => {
    gone.abort();
    for (const end of ends) end();
  });
}
