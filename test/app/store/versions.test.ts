/** That versions share nodes, free them when pruned, and leak nothing. */
import { expect } from "chai";
import fc from "fast-check";
import { AssertionError } from "../../../app/lib/assert.ts";
import { fromHex, hex } from "../../../app/lib/bytes.ts";
import { EMPTY, NodeArena } from "../../../app/store/arena.ts";
import { TreeBuilder } from "../../../app/store/build.ts";
import type { BaseRow } from "../../../app/store/versions.ts";
import { sortedStoreNames, VersionedTrees } from "../../../app/store/versions.ts";
import { changesFrom, drawFrom } from "./kit.ts";

/** `count` random sets and deletions among some hundred keys of one store. */
function drawnBlock(draw: (below: number) => number, count: number): Record<string, string | null> {
  const block: Record<string, string | null> = {};
  for (let i = 0; i < count; i += 1) {
    const key = `0a${draw(200).toString(16).padStart(4, "0")}`;
    block[key] = draw(3) === 0 ? null : "ab".repeat(1 + draw(60));
  }
  return block;
}

describe("VersionedTrees", () => {
  it("has exactly the nodes and bytes of its versions, whatever was tried and pruned", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 4 }), (seed, kept) => {
        const draw = drawFrom(seed);
        const trees = new VersionedTrees(["bank", "tasks"]);
        for (let height = 1n; height <= 20n; height += 1n) {
          for (let attempt = draw(3); attempt >= 0; attempt -= 1) {
            const block = { bank: drawnBlock(draw, 30), tasks: drawnBlock(draw, 3) };
            trees.apply(changesFrom(block), height);
          }
          if (draw(5) === 0) {
            trees.drop();
            trees.apply(changesFrom({}), height);
          }
          trees.promote(kept);
        }
        // With one version left, every node in use is one of its trees.
        trees.apply(changesFrom({}), 21n);
        trees.promote(1);
        const nodes = trees.latest.roots.map((root) =>
          root === EMPTY ? 0 : 2 * trees.arena.size(root) - 1,
        );
        expect(trees.arena.nodesUsed).to.equal(nodes.reduce((a, b) => a + b, 0));
        // And with every pair deleted nothing is left.
        const none: Record<string, Record<string, null>> = { bank: {}, tasks: {} };
        for (let i = 0; i < 200; i += 1) {
          const key = `0a${i.toString(16).padStart(4, "0")}`;
          (none["bank"] as Record<string, null>)[key] = null;
          (none["tasks"] as Record<string, null>)[key] = null;
        }
        trees.apply(changesFrom(none), 22n);
        trees.promote(1);
        expect(trees.arena.nodesUsed).to.equal(0);
        expect(trees.arena.slab.unitsUsed).to.equal(0);
      }),
      { numRuns: 60 },
    );
  });

  it("writes down the height of every inner node that changed", () => {
    const draw = drawFrom(11);
    const trees = new VersionedTrees(["bank"]);
    const rows = new Map<string, { value: string; height: number }>();
    for (let height = 1n; height <= 40n; height += 1n) {
      trees.apply(changesFrom({ bank: drawnBlock(draw, 25) }), height);
      for (const entry of trees.pendingEntries()) {
        const key = hex(entry.key);
        const row = rows.get(key) ?? { value: "", height: 0 };
        if (entry.kind === "delete") rows.delete(key);
        else if (entry.kind === "set") rows.set(key, { ...row, value: hex(entry.value) });
        else rows.set(key, { ...row, height: entry.height });
      }
      trees.promote(3);
      // A table kept up to date with these entries rebuilds the very same tree.
      const again = new VersionedTrees(["bank"]);
      const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
      const base = sorted.map(([key, row]): BaseRow => {
        return { store: 0, key: fromHex(key), value: fromHex(row.value), innerHeight: row.height };
      });
      expect(again.loadBase(height, base).appHash).to.deep.equal(trees.latest.appHash);
    }
  });

  it("writes no height when only values change", () => {
    const trees = new VersionedTrees(["bank"]);
    const block = drawnBlock(drawFrom(3), 150);
    for (const key of Object.keys(block)) block[key] = "01";
    trees.apply(changesFrom({ bank: block }), 1n);
    trees.promote(2);
    for (const key of Object.keys(block)) block[key] = "02";
    trees.apply(changesFrom({ bank: block }), 2n);
    expect(new Set([...trees.pendingEntries()].map(({ kind }) => kind))).to.deep.equal(
      new Set(["set"]),
    );
  });

  it("shares the app hash and every node with a version that changed nothing", () => {
    const trees = new VersionedTrees(["bank"]);
    trees.apply(changesFrom({ bank: { "01": "02", "02": "03" } }), 1n);
    trees.promote(5);
    const { nodesUsed } = trees.arena;
    const { appHash } = trees.latest;
    expect(trees.apply(changesFrom({ bank: { "09": null } }), 2n).appHash).to.equal(appHash);
    trees.promote(5);
    expect(trees.arena.nodesUsed).to.equal(nodesUsed);
  });

  it("refuses changes that are out of order, doubled or to unknown stores", () => {
    const trees = new VersionedTrees(["bank"]);
    const pair = (key: string): readonly [Uint8Array, Uint8Array] => [fromHex(key), fromHex("01")];
    const list = (...keys: string[]): void => {
      trees.apply(new Map([["bank", keys.map(pair)]]), 1n);
    };
    expect(() => list("02", "01")).to.throw(AssertionError, "sorted");
    expect(() => list("01", "01")).to.throw(AssertionError, "sorted");
    expect(() => trees.apply(new Map([["tasks", []]]), 1n)).to.throw(AssertionError, "known");
  });
});

describe("sortedStoreNames", () => {
  it("sorts by bytes and refuses names that are doubled, empty or not plain", () => {
    expect(sortedStoreNames(["b", "a_2", "a1"])).to.deep.equal(["a1", "a_2", "b"]);
    for (const names of [[], ["a", "a"], [""], ["A"], ["a b"], ["ä"]]) {
      expect(() => sortedStoreNames(names)).to.throw(AssertionError);
    }
  });
});

describe("TreeBuilder", () => {
  it("makes trees of more than one page of nodes", () => {
    const arena = new NodeArena();
    const builder = new TreeBuilder(arena, 1);
    const count = 32_768;
    for (let i = 0; i < count; i += 1) {
      // In a perfectly balanced tree the height is how often 2 divides the position, plus one.
      const height = i === 0 ? 0 : 32 - Math.clz32(i & -i);
      builder.add(Uint8Array.of(i >> 16, i >> 8, i), Uint8Array.of(1), height);
    }
    const root = builder.finish();
    expect(arena.size(root)).to.equal(count);
    expect(arena.height(root)).to.equal(15);
    expect(arena.nodesUsed).to.equal(2 * count - 1);
  });
});
