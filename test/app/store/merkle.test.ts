/** The shape of the tree over the stores, and that a path leads to the app hash. */
import { expect } from "chai";
import { concatBytes, hex, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { appHashOf, merklePath } from "../../../app/store/merkle.ts";

const NAMES = ["a", "b", "c", "d", "e"];
const ROOTS = NAMES.map((name) => sha256(utf8(name)));

/** The leaf as ICS-23's tendermintSpec writes it, spelled out. */
function leaf(name: string, root: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(0, 1), utf8(name), Uint8Array.of(32), sha256(root)));
}

function inner(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(1), left, right));
}

describe("appHashOf", () => {
  it("splits at the greatest power of two below the count", () => {
    const [a, b, c, d, e] = NAMES.map((name, i) => leaf(name, ROOTS[i] as Uint8Array)) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    const four = inner(inner(a, b), inner(c, d));
    expect(hex(appHashOf(NAMES, ROOTS))).to.equal(hex(inner(four, e)));
    expect(hex(appHashOf(NAMES.slice(0, 4), ROOTS.slice(0, 4)))).to.equal(hex(four));
    const three = appHashOf(NAMES.slice(0, 3), ROOTS.slice(0, 3));
    expect(hex(three)).to.equal(hex(inner(inner(a, b), c)));
    expect(hex(appHashOf(["a"], ROOTS.slice(0, 1)))).to.equal(hex(a));
  });
});

describe("merklePath", () => {
  it("leads from every store to the app hash", () => {
    for (let count = 1; count <= NAMES.length; count += 1) {
      const names = NAMES.slice(0, count);
      const roots = ROOTS.slice(0, count);
      for (const [i, name] of names.entries()) {
        let node = leaf(name, roots[i] as Uint8Array);
        for (const { sibling, side } of merklePath(names, roots, i)) {
          node = side === "left" ? inner(sibling, node) : inner(node, sibling);
        }
        expect(hex(node), `${name} of ${count}`).to.equal(hex(appHashOf(names, roots)));
      }
    }
  });
});
