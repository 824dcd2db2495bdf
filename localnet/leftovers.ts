/**
 * Processes that outlived the one that started them, as after a kill -9: found by what was written
 * down about them, and stopped before a network starts on top of them.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import type { Layout } from "./layout.ts";

interface Remembered {
  readonly owner: number;
  readonly processes: readonly { readonly name: string; readonly pid: number }[];
}

/**
 * Ends what an earlier network in this folder left running; returns the names.
 * @throws RangeError when the network still has its owner: it is in use.
 */
export function endLeftovers(layout: Layout): readonly string[] {
  const found = readRemembered(layout);
  if (found === undefined) return [];
  if (found.owner !== process.pid && commandLine(found.owner).includes("localnet")) {
    throw new RangeError(
      `the network in ${layout.home} is running (process ${found.owner}): stop it first, or keep ` +
        "another with --home DIR",
    );
  }
  // A number may be another program's by now, so its command line has to name this folder.
  const left = found.processes.filter(({ pid }) => commandLine(pid).includes(layout.home));
  for (const { pid } of left) {
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It ended in the meantime.
    }
  }
  rmSync(layout.processes, { force: true });
  return left.map(({ name }) => name);
}

/** Whether a process of that number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readRemembered(layout: Layout): Remembered | undefined {
  try {
    return JSON.parse(readFileSync(layout.processes, "utf8")) as Remembered;
  } catch {
    // None, or half of one: then there is nothing that we could rely on.
    return undefined;
  }
}

/** The command line of a process, empty when there is none. */
function commandLine(pid: number): string {
  if (!isAlive(pid)) return "";
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    // Not Linux.
  }
  try {
    return execFileSync("ps", ["-o", "command=", "-p", `${pid}`], { encoding: "utf8" });
  } catch {
    return "";
  }
}
