/**
 * Runs a node until it is told to stop: the application and, by default, its CometBFT child. Each
 * is useless without the other, so when one ends the other is stopped, with a clear last word.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findCometbft } from "../../setup/cometbft.mjs";
import { createBackend } from "../api/backend.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { readCometAddresses } from "../home/config.ts";
import { homePaths } from "../home/paths.ts";
import type { AppSettings } from "../home/settings/index.ts";
import { UpgradeNeeded } from "../../../app/lifecycle/upgrade.ts";
import { type ProgramVersion, type ServedApp, serveApplication } from "./application.ts";
import { adviceOn, Troubles } from "./advice.ts";
import { type Comet, requireFreePort, startComet } from "./comet.ts";
import { healthAnswer } from "./health.ts";
import { type MetricsServer, serveMetrics } from "./metrics.ts";
import { type Servers, startServers } from "./servers.ts";

export interface RunOptions {
  readonly home: string;
  /** Whether to start CometBFT as a child. */
  readonly withComet: boolean;
  /** ABCI address to listen on; a socket in a temporary folder when left out. */
  readonly address: string | undefined;
  /** Replace what app.toml says. */
  readonly settings: Partial<AppSettings>;
  /** Replace what config.toml says: `tcp://host:port`. */
  readonly rpcAddress?: string | undefined;
  readonly p2pAddress?: string | undefined;
  readonly cometLogLevel?: string | undefined;
  /** Another version of the program, in tests of upgrades. */
  readonly version?: ProgramVersion | undefined;
  /** Hears what is for people: CometBFT's log and the last word. */
  readonly onLine: (line: string) => void;
}

/** What ended the node first. */
export interface End {
  /** In words, without a full stop. */
  readonly reason: string;
  readonly exitCode: ExitCode;
}

/** Longest `tmpdir()` under which a socket's path stays far below the system's limit. */
const TEMPORARY_PATH_BYTES_MAX = 60;

/** A folder whose name is short enough for a unix socket in it. */
function socketFolder(): string {
  const base = Buffer.byteLength(tmpdir()) <= TEMPORARY_PATH_BYTES_MAX ? tmpdir() : "/tmp";
  return mkdtempSync(join(base, "aegisd-"));
}

/** Where CometBFT's program is, after checking what it will need. */
async function prepareComet(options: RunOptions): Promise<string> {
  const { rpc, p2p } = readCometAddresses(homePaths(options.home).configToml);
  await requireFreePort(options.rpcAddress ?? rpc, "rpc.laddr in config.toml or --rpc-laddr");
  await requireFreePort(options.p2pAddress ?? p2p, "p2p.laddr in config.toml or --p2p-laddr");
  const binary = findCometbft();
  if (binary !== undefined) return binary;
  throw new RangeError(
    "CometBFT was not found: set COMETBFT_BIN, put cometbft v0.38.25 on the PATH, " +
      'or run "npm start" once, which builds it',
  );
}

function cometArgs(options: RunOptions): readonly string[] {
  const flags: readonly (readonly [string, string | undefined])[] = [
    ["--rpc.laddr", options.rpcAddress],
    ["--p2p.laddr", options.p2pAddress],
    ["--log_level", options.cometLogLevel],
  ];
  return flags.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
}

/**
 * Runs until a signal, or until application or CometBFT end, and resolves with what it was.
 * @throws RangeError or StoreError when the node cannot be started.
 */
export async function runNode(options: RunOptions): Promise<End> {
  const paths = homePaths(options.home);
  if (!existsSync(paths.genesis)) {
    throw new RangeError(`${paths.genesis} is missing: run "aegisd init", then make a genesis`);
  }
  const binary = options.withComet ? await prepareComet(options) : undefined;
  const folder = options.address === undefined ? socketFolder() : undefined;
  const address = options.address ?? `unix://${join(folder ?? "", "abci.sock")}`;
  let comet: Comet | undefined;
  let served: ServedApp | undefined;
  let metrics: MetricsServer | undefined;
  let servers: Servers | undefined;
  let advice: string | undefined;
  const troubles = new Troubles();
  const { ended, end } = endings(() => comet?.kill());
  try {
    served = await serveApplication({
      home: options.home,
      address,
      settings: options.settings,
      version: options.version,
      onFatal: (error) => end(fatalEnd(options.home, error)),
    });
    const rpcUrl = `http://${rpcHost(options)}`;
    const backend = {
      ...createBackend(served.app, rpcUrl),
      trouble: () => troubles.reason(),
    };
    const { metricsAddress } = served.settings;
    metrics = await serveMetrics(metricsAddress, served.metrics.registry, (path) =>
      healthAnswer(backend, path),
    );
    servers = await startServers({ backend, rpcUrl, ...served });
    announce(served);
    if (binary !== undefined) {
      comet = startComet({
        binary,
        home: options.home,
        proxyApp: served.server.address,
        args: cometArgs(options),
        onLine: (line) => {
          options.onLine(`[cometbft] ${line}`);
          advice = adviceOn(line) ?? advice;
          troubles.hear(line);
        },
      });
      void comet.ended.then((how) =>
        end({
          reason: `CometBFT ${how}: ${advice ?? "its log says why"}`,
          exitCode: EXIT.cometbft,
        }),
      );
    }
    const first = await ended;
    options.onLine(`aegisd: stopping: ${first.reason}`);
    return first;
  } finally {
    // CometBFT first: it takes a lost application for a failure.
    await comet?.stop();
    await servers?.close();
    await metrics?.close();
    await served?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** host:port of CometBFT's RPC, by which our own servers ask it. */
function rpcHost({ home, rpcAddress }: RunOptions): string {
  const address = rpcAddress ?? readCometAddresses(homePaths(home).configToml).rpc;
  return address.replace(/^tcp:\/\//, "").replace(/^0\.0\.0\.0:/, "127.0.0.1:");
}

/** The end that an error of the application means. */
function fatalEnd(home: string, error: unknown): End {
  if (error instanceof UpgradeNeeded) {
    const { name, height, info } = error.plan;
    // Where Cosmos' tools look for it.
    const facts = { name, height: Number(height), info };
    writeFileSync(homePaths(home).upgradeInfo, `${JSON.stringify(facts)}\n`);
    return { reason: error.message, exitCode: EXIT.upgrade };
  }
  return { reason: `the application cannot go on: ${reasonOf(error)}`, exitCode: EXIT.failure };
}

function announce({ logger, store, server }: ServedApp): void {
  const { height } = store.latest();
  logger.info("application ready", { height: `${height}`, address: server.address });
}

/** The first end counts. A second signal is impatience: `hurry` is called. */
function endings(hurry: () => void): {
  readonly ended: Promise<End>;
  readonly end: (end: End) => void;
} {
  let end: (end: End) => void = () => {};
  const ended = new Promise<End>((resolve) => {
    end = resolve;
  });
  let signals = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) hurry();
      end({ reason: `received ${signal}`, exitCode: EXIT.ok });
    });
  }
  return { ended, end };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
