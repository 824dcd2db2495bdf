/**
 * Who is next: a bounded number of requests run at once, and the others wait in one line per key.
 * Keys take turns, so that one with a thousand requests delays another by one request only.
 */

/** Bounds of the queue. */
export interface QueueLimits {
  readonly running: number;
  readonly waitingPerKey: number;
  readonly waiting: number;
}

/** Why a request could not wait. */
export class QueueFull extends Error {
  override readonly name = "QueueFull";
  /** Whether it is the key's own line that is full. */
  readonly isOwn: boolean;

  constructor(isOwn: boolean) {
    super(isOwn ? "too many requests of this key wait already" : "too many requests wait already");
    this.isOwn = isOwn;
  }
}

interface Waiting {
  readonly start: () => void;
}

/** The queue. */
export class FairQueue {
  readonly #limits: QueueLimits;
  /** Keys in the order of their turns: a Map keeps insertion order. */
  readonly #lines = new Map<string, Waiting[]>();
  #running = 0;
  #waiting = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /**
   * Resolves when it is the request's turn, to a function that ends the turn (once).
   * @throws QueueFull at once when it may not wait; the signal's reason when it is aborted first.
   */
  async enter(key: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#running < this.#limits.running && this.#waiting === 0) {
      this.#running += 1;
    } else {
      await this.#wait(key, signal);
    }
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#running -= 1;
      this.#next();
    };
  }

  #wait(key: string, signal: AbortSignal): Promise<void> {
    const line = this.#lines.get(key) ?? [];
    if (line.length >= this.#limits.waitingPerKey) throw new QueueFull(true);
    if (this.#waiting >= this.#limits.waiting) throw new QueueFull(false);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#remove(key, entry);
        reject(signal.reason);
      };
      const entry: Waiting = {
        start: () => {
          signal.removeEventListener("abort", leave);
          resolve();
        },
      };
      signal.addEventListener("abort", leave, { once: true });
      line.push(entry);
      this.#lines.set(key, line);
      this.#waiting += 1;
    });
  }

  #remove(key: string, entry: Waiting): void {
    const line = this.#lines.get(key) ?? [];
    const at = line.indexOf(entry);
    if (at < 0) return;
    line.splice(at, 1);
    this.#waiting -= 1;
    if (line.length === 0) this.#lines.delete(key);
  }

  #next(): void {
    const [first] = this.#lines;
    if (first === undefined) return;
    const [key, line] = first;
    const entry = line.shift();
    // The key goes to the end of the round, if it has more.
    this.#lines.delete(key);
    if (line.length > 0) this.#lines.set(key, line);
    if (entry === undefined) return;
    this.#waiting -= 1;
    this.#running += 1;
    entry.start();
  }
}
