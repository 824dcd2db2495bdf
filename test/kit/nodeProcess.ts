/** A resource daemon as a process of its own, started again when a crash point has killed it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import type { ProcessSpec } from "../../localnet/processes.ts";

/** A daemon under supervision. */
export class NodeProcess {
  readonly logPath: string;
  /** Crash points that killed it, in order. */
  readonly crashes: string[] = [];
  /** Ends that nobody wanted. */
  readonly failures: string[] = [];
  readonly #spec: ProcessSpec;
  readonly #nextPoint: () => string | undefined;
  #child: ChildProcess | undefined;
  #stopping = false;

  /** `nextPoint` says at which point the process dies next, if at any. */
  constructor(spec: ProcessSpec, logPath: string, nextPoint: () => string | undefined) {
    this.#spec = spec;
    this.logPath = logPath;
    this.#nextPoint = nextPoint;
    this.#start();
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Its log so far, one parsed JSON object per line. */
  log(): readonly Record<string, unknown>[] {
    const lines = readFileSync(this.logPath, "utf8").split("\n");
    return lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  }

  /** Ends it cleanly; resolves with the exit code. */
  async stop(): Promise<number | null> {
    this.#stopping = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
      return child?.exitCode ?? null;
    }
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await exited;
    clearTimeout(timer);
    return child.exitCode;
  }

  /** Ends it at once, as a power cut would, and for good. */
  async kill(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }

  #start(): void {
    const point = this.#nextPoint();
    const env = { ...process.env, AEGIS_TEST: "1", AEGIS_RESOURCE_CRASH_AT: point ?? "" };
    const child = spawn(process.execPath, [...this.#spec.args], {
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr?.pipe(createWriteStream(this.logPath, { flags: "a" }));
    this.#child = child;
    child.once("exit", (code, signal) => {
      if (this.#stopping) return;
      if (signal === "SIGKILL" && point !== undefined) this.crashes.push(point);
      else this.failures.push(`ended with ${signal ?? code}`);
      this.#start();
    });
  }
}
