/**
 * Changed keys of one store in one branch: a Map by key text (latin1, whose order is the byte
 * order), sorted only when somebody iterates.
 */
import { latin1 } from "../lib/bytes.ts";
import type { Change } from "./changes.ts";
import type { KeyRange, StoreEntry } from "./store.ts";

/** Up to so many new keys are inserted one by one; more are sorted together with the rest. */
const INSERTS_MAX = 32;

/** Order of latin1 texts, which is that of their bytes. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `key` as a text of one character per byte. */
export function textOf(key: Uint8Array): string {
  return latin1(key);
}

export class Overlay {
  /** undefined as a value is a deletion. */
  private readonly values = new Map<string, Uint8Array | undefined>();
  private sorted: string[] = [];
  /** Keys that are not in `sorted` yet. */
  private unsorted: string[] = [];

  get size(): number {
    return this.values.size;
  }

  has(text: string): boolean {
    return this.values.has(text);
  }

  /** The new value; undefined when the key is deleted or not changed here. */
  value(text: string): Uint8Array | undefined {
    return this.values.get(text);
  }

  put(text: string, value: Uint8Array | undefined): void {
    const before = this.values.size;
    this.values.set(text, value);
    if (this.values.size > before) this.unsorted.push(text);
  }

  /** The pair under `text`, or nothing when it is deleted. */
  entry(text: string): StoreEntry[] {
    const value = this.values.get(text);
    return value === undefined ? [] : [[bytesOf(text), value]];
  }

  /** Changed keys within `range`, in its direction. */
  textsWithin(range: KeyRange): readonly string[] {
    this.sort();
    const { sorted } = this;
    const from = range.start === undefined ? 0 : firstAtLeast(sorted, textOf(range.start));
    const to = range.end === undefined ? sorted.length : firstAtLeast(sorted, textOf(range.end));
    if (from >= to) return [];
    const texts = sorted.slice(from, to);
    return range.reverse === true ? texts.reverse() : texts;
  }

  /** All changes in key order. */
  changes(): readonly Change[] {
    this.sort();
    return this.sorted.map((text) => [bytesOf(text), this.values.get(text)]);
  }

  /** Repeats every change on `target`. */
  mergeInto(target: Overlay): void {
    for (const [text, value] of this.values) target.put(text, value);
  }

  private sort(): void {
    const { sorted, unsorted } = this;
    if (unsorted.length === 0) return;
    if (unsorted.length <= INSERTS_MAX) {
      for (const text of unsorted) sorted.splice(firstAtLeast(sorted, text), 0, text);
    } else {
      this.sorted = sorted.concat(unsorted).sort(compareTexts);
    }
    this.unsorted = [];
  }
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "latin1"));
}

/** Position of the first text not below `text`. */
function firstAtLeast(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
