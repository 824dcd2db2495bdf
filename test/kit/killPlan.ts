/** Where a process of a test ends itself with SIGKILL, see killPoints.mjs. */
import { fileURLToPath, pathToFileURL } from "node:url";

const PRELOADED = fileURLToPath(new URL("./killPoints.mjs", import.meta.url));

/** In the order in which a block passes them. */
export const KILL_POINTS = [
  "before-apply",
  "after-apply",
  "before-commit",
  "transaction-begun",
  "after-version-row",
  "after-log-row",
  "while-folding",
  "after-log-row-deleted",
  "after-version-row-deleted",
  "before-durable",
  "after-durable",
  "after-commit",
] as const;

export type KillPoint = (typeof KILL_POINTS)[number];

/** At the `count`-th passing of `point`. */
export interface KillPlan {
  readonly point: KillPoint;
  readonly count: number;
}

/** Whether a block has become durable before that point. */
export function isDurableAt(point: KillPoint): boolean {
  return point === "after-durable" || point === "after-commit";
}

/** What Node.js is given before the program. */
export function killArgs(): readonly string[] {
  return ["--import", pathToFileURL(PRELOADED).href];
}

/** The environment of a process with that plan; `storeFile` is its app/store/multistore. */
export function killEnv(plan: KillPlan, storeFile: string): Record<string, string> {
  return {
    AEGIS_KILL_POINT: plan.point,
    AEGIS_KILL_COUNT: `${plan.count}`,
    AEGIS_KILL_STORE: pathToFileURL(storeFile).href,
  };
}
