/**
 * What a fuzz target is: valid inputs to begin with, and a run that may refuse an input in the ways
 * that its decoder documents. Anything else that it throws is a finding.
 */

/** What became of one input. */
export type Outcome = "accepted" | "refused";

export interface FuzzTarget {
  readonly name: string;
  /** What the decoder must do with bytes from outside, in one sentence. */
  readonly promise: string;
  /** Valid inputs; each must be accepted as it is. */
  readonly seeds: readonly Uint8Array[];
  /** Share of the inputs of a fast target that this one is given, at most 1. */
  readonly share: number;
  /** `isSeed` tells a valid input. @throws any Error that is a finding. */
  readonly run: (input: Uint8Array, isSeed: boolean) => Outcome | Promise<Outcome>;
  /** Frees what the target holds. */
  readonly close?: () => void;
}

/** Requires a property of an input; what breaks it is a finding. */
export function require(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Runs `work`; "refused" when it throws an error that `isDocumented` knows. */
export function refusing(work: () => void, isDocumented: (error: unknown) => boolean): Outcome {
  try {
    work();
    return "accepted";
  } catch (error) {
    if (isDocumented(error)) return "refused";
    throw error;
  }
}
