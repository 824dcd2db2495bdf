/**
 * The ABCI socket server. CometBFT opens four connections; each is answered strictly in order, all
 * answers to one chunk in one write. A peer that is malformed, oversized or slow is dropped with one
 * log line. An exception of the application is fatal to the node: it never reaches the socket.
 */
import { existsSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { Request, Response } from "../../proto/gen/tendermint/abci/types.ts";
import type { Logger } from "../lib/log.ts";
import { type AbciAddress, parseAbciAddress } from "./address.ts";
import type { Application } from "./application.ts";
import { dispatch } from "./dispatch.ts";
import { FrameError, FrameReader, frame } from "./framing.ts";
import { CONNECTIONS_MAX, FRAME_BYTES_MAX, STALL_MS_MAX, WRITE_BUFFER_BYTES } from "./limits.ts";

export interface ServerOptions {
  readonly application: Application;
  /** `unix:///path` or `tcp://host:port`; port 0 takes a free one. */
  readonly address: string;
  readonly logger: Logger;
  /** Called once, with what the application threw: stop the node with a clear last word. */
  readonly onFatal: (error: unknown) => void;
  readonly frameBytesMax?: number;
  readonly stallMsMax?: number;
}

export interface AbciServer {
  /** Where it listens, with the port that was taken. */
  readonly address: string;
  /** Ends all connections and stops listening. */
  close(): Promise<void>;
}

interface Shared extends Required<ServerOptions> {
  isStopped: boolean;
}

class Connection {
  private readonly socket: Socket;
  private readonly shared: Shared;
  private readonly reader: FrameReader;
  private answers: Uint8Array[] = [];
  private stalled: NodeJS.Timeout | undefined;

  constructor(socket: Socket, shared: Shared) {
    this.socket = socket;
    this.shared = shared;
    this.reader = new FrameReader(shared.frameBytesMax);
    socket.on("data", (chunk: Buffer) => this.receive(chunk));
    socket.on("drain", () => this.resume());
    socket.on("error", (error) => this.drop(error.message));
    socket.on("close", () => clearTimeout(this.stalled));
    socket.on("end", () => {
      if (this.reader.isPartial) this.drop("it ended within a frame");
    });
  }

  private receive(chunk: Buffer): void {
    clearTimeout(this.stalled);
    try {
      for (const bytes of this.reader.push(chunk)) {
        if (this.shared.isStopped) return;
        this.answer(bytes);
      }
    } catch (error) {
      this.drop(error instanceof Error ? error.message : String(error));
      return;
    }
    this.flush();
    if (this.reader.isPartial) this.watch("it left a frame unfinished");
  }

  /** @throws FrameError or WireError for what no honest peer sends. */
  private answer(bytes: Buffer): void {
    const request = Request.decodeLenient(bytes);
    let response: Response;
    try {
      response = dispatch(this.shared.application, request);
    } catch (error) {
      if (error instanceof FrameError) throw error;
      this.shared.isStopped = true;
      this.shared.onFatal(error);
      return;
    }
    this.answers.push(...frame(Response.encode(response)));
    if (request.flush !== undefined) this.flush();
  }

  private flush(): void {
    if (this.answers.length === 0 || this.socket.destroyed) return;
    const batch = this.answers;
    this.answers = [];
    this.socket.write(batch.length === 1 ? (batch[0] as Uint8Array) : Buffer.concat(batch));
    if (this.socket.writableLength <= WRITE_BUFFER_BYTES) return;
    this.socket.pause();
    this.watch("it does not read its answers");
  }

  private resume(): void {
    clearTimeout(this.stalled);
    this.socket.resume();
  }

  private watch(reason: string): void {
    clearTimeout(this.stalled);
    this.stalled = setTimeout(() => this.drop(reason), this.shared.stallMsMax);
    this.stalled.unref();
  }

  private drop(reason: string): void {
    if (this.socket.destroyed) return;
    clearTimeout(this.stalled);
    if (!this.shared.isStopped) this.shared.logger.warn("dropped an ABCI peer", { reason });
    this.socket.destroy();
  }
}

/** A socket file without a listener is left over from a crash and is removed. */
async function freeSocketFile(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const isLive = await new Promise<boolean>((resolve) => {
    const probe = connect(path);
    probe.on("connect", () => resolve(true));
    probe.on("error", () => resolve(false));
    probe.on("close", () => probe.destroy());
    setTimeout(() => probe.destroy(), 1_000).unref();
  });
  if (isLive) throw new Error(`another process listens on ${path}: is the node running already?`);
  rmSync(path, { force: true });
}

function listen(server: Server, address: AbciAddress): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isBusy = error.code === "EADDRINUSE" && address.kind === "tcp";
      reject(isBusy ? new Error(`port ${address.port} on ${address.host} is in use`) : error);
    });
    const done = (): void => {
      const bound = server.address();
      if (address.kind === "unix") resolve(`unix://${address.path}`);
      else resolve(`tcp://${address.host}:${typeof bound === "object" ? bound?.port : 0}`);
    };
    if (address.kind === "unix") server.listen(address.path, done);
    else server.listen(address.port, address.host, done);
  });
}

/**
 * Listens and serves until closed.
 * @throws Error or RangeError when the address is malformed or in use.
 */
export async function serve(options: ServerOptions): Promise<AbciServer> {
  const shared: Shared = {
    frameBytesMax: FRAME_BYTES_MAX,
    stallMsMax: STALL_MS_MAX,
    ...options,
    isStopped: false,
  };
  const address = parseAbciAddress(options.address);
  if (address.kind === "unix") await freeSocketFile(address.path);
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    new Connection(socket, shared);
  });
  server.maxConnections = CONNECTIONS_MAX;
  const bound = await listen(server, address);
  return {
    address: bound,
    close: () =>
      new Promise((resolve) => {
        shared.isStopped = true;
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
