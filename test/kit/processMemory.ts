/** What /proc says of processes. */
import { readFileSync } from "node:fs";

/** Resident memory of a process; 0 when it is gone. Linux only. */
export function residentMiB(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1_024);
  } catch {
    return 0;
  }
}

/** Processes that a process started; none when it is gone. Linux only. */
export function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return text === "" ? [] : text.split(" ").map(Number);
  } catch {
    return [];
  }
}
