/**
 * Writes that may still be thrown away, over any state that can be read: one per proposal, block,
 * transaction, message or list item, nested to any depth. They are cheap
 * to make: nothing is copied or sorted before somebody iterates.
 */
import { assert } from "../lib/assert.ts";
import { assertPair, type Change, type Changes } from "./changes.ts";
import { compareTexts, Overlay, textOf } from "./overlay.ts";
import type { KeyRange, ReadState, StoreEntry, WriteState } from "./store.ts";

export class Branch implements WriteState {
  private readonly parent: ReadState;
  private readonly overlays = new Map<string, Overlay>();

  constructor(parent: ReadState) {
    this.parent = parent;
  }

  get(store: string, key: Uint8Array): Uint8Array | undefined {
    return this.find(store, key, textOf(key));
  }

  /** The branch keeps `value` itself, so the caller must not change it afterwards. */
  set(store: string, key: Uint8Array, value: Uint8Array): void {
    assertPair(key, value);
    this.overlay(store).put(textOf(key), value);
  }

  delete(store: string, key: Uint8Array): void {
    assertPair(key, undefined);
    this.overlay(store).put(textOf(key), undefined);
  }

  iterate(store: string, range: KeyRange): IterableIterator<StoreEntry> {
    const below = this.parent.iterate(store, range);
    const own = this.overlays.get(store)?.textsWithin(range) ?? [];
    if (own.length === 0) return below;
    return merge(below, own, this.overlay(store), range.reverse === true);
  }

  /** What the branch would change, sorted; stores in byte order of their names. */
  changes(): Changes {
    const changes = new Map<string, readonly Change[]>();
    for (const store of [...this.overlays.keys()].sort(compareTexts)) {
      const overlay = this.overlay(store);
      if (overlay.size > 0) changes.set(store, overlay.changes());
    }
    return changes;
  }

  /** How many keys the branch would change. */
  get changedKeys(): number {
    let count = 0;
    for (const overlay of this.overlays.values()) count += overlay.size;
    return count;
  }

  /**
   * Puts the changes into the parent and empties the branch.
   * @throws AssertionError when the parent can only be read.
   */
  write(): void {
    const { parent } = this;
    assert("set" in parent && "delete" in parent, "the parent of a written branch is writable");
    const target = parent as WriteState;
    for (const [store, overlay] of this.overlays) {
      if (target instanceof Branch) overlay.mergeInto(target.overlay(store));
      else for (const [key, value] of overlay.changes()) writeChange(target, store, key, value);
    }
    this.discard();
  }

  /** Forgets the changes. */
  discard(): void {
    this.overlays.clear();
  }

  /** `text` is `key` in latin1: nested branches convert it once. */
  private find(store: string, key: Uint8Array, text: string): Uint8Array | undefined {
    const overlay = this.overlays.get(store);
    if (overlay?.has(text) === true) return overlay.value(text);
    const { parent } = this;
    return parent instanceof Branch ? parent.find(store, key, text) : parent.get(store, key);
  }

  private overlay(store: string): Overlay {
    let overlay = this.overlays.get(store);
    if (overlay === undefined) {
      overlay = new Overlay();
      this.overlays.set(store, overlay);
    }
    return overlay;
  }
}

function writeChange(
  target: WriteState,
  store: string,
  key: Uint8Array,
  value: Uint8Array | undefined,
): void {
  if (value === undefined) target.delete(store, key);
  else target.set(store, key, value);
}

/** Own entries before, instead of, and after those below; own deletions hide those below. */
function* merge(
  below: IterableIterator<StoreEntry>,
  own: readonly string[],
  overlay: Overlay,
  reverse: boolean,
): Generator<StoreEntry, void> {
  let at = 0;
  for (const entry of below) {
    const text = textOf(entry[0]);
    let hidden = false;
    while (at < own.length) {
      const ownText = own[at] as string;
      const order = reverse ? compareTexts(text, ownText) : compareTexts(ownText, text);
      if (order > 0) break;
      at += 1;
      hidden = order === 0;
      yield* overlay.entry(ownText);
      if (hidden) break;
    }
    if (!hidden) yield entry;
  }
  for (; at < own.length; at += 1) yield* overlay.entry(own[at] as string);
}
