/** Overlays against plain maps: nesting, iteration both ways, writing and discarding. */
import { expect } from "chai";
import fc from "fast-check";
import { AssertionError } from "../../../app/lib/assert.ts";
import { fromHex, hex } from "../../../app/lib/bytes.ts";
import { Branch } from "../../../app/store/branch.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import type { ReadState } from "../../../app/store/store.ts";
import { changesFrom, pairsOf, sortedPairs } from "./kit.ts";

const NAMES = ["bank", "tasks"];

function baseState(pairs: Record<string, string>): ReadState {
  const store = openMemoryStore({ storeNames: NAMES });
  store.apply(changesFrom({ bank: pairs }), 1n);
  store.commit();
  return store.latest();
}

const key = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map((n) => n.toString(16).padStart(2, "0")),
  fc.uint8Array({ minLength: 1, maxLength: 3 }).map(hex),
);
const value = fc.uint8Array({ minLength: 1, maxLength: 3 }).map(hex);
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("set" as const), key, value }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("delete" as const), key }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("open" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("write" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("discard" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("look" as const),
      start: fc.option(key, { nil: undefined }),
      end: fc.option(key, { nil: undefined }),
      reverse: fc.boolean(),
    }),
  },
);

/** Level 0 is the base; each above is a branch on the one below, with the map it stands for. */
interface Level {
  readonly state: ReadState;
  readonly plain: Map<string, string>;
}

describe("Branch", () => {
  it("shows what nested plain maps would", () => {
    const base = fc.dictionary(key, value, { maxKeys: 15, noNullPrototype: true });
    fc.assert(
      fc.property(base, fc.array(action, { maxLength: 60 }), (pairs, actions) => {
        const levels: Level[] = [
          { state: baseState(pairs), plain: new Map(Object.entries(pairs)) },
        ];
        const open = (): void => {
          const top = levels.at(-1) as Level;
          levels.push({ state: new Branch(top.state), plain: new Map(top.plain) });
        };
        open();
        for (const step of actions) {
          const { state, plain } = levels.at(-1) as Level;
          const branch = state as Branch;
          if (step.do === "set") {
            branch.set("bank", fromHex(step.key), fromHex(step.value));
            plain.set(step.key, step.value);
          } else if (step.do === "delete") {
            branch.delete("bank", fromHex(step.key));
            plain.delete(step.key);
          } else if (step.do === "open") {
            open();
          } else if (step.do === "look") {
            const inRange = sortedPairs(plain).filter(
              ([at]) => at >= (step.start ?? "") && (step.end === undefined || at < step.end),
            );
            const range = {
              start: step.start === undefined ? undefined : fromHex(step.start),
              end: step.end === undefined ? undefined : fromHex(step.end),
              reverse: step.reverse,
            };
            const found = [...branch.iterate("bank", range)].map(([k, v]) => [hex(k), hex(v)]);
            expect(found).to.deep.equal(step.reverse ? inRange.reverse() : inRange);
            for (const [at, to] of plain) {
              expect(hex(branch.get("bank", fromHex(at)) ?? new Uint8Array(0))).to.equal(to);
            }
          } else if (levels.length > 2) {
            levels.pop();
            if (step.do === "write") {
              branch.write();
              const below = levels.at(-1) as Level;
              levels[levels.length - 1] = { state: below.state, plain };
            }
          }
        }
        const { state, plain } = levels.at(-1) as Level;
        expect(pairsOf(state, "bank")).to.deep.equal(sortedPairs(plain));
      }),
      { numRuns: 300 },
    );
  });

  it("gives its changes sorted by store and key, deletions included", () => {
    const branch = new Branch(baseState({ "05": "01" }));
    branch.set("tasks", fromHex("ff"), fromHex("01"));
    for (let n = 60; n > 0; n -= 1) branch.set("bank", new Uint8Array([n, 1]), fromHex("02"));
    branch.set("bank", fromHex("80"), fromHex("03"));
    branch.delete("bank", fromHex("05"));
    const changes = branch.changes();
    expect([...changes.keys()]).to.deep.equal(["bank", "tasks"]);
    const keys = (changes.get("bank") ?? []).map(([at]) => hex(at));
    expect(keys).to.have.length(62);
    expect(keys).to.deep.equal([...keys].sort((a, b) => (a < b ? -1 : 1)));
    expect((changes.get("bank") ?? []).filter(([, to]) => to === undefined)).to.have.length(1);
    expect(branch.changedKeys).to.equal(63);
  });

  it("is empty after it was written or discarded", () => {
    const parent = new Branch(baseState({}));
    const branch = new Branch(parent);
    branch.set("bank", fromHex("01"), fromHex("02"));
    branch.write();
    expect(branch.changedKeys).to.equal(0);
    expect(parent.changedKeys).to.equal(1);
    parent.discard();
    expect(branch.get("bank", fromHex("01"))).to.equal(undefined);
  });

  it("writes into any writable state", () => {
    const written: string[] = [];
    const parent = {
      get: () => undefined,
      iterate: () => [][Symbol.iterator](),
      set: (store: string, at: Uint8Array, to: Uint8Array) =>
        written.push(`${store} ${hex(at)} ${hex(to)}`),
      delete: (store: string, at: Uint8Array) => written.push(`${store} ${hex(at)}`),
    };
    const branch = new Branch(parent);
    branch.delete("bank", fromHex("02"));
    branch.set("bank", fromHex("01"), fromHex("03"));
    branch.write();
    expect(written).to.deep.equal(["bank 01 03", "bank 02"]);
  });

  it("refuses what a tree cannot hold, and to write into what can only be read", () => {
    const branch = new Branch(baseState({}));
    const one = fromHex("01");
    expect(() => branch.set("bank", new Uint8Array(0), one)).to.throw(AssertionError);
    expect(() => branch.set("bank", one, new Uint8Array(0))).to.throw(AssertionError);
    expect(() => branch.set("bank", new Uint8Array(4_097), one)).to.throw(AssertionError);
    expect(() => branch.delete("bank", new Uint8Array(0))).to.throw(AssertionError);
    branch.set("bank", one, one);
    expect(() => branch.write()).to.throw(AssertionError, "writable");
  });
});
