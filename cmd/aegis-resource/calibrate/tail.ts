/**
 * The far end of a distribution that was sampled only a few thousand times: a generalised Pareto
 * tail over a high threshold. Its shape is never taken below 0 (the exponential tail), so that a
 * tail which ends earlier than that is never relied on; heavier tails are taken as they are.
 */

/** Share of the values that lie above the threshold. */
const TAIL_SHARE = 0.1;
/** Heaviest shape that is believed: few values can say anything. */
const SHAPE_MAX = 0.4;
/** Values above the threshold that a fit needs at least. */
export const TAIL_VALUES_MIN = 20;

/** A fitted tail: the chance of more than x is `share` × (1 + shape (x − threshold) / scale)^(−1/shape). */
export interface Tail {
  readonly threshold: number;
  /** Chance of lying above the threshold. */
  readonly share: number;
  readonly scale: number;
  readonly shape: number;
}

/** Fits the tail of `sorted` values (ascending, not empty). */
export function fitTail(sorted: ArrayLike<number>, tailShare: number = TAIL_SHARE): Tail {
  const count = Math.min(
    sorted.length,
    Math.max(TAIL_VALUES_MIN, Math.ceil(sorted.length * tailShare)),
  );
  const from = sorted.length - count;
  const threshold = sorted[Math.max(0, from - 1)] as number;
  // Probability-weighted moments of the excesses, the smallest first.
  let mean = 0;
  let weighted = 0;
  for (let at = 0; at < count; at += 1) {
    const excess = (sorted[from + at] as number) - threshold;
    mean += excess;
    weighted += (excess * (count - at - 0.65)) / count;
  }
  mean /= count;
  weighted /= count;
  const shape = 2 - mean / (mean - 2 * weighted);
  if (!(shape > 0)) return { threshold, share: count / sorted.length, scale: mean, shape: 0 };
  const believed = Math.min(SHAPE_MAX, shape);
  // The scale that keeps the mean excess.
  return {
    threshold,
    share: count / sorted.length,
    scale: mean * (1 - believed),
    shape: believed,
  };
}

/** The value that is exceeded with probability `chance`, which is below the tail's share. */
export function tailQuantile({ threshold, share, scale, shape }: Tail, chance: number): number {
  if (chance >= share) return threshold;
  const odds = share / chance;
  if (shape === 0) return threshold + scale * Math.log(odds);
  return threshold + (scale / shape) * (odds ** shape - 1);
}

/** Chance of a value above `limit`, for limits above the threshold. */
export function tailChance({ threshold, share, scale, shape }: Tail, limit: number): number {
  if (limit <= threshold) return share;
  if (scale === 0) return 0;
  const excess = (limit - threshold) / scale;
  return shape === 0 ? share * Math.exp(-excess) : share * (1 + shape * excess) ** (-1 / shape);
}
