/**
 * Tells when to look at a task again. Over a WebSocket the node says that something happened; where
 * there is none, or it is lost, it is looked at often enough anyway.
 */

/** What the SDK needs of a WebSocket. */
export interface Socket {
  addEventListener(type: "open" | "close" | "error", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  send(text: string): void;
  close(): void;
}

/** Opens one: the platform's `WebSocket`, or that of the package `ws`. */
export type SocketMaker = new (url: string) => Socket;

/** Between two looks without a socket, and with one, in milliseconds. */
const POLL_MS = 500;
const SLOW_POLL_MS = 4_000;
const RECONNECT_MS_MIN = 500;
const RECONNECT_MS_MAX = 15_000;

type Ring = () => void;

/** One connection for all tasks that are waited for. */
export class Doorbell {
  private readonly url: string;
  private readonly make: SocketMaker | undefined;
  private readonly rings = new Map<string, Set<Ring>>();
  private socket: Socket | undefined;
  private isOpen = false;
  private isClosed = false;
  private reconnectMs = RECONNECT_MS_MIN;
  private calls = 0;

  /** `url` is the node's, with http or https. */
  constructor(url: string, make: SocketMaker | undefined) {
    this.url = `${url.replace(/^http/, "ws")}/rpc`;
    this.make = make;
  }

  /**
   * Resolves when it is time to look at the task: something happened, or some time has passed.
   * At once when `signal` is aborted.
   */
  next(taskHash: string, signal?: AbortSignal): Promise<void> {
    this.connect();
    return new Promise((resolve) => {
      const rings = this.rings.get(taskHash) ?? new Set<Ring>();
      const isNew = rings.size === 0;
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", done);
        rings.delete(done);
        if (rings.size === 0) this.rings.delete(taskHash);
        resolve();
      };
      const timer = setTimeout(done, this.isOpen ? SLOW_POLL_MS : POLL_MS);
      signal?.addEventListener("abort", done, { once: true });
      rings.add(done);
      this.rings.set(taskHash, rings);
      if (isNew && this.isOpen) this.subscribe(taskHash);
      if (signal?.aborted || this.isClosed) done();
    });
  }

  close(): void {
    this.isClosed = true;
    this.socket?.close();
    for (const rings of this.rings.values()) for (const ring of [...rings]) ring();
  }

  private readonly subscribed = new Set<string>();

  private subscribe(taskHash: string): void {
    if (this.subscribed.has(taskHash)) return;
    this.subscribed.add(taskHash);
    this.calls += 1;
    const call = { jsonrpc: "2.0", id: this.calls, method: "subscribeTask", params: { taskHash } };
    this.socket?.send(JSON.stringify(call));
  }

  private connect(): void {
    if (this.make === undefined || this.socket !== undefined || this.isClosed) return;
    let socket: Socket;
    try {
      socket = new this.make(this.url);
    } catch {
      return;
    }
    this.socket = socket;
    socket.addEventListener("open", () => {
      this.isOpen = true;
      this.reconnectMs = RECONNECT_MS_MIN;
      for (const taskHash of this.rings.keys()) this.subscribe(taskHash);
    });
    socket.addEventListener("message", ({ data }) => this.heard(data));
    // A failure is followed by the end of the connection.
    socket.addEventListener("error", () => {});
    socket.addEventListener("close", () => this.lost());
  }

  private lost(): void {
    this.isOpen = false;
    this.subscribed.clear();
    const pause = this.reconnectMs;
    this.reconnectMs = Math.min(RECONNECT_MS_MAX, 2 * pause);
    // Until then tasks are polled.
    for (const rings of this.rings.values()) for (const ring of [...rings]) ring();
    setTimeout(() => {
      this.socket = undefined;
      if (this.rings.size > 0) this.connect();
    }, pause);
  }

  private heard(data: unknown): void {
    let taskHash: unknown;
    try {
      const { params } = JSON.parse(`${data}`) as {
        readonly params?: { readonly result?: { readonly data?: Record<string, unknown> } };
      };
      taskHash = params?.result?.data?.["taskHash"];
    } catch {
      return;
    }
    for (const ring of [...(this.rings.get(`${taskHash}`) ?? [])]) ring();
  }
}
