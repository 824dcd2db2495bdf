/** Types of install.mjs. */
import type { Log } from "./log.mjs";

export function ensurePackages(options: { log: Log; project?: string }): Promise<void>;
export function installAdvice(tail: string, platform: string): string;
