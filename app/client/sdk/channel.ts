/** Values of several sources in one iteration, in the order in which they come. */
export class Channel<T> {
  private readonly waiting: T[] = [];
  private wake: (() => void) | undefined;
  private ended = false;
  private failure: unknown;

  push(value: T): void {
    if (this.ended) return;
    this.waiting.push(value);
    this.wake?.();
  }

  /** No more values; with `failure` the iteration throws it after those that have come. */
  end(failure?: unknown): void {
    if (this.ended) return;
    this.ended = true;
    this.failure = failure;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for (;;) {
      const value = this.waiting.shift();
      if (value !== undefined) yield value;
      else if (this.ended) break;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
    if (this.failure !== undefined) throw this.failure;
  }
}
