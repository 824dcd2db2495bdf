/** Queues on the protocol clock or by epoch: what is due comes first, and a block takes some. */
import { uint64Key } from "../../app/module/collections/codecs.ts";
import type { KeySet, Readable } from "../../app/module/collections/schema.ts";

/** The first `most` entries of a queue whose time is at most `until`. */
export function firstDue<K>(
  ctx: Readable,
  queue: KeySet<readonly [bigint, K]>,
  until: bigint,
  most: number,
): (readonly [bigint, K])[] {
  const due: (readonly [bigint, K])[] = [];
  const end = uint64Key.encode(until + 1n);
  for (const key of queue.keys(ctx, { end })) {
    if (due.length === most) break;
    due.push(key);
  }
  return due;
}
