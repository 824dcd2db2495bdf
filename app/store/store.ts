/**
 * What every reader and writer of state sees: byte keys and byte values, one key space per named
 * store (a module's name, or "app"). Nothing above `app/store` knows how they are kept.
 */

/** A stored pair, in ascending byte order of `key` when iterated. */
export type StoreEntry = readonly [key: Uint8Array, value: Uint8Array];

/** Half-open key range: `start` included, `end` excluded; undefined means unbounded. */
export interface KeyRange {
  readonly start?: Uint8Array | undefined;
  readonly end?: Uint8Array | undefined;
  /** Descending order when true. */
  readonly reverse?: boolean | undefined;
}

/** Read access to all stores at one version. Returned arrays must not be modified. */
export interface ReadState {
  /** The value under `key` of `store`, or undefined. */
  get(store: string, key: Uint8Array): Uint8Array | undefined;
  /**
   * Entries of `store` within `range`, in key order. The caller must not write to the same store
   * while it iterates: collect first, then write.
   */
  iterate(store: string, range: KeyRange): IterableIterator<StoreEntry>;
}

/** Read and write access. Values are never empty (an empty value cannot be proven, ICS-23). */
export interface WriteState extends ReadState {
  set(store: string, key: Uint8Array, value: Uint8Array): void;
  delete(store: string, key: Uint8Array): void;
}
