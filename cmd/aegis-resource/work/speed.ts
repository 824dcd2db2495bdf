/** How long work takes on this machine: measured at the start, then corrected by every run. */
import type { Engine } from "../../../app/asli/engine.ts";
import type { Speed } from "../doctor/speed.ts";

/** Weight of the newest run, in percent. */
const NEWEST_PERCENT = 30;
const MILLISECONDS = 1_000;
/** A run too short to say anything about speed, in milliseconds. */
const RUN_MS_MIN = 50;

/** Under which name the journal keeps the speed of an engine. */
export function speedName({ model, kernelClass }: Engine): string {
  return `${model.sha256} ${kernelClass}`;
}

/** Tokens of one run. */
export interface RunSize {
  readonly promptTokens: number;
  readonly outputTokens: number;
}

/** Estimates of run times, in milliseconds. */
export class SpeedEstimate {
  #decode: number;
  #prefill: number;

  constructor(measured: Speed) {
    this.#decode = measured.decode;
    this.#prefill = measured.prefill;
  }

  /** Tokens per second at present. */
  get speed(): Speed {
    return { decode: this.#decode, prefill: this.#prefill };
  }

  /** Time to compute an answer. */
  computeMs({ promptTokens, outputTokens }: RunSize): number {
    const seconds = promptTokens / this.#prefill + outputTokens / this.#decode;
    return Math.ceil(seconds * MILLISECONDS);
  }

  /** Time to verify one. */
  verifyMs({ promptTokens, outputTokens }: RunSize): number {
    return Math.ceil(((promptTokens + outputTokens) / this.#prefill) * MILLISECONDS);
  }

  /** Learns from a run of `ms` milliseconds. */
  computed(size: RunSize, ms: number): void {
    const decodeMs = ms - (size.promptTokens / this.#prefill) * MILLISECONDS;
    if (ms < RUN_MS_MIN || decodeMs <= 0 || size.outputTokens === 0) return;
    this.#decode = blend(this.#decode, (size.outputTokens * MILLISECONDS) / decodeMs);
  }

  /** Learns from a verification of `ms` milliseconds. */
  verified({ promptTokens, outputTokens }: RunSize, ms: number): void {
    if (ms < RUN_MS_MIN) return;
    this.#prefill = blend(this.#prefill, ((promptTokens + outputTokens) * MILLISECONDS) / ms);
  }
}

function blend(old: number, newest: number): number {
  return (old * (100 - NEWEST_PERCENT) + newest * NEWEST_PERCENT) / 100;
}
