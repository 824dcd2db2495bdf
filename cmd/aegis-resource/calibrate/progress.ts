/** Tells a person now and then how far a long work is and how long it still takes. */

/** Milliseconds between two lines. */
const INTERVAL_MS = 10_000;
/** Below this share of the work nothing is said about the time. */
const SHARE_MIN = 0.01;
const MS_PER_MINUTE = 60_000;
const PERCENT = 100;

/** Progress of one work. */
export class Progress {
  readonly #name: string;
  readonly #note: (line: string) => void;
  readonly #now: () => number;
  readonly #startedMs: number;
  #lastMs: number;

  constructor(name: string, note: (line: string) => void, now: () => number = Date.now) {
    this.#name = name;
    this.#note = note;
    this.#now = now;
    this.#startedMs = now();
    this.#lastMs = this.#startedMs;
  }

  /** Says how far it is when the last line is a while ago, or it is done. `share`: 0 to 1. */
  update(share: number): void {
    const now = this.#now();
    if (now - this.#lastMs < INTERVAL_MS && share < 1) return;
    this.#lastMs = now;
    const elapsed = now - this.#startedMs;
    const left = share < SHARE_MIN ? undefined : (elapsed / share) * (1 - share);
    const time = left === undefined ? "" : `, ${minutes(left)} left`;
    this.#note(`${this.#name}: ${(share * PERCENT).toFixed(0)} %${share < 1 ? time : ""}`);
  }
}

function minutes(ms: number): string {
  return ms < MS_PER_MINUTE ? "less than a minute" : `${Math.round(ms / MS_PER_MINUTE)} min`;
}
