/** When to stop: a signal, or the death of whoever started us. */

import { parentOf } from "./processTable.ts";

const PARENT_POLL_MS = 1_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Why the network is to stop. */
export interface StopWatch {
  /** Aborted when it is to stop; its reason is a sentence. */
  readonly signal: AbortSignal;
  /** Stops watching. */
  close(): void;
}

/**
 * Watches for a signal, and for the end of the parent: an npm that is killed does not pass it on.
 */
export function watchForStop(): StopWatch {
  const controller = new AbortController();
  const handlers = SIGNALS.map((name) => {
    const handler = (): void => controller.abort(`received ${name}`);
    process.on(name, handler);
    return () => process.off(name, handler);
  });
  const parent = process.ppid;
  // npm starts scripts through a shell, which outlives it.
  const npm = process.env["npm_execpath"] === undefined ? undefined : parentOf(parent);
  const timer = setInterval(() => {
    const isOrphan = process.ppid !== parent || (npm !== undefined && parentOf(parent) !== npm);
    if (isOrphan) controller.abort("the program that started it has ended");
  }, PARENT_POLL_MS);
  return {
    signal: controller.signal,
    close: () => {
      clearInterval(timer);
      for (const off of handlers) off();
    },
  };
}

/** Somebody asked to stop while something was going on. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/**
 * The result of `work`.
 * @throws Stopped as soon as `signal` is aborted, whatever `work` does then.
 */
export async function unlessStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  if (signal.aborted) throw new Stopped(`${signal.reason}`);
  let onAbort: () => void = () => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(new Stopped(`${signal.reason}`));
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener("abort", onAbort);
    // Whatever it comes to is nobody's business any more.
    work.catch(() => {});
  }
}

/** Resolves after `ms`, or at once when `signal` is aborted. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done, { once: true });
  });
}
