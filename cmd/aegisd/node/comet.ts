/** The CometBFT child process: where its program is, how it is started and how it is stopped. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

const STOP_GRACE_MS = 10_000;

export interface CometOptions {
  readonly binary: string;
  readonly home: string;
  /** ABCI address of the application. */
  readonly proxyApp: string;
}

/** A running CometBFT. */
export interface Comet {
  /** Resolves when it has ended, with how. */
  readonly ended: Promise<string>;
  /** Asks it to stop, and insists after ten seconds. */
  stop(): Promise<void>;
}

/** Starts CometBFT; its log goes to standard error, line by line, with a prefix. */
export function startComet(options: CometOptions): Comet {
  const args = ["start", "--home", options.home, "--proxy_app", options.proxyApp];
  const child: ChildProcess = spawn(options.binary, args, { stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => {
      process.stderr.write(`[cometbft] ${line}\n`);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`could not be started: ${error.message}`));
    child.once("exit", (code, signal) =>
      resolve(signal === null ? `ended with code ${code}` : `was ended by ${signal}`),
    );
  });
  return {
    ended,
    stop: async () => {
      child.kill("SIGTERM");
      const insist = setTimeout(() => child.kill("SIGKILL"), STOP_GRACE_MS);
      await ended;
      clearTimeout(insist);
    },
  };
}

/**
 * Refuses to start on a port that is taken: CometBFT would say so within a stack trace.
 * @throws RangeError naming the port and where it is set.
 */
export async function requireFreePort(address: string, setting: string): Promise<void> {
  const match = /^tcp:\/\/(.*):(\d+)$/.exec(address);
  if (match === null) throw new RangeError(`${setting} = "${address}" is not tcp://host:port`);
  const host = (match[1] as string).replace(/^\[|\]$/g, "");
  const port = Number(match[2]);
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "EADDRINUSE" ? "is in use" : `cannot be used (${error.code})`;
      reject(new RangeError(`port ${port} ${reason}: change ${setting} or stop who uses it`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
