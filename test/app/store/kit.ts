/** What the tests of the store share. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareBytes, fromHex, hex } from "../../../app/lib/bytes.ts";
import type { Change, Changes } from "../../../app/store/changes.ts";
import type { ReadState } from "../../../app/store/store.ts";

/** Key and value in hex of every pair of one store. */
export type PlainStore = ReadonlyMap<string, string>;

/** A fresh folder, and a function that removes it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "aegis-store-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Changes from hex, sorted by key; a null value is a deletion. */
export function changesFrom(stores: Record<string, Record<string, string | null>>): Changes {
  const changes = new Map<string, readonly Change[]>();
  for (const [store, pairs] of Object.entries(stores)) {
    const list = Object.entries(pairs).map(
      ([key, value]): Change => [fromHex(key), value === null ? undefined : fromHex(value)],
    );
    changes.set(
      store,
      list.sort(([a], [b]) => compareBytes(a, b)),
    );
  }
  return changes;
}

/** All pairs of `store` in hex, in the order of the iteration. */
export function pairsOf(state: ReadState, store: string, reverse = false): [string, string][] {
  return [...state.iterate(store, { reverse })].map(([key, value]) => [hex(key), hex(value)]);
}

/** The pairs of a plain map in key order. */
export function sortedPairs(plain: PlainStore): [string, string][] {
  return [...plain].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Numbers that look random and depend on `seed` only. */
export function drawFrom(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}
