/**
 * Follows the chain block by block. CometBFT's websocket only says that there is a new block; what
 * happened in it is asked for by height, so a lost connection or a missed message loses no event.
 */
import { WebSocket } from "ws";
import type { Logger } from "../../../../app/lib/log.ts";
import type { AbciEvent } from "../../../../app/module/event.ts";
import type { Backend } from "../backend.ts";
import { cometReason } from "./chain.ts";

const SUBSCRIBE: string = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "subscribe",
  params: { query: "tm.event='NewBlockHeader'" },
});
/** Between tries to connect, or to read a block. */
const RETRY_MS = 500;
/** CometBFT pings every 27 s: who is silent for longer is gone, whatever the socket says. */
const SILENCE_MS = 40_000;
/** Blocks that are read one by one; who is further behind is told to look at the state. */
const BLOCKS_BEHIND_MAX = 1_000n;
/** Tries for a block whose results CometBFT does not have: it has pruned them. */
const BLOCK_TRIES_MAX = 4;
/** What a block's message has at most, in bytes. */
const MESSAGE_BYTES_MAX = 16_777_216;

/** Where the follower reads, and who hears. */
export interface FollowerOptions {
  readonly backend: Backend;
  /** CometBFT's websocket, ws://host:port/websocket. */
  readonly url: string;
  readonly logger: Logger;
  /** Events of each block, in order, each height once. */
  readonly onBlock: (height: bigint, events: readonly AbciEvent[]) => void;
  /** Events were lost: what they did is in the state. The next block follows `height`. */
  readonly onGap: (height: bigint) => void;
}

/** Reads blocks between `start` and `stop`; can be started again. */
export class BlockFollower {
  private readonly options: FollowerOptions;
  private socket: WebSocket | undefined;
  private timer: NodeJS.Timeout | undefined;
  private next = 0n;
  private isReading = false;
  /** Counts starts, so that what an earlier one left under way does nothing. */
  private run = 0;
  private isRunning = false;

  constructor(options: FollowerOptions) {
    this.options = options;
  }

  /** Begins with the block after the last one. Does nothing when it runs. */
  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.run += 1;
    this.next = this.options.backend.height() + 1n;
    this.connect();
  }

  stop(): void {
    this.isRunning = false;
    this.run += 1;
    clearTimeout(this.timer);
    this.socket?.terminate();
    this.socket = undefined;
  }

  private connect(): void {
    const { run } = this;
    const socket = new WebSocket(this.options.url, { maxPayload: MESSAGE_BYTES_MAX });
    this.socket = socket;
    const heard = (): void => {
      if (run !== this.run) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => socket.terminate(), SILENCE_MS);
      void this.read();
    };
    heard();
    socket.on("open", () => {
      socket.send(SUBSCRIBE);
      heard();
    });
    socket.on("message", heard);
    socket.on("ping", heard);
    // "close" follows every error.
    socket.on("error", () => {});
    socket.on("close", () => {
      if (run !== this.run) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.connect(), RETRY_MS);
    });
  }

  /** Reads all blocks that there are. One at a time: a call while it reads adds nothing. */
  private async read(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    const { run } = this;
    const { backend, logger } = this.options;
    try {
      let tries = 0;
      while (run === this.run && this.next <= backend.height()) {
        const isFar = backend.height() - this.next > BLOCKS_BEHIND_MAX;
        if (isFar || tries >= BLOCK_TRIES_MAX) {
          this.skip();
          tries = 0;
          continue;
        }
        const events = await this.eventsAt(this.next);
        if (run !== this.run) break;
        if (typeof events === "string") {
          if (events === "missing") tries += 1;
          await pause(RETRY_MS);
          continue;
        }
        tries = 0;
        this.next += 1n;
        this.options.onBlock(this.next - 1n, events);
      }
    } catch (error) {
      logger.error("events of a block cannot be read", { error: String(error) });
      if (run === this.run) this.skip();
    } finally {
      this.isReading = false;
    }
    // What was started anew while this read an old run.
    if (this.isRunning && run !== this.run) void this.read();
  }

  private skip(): void {
    const height = this.options.backend.height();
    this.next = height + 1n;
    this.options.onGap(height);
  }

  private async eventsAt(height: bigint): Promise<readonly AbciEvent[] | "missing" | "silent"> {
    const { backend } = this.options;
    let results: BlockResults;
    try {
      results = (await backend.comet("block_results", { height: `${height}` })) as BlockResults;
    } catch (error) {
      return cometReason(error) === "" ? "silent" : "missing";
    }
    const { finalize_block_events: ofBlock, txs_results: ofTxs } = results;
    return [...(ofBlock ?? []), ...(ofTxs ?? []).flatMap(({ events }) => events ?? [])];
  }
}

interface BlockResults {
  readonly finalize_block_events?: readonly AbciEvent[] | null;
  readonly txs_results?: readonly { readonly events?: readonly AbciEvent[] | null }[] | null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
