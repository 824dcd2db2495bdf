/**
 * The far end of a distribution that was sampled only a few thousand times, from the values above a
 * high threshold. Two forms: the exponential tail, for single deficits, their sums and counts of
 * rare positions; and the normal tail, for means over many positions, which thins out faster. A
 * normal tail is an exponential one of the squared distance from the median.
 */

/** The form of a tail. */
export type TailForm = "exponential" | "normal";

/** A fitted tail. */
export interface Tail {
  readonly form: TailForm;
  /** What distances are measured from; 0 for an exponential tail. */
  readonly centre: number;
  /** Distance, squared for a normal tail, above which the tail begins. */
  readonly threshold: number;
  /** Chance of lying above the threshold. */
  readonly share: number;
  /** Mean of what is above the threshold, less the threshold. */
  readonly scale: number;
}

/** Values above the threshold that a fit takes at least. */
const TAIL_VALUES_MIN = 20;

/** Fits the upper tail of `sorted` values (ascending, not empty) to their upper `share`. */
export function fitTail(sorted: ArrayLike<number>, share: number, form: TailForm): Tail {
  const count = Math.min(
    sorted.length,
    Math.max(TAIL_VALUES_MIN, Math.ceil(sorted.length * share)),
  );
  const from = sorted.length - count;
  const centre = form === "normal" ? (sorted[Math.floor(sorted.length / 2)] as number) : 0;
  const threshold = distance(sorted[Math.max(0, from - 1)] as number, centre, form);
  let excess = 0;
  for (let at = from; at < sorted.length; at += 1) {
    excess += distance(sorted[at] as number, centre, form) - threshold;
  }
  return { form, centre, threshold, share: count / sorted.length, scale: excess / count };
}

function distance(value: number, centre: number, form: TailForm): number {
  return form === "normal" ? Math.max(0, value - centre) ** 2 : value;
}

/** The value that is exceeded with probability `chance`. */
export function tailQuantile(tail: Tail, chance: number): number {
  const { form, centre, threshold, share, scale } = tail;
  const far = threshold + scale * Math.log(Math.max(1, share / chance));
  return form === "normal" ? centre + Math.sqrt(far) : far;
}

/** Chance of a value above `limit`; below the threshold, that of the threshold. */
export function tailChance(tail: Tail, limit: number): number {
  const { form, centre, threshold, share, scale } = tail;
  const far = distance(limit, centre, form);
  if (far <= threshold) return share;
  return scale === 0 ? 0 : share * Math.exp((threshold - far) / scale);
}
