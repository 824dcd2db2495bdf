/** Types of build.mjs. */
import type { Log } from "./log.mjs";

export function ensureBuild(options: { log: Log; project?: string }): Promise<void>;
