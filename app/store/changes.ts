/** What a block changes, and its bytes in the change log. */
import { assert } from "../lib/assert.ts";
import { compareBytes } from "../lib/bytes.ts";
import { StoreError } from "./errors.ts";
import { KEY_BYTES_MAX, VALUE_BYTES_MAX } from "./limits.ts";

/** A new value under a key, or undefined for its deletion. */
export type Change = readonly [key: Uint8Array, value: Uint8Array | undefined];

/** Changes per store name, in strictly ascending byte order of the keys. */
export type Changes = ReadonlyMap<string, readonly Change[]>;

/** One fact of the change log; `store` is the position of its name among the sorted names. */
export type LogEntry =
  | {
      readonly kind: "set";
      readonly store: number;
      readonly key: Uint8Array;
      readonly value: Uint8Array;
    }
  | { readonly kind: "delete"; readonly store: number; readonly key: Uint8Array }
  | {
      /** The inner node that the key separates has this height from now on. */
      readonly kind: "height";
      readonly store: number;
      readonly key: Uint8Array;
      readonly height: number;
    };

const SET = 1;
const DELETE = 2;
const HEIGHT = 3;
/** Kind, store, key length, and value length or height. */
const ENTRY_HEADER_BYTES = 10;

/**
 * Requires a key and value that a tree can hold.
 * @throws AssertionError: modules bound what they store, so this is a bug in one.
 */
export function assertPair(key: Uint8Array, value: Uint8Array | undefined): void {
  assert(key.length > 0 && key.length <= KEY_BYTES_MAX, "a key has 1 to 4096 bytes");
  if (value === undefined) return;
  assert(value.length > 0, "a value is not empty: an empty one cannot be proven");
  assert(value.length <= VALUE_BYTES_MAX, "a value has at most 16 MiB");
}

/** Requires every list of `changes` to be valid and in strict order. */
export function assertChanges(changes: Changes): void {
  for (const list of changes.values()) {
    let previous: Uint8Array | undefined;
    for (const [key, value] of list) {
      assertPair(key, value);
      assert(
        previous === undefined || compareBytes(previous, key) < 0,
        "changes are sorted by key",
      );
      previous = key;
    }
  }
}

/** The bytes of `entries`, which `decodeLog` reads. */
export function encodeLog(entries: Iterable<LogEntry>): Uint8Array {
  let out = Buffer.allocUnsafe(1 << 16);
  let at = 0;
  for (const entry of entries) {
    const { key } = entry;
    const value = entry.kind === "set" ? entry.value : undefined;
    const needed = at + ENTRY_HEADER_BYTES + key.length + (value?.length ?? 0);
    if (needed > out.length) {
      const grown = Buffer.allocUnsafe(Math.max(needed, out.length * 2));
      out.copy(grown, 0, 0, at);
      out = grown;
    }
    out[at] = entry.kind === "set" ? SET : entry.kind === "delete" ? DELETE : HEIGHT;
    out[at + 1] = entry.store;
    out.writeUInt32BE(key.length, at + 2);
    out.writeUInt32BE(entry.kind === "height" ? entry.height : (value?.length ?? 0), at + 6);
    out.set(key, at + ENTRY_HEADER_BYTES);
    if (value !== undefined) out.set(value, at + ENTRY_HEADER_BYTES + key.length);
    at = needed;
  }
  return out.subarray(0, at);
}

/**
 * The entries of `data`, as views into it.
 * @throws StoreError `corrupt` when the bytes are not those of a log.
 */
export function* decodeLog(data: Uint8Array): Generator<LogEntry, void> {
  const input = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  let at = 0;
  while (at < input.length) {
    if (at + ENTRY_HEADER_BYTES > input.length) refuse();
    const kind = input[at];
    const store = input[at + 1] as number;
    const keyEnd = at + ENTRY_HEADER_BYTES + input.readUInt32BE(at + 2);
    const detail = input.readUInt32BE(at + 6);
    if (keyEnd > input.length) refuse();
    const key = input.subarray(at + ENTRY_HEADER_BYTES, keyEnd);
    at = keyEnd;
    if (kind === SET) {
      if (keyEnd + detail > input.length) refuse();
      at += detail;
      yield { kind: "set", store, key, value: input.subarray(keyEnd, at) };
    } else if (kind === DELETE) {
      yield { kind: "delete", store, key };
    } else if (kind === HEIGHT) {
      yield { kind: "height", store, key, height: detail };
    } else {
      refuse();
    }
  }
}

/** The changes among `entries`; `names` are the sorted store names. */
export function changesOf(entries: Iterable<LogEntry>, names: readonly string[]): Changes {
  const changes = new Map<string, Change[]>();
  for (const entry of entries) {
    if (entry.kind === "height") continue;
    const name = names[entry.store];
    if (name === undefined) refuse();
    let list = changes.get(name);
    if (list === undefined) {
      list = [];
      changes.set(name, list);
    }
    list.push([entry.key, entry.kind === "set" ? entry.value : undefined]);
  }
  return changes;
}

function refuse(): never {
  throw new StoreError("corrupt", "the change log on disk is damaged");
}
