/**
 * GET /health and /ready for load balancers and orchestrators: the first answers while the process
 * can serve, the second only while the node follows the chain, and says what is missing.
 */
import type { Backend } from "../api/backend.ts";

/** Older than this the latest block means that the chain, or this node, stands still. */
export const BLOCK_AGE_MAX_MS = 60_000;

export interface HealthAnswer {
  readonly status: 200 | 503;
  readonly body: {
    readonly ready: boolean;
    readonly height: string;
    /** Why it is not ready; empty when it is. */
    readonly reasons: readonly string[];
  };
}

/** What health is read from. */
export interface HealthSource extends Pick<Backend, "height" | "comet"> {
  /** Why the node does not vote now, if that is known. */
  readonly trouble?: () => string | undefined;
}

interface Status {
  readonly sync_info?: {
    readonly catching_up?: boolean;
    readonly latest_block_time?: string;
    readonly latest_block_height?: string;
  };
}

/** Whether the process is alive: its state answers. */
export function health(backend: Pick<Backend, "height">): HealthAnswer {
  return { status: 200, body: { ready: true, height: `${backend.height()}`, reasons: [] } };
}

/** Whether the node follows the chain. Never throws. */
export async function readiness(
  backend: HealthSource,
  nowMs: number = Date.now(),
): Promise<HealthAnswer> {
  const height = backend.height();
  const reasons: string[] = [];
  const trouble = backend.trouble?.();
  if (trouble !== undefined) reasons.push(trouble);
  if (height === 0n) reasons.push("there is no block yet");
  try {
    const { sync_info: sync } = (await backend.comet("status")) as Status;
    if (sync?.catching_up !== false) reasons.push("CometBFT is catching up");
    const behind = BigInt(sync?.latest_block_height ?? "0") - height;
    if (behind > 1n) reasons.push(`the application is ${behind} blocks behind CometBFT`);
    const age = nowMs - Date.parse(sync?.latest_block_time ?? "");
    if (!(age <= BLOCK_AGE_MAX_MS)) {
      const seconds = Number.isNaN(age) ? "unknown" : `${Math.round(age / 1_000)} s`;
      reasons.push(`the latest block is old (${seconds})`);
    }
  } catch (error) {
    reasons.push(error instanceof Error ? error.message : "CometBFT does not answer");
  }
  const ready = reasons.length === 0;
  return { status: ready ? 200 : 503, body: { ready, height: `${height}`, reasons } };
}

/** The answer to a path, or undefined when it is none of the two. */
export function healthAnswer(
  backend: HealthSource,
  path: string,
): Promise<HealthAnswer> | undefined {
  if (path === "/health") return Promise.resolve(health(backend));
  return path === "/ready" ? readiness(backend) : undefined;
}
