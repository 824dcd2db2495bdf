/** Runs `aegis-resource` as a process of its own, the way a user does. */
import { execFile } from "node:child_process";

/** How a run ended. */
export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const OUTPUT_BYTES_MAX = 16 << 20;

/** Runs the program from its sources with `args`. */
export function runResource(...args: readonly string[]): Promise<CliRun> {
  const program = ["--import=tsx", "cmd/aegis-resource/main.ts", ...args];
  return new Promise((done, fail) => {
    const options = { maxBuffer: OUTPUT_BYTES_MAX };
    execFile(process.execPath, program, options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") fail(error);
      else done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
