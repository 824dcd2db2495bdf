/** Whether validators agree: the one thing that no perturbation may change. */
import type { Rpc } from "../app/client/rpc.ts";
import { hex } from "../app/lib/bytes.ts";

/** What was compared. */
export interface Agreement {
  readonly heights: number;
  /** One sentence per disagreement; empty when all agree. */
  readonly disagreements: readonly string[];
}

/**
 * Compares the app hashes of all validators at every height from `from` to `to`, both included.
 * The header of a height carries the hash after the height before.
 * @throws RpcError when a validator is silent or has not that height.
 */
export async function compareAppHashes(
  rpcs: readonly Rpc[],
  from: number,
  to: number,
): Promise<Agreement> {
  const disagreements: string[] = [];
  for (let height = from; height <= to; height += 1) {
    const blocks = await Promise.all(rpcs.map((rpc) => rpc.block(height)));
    const hashes = blocks.map(({ appHash }) => hex(appHash));
    if (new Set(hashes).size > 1) disagreements.push(`height ${height}: ${hashes.join(", ")}`);
  }
  return { heights: Math.max(0, to - from + 1), disagreements };
}

/** The height that every validator has reached. */
export async function commonHeight(rpcs: readonly Rpc[]): Promise<number> {
  const heights = await Promise.all(rpcs.map(async (rpc) => (await rpc.status()).height));
  return Math.min(...heights);
}
