/** Types of tiers.mjs. */
export type Step =
  | { tool: string; args: string[] }
  | { mocha: string[]; groups?: () => readonly (readonly string[])[]; width?: number };
export const TIERS: Readonly<
  Record<string, { about: string; timeoutMs: number; steps: readonly Step[] }>
>;
export function processesOf(step: Step): string[][];
export function widthOf(step: Step): number;
export function parseTiers(asked: readonly string[]): string[];
export function usage(): string;
