/** Runs one of our programs as a user would, and watches what it leaves behind. */
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const PROJECT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** How a program ended and what it said. */
export interface Ended {
  readonly code: number | NodeJS.Signals;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that runs. */
export class Program {
  stdout = "";
  stderr = "";
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  private hasEnded = false;

  /** Starts `command` in the repository, in a process group of its own. */
  constructor(command: string, args: readonly string[], env: Record<string, string> = {}) {
    this.child = spawn(command, args, {
      cwd: PROJECT,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    this.child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.stdout += text;
    });
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
    this.ended = new Promise((resolve, reject) => {
      this.child.once("error", reject);
      this.child.once("close", (code, signal) => {
        this.hasEnded = true;
        resolve({ code: code ?? signal ?? 1, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  /** Waits until standard error contains `text`. @throws Error when the program ends before. */
  async says(text: string): Promise<void> {
    while (!this.stderr.includes(text)) {
      if (this.hasEnded) throw new Error(`it ended without saying "${text}": ${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Sends a signal to the program alone, or to all of its group as a terminal does. */
  signal(name: NodeJS.Signals, to: "program" | "group" = "program"): void {
    const pid = this.child.pid ?? 0;
    if (pid === 0 || this.hasEnded) return;
    process.kill(to === "group" ? -pid : pid, name);
  }
}

/** Command lines of the running processes that name `text`, without this process. Linux only. */
export function processesNaming(text: string): string[] {
  return rowsNaming(text).map(({ line }) => line);
}

/** Ends every process whose command line names `text`: for the end of a test that failed. */
export function endProcessesNaming(text: string): void {
  for (const { pid } of rowsNaming(text)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended in the meantime.
    }
  }
}

function rowsNaming(text: string): { readonly pid: number; readonly line: string }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        const line = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        return line.includes(text) ? [{ pid: Number(name), line }] : [];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}
