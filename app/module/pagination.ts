/** Pages of a collection, with the request and answer that Cosmos clients know. */
import type {
  PageRequest,
  PageResponse,
} from "../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { PAGE_ITEMS_MAX } from "../constants.ts";
import { concatBytes, EMPTY_BYTES } from "../lib/bytes.ts";
import type { Range, Readable, StateMap } from "./collections/schema.ts";
import { ModuleError } from "./error.ts";

const PAGE_ITEMS_DEFAULT = 100;
/** Skipping costs a read per entry: who wants more pages by key. */
const OFFSET_MAX = 10_000n;

/** Entries of one page, and where the next begins. */
export interface Page<K, V> {
  readonly entries: readonly (readonly [K, V])[];
  readonly pagination: PageResponse;
}

function refuse(reason: string): ModuleError {
  return new ModuleError("sdk", 18, `invalid request: ${reason}`);
}

/**
 * One page of `map`, or of its keys that begin with `prefix`. Keys of pages leave the prefix out.
 * At most PAGE_ITEMS_MAX entries, whatever is asked for.
 * @throws ModuleError when the request names both a key and an offset, or too large an offset.
 */
export function paginate<K, V>(
  ctx: Readable,
  map: Pick<StateMap<K, V>, "entries" | "key">,
  request: PageRequest | undefined,
  prefix: Uint8Array = EMPTY_BYTES,
): Page<K, V> {
  const { key = EMPTY_BYTES, offset = 0n, limit = 0n, countTotal = false } = request ?? {};
  if (key.length > 0 && offset > 0n) throw refuse("give a page key or an offset, not both");
  if (offset > OFFSET_MAX) throw refuse(`offset above ${OFFSET_MAX}: use the page key`);
  const wanted = limit === 0n ? PAGE_ITEMS_DEFAULT : Number(limit < 1_000n ? limit : 1_000n);
  const size = Math.min(wanted, PAGE_ITEMS_MAX);
  const skipped = Number(offset);
  const counts = countTotal && key.length === 0;
  const entries: (readonly [K, V])[] = [];
  let nextKey = EMPTY_BYTES;
  let seen = 0;
  for (const entry of map.entries(ctx, rangeOf(prefix, key, request?.reverse ?? false))) {
    seen += 1;
    if (seen <= skipped) continue;
    if (entries.length < size) entries.push(entry);
    else if (nextKey.length === 0) nextKey = map.key.encode(entry[0]).slice(prefix.length);
    if (nextKey.length > 0 && !counts) break;
  }
  return { entries, pagination: { nextKey, total: counts ? BigInt(seen) : 0n } };
}

function rangeOf(prefix: Uint8Array, key: Uint8Array, reverse: boolean): Range {
  if (key.length === 0) return { prefix, reverse };
  const from = concatBytes(prefix, key);
  // Backwards the page begins at its key too: the first key after it is the exclusive end.
  return reverse
    ? { prefix, end: concatBytes(from, Uint8Array.of(0)), reverse }
    : { prefix, start: from };
}
