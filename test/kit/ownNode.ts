/**
 * One validator of a local network whose application runs in the test's own process, under a real
 * CometBFT: for tests of what a node serves out of its own state.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { httpRpc, type Rpc } from "../../app/client/rpc.ts";
import { createBackend, type Backend } from "../../cmd/aegisd/api/backend.ts";
import { serveApplication } from "../../cmd/aegisd/node/application.ts";
import { type Comet, startComet } from "../../cmd/aegisd/node/comet.ts";
import { findCometbft } from "../../cmd/setup/cometbft.mjs";
import type { Layout } from "../../localnet/layout.ts";
import { type Manifest, readManifest } from "../../localnet/manifest.ts";
import { freePorts } from "../../localnet/ports.ts";
import { createNetwork, rpcUrl } from "../../localnet/setup.ts";
import { realModel } from "./realModel.ts";

const START_MS = 60_000;
const POLL_MS = 200;

/** A node that is up. */
export interface OwnNode {
  readonly layout: Layout;
  readonly backend: Backend;
  readonly rpc: Rpc;
  /** Ends CometBFT at once and starts it again, under the same application. */
  restartComet(): Promise<void>;
  close(): Promise<void>;
}

/** Makes and starts it; `rules` is what the network's rules say otherwise. */
export async function ownNode(rules: Manifest["rules"] = {}): Promise<OwnNode> {
  const read = { ...readManifest("single"), rules };
  const manifest = { ...read, ports: await freePorts(read) };
  const base = tmpdir().length <= 40 ? tmpdir() : "/tmp";
  const folder = mkdtempSync(join(base, "aegis-own-"));
  const network = await createNetwork(join(folder, "net"), manifest, await realModel());
  const home = network.layout.validator(0);
  const binary = findCometbft();
  if (binary === undefined) throw new Error("CometBFT was not found: npm start builds it");
  let log: string[] = [];
  const served = await serveApplication({
    home,
    address: `unix://${join(folder, "abci.sock")}`,
    settings: { logLevel: "silent" },
    onFatal: (error) => log.push(`the application stops: ${String(error)}`),
  });
  const url = rpcUrl(manifest, 0);
  const rpc = httpRpc(url);
  const start = (): Comet => {
    const proxyApp = served.server.address;
    const onLine = (line: string): void => {
      log = [...log.slice(-20), line];
    };
    return startComet({ binary, home, proxyApp, args: [], onLine });
  };
  const ready = async (height: number): Promise<void> => {
    for (const end = Date.now() + START_MS; ; ) {
      // Until it listens it refuses connections.
      const status = await rpc.status().catch(() => undefined);
      if (status !== undefined && status.height >= height) return;
      if (Date.now() > end) throw new Error(`CometBFT does not come up:\n${log.join("\n")}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };
  let comet = start();
  const close = async (): Promise<void> => {
    await comet.stop();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  };
  await ready(2).catch(async (error) => {
    await close();
    throw error;
  });
  const backend = createBackend(served.app, url);
  return {
    layout: network.layout,
    backend,
    rpc,
    restartComet: async () => {
      const height = Number(backend.height());
      comet.kill();
      await comet.ended;
      comet = start();
      await ready(height + 1);
    },
    close,
  };
}
