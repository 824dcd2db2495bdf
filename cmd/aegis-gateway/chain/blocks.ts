/** The height of the chain, asked for by one poll however many wait for the next block. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Rpc } from "../../../app/client/rpc.ts";
import { AegisError } from "./chainError.ts";

const POLL_MS = 200;
/** How long a node may be silent before those who wait are told. */
const SILENCE_MS = 30_000;

interface Waiter {
  readonly above: number;
  readonly wake: (height: number) => void;
  readonly fail: (error: unknown) => void;
}

/** Tells of new blocks. */
export class Blocks {
  readonly #rpc: Rpc;
  readonly #waiters = new Set<Waiter>();
  #isPolling = false;
  #height = 0;

  constructor(rpc: Rpc) {
    this.#rpc = rpc;
  }

  /** The last height that was seen. */
  get height(): number {
    return this.#height;
  }

  /**
   * Resolves to a height above `above`.
   * @throws AegisError when the node is silent or time is over; the signal's reason.
   */
  next(above: number, signal: AbortSignal): Promise<number> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiters.delete(waiter);
        reject(signal.reason);
      };
      const done = (act: () => void): void => {
        signal.removeEventListener("abort", leave);
        this.#waiters.delete(waiter);
        act();
      };
      const waiter: Waiter = {
        above,
        wake: (height) => done(() => resolve(height)),
        fail: (error) => done(() => reject(error)),
      };
      signal.addEventListener("abort", leave, { once: true });
      this.#waiters.add(waiter);
      if (!this.#isPolling) void this.#poll();
    });
  }

  async #poll(): Promise<void> {
    this.#isPolling = true;
    let heardMs = Date.now();
    while (this.#waiters.size > 0) {
      try {
        this.#height = (await this.#rpc.status()).height;
        heardMs = Date.now();
      } catch (error) {
        if (Date.now() - heardMs > SILENCE_MS) this.#failAll(error);
      }
      for (const waiter of [...this.#waiters]) {
        if (this.#height > waiter.above) waiter.wake(this.#height);
      }
      await sleep(POLL_MS);
    }
    this.#isPolling = false;
  }

  #failAll(error: unknown): void {
    const told = new AegisError("network", error instanceof Error ? error.message : `${error}`);
    for (const waiter of [...this.#waiters]) waiter.fail(told);
  }
}
