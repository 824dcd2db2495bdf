/**
 * The state of a module, declared: every collection with its number prefix and its name. A prefix
 * is one byte, is used once, and is never reused after it is retired.
 */
import { assert, present } from "../../lib/assert.ts";
import { concatBytes } from "../../lib/bytes.ts";
import type { KeyRange, ReadState, StoreEntry, WriteState } from "../../store/store.ts";
import { type KeyCodec, uint64Key, type ValueCodec } from "./codecs.ts";

/** What a reader passes: any context has it. */
export interface Readable {
  readonly state: ReadState;
}

/** What a writer passes: block and transaction contexts have it. */
export interface Writable {
  readonly state: WriteState;
}

/** One value. */
export interface Item<V> {
  readonly name: string;
  get(ctx: Readable): V | undefined;
  /** @throws AssertionError when it was never set. */
  require(ctx: Readable): V;
  set(ctx: Writable, value: V): void;
  delete(ctx: Writable): void;
}

/** Bounds on encoded keys: `prefix` fixes leading bytes; `after` is exclusive, for pagination. */
export interface Range {
  /** Encoded leading key part(s) that all keys share. */
  readonly prefix?: Uint8Array | undefined;
  /** Encoded whole key, included. */
  readonly start?: Uint8Array | undefined;
  /** Encoded whole key, excluded. */
  readonly end?: Uint8Array | undefined;
  readonly reverse?: boolean | undefined;
}

/** Values under ordered keys. */
export interface StateMap<K, V> {
  readonly name: string;
  readonly key: KeyCodec<K>;
  get(ctx: Readable, key: K): V | undefined;
  /** @throws AssertionError when there is none. */
  require(ctx: Readable, key: K): V;
  has(ctx: Readable, key: K): boolean;
  set(ctx: Writable, key: K, value: V): void;
  delete(ctx: Writable, key: K): void;
  /** Entries in key order. Do not write to the module's store while iterating. */
  entries(ctx: Readable, range?: Range): IterableIterator<readonly [K, V]>;
}

/** A set of ordered keys. */
export interface KeySet<K> {
  readonly name: string;
  readonly key: KeyCodec<K>;
  has(ctx: Readable, key: K): boolean;
  add(ctx: Writable, key: K): void;
  delete(ctx: Writable, key: K): void;
  keys(ctx: Readable, range?: Range): IterableIterator<K>;
}

/** A counter that only grows. */
export interface Sequence {
  readonly name: string;
  peek(ctx: Readable): bigint;
  /** Returns the next number, from 0, and advances. */
  next(ctx: Writable): bigint;
}

const PRESENT = Uint8Array.of(1);

/** A module's collections. `store` is the module's name. */
export class StateSchema {
  readonly store: string;
  private readonly used = new Map<number, string>();

  constructor(store: string) {
    this.store = store;
  }

  /** Declared prefixes and names, for documentation. */
  get collections(): ReadonlyMap<number, string> {
    return this.used;
  }

  private claim(prefix: number, name: string): Uint8Array {
    assert(Number.isInteger(prefix) && prefix >= 0 && prefix < 256, "a prefix is one byte");
    assert(!this.used.has(prefix), `${this.store}: prefix ${prefix} is used twice`);
    this.used.set(prefix, name);
    return Uint8Array.of(prefix);
  }

  item<V>(prefix: number, name: string, value: ValueCodec<V>): Item<V> {
    const key = this.claim(prefix, name);
    const { store } = this;
    const get = (ctx: Readable): V | undefined => {
      const bytes = ctx.state.get(store, key);
      return bytes === undefined ? undefined : value.decode(bytes);
    };
    return {
      name,
      get,
      require: (ctx) => present(get(ctx), `${store}.${name}`),
      set: (ctx, v) => ctx.state.set(store, key, value.encode(v)),
      delete: (ctx) => ctx.state.delete(store, key),
    };
  }

  map<K, V>(prefix: number, name: string, key: KeyCodec<K>, value: ValueCodec<V>): StateMap<K, V> {
    const lead = this.claim(prefix, name);
    const { store } = this;
    const at = (k: K): Uint8Array => concatBytes(lead, key.encode(k));
    const get = (ctx: Readable, k: K): V | undefined => {
      const bytes = ctx.state.get(store, at(k));
      return bytes === undefined ? undefined : value.decode(bytes);
    };
    return {
      name,
      key,
      get,
      require: (ctx, k) => present(get(ctx, k), `${store}.${name} entry`),
      has: (ctx, k) => ctx.state.get(store, at(k)) !== undefined,
      set: (ctx, k, v) => ctx.state.set(store, at(k), value.encode(v)),
      delete: (ctx, k) => ctx.state.delete(store, at(k)),
      *entries(ctx, range = {}): IterableIterator<readonly [K, V]> {
        for (const [bytes, stored] of iterate(ctx, store, lead, range)) {
          yield [key.decode(bytes, 1)[0], value.decode(stored)];
        }
      },
    };
  }

  set<K>(prefix: number, name: string, key: KeyCodec<K>): KeySet<K> {
    const lead = this.claim(prefix, name);
    const { store } = this;
    const at = (k: K): Uint8Array => concatBytes(lead, key.encode(k));
    return {
      name,
      key,
      has: (ctx, k) => ctx.state.get(store, at(k)) !== undefined,
      add: (ctx, k) => ctx.state.set(store, at(k), PRESENT),
      delete: (ctx, k) => ctx.state.delete(store, at(k)),
      *keys(ctx, range = {}): IterableIterator<K> {
        for (const [bytes] of iterate(ctx, store, lead, range)) yield key.decode(bytes, 1)[0];
      },
    };
  }

  sequence(prefix: number, name: string): Sequence {
    const key = this.claim(prefix, name);
    const { store } = this;
    const peek = (ctx: Readable): bigint => {
      const bytes = ctx.state.get(store, key);
      return bytes === undefined ? 0n : uint64Key.decode(bytes, 0)[0];
    };
    return {
      name,
      peek,
      next: (ctx) => {
        const value = peek(ctx);
        ctx.state.set(store, key, uint64Key.encode(value + 1n));
        return value;
      },
    };
  }
}

function iterate(
  ctx: Readable,
  store: string,
  lead: Uint8Array,
  range: Range,
): IterableIterator<StoreEntry> {
  const base = concatBytes(lead, range.prefix ?? new Uint8Array(0));
  const bounds: KeyRange = {
    start: range.start === undefined ? base : concatBytes(lead, range.start),
    end: range.end === undefined ? prefixEnd(base) : concatBytes(lead, range.end),
    reverse: range.reverse,
  };
  return ctx.state.iterate(store, bounds);
}

/** The first key after all keys that begin with `prefix`; undefined when there is none. */
export function prefixEnd(prefix: Uint8Array): Uint8Array | undefined {
  for (let i = prefix.length - 1; i >= 0; i--) {
    const byte = prefix[i] as number;
    if (byte === 0xff) continue;
    const end = prefix.slice(0, i + 1);
    end[i] = byte + 1;
    return end;
  }
  return undefined;
}
