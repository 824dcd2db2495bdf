/** Starts the processes of a local network, and waits until each does its work. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { httpRpc, type Rpc } from "../app/client/rpc.ts";
import type { Log } from "../cmd/setup/log.mjs";
import { endLeftovers } from "./leftovers.ts";
import { nodeName, validatorName } from "./layout.ts";
import { metricsPort } from "./manifest.ts";
import { requireFreePorts } from "./ports.ts";
import { Processes, type ProcessSpec } from "./processes.ts";
import { type Network, rpcUrl } from "./setup.ts";
import { pause, Stopped } from "./stop.ts";

const READY_POLL_MS = 200;
const VALIDATORS_READY_MS = 90_000;
const NODES_READY_MS = 180_000;
/** The first block with a transaction in it can be the second. */
const FIRST_HEIGHT = 2;

// Programs lie beside this file in build/, and run from there even when this runs from source.
const HERE = dirname(dirname(fileURLToPath(import.meta.url)));
/** Folder of the compiled programs. */
export const BUILD: string = HERE.endsWith("build") ? HERE : join(HERE, "build");

/** A network that runs. */
export interface RunningNetwork extends Network {
  readonly processes: Processes;
  /** A client of each validator. */
  readonly rpcs: readonly Rpc[];
}

/** How validator `index` is started. */
export function validatorSpec({ layout }: Network, index: number): ProcessSpec {
  const program = join(BUILD, "cmd", "aegisd", "main.js");
  const args = [program, "start", "--home", layout.validator(index)];
  return { name: validatorName(index), args };
}

/** How resource node `index` is started. */
export function nodeSpec({ layout }: Network, index: number): ProcessSpec {
  const program = join(BUILD, "cmd", "aegis-resource", "main.js");
  const args = [program, "start", "--home", layout.resourceNode(index)];
  return { name: nodeName(index), args };
}

/**
 * Starts validators, waits for blocks, then starts resource nodes and waits until they serve.
 * `onUnexpectedEnd` hears of a process that ended by itself, now or later.
 * @throws RangeError for a port in use; Stopped when `stop` is aborted; Error when something does
 * not come up in time. Nothing runs any more then.
 */
export async function startNetwork(
  network: Network,
  log: Log,
  onUnexpectedEnd: (message: string) => void,
  stop: AbortSignal = new AbortController().signal,
): Promise<RunningNetwork> {
  const { layout, manifest } = network;
  const left = endLeftovers(layout);
  if (left.length > 0) log.line(`ended what an earlier start had left running: ${left.join(", ")}`);
  await requireFreePorts(manifest);
  const failure = new AbortController();
  const signal = AbortSignal.any([failure.signal, stop]);
  const processes = new Processes(layout, (message) => {
    failure.abort(message);
    onUnexpectedEnd(message);
  });
  const rpcs = Array.from({ length: manifest.validators }, (_, i) => httpRpc(rpcUrl(manifest, i)));
  try {
    const many = manifest.validators > 1 ? `${manifest.validators} validators` : "the validator";
    await log.step(`starting ${many}, and CometBFT under each`, async () => {
      for (let i = 0; i < manifest.validators; i += 1) processes.start(validatorSpec(network, i));
      for (const rpc of rpcs) {
        const isReady = async (): Promise<boolean> => (await rpc.status()).height >= FIRST_HEIGHT;
        await waitUntil(isReady, VALIDATORS_READY_MS, `blocks at ${rpc.url}`, signal);
      }
    });
    if (manifest.startedResourceNodes > 0) await startNodes(network, processes, log, signal);
  } catch (error) {
    await processes.stopAll();
    throw error;
  }
  return { ...network, processes, rpcs };
}

async function startNodes(
  network: Network,
  processes: Processes,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const { manifest } = network;
  const count = manifest.startedResourceNodes;
  await log.step(`starting ${count} resource nodes, each loading the model`, async () => {
    for (let i = 0; i < count; i += 1) processes.start(nodeSpec(network, i));
    for (let i = 0; i < count; i += 1) {
      const url = `http://127.0.0.1:${metricsPort(manifest.ports, i)}/metrics`;
      await waitUntil(() => isServing(url), NODES_READY_MS, `${nodeName(i)} to be ready`, signal);
    }
  });
}

/** Whether a resource node says that its model is loaded and that it works. */
async function isServing(url: string): Promise<boolean> {
  const response = await fetch(url);
  return response.ok && /^aegis_resource_ready 1$/m.test(await response.text());
}

/**
 * Asks again and again until `isReady` says yes; an error counts as no.
 * @throws Error when it takes longer than `timeoutMs`; Stopped when `signal` is aborted.
 */
export async function waitUntil(
  isReady: () => Promise<boolean>,
  timeoutMs: number,
  what: string,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let last = "";
  for (;;) {
    if (signal.aborted) throw new Stopped(`${signal.reason}`);
    try {
      if (await isReady()) return;
    } catch (error) {
      last = `: ${error instanceof Error ? error.message : error}`;
    }
    if (Date.now() > deadline) {
      throw new Error(`waited ${timeoutMs / 1000} s for ${what} in vain${last}`);
    }
    await pause(READY_POLL_MS, signal);
  }
}
