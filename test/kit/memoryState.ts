/** State in a sorted array per store: the simplest thing that keeps the contract of WriteState. */
import { assert } from "../../app/lib/assert.ts";
import { compareBytes } from "../../app/lib/bytes.ts";
import type { KeyRange, StoreEntry, WriteState } from "../../app/store/store.ts";

export class MemoryState implements WriteState {
  private readonly stores = new Map<string, StoreEntry[]>();

  /** Where `key` is in `entries`, or where it would stand. */
  private static find(entries: readonly StoreEntry[], key: Uint8Array): number {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareBytes((entries[middle] as StoreEntry)[0], key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  get(store: string, key: Uint8Array): Uint8Array | undefined {
    const entries = this.stores.get(store) ?? [];
    const entry = entries[MemoryState.find(entries, key)];
    return entry !== undefined && compareBytes(entry[0], key) === 0 ? entry[1] : undefined;
  }

  set(store: string, key: Uint8Array, value: Uint8Array): void {
    assert(value.length > 0, "values are never empty");
    const entries = this.stores.get(store) ?? [];
    this.stores.set(store, entries);
    const at = MemoryState.find(entries, key);
    const found = entries[at];
    const isThere = found !== undefined && compareBytes(found[0], key) === 0;
    entries.splice(at, isThere ? 1 : 0, [key.slice(), value.slice()]);
  }

  delete(store: string, key: Uint8Array): void {
    const entries = this.stores.get(store) ?? [];
    const at = MemoryState.find(entries, key);
    const found = entries[at];
    if (found !== undefined && compareBytes(found[0], key) === 0) entries.splice(at, 1);
  }

  *iterate(store: string, range: KeyRange): IterableIterator<StoreEntry> {
    const entries = this.stores.get(store) ?? [];
    const from = range.start === undefined ? 0 : MemoryState.find(entries, range.start);
    const to = range.end === undefined ? entries.length : MemoryState.find(entries, range.end);
    const within = entries.slice(from, Math.max(from, to));
    yield* range.reverse === true ? within.reverse() : within;
  }

  /** Everything, as hex text per store: two states are equal when these are. */
  dump(): Record<string, readonly string[]> {
    const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
    return Object.fromEntries(
      [...this.stores]
        .filter(([, entries]) => entries.length > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, entries]) => [name, entries.map(([k, v]) => `${text(k)}=${text(v)}`)]),
    );
  }
}
