/** Whole local networks for tests: made in a temporary folder, on free ports, and cleaned away. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Log } from "../../cmd/setup/log.mjs";
import { type Manifest, readManifest } from "../../localnet/manifest.ts";
import type { StateChange } from "../../localnet/genesis.ts";
import { freePorts } from "../../localnet/ports.ts";
import { createNetwork } from "../../localnet/setup.ts";
import { type RunningNetwork, startNetwork } from "../../localnet/start.ts";
import { realModel } from "./realModel.ts";

/** Which network. */
export interface TestNetworkOptions {
  /** A manifest of localnet/networks/. */
  readonly name: string;
  /** How many resource nodes are started; all that the manifest starts when left out. */
  readonly startedResourceNodes?: number;
  /** What the manifest says otherwise. */
  readonly changes?: Partial<Pick<Manifest, "rules" | "stakes" | "workScores">>;
  /** What of its first state is otherwise. */
  readonly change?: StateChange;
  /** Gives up when it is aborted. */
  readonly signal?: AbortSignal;
  /** Hears what is being done. */
  readonly say?: (line: string) => void;
}

/** A network that is up. */
export interface TestNetwork {
  readonly running: RunningNetwork;
  /** What ended without being asked to, with the last lines of its log. */
  readonly failures: readonly string[];
  /** Stops everything and deletes the folder. */
  close(): Promise<void>;
}

/** Makes and starts a network. @throws Error when it does not come up. */
export async function testNetwork(options: TestNetworkOptions): Promise<TestNetwork> {
  const { name, say = () => {} } = options;
  const read = { ...readManifest(name), ...options.changes };
  const { startedResourceNodes = read.startedResourceNodes } = options;
  const kept = { ...read, startedResourceNodes };
  const manifest = { ...kept, ports: await freePorts(kept) };
  const base = tmpdir().length <= 40 ? tmpdir() : "/tmp";
  const home = mkdtempSync(join(base, "aegis-test-"));
  const failures: string[] = [];
  const log: Log = {
    line: say,
    step: (title, work) => {
      say(title);
      return work();
    },
  };
  const remove = (): void => rmSync(home, { recursive: true, force: true });
  try {
    const network = await createNetwork(home, manifest, await realModel(), options.change);
    const onEnd = (message: string): unknown => failures.push(message);
    const running = await startNetwork(network, log, onEnd, options.signal);
    const close = async (): Promise<void> => {
      await running.processes.stopAll();
      remove();
    };
    return { running, failures, close };
  } catch (error) {
    remove();
    throw error;
  }
}
