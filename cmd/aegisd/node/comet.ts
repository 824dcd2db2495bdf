/** The CometBFT child process: how it is started, watched and stopped. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

/** A node that is asked to stop finishes its write-ahead log and its peers' connections. */
const STOP_GRACE_MS = 10_000;

export interface CometOptions {
  readonly binary: string;
  readonly home: string;
  /** ABCI address of the application. */
  readonly proxyApp: string;
  /** Further arguments of `cometbft start`. */
  readonly args: readonly string[];
  /** Hears each line of its log. */
  readonly onLine: (line: string) => void;
}

/** A running CometBFT. */
export interface Comet {
  readonly pid: number | undefined;
  /** Resolves when it has ended, with how. */
  readonly ended: Promise<string>;
  /** Asks it to stop, insists after ten seconds, and resolves when it has ended. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

/** Starts CometBFT in a group of its own, so that a Ctrl-C reaches it through us, in order. */
export function startComet(options: CometOptions): Comet {
  const { binary, home, proxyApp } = options;
  const args = ["start", "--home", home, "--proxy_app", proxyApp, ...options.args];
  const child = spawn(binary, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", options.onLine);
  }
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`could not be started: ${error.message}`));
    child.once("close", (code, signal) =>
      resolve(signal === null ? `ended with code ${code}` : `was ended by ${signal}`),
    );
  });
  return {
    pid: child.pid,
    ended,
    stop: async () => {
      child.kill("SIGTERM");
      const insist = setTimeout(() => child.kill("SIGKILL"), STOP_GRACE_MS);
      await ended;
      clearTimeout(insist);
    },
    kill: () => {
      child.kill("SIGKILL");
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
  if (port > 65_535) throw new RangeError(`${setting}: ${port} is no port`);
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "EADDRINUSE" ? "is in use" : `cannot be used (${error.code})`;
      reject(new RangeError(`port ${port} ${reason}: change ${setting} or stop who uses it`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
