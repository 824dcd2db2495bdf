/**
 * Runs a node until it is told to stop: the application and, by default, its CometBFT child. Each
 * is useless without the other, so when one ends the other is stopped, with a clear last word.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findCometbft } from "../../setup/cometbft.mjs";
import { readCometAddresses } from "../home/config.ts";
import { homePaths } from "../home/paths.ts";
import { type ServedApp, serveApplication } from "./application.ts";
import { type Comet, requireFreePort, startComet } from "./comet.ts";
import { serveMetrics } from "./metrics.ts";

export interface RunOptions {
  readonly home: string;
  /** Whether to start CometBFT as a child. */
  readonly withComet: boolean;
  /** ABCI address to listen on; a socket in a temporary folder when left out. */
  readonly address: string | undefined;
}

/** Exit codes of `aegisd start`. */
export const STOPPED_CLEANLY = 0;
export const STOPPED_BY_FAILURE = 1;

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** A folder whose name is short enough for a unix socket in it. */
function socketFolder(): string {
  const base = tmpdir().length <= 60 ? tmpdir() : "/tmp";
  return mkdtempSync(join(base, "aegisd-"));
}

async function preparation(options: RunOptions): Promise<string> {
  const paths = homePaths(options.home);
  if (!existsSync(paths.genesis)) {
    throw new RangeError(`${paths.genesis} is missing: run "aegisd init", then make a genesis`);
  }
  if (!options.withComet) return "";
  const { rpc, p2p } = readCometAddresses(paths.configToml);
  await requireFreePort(rpc, "rpc.laddr in config.toml");
  await requireFreePort(p2p, "p2p.laddr in config.toml");
  const binary = findCometbft();
  if (binary !== undefined) return binary;
  throw new RangeError(
    "CometBFT was not found: set COMETBFT_BIN, put cometbft v0.38.25 on the PATH, " +
      'or run "npm start" once, which builds it',
  );
}

/** What ended the node first. */
interface End {
  readonly reason: string;
  readonly isClean: boolean;
}

/** Resolves with the exit code. @throws RangeError when the node cannot be started. */
export async function runNode(options: RunOptions): Promise<number> {
  const binary = await preparation(options);
  const folder = options.address === undefined ? socketFolder() : undefined;
  const address = options.address ?? `unix://${join(folder ?? "", "abci.sock")}`;
  let end: (end: End) => void = () => {};
  const ended = new Promise<End>((resolve) => {
    end = resolve;
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => end({ reason: `received ${signal}`, isClean: true }));
  }
  let served: ServedApp | undefined;
  let comet: Comet | undefined;
  try {
    served = await serveApplication(options.home, address, (error) =>
      end({ reason: `the application cannot go on: ${reasonOf(error)}`, isClean: false }),
    );
    const { logger, settings, store } = served;
    const { height } = store.latest();
    logger.info("application ready", { height: `${height}`, address: served.server.address });
    const metrics = await serveMetrics(settings.metricsAddress, served);
    if (options.withComet) {
      comet = startComet({ binary, home: options.home, proxyApp: served.server.address });
      void comet.ended.then((how) => end({ reason: `CometBFT ${how}`, isClean: false }));
    }
    const { reason, isClean } = await ended;
    (isClean ? logger.info : logger.error)(`stopping: ${reason}`);
    await metrics.close();
    return isClean ? STOPPED_CLEANLY : STOPPED_BY_FAILURE;
  } finally {
    // CometBFT first: it takes a lost application for a failure.
    await comet?.stop();
    await served?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
