/**
 * The processes of a local network. Each has its own process group, so that a Ctrl-C in the
 * terminal reaches only us, and we stop them in an order that lets each say goodbye.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Layout } from "./layout.ts";
import { isAlive } from "./leftovers.ts";
import { childrenOf, isGroupAlive } from "./processTable.ts";
import { pause } from "./stop.ts";

const STOP_GRACE_MS = 20_000;
const GROUP_POLL_MS = 100;
const LOG_TAIL_LINES = 12;

/** What to start. */
export interface ProcessSpec {
  /** Also the name of its log. */
  readonly name: string;
  /** Program and arguments for Node.js. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A process that was started. */
export interface Running {
  readonly name: string;
  readonly pid: number;
  readonly spec: ProcessSpec;
  /** Resolves when it has ended, with how. */
  readonly ended: Promise<string>;
}

/** Starts and stops processes, and remembers on disk which run. */
export class Processes {
  private readonly running = new Map<string, Running>();
  private readonly layout: Layout;
  private readonly onUnexpectedEnd: (message: string) => void;

  /** `onUnexpectedEnd` hears of a process that nobody stopped. */
  constructor(layout: Layout, onUnexpectedEnd: (message: string) => void) {
    this.layout = layout;
    this.onUnexpectedEnd = onUnexpectedEnd;
    mkdirSync(layout.logs, { recursive: true });
  }

  /** Starts a process; its output goes to the log of its name. */
  start(spec: ProcessSpec): Running {
    const log = openSync(this.layout.log(spec.name), "a");
    const child = spawn(process.execPath, [...spec.args], {
      detached: true,
      stdio: ["ignore", log, log],
      env: { ...process.env, ...spec.env },
    });
    closeSync(log);
    const pid = child.pid ?? 0;
    const running: Running = { name: spec.name, pid, spec, ended: endOf(child) };
    this.running.set(spec.name, running);
    this.remember();
    void running.ended.then((how) => {
      if (this.running.get(spec.name) !== running) return;
      this.running.delete(spec.name);
      this.remember();
      killGroup(pid);
      this.onUnexpectedEnd(`${spec.name} ${how}\n${this.logTail(spec.name)}`);
    });
    return running;
  }

  /** The process of that name, if it runs. */
  get(name: string): Running | undefined {
    return this.running.get(name);
  }

  /** Names of what runs, in order of start. */
  names(): readonly string[] {
    return [...this.running.keys()];
  }

  /** Asks a process to stop, and insists after twenty seconds. */
  async stop(name: string): Promise<void> {
    const found = this.forget(name);
    if (found === undefined) return;
    signal(found.pid, "SIGTERM");
    const insist = setTimeout(() => killGroup(found.pid), STOP_GRACE_MS);
    await found.ended;
    clearTimeout(insist);
    // What it left behind in its group has lost its purpose.
    killGroup(found.pid);
  }

  /** Ends a process and everything that it started, at once and without a chance to tidy up. */
  async kill(name: string): Promise<void> {
    const found = this.forget(name);
    if (found === undefined) return;
    killGroup(found.pid);
    await found.ended;
  }

  /**
   * Ends one process of a group at once, and waits until the rest has ended by itself: a program
   * that is useless without another must notice.
   * @throws Error when the rest is still there after the grace time.
   */
  async killPart(name: string, part: "leader" | "child"): Promise<void> {
    const found = this.forget(name);
    if (found === undefined) return;
    for (const pid of part === "leader" ? [found.pid] : childrenOf(found.pid)) {
      signal(pid, "SIGKILL");
    }
    const deadline = Date.now() + STOP_GRACE_MS;
    while (isGroupAlive(found.pid)) {
      if (Date.now() > deadline) {
        killGroup(found.pid);
        throw new Error(`${name}: something outlived its ${part} by ${STOP_GRACE_MS / 1000} s`);
      }
      await pause(GROUP_POLL_MS);
    }
    await found.ended;
  }

  /** Stops all: what was started last first. */
  async stopAll(): Promise<void> {
    const names = [...this.running.keys()].reverse();
    await Promise.all(names.map((name) => this.stop(name)));
  }

  /** The last lines of a process's log. */
  logTail(name: string): string {
    const lines = readFileSync(this.layout.log(name), "utf8").trimEnd().split("\n");
    const tail = lines.slice(-LOG_TAIL_LINES).map((line) => `  ${line}`);
    return `last lines of ${this.layout.log(name)}:\n${tail.join("\n")}`;
  }

  private forget(name: string): Running | undefined {
    const found = this.running.get(name);
    this.running.delete(name);
    this.remember();
    return found;
  }

  private remember(): void {
    const processes = [...this.running.values()].map(({ name, pid }) => ({ name, pid }));
    mkdirSync(dirname(this.layout.processes), { recursive: true });
    writeFileSync(this.layout.processes, JSON.stringify({ owner: process.pid, processes }));
  }
}

/** Ends a process group; nothing happens when it is gone. */
export function killGroup(pid: number): void {
  if (pid > 0) signal(-pid, "SIGKILL");
}

function signal(pid: number, name: NodeJS.Signals): void {
  if (pid === 0 || (pid > 0 && !isAlive(pid))) return;
  try {
    process.kill(pid, name);
  } catch {
    // It ended in the meantime.
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`could not be started: ${error.message}`));
    child.once("exit", (code, name) =>
      resolve(name === null ? `ended with code ${code}` : `was ended by ${name}`),
    );
  });
}
