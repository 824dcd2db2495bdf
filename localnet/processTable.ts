/** The system's processes, as far as stopping and watching a network needs them. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** First letter of the state; Z is a process that ended and that nobody asked about. */
  readonly state: string;
}

/** Process ids of the living children of `pid`. */
export function childrenOf(pid: number): readonly number[] {
  return table().flatMap((row) => (row.parent === pid && row.state !== "Z" ? [row.pid] : []));
}

/** Process id of the parent of `pid`, undefined when there is no such process. */
export function parentOf(pid: number): number | undefined {
  if (process.platform === "linux") return linuxRow(pid)?.parent;
  return table().find((row) => row.pid === pid)?.parent;
}

/** Whether anything of a process group still runs. */
export function isGroupAlive(group: number): boolean {
  return table().some((row) => row.group === group && row.state !== "Z");
}

function table(): readonly Row[] {
  return process.platform === "linux" ? linuxTable() : psTable();
}

function linuxTable(): readonly Row[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => linuxRow(Number(name)) ?? []);
}

function linuxRow(pid: number): Row | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses and may hold anything.
    const [state = "", parent, group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { pid, parent: Number(parent), group: Number(group), state };
  } catch {
    // It has ended.
    return undefined;
  }
}

function psTable(): readonly Row[] {
  const text = execFileSync("ps", ["-A", "-o", "pid=,ppid=,pgid=,stat="], { encoding: "utf8" });
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [pid, parent, group, state = ""] = line.trim().split(/\s+/);
      return {
        pid: Number(pid),
        parent: Number(parent),
        group: Number(group),
        state: state.slice(0, 1),
      };
    });
}
