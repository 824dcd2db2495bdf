/**
 * Tells when the chain has new blocks. A WebSocket subscription wakes early; polling catches what
 * it misses, so a lost connection costs a second and never a height.
 */
import { Comet38Client, WebsocketClient } from "@cosmjs/tendermint-rpc";
import type { Rpc } from "./rpc.ts";

export interface HeightWatch {
  /** Ends the subscription and the polling; nothing is called after. */
  close(): void;
}

export interface HeightOptions {
  /**
   * Hears the latest height each time it has grown, from the first answer on. Heights may be
   * jumped over: whoever needs each block asks for those between.
   */
  readonly onHeight: (height: number) => void;
  /** Hears once when the node falls silent, and once more each time after it was back. */
  readonly onSilence?: (error: unknown) => void;
  readonly pollMs?: number;
  /** Whether to subscribe as well. */
  readonly useSocket?: boolean;
}

const POLL_MS = 1_000;

/**
 * Heights in a row that polling was the first to see before the subscription counts as lost: the
 * library reconnects by itself after a node's restart, but does not subscribe again.
 */
const MISSED_MAX = 3;

/** Watches the chain behind `rpc`. Never throws: a silent node is waited for. */
export function watchHeights(rpc: Rpc, options: HeightOptions): HeightWatch {
  let latest = 0;
  let missed = 0;
  let isClosed = false;
  let isSilent = false;
  const hear = (height: number): boolean => {
    if (isClosed || height <= latest) return false;
    latest = height;
    options.onHeight(height);
    return true;
  };

  const connect = (): HeightWatch =>
    subscribe(rpc.url, (height) => {
      missed = 0;
      hear(height);
    });
  let socket = options.useSocket === false ? undefined : connect();

  let timer: NodeJS.Timeout | undefined;
  const poll = async (): Promise<void> => {
    try {
      const { height } = await rpc.status();
      isSilent = false;
      if (hear(height)) missed += 1;
      if (missed >= MISSED_MAX && socket !== undefined && !isClosed) {
        missed = 0;
        socket.close();
        socket = connect();
      }
    } catch (error) {
      if (!isClosed && !isSilent) options.onSilence?.(error);
      isSilent = true;
    }
    if (!isClosed) timer = setTimeout(() => void poll(), options.pollMs ?? POLL_MS);
  };
  void poll();

  return {
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}

/** Subscribes to headers of new blocks. Errors are left to polling, which finds them out. */
function subscribe(url: string, hear: (height: number) => void): HeightWatch {
  const ignore = (): void => {};
  const client = Comet38Client.create(new WebsocketClient(url.replace(/^http/, "ws"), ignore));
  client.subscribeNewBlockHeader().addListener({
    next: ({ height }) => hear(height),
    error: ignore,
    complete: ignore,
  });
  return { close: () => client.disconnect() };
}
