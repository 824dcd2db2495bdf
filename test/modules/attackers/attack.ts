/** What an attack is, and what is said of it. */
import type { Ledger } from "./arena.ts";

/** How often things are repeated. */
export interface Scale {
  /** Tasks of an attack that lives from repetition. */
  readonly tasks: number;
  /** Things that shall be many: answers of one token, open commits. */
  readonly crowd: number;
}

/** What came of an attack. */
export interface Outcome extends Ledger {
  /** One sentence: what stopped it. */
  readonly told: string;
}

/** One attacker of protocol 2.11. `run` throws when he does what he must not be able to. */
export interface Attack {
  readonly name: string;
  readonly run: (scale: Scale) => Promise<Outcome>;
}

/** @throws Error with `what` unless it holds. */
export function demand(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** An amount of uasi as people read it. */
export function asi(amount: bigint): string {
  const sign = amount < 0n ? "−" : "";
  const size = amount < 0n ? -amount : amount;
  const fraction = String(size % 1_000_000n).padStart(6, "0");
  return `${sign}${size / 1_000_000n}.${fraction}`;
}
