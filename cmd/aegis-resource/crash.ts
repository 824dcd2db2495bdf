/**
 * Crash points, for tests of the journal: the process kills itself once at a named point. Nothing
 * happens unless AEGIS_TEST=1 and AEGIS_RESOURCE_CRASH_AT names the point.
 */
import { closeSync, existsSync, fsyncSync, openSync } from "node:fs";
import { join } from "node:path";

/** Where the daemon may be killed. */
export const CRASH_POINTS = [
  "after-run",
  "after-commit-signed",
  "after-broadcast",
  "after-inclusion",
  "before-result-reveal",
  "before-fingerprint-reveal",
  "before-verification-reveal",
  "before-vote-reveal",
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Dies here, when this is the point and it has not died there before. */
export type CrashAt = (point: CrashPoint) => void;

/** Crash points of the daemon in `home`. @throws RangeError for an unknown point. */
export function crashPoints(home: string, env: NodeJS.ProcessEnv): CrashAt {
  const wanted = env["AEGIS_TEST"] === "1" ? env["AEGIS_RESOURCE_CRASH_AT"] : undefined;
  if (wanted === undefined || wanted === "") return () => undefined;
  if (!(CRASH_POINTS as readonly string[]).includes(wanted)) {
    throw new RangeError(`AEGIS_RESOURCE_CRASH_AT must be one of ${CRASH_POINTS.join(", ")}`);
  }
  const marker = join(home, `crashed-${wanted}`);
  return (point) => {
    if (point !== wanted || existsSync(marker)) return;
    const file = openSync(marker, "wx");
    fsyncSync(file);
    closeSync(file);
    process.kill(process.pid, "SIGKILL");
  };
}
