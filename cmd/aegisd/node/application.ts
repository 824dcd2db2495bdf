/** Opens a home's state and serves the application on an ABCI address. */
import { type AbciServer, serve } from "../../../app/abci/server.ts";
import { type App, createApp } from "../../../app/app.ts";
import { blsPublicKey, blsSign } from "../../../app/lib/bls.ts";
import { buildModules } from "../../../app/modules.ts";
import { openStore, type Store } from "../../../app/store/multistore.ts";
import { type AppSettings, readAppSettings } from "../home/config.ts";
import { readBlsSecret } from "../home/createHome.ts";
import { homePaths } from "../home/paths.ts";
import { type NodeLogger, nodeLogger } from "./logger.ts";

/** An application with its state open. */
export interface OpenedApp {
  readonly app: App;
  readonly store: Store;
  readonly settings: AppSettings;
  readonly logger: NodeLogger;
}

/** Names of all stores, which the state file is made for. */
export function storeNames(): readonly string[] {
  return buildModules().manager.modules.map((module) => module.name);
}

/**
 * Opens the state of `home` without listening, as `export` does.
 * @throws RangeError or StoreError saying what is wrong.
 */
export function openApplication(home: string): OpenedApp {
  const paths = homePaths(home);
  const settings = readAppSettings(paths.appToml);
  const logger = nodeLogger("aegisd", settings.logLevel);
  const secret = readBlsSecret(home);
  const store = openStore({
    path: paths.state,
    storeNames: storeNames(),
    keptVersions: settings.keptVersions,
    logger: logger.store,
  });
  const app = createApp({
    store,
    logger,
    minimumGasPrice: settings.minimumGasPrice,
    checkInvariants: settings.checkInvariants,
    beaconSigner: {
      publicKey: blsPublicKey(secret),
      sign: (message) => blsSign(secret, message),
    },
  });
  return { app, store, settings, logger };
}

/** A serving application. */
export interface ServedApp extends OpenedApp {
  readonly server: AbciServer;
  close(): Promise<void>;
}

/**
 * Opens the state and listens on `address`. `onFatal` is called once when the application cannot go
 * on; by then it answers nothing more.
 */
export async function serveApplication(
  home: string,
  address: string,
  onFatal: (error: unknown) => void,
): Promise<ServedApp> {
  const opened = openApplication(home);
  const { app, store, logger } = opened;
  try {
    const server = await serve({ application: app, address, logger, onFatal });
    return {
      ...opened,
      server,
      close: async () => {
        await server.close();
        store.close();
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}
