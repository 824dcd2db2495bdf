/** The durable store when the disk or the operator does not behave. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "chai";
import { AssertionError } from "../../../app/lib/assert.ts";
import { hex, sha256, uint32BigEndian, utf8 } from "../../../app/lib/bytes.ts";
import type { Changes } from "../../../app/store/changes.ts";
import { StoreError } from "../../../app/store/errors.ts";
import { type FileStoreOptions, openStore, type Store } from "../../../app/store/multistore.ts";
import { pairsOf, temporaryFolder } from "./kit.ts";

/** `count` pairs of 1,000 bytes under keys that begin at `from`. */
function bulk(from: number, count: number): Changes {
  const list = Array.from({ length: count }, (_, i) => {
    const value = new Uint8Array(1_000).fill((from + i) % 251);
    value.set(sha256(uint32BigEndian(from + i)));
    return [uint32BigEndian(from + i), value] as const;
  });
  return new Map([["bank", list]]);
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
  return "no error";
}

describe("openStore", () => {
  let folder: { path: string; remove: () => void };
  let options: FileStoreOptions;
  beforeEach(() => {
    folder = temporaryFolder();
    options = {
      path: join(folder.path, "state.db"),
      storeNames: ["bank", "tasks"],
      keptVersions: 3,
      synchronous: "NORMAL",
    };
  });
  afterEach(() => folder.remove());

  function written(heights: number, perHeight = 20): Store {
    const store = openStore(options);
    for (let h = 1; h <= heights; h += 1) {
      store.apply(bulk(h * 7, perHeight), BigInt(h));
      store.commit();
    }
    return store;
  }

  it("begins at height 0 with a hash of empty stores, and at any first height", () => {
    const store = openStore(options);
    expect(store.latest().height).to.equal(0n);
    expect(store.latest().appHash).to.have.length(32);
    store.apply(bulk(1, 1), 500n);
    store.commit();
    store.close();
    const again = openStore(options);
    expect(again.latest().height).to.equal(500n);
    expect(again.at(500n)?.height).to.equal(500n);
    expect(again.at(0n)).to.equal(undefined);
    again.close();
  });

  it("forgets what was applied and not committed", () => {
    const store = written(2);
    const before = hex(store.latest().appHash);
    expect(hex(store.apply(bulk(1_000, 5), 3n))).to.not.equal(before);
    expect(hex(store.latest().appHash)).to.equal(before);
    store.close();
    const again = openStore(options);
    expect(hex(again.latest().appHash)).to.equal(before);
    expect(again.latest().height).to.equal(2n);
    again.close();
  });

  it("keeps fewer or more versions when it is told so", () => {
    written(6).close();
    const fewer = openStore({ ...options, keptVersions: 1 });
    expect(fewer.oldestHeight).to.equal(4n);
    fewer.apply(bulk(1, 1), 7n);
    fewer.commit();
    expect(fewer.oldestHeight).to.equal(7n);
    fewer.close();
    const more = openStore({ ...options, keptVersions: 5 });
    expect(more.oldestHeight).to.equal(7n);
    for (let h = 8n; h < 15n; h += 1n) {
      more.apply(bulk(Number(h), 1), h);
      more.commit();
    }
    expect(more.oldestHeight).to.equal(10n);
    more.close();
  });

  it("restores an application's first state of many pairs, and tells its progress", () => {
    const store = openStore(options);
    const appHash = store.apply(bulk(1, 3_000), 1n);
    store.commit();
    const pairs = pairsOf(store.latest(), "bank");
    store.close();
    const again = openStore({ ...options, logger: { info: () => undefined } });
    expect(hex(again.latest().appHash)).to.equal(hex(appHash));
    expect(pairsOf(again.latest(), "bank")).to.deep.equal(pairs);
    expect([...again.export(1n)]).to.have.length(3_000);
    again.close();
  });

  it("cuts a log that is larger than one part", () => {
    const store = written(1);
    const big = new Uint8Array(9 * 1_024 * 1_024).fill(7);
    const appHash = store.apply(new Map([["tasks", [[utf8("big"), big]]]]), 2n);
    store.commit();
    store.close();
    const again = openStore(options);
    expect(hex(again.latest().appHash)).to.equal(hex(appHash));
    expect(again.latest().get("tasks", utf8("big"))).to.deep.equal(big);
    again.close();
  });

  it("fails a commit that does not fit, keeps the one before, and goes on with more room", () => {
    written(2).close();
    const small = openStore({ ...options, fileBytesMax: 400_000 });
    const kept = hex(small.latest().appHash);
    const wanted = small.apply(bulk(5_000, 2_000), 3n);
    expect(codeOf(() => small.commit())).to.equal("disk_full");
    expect(small.latest().height).to.equal(2n);
    expect(hex(small.latest().appHash)).to.equal(kept);
    small.close();
    const again = openStore(options);
    expect(hex(again.latest().appHash)).to.equal(kept);
    expect(hex(again.apply(bulk(5_000, 2_000), 3n))).to.equal(hex(wanted));
    again.commit();
    expect(again.latest().height).to.equal(3n);
    again.close();
  });

  it("lets a failed commit be repeated in the same process", () => {
    written(2).close();
    const store = openStore({ ...options, fileBytesMax: 400_000 });
    store.apply(bulk(5_000, 2_000), 3n);
    expect(codeOf(() => store.commit())).to.equal("disk_full");
    const appHash = store.apply(bulk(5_000, 2), 3n);
    store.commit();
    store.close();
    const again = openStore(options);
    expect(hex(again.latest().appHash)).to.equal(hex(appHash));
    again.close();
  });

  it("refuses a file that another node has open", () => {
    const store = written(1);
    expect(() => openStore(options))
      .to.throw(StoreError, "another process")
      .with.property("code", "locked");
    store.close();
    openStore(options).close();
  });

  it("finds every damaged page that holds state", () => {
    written(8, 60).close();
    const { path } = options;
    const sound = readFileSync(path);
    const pages = sound.length / 4_096;
    const outcomes = new Map<string, number>();
    for (let page = 1; page < pages; page += 1) {
      const damaged = Buffer.from(sound);
      for (let at = page * 4_096 + 900; at < page * 4_096 + 1_000; at += 1) {
        damaged[at] = (damaged[at] as number) ^ 0xff;
      }
      writeFileSync(path, damaged);
      let outcome = "";
      try {
        const store = openStore(options);
        // A page that holds nothing: the state must be the sound one.
        outcome = hex(store.latest().appHash);
        store.close();
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        outcome = error.code;
      }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    writeFileSync(path, sound);
    const store = openStore(options);
    const appHash = hex(store.latest().appHash);
    store.close();
    for (const outcome of outcomes.keys()) expect(["corrupt", appHash]).to.include(outcome);
    // The others are free pages, left by logs that were moved into the base.
    expect(outcomes.get("corrupt")).to.be.above(20);
  });

  it("refuses a database whose rows are not those that were committed", () => {
    const damages: readonly (readonly [what: string, sql: string])[] = [
      ["a changed value", "UPDATE base SET value = x'01' WHERE key = (SELECT max(key) FROM base)"],
      ["a missing pair", "DELETE FROM base WHERE key = (SELECT min(key) FROM base)"],
      ["another shape", "UPDATE base SET inner_height = inner_height + 1"],
      ["an impossible height", "UPDATE base SET inner_height = 0"],
      ["a row of an unknown store", "UPDATE base SET store = 9"],
      ["an empty value", "UPDATE base SET value = x''"],
      ["a missing log", "DELETE FROM change_log WHERE height = 5"],
      ["a garbled log", "UPDATE change_log SET data = x'09' WHERE height = 5"],
      ["a cut log", "UPDATE change_log SET data = substr(data, 1, length(data) - 1)"],
      ["a missing height", "DELETE FROM version WHERE height = 5"],
      ["another app hash", "UPDATE version SET app_hash = zeroblob(32) WHERE height = 6"],
    ];
    written(6).close();
    const sound = readFileSync(options.path);
    for (const [what, sql] of damages) {
      writeFileSync(options.path, sound);
      const db = new Database(options.path);
      db.exec(sql);
      db.close();
      expect(
        codeOf(() => openStore(options)),
        what,
      ).to.equal("corrupt");
    }
  });

  it("refuses files of another kind", () => {
    written(1).close();
    const other = { ...options, storeNames: ["bank", "tasks", "more"] };
    expect(codeOf(() => openStore(other))).to.equal("format");
    const db = new Database(options.path);
    db.exec("UPDATE meta SET value = '2' WHERE name = 'format'");
    db.close();
    expect(() => openStore(options))
      .to.throw(StoreError, "its format is 2")
      .with.property("code", "format");
    const foreign = join(folder.path, "foreign.db");
    new Database(foreign).exec("CREATE TABLE t (a)").close();
    expect(codeOf(() => openStore({ ...options, path: foreign }))).to.equal("format");
    const text = join(folder.path, "text.db");
    writeFileSync(text, "not a database, but long enough to look like one: ".repeat(200));
    expect(codeOf(() => openStore({ ...options, path: text }))).to.equal("format");
  });

  it("says what to do about a missing folder and a folder in the file's place", () => {
    const missing = { ...options, path: join(folder.path, "none", "state.db") };
    expect(() => openStore(missing)).to.throw(StoreError, "folder does not exist");
    expect(codeOf(() => openStore({ ...options, path: folder.path }))).to.equal("io");
  });

  it("refuses heights out of order and a commit of nothing", () => {
    const store = written(2);
    expect(() => store.apply(bulk(1, 1), 4n)).to.throw(AssertionError);
    expect(() => store.apply(bulk(1, 1), 2n)).to.throw(AssertionError);
    expect(() => store.commit()).to.throw(AssertionError);
    expect(() => store.apply(new Map([["none", []]]), 3n)).to.throw(AssertionError, "known stores");
    store.close();
  });

  it("refuses to read a version that was pruned meanwhile", () => {
    const store = written(1);
    const first = store.latest();
    const entries = first.iterate("bank", {});
    entries.next();
    for (let h = 2n; h <= 4n; h += 1n) {
      store.apply(bulk(1, 1), h);
      store.commit();
    }
    expect(codeOf(() => first.get("bank", uint32BigEndian(7)))).to.equal("pruned");
    expect(codeOf(() => entries.next())).to.equal("pruned");
    store.close();
  });
});
