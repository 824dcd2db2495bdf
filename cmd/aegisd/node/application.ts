/** Opens a home's state and serves the application on an ABCI address. */
import type { Application } from "../../../app/abci/application.ts";
import { type AbciServer, serve } from "../../../app/abci/server.ts";
import { type App, createApp } from "../../../app/app.ts";
import { blsPublicKey, blsSign } from "../../../app/lib/bls.ts";
import { versionComplaint } from "../../../app/lifecycle/upgrade.ts";
import { buildModules, type Modules } from "../../../app/modules.ts";
import { openStore, type Store } from "../../../app/store/multistore.ts";
import { SnapshotFolder } from "../../../app/store/snapshotFolder.ts";
import { type AppSettings, readAppSettings } from "../home/settings/index.ts";
import { readBlsSecret } from "../home/createHome.ts";
import { homePaths } from "../home/paths.ts";
import { type NodeLogger, nodeLogger } from "./logger.ts";
import { keptVersionsOf } from "../home/settings/state.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { retention } from "./retention.ts";
import { Snapshotter } from "./snapshotter.ts";

/** What differs between versions of the program; this one's when left out. */
export interface ProgramVersion {
  readonly modules?: Modules;
  readonly upgrades?: readonly string[];
}

/** An application with its state open. */
export interface OpenedApp {
  readonly app: App;
  readonly store: Store;
  readonly settings: AppSettings;
  readonly logger: NodeLogger;
  readonly snapshotter: Snapshotter;
}

/** Names of all stores, which the state file is made for. */
export function storeNames(modules: Modules = buildModules()): readonly string[] {
  return modules.manager.modules.map((module) => module.name);
}

/**
 * Opens the state of `home` without listening, as `export` does. `changes` replace what app.toml
 * says.
 * @throws RangeError or StoreError saying what is wrong.
 */
export function openApplication(
  home: string,
  changes: Partial<AppSettings> = {},
  version: ProgramVersion = {},
): OpenedApp {
  const paths = homePaths(home);
  const settings = { ...readAppSettings(paths.appToml), ...changes };
  const modules = version.modules ?? buildModules();
  const logger = nodeLogger({
    level: settings.logLevel,
    format: settings.logFormat,
    modules: modules.manager.modules,
  });
  const secret = readBlsSecret(home);
  const store = openStore({
    path: paths.state,
    storeNames: storeNames(modules),
    keptVersions: keptVersionsOf(settings.pruning, settings.keptVersions),
    logger: logger.store,
  });
  const snapshots = new SnapshotFolder(paths.snapshots);
  const snapshotter = new Snapshotter({
    store,
    folder: snapshots,
    interval: settings.snapshotInterval,
    keepRecent: settings.snapshotKeepRecent,
    logger: logger.part("snapshots"),
  });
  const app = createApp({
    ...version,
    modules,
    store,
    logger: logger.part("app"),
    snapshots,
    onCommit: (height) => snapshotter.committed(height),
    retainHeight: retention(paths.genesis, settings.minRetainBlocks, snapshots),
    minimumGasPrice: settings.minimumGasPrice,
    checkInvariants: settings.checkInvariants,
    beaconSigner: {
      publicKey: blsPublicKey(secret),
      sign: (message) => blsSign(secret, message),
    },
  });
  const complaint = versionComplaint(app.host);
  if (complaint !== undefined) {
    store.close();
    throw new RangeError(complaint);
  }
  return { app, store, settings, logger, snapshotter };
}

/** The same application, each of whose blocks is logged as its parts' levels say. */
function loggingBlocks<A extends Application>(app: A, logger: NodeLogger): A {
  return {
    ...app,
    finalizeBlock: (request) => {
      const response = app.finalizeBlock(request);
      logger.block(request.height, response);
      return response;
    },
  };
}

/** A serving application. */
export interface ServedApp extends OpenedApp {
  readonly server: AbciServer;
  readonly metrics: Metrics;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly home: string;
  /** ABCI address to listen on. */
  readonly address: string;
  readonly settings: Partial<AppSettings>;
  /** Another version of the program, in tests of upgrades. */
  readonly version?: ProgramVersion | undefined;
  /** Called once when the application cannot go on; by then it answers nothing more. */
  readonly onFatal: (error: unknown) => void;
}

/** Opens the state and listens. The same errors as `openApplication`, and those of the address. */
export async function serveApplication(options: ServeOptions): Promise<ServedApp> {
  const opened = openApplication(options.home, options.settings, options.version);
  const { app, store, logger } = opened;
  try {
    const metrics = createMetrics(store);
    const server = await serve({
      application: loggingBlocks(metrics.instrument(app), logger),
      address: options.address,
      logger: logger.part("abci"),
      onFatal: options.onFatal,
    });
    return {
      ...opened,
      server,
      metrics,
      close: async () => {
        await server.close();
        await opened.snapshotter.close();
        store.close();
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}
