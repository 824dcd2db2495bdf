/** Types of runTier.mjs. */
import type { Step } from "./tiers.mjs";

export interface Counts {
  passed: number;
  failed: number;
}
export function countsOf(step: Step, code: number, file: string): Counts;
