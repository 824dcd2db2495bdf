/**
 * Watches the chain by height: at every new height it reads what the node owes and what it could
 * compute. It depends on no event, so that nothing is missed after a gap, a restart or a lost
 * connection: the next look shows everything.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Duty, PendingCalculation } from "../../proto/gen/aegis/tasks/v1/query.ts";
import { ForkError } from "../../app/client/light/error.ts";
import type { Logger } from "../../app/lib/log.ts";
import type { Chain } from "./chain/chain.ts";
import { oneLine } from "./engine/error.ts";

/** What a node sees at one height. */
export interface View {
  readonly height: bigint;
  readonly clockMs: bigint;
  /** Measured time between blocks, in milliseconds. */
  readonly blockMs: number;
  readonly duties: readonly Duty[];
  readonly pending: readonly PendingCalculation[];
}

/** What to watch. */
export interface WatchOptions {
  readonly chain: Chain;
  readonly chainId: string;
  /** Models whose calculations this node can compute now. */
  readonly models: () => readonly string[];
  readonly pollMs: number;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Called before the lists are read, so that what a block did is known to both. */
  readonly onHeight: (height: bigint) => Promise<void>;
  /** Called once per height that was seen. The next look waits for it. */
  readonly onView: (view: View) => Promise<void>;
}

const BACKOFF_MS_MIN = 200;
const BACKOFF_MS_MAX = 30_000;
/** Until two heights were seen. */
const BLOCK_MS_DEFAULT = 1_000;
/** Weight of the newest measurement, in percent. */
const NEWEST_PERCENT = 20;

/**
 * Watches until `signal` says to stop. Failures of the connection are waited out.
 * @throws Error when the chain is another one.
 */
export async function watch(options: WatchOptions): Promise<void> {
  const { signal, log } = options;
  const state = { height: 0n, clockMs: 0n, blockMs: BLOCK_MS_DEFAULT };
  let backoffMs = BACKOFF_MS_MIN;
  while (!signal.aborted) {
    try {
      await look(options, state);
      if (backoffMs > BACKOFF_MS_MIN) log.info("the chain answers again");
      backoffMs = BACKOFF_MS_MIN;
      await pause(options.pollMs, signal);
    } catch (error) {
      // A fork is for people to judge: whoever worked on would be on one side of it.
      if (error instanceof WrongChainError || error instanceof ForkError) throw error;
      log.warn("cannot follow the chain", { reason: oneLine(error), retryMs: backoffMs });
      await pause(backoffMs, signal);
      backoffMs = Math.min(BACKOFF_MS_MAX, backoffMs * 2);
    }
  }
}

/** The node follows another chain than the one that this home is for. */
export class WrongChainError extends Error {
  override readonly name = "WrongChainError";
}

interface WatchState {
  height: bigint;
  clockMs: bigint;
  blockMs: number;
}

async function look(options: WatchOptions, state: WatchState): Promise<void> {
  const { chain, models } = options;
  const { chainId, height, clockMs } = await chain.status();
  if (chainId !== options.chainId) {
    throw new WrongChainError(
      `the node is on chain ${chainId}, this home is for ${options.chainId}: correct config.toml`,
    );
  }
  if (height <= state.height) return;
  measure(state, height, clockMs);
  await options.onHeight(height);
  const duties = await chain.duties();
  const pending: PendingCalculation[] = [];
  for (const model of models()) pending.push(...(await chain.pending(model)));
  await options.onView({ height, clockMs, blockMs: state.blockMs, duties, pending });
  // Only now: a height whose handling failed is looked at again.
  state.height = height;
  state.clockMs = clockMs;
}

function measure(state: WatchState, height: bigint, clockMs: bigint): void {
  if (state.height === 0n || clockMs <= state.clockMs) return;
  const newest = Number(clockMs - state.clockMs) / Number(height - state.height);
  state.blockMs = (state.blockMs * (100 - NEWEST_PERCENT) + newest * NEWEST_PERCENT) / 100;
}

/** Waits, or returns early when told to stop. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
