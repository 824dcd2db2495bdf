/**
 * The ABCI socket server. CometBFT opens four connections; each is answered strictly in order, all
 * answers to one chunk in one write. A peer that is malformed, oversized or slow is dropped with
 * one log line and hurts nobody else. An exception of the application is fatal to the node: it
 * never reaches the socket.
 */
import { createServer, type Socket } from "node:net";
import type { Logger } from "../lib/log.ts";
import { parseAbciAddress } from "./address.ts";
import type { ServedApplication } from "./application.ts";
import { CONNECTIONS_MAX, FRAME_BYTES_MAX, STALL_MS_MAX } from "./limits.ts";
import { Connection, type Shared } from "./serverConnection.ts";
import { listen } from "./serverSocket.ts";

/** What a server serves, where, and whom it tells. */
export interface ServerOptions {
  readonly application: ServedApplication;
  /** `unix:///path` or `tcp://host:port`; port 0 takes a free one. */
  readonly address: string;
  readonly logger: Logger;
  /** Called once, with what the application threw: stop the node with a clear last word. */
  readonly onFatal: (error: unknown) => void;
  readonly frameBytesMax?: number;
  readonly stallMsMax?: number;
}

/** A listening server. */
export interface AbciServer {
  /** Where it listens, with the port that was taken. */
  readonly address: string;
  /** Ends all connections, stops listening and removes the socket's file. */
  close(): Promise<void>;
}

/**
 * Listens and serves until closed.
 * @throws Error or RangeError when the address is malformed or in use.
 */
export async function serve(options: ServerOptions): Promise<AbciServer> {
  const { application, logger, onFatal } = options;
  const shared: Shared = {
    application,
    logger,
    frameBytesMax: options.frameBytesMax ?? FRAME_BYTES_MAX,
    stallMsMax: options.stallMsMax ?? STALL_MS_MAX,
    isStopped: false,
    fail: (error) => {
      if (shared.isStopped) return;
      shared.isStopped = true;
      onFatal(error);
    },
  };
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    new Connection(socket, shared);
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.on("drop", () =>
    logger.warn("refused an ABCI peer", { reason: `${CONNECTIONS_MAX} are connected` }),
  );
  const address = await listen(server, parseAbciAddress(options.address));
  server.on("error", (error) => logger.error("the ABCI server", { reason: error.message }));
  return {
    address,
    close: () =>
      new Promise((resolve) => {
        shared.isStopped = true;
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
