/** Writes that stopped in the middle: what is left of the files is a version, or is refused. */
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { hex } from "../../../app/lib/bytes.ts";
import { StoreError } from "../../../app/store/errors.ts";
import { openStore } from "../../../app/store/multistore.ts";
import { changesAt, KILLED_KEPT, KILLED_STORES } from "./killedBlocks.ts";
import { drawFrom, temporaryFolder } from "./kit.ts";

const HEIGHTS = 12;
const PAGE_BYTES = 4_096;
const CUTS = 120;
const OVERWRITES = 120;

describe("a state file whose last writes are torn", () => {
  const folder = temporaryFolder();
  const original = join(folder.path, "original.db");
  const torn = join(folder.path, "torn.db");
  /** App hash of every committed height; the empty state is one too. */
  const committed = new Map<bigint, string>();
  const store = openStore({
    path: original,
    storeNames: KILLED_STORES,
    keptVersions: KILLED_KEPT,
  });

  before(() => {
    committed.set(0n, hex(store.latest().appHash));
    for (let height = 1n; height <= HEIGHTS; height += 1n) {
      committed.set(height, hex(store.apply(changesAt(height), height)));
      store.commit();
    }
  });
  after(() => {
    store.close();
    folder.remove();
  });

  /** The files as they lie there, with `damage` done to one of them. */
  function damaged(ending: "" | "-wal", damage: (path: string) => void): void {
    for (const each of ["", "-wal"]) copyFileSync(`${original}${each}`, `${torn}${each}`);
    // The index is made anew from the log.
    expect(existsSync(`${torn}-shm`)).to.equal(false);
    damage(`${torn}${ending}`);
  }

  /** Opens what is left; the height that it holds, or the code of its refusal. */
  function opened(): bigint | string {
    try {
      const found = openStore({ path: torn, storeNames: KILLED_STORES, keptVersions: KILLED_KEPT });
      const { height, appHash } = found.latest();
      found.close();
      expect(hex(appHash), `height ${height}`).to.equal(committed.get(height));
      return height;
    } catch (error) {
      if (error instanceof StoreError) return error.code;
      throw error;
    }
  }

  it("holds a committed version when the end of the log is missing", () => {
    const draw = drawFrom(3);
    const bytes = readFileSync(`${original}-wal`).length;
    const heights = new Set<bigint | string>();
    for (let cut = 0; cut < CUTS; cut += 1) {
      damaged("-wal", (path) => truncateSync(path, draw(bytes)));
      heights.add(opened());
    }
    // Whatever is lost, what is found is whole.
    for (const height of heights) expect(height).to.be.a("bigint");
    expect(heights.size).to.be.greaterThan(HEIGHTS / 2);
  });

  it("holds a committed version, or is refused, when the end of the log is overwritten", () => {
    const draw = drawFrom(4);
    const whole = readFileSync(`${original}-wal`);
    for (let i = 0; i < OVERWRITES; i += 1) {
      const bytes = Buffer.from(whole);
      const from = draw(bytes.length);
      bytes.fill(draw(256), from, Math.min(bytes.length, from + PAGE_BYTES));
      damaged("-wal", (path) => writeFileSync(path, bytes));
      const found = opened();
      if (typeof found === "string") expect(["corrupt", "format"]).to.include(found);
    }
  });

  it("is refused by name, never read wrongly, when the main file is cut or overwritten", () => {
    store.close();
    const whole = readFileSync(original);
    const draw = drawFrom(5);
    const found = new Set<bigint | string>();
    for (let i = 0; i < OVERWRITES; i += 1) {
      const bytes = Buffer.from(whole);
      const from = draw(bytes.length);
      const isCut = i % 2 === 0;
      if (!isCut) bytes.fill(draw(256), from, Math.min(bytes.length, from + PAGE_BYTES));
      writeFileSync(torn, isCut ? bytes.subarray(0, from) : bytes);
      writeFileSync(`${torn}-wal`, "");
      found.add(opened());
    }
    for (const each of found) {
      // Damage to a page without state leaves the last version; an empty file is a new one.
      const isRight = each === BigInt(HEIGHTS) || each === 0n;
      const isRefused = ["corrupt", "format", "io"].includes(`${each}`);
      expect(isRight || isRefused, `${each}`).to.equal(true);
    }
    expect(found).to.include("corrupt");
  });
});
