/** Trees against the roots that Go IAVL computed, and their balance. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { EMPTY, NodeArena } from "../../../app/store/arena.ts";
import { AvlWriter } from "../../../app/store/avl.ts";
import { EMPTY_ROOT } from "../../../app/store/hash.ts";
import { fromHex, hex } from "../../../app/lib/bytes.ts";
import { cases, storedValue } from "../../vectors/iavl/operations.ts";

const roots: string[][] = JSON.parse(
  readFileSync(new URL("../../vectors/iavl/roots.json", import.meta.url), "utf8"),
);

/** Height of a subtree whose every node has been checked. */
function checkedHeight(arena: NodeArena, node: number): number {
  if (arena.height(node) === 0) return 0;
  const left = checkedHeight(arena, arena.left(node));
  const right = checkedHeight(arena, arena.right(node));
  expect(Math.abs(left - right)).to.be.at.most(1);
  expect(arena.height(node)).to.equal(Math.max(left, right) + 1);
  return arena.height(node);
}

describe("AvlWriter", () => {
  for (const [number, batches] of cases().entries()) {
    it(`gives the roots of Go IAVL in case ${number} (${batches.length} batches)`, () => {
      const arena = new NodeArena();
      let root = EMPTY;
      const found: string[] = [];
      for (const [epoch, batch] of batches.entries()) {
        const writer = new AvlWriter(arena, epoch + 1);
        for (const key of batch.set) root = writer.set(root, fromHex(key), storedValue(key));
        for (const key of batch.delete) root = writer.delete(root, fromHex(key));
        writer.hash(root);
        writer.releaseGarbage();
        for (const node of writer.orphans) arena.release(node);
        if (root !== EMPTY) checkedHeight(arena, root);
        expect(arena.nodesUsed).to.equal(root === EMPTY ? 0 : 2 * arena.size(root) - 1);
        found.push(hex(root === EMPTY ? EMPTY_ROOT : arena.hash(root)));
      }
      expect(found).to.deep.equal(roots[number]);
    });
  }

  it("leaves a tree as it is when the deleted key is not in it", () => {
    const arena = new NodeArena();
    const writer = new AvlWriter(arena, 1);
    const root = writer.set(EMPTY, fromHex("61"), fromHex("01"));
    expect(writer.delete(root, fromHex("62"))).to.equal(root);
    expect(writer.delete(EMPTY, fromHex("62"))).to.equal(EMPTY);
    expect(writer.delete(root, fromHex("61"))).to.equal(EMPTY);
  });
});
