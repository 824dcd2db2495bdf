/**
 * Does to a running network what machines do: ends processes without warning, starts them again.
 */
import { complaintAbout } from "./ports.ts";
import { p2pPort, rpcPort } from "./manifest.ts";
import { nodeSpec, type RunningNetwork, validatorSpec, waitUntil } from "./start.ts";
import { nodeName, validatorName } from "./layout.ts";

const GONE_MS = 30_000;
const BACK_MS = 120_000;

/** What of a validator is ended: everything at once, the application alone, CometBFT alone. */
export type Part = "all" | "application" | "cometbft";

/** All parts, for choosing one. */
export const PARTS: readonly Part[] = ["all", "application", "cometbft"];

/**
 * Ends validator `index` with SIGKILL. When only one part is hit the other must end by itself.
 * @throws Error when something of it is still there after half a minute.
 */
export async function killValidator(
  running: RunningNetwork,
  index: number,
  part: Part = "all",
): Promise<void> {
  const name = validatorName(index);
  const { processes, manifest } = running;
  if (part === "all") await processes.kill(name);
  else await processes.killPart(name, part === "application" ? "leader" : "child");
  for (const port of [rpcPort(manifest.ports, index), p2pPort(manifest.ports, index)]) {
    const isFree = async (): Promise<boolean> => (await complaintAbout(port)) === undefined;
    await waitUntil(isFree, GONE_MS, `${name} to leave port ${port}`, NEVER);
  }
}

/** Starts validator `index` again and waits until it has caught up with the others. */
export async function restartValidator(running: RunningNetwork, index: number): Promise<void> {
  running.processes.start(validatorSpec(running, index));
  const rpc = running.rpcs[index];
  if (rpc === undefined) throw new Error(`there is no validator ${index}`);
  const others = running.rpcs.filter((_, i) => i !== index);
  const isBack = async (): Promise<boolean> => {
    const { height, isCatchingUp } = await rpc.status();
    const heights = await Promise.all(others.map(async (one) => (await one.status()).height));
    return !isCatchingUp && height >= Math.max(0, ...heights) - 1;
  };
  await waitUntil(isBack, BACK_MS, `${validatorName(index)} to catch up`, NEVER);
}

/** Ends resource node `index` with SIGKILL, engine and all. */
export async function killNode(running: RunningNetwork, index: number): Promise<void> {
  await running.processes.kill(nodeName(index));
}

/** Starts resource node `index` again. */
export function restartNode(running: RunningNetwork, index: number): void {
  running.processes.start(nodeSpec(running, index));
}

const NEVER: AbortSignal = new AbortController().signal;
