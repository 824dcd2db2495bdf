/** A child process of a test: what it printed, a line to wait for, and an end that is certain. */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const KILL_AFTER_MS = 5_000;
const POLL_MS = 10;

/** A running program. */
export class Child {
  /** Standard output and standard error, as they came. */
  output = "";
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  private readonly child: ChildProcess;
  private end: number | NodeJS.Signals | undefined;

  constructor(command: string, args: readonly string[]) {
    this.child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    const keep = (chunk: Buffer): void => {
      this.output += chunk.toString("utf8");
    };
    this.child.stdout?.on("data", keep);
    this.child.stderr?.on("data", keep);
    this.ended = new Promise((resolve, reject) => {
      this.child.once("error", reject);
      this.child.once("close", (code, signal) => {
        this.end = code ?? signal ?? 1;
        resolve(this.end);
      });
    });
  }

  /** Waits until the output contains `text`. @throws Error when the program ends before. */
  async printed(text: string): Promise<void> {
    while (!this.output.includes(text)) {
      if (this.end !== undefined) throw new Error(`it ended (${this.end}): ${this.output}`);
      await sleep(POLL_MS);
    }
  }

  /** Asks the program to end, and kills it when it does not. */
  async stop(): Promise<number | NodeJS.Signals> {
    this.child.kill("SIGTERM");
    const timer = setTimeout(() => this.child.kill("SIGKILL"), KILL_AFTER_MS);
    const end = await this.ended;
    clearTimeout(timer);
    return end;
  }
}
