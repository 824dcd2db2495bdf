/** Types of tiers.mjs. */
export type Step = { tool: string; args: string[] } | { mocha: string[] };
export const TIERS: Readonly<
  Record<string, { about: string; timeoutMs: number; steps: readonly Step[] }>
>;
export function stepArguments(step: Step): string[];
export function parseTiers(asked: readonly string[]): string[];
export function usage(): string;
