/** Pages of lists that CometBFT keeps: by offset, for it has no keys. */
import type {
  PageRequest,
  PageResponse,
} from "../../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { invalid } from "../fault.ts";

/** What is given when nobody says how much, and the most that is given at once. */
export const PAGE_LIMIT = 100n;

interface Slice {
  readonly offset: bigint;
  readonly limit: bigint;
}

/** @throws ApiFault for a key. */
export function sliceOf(page: PageRequest | undefined): Slice {
  if (page === undefined) return { offset: 0n, limit: PAGE_LIMIT };
  if (page.key.length > 0) throw invalid("pagination.key is not supported here: use offset");
  const wanted = page.limit === 0n ? PAGE_LIMIT : page.limit;
  return { offset: page.offset, limit: wanted < PAGE_LIMIT ? wanted : PAGE_LIMIT };
}

/** The items of a slice of `all`, and what to tell of it. */
export function cut<T>(
  all: readonly T[],
  { offset, limit }: Slice,
): { readonly items: readonly T[]; readonly pagination: PageResponse } {
  const items = offset >= all.length ? [] : all.slice(Number(offset), Number(offset + limit));
  return { items, pagination: { nextKey: new Uint8Array(0), total: BigInt(all.length) } };
}
