/** The change log: what was written is read, and damage is an error with a name. */
import { expect } from "chai";
import fc from "fast-check";
import { hex } from "../../../app/lib/bytes.ts";
import { changesOf, decodeLog, encodeLog, type LogEntry } from "../../../app/store/changes.ts";
import { StoreError } from "../../../app/store/errors.ts";

const store = fc.integer({ min: 0, max: 254 });
const key = fc.uint8Array({ minLength: 1, maxLength: 80 });
const entry: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.record({
    kind: fc.constant("set" as const),
    store,
    key,
    value: fc.uint8Array({ minLength: 1, maxLength: 3_000 }),
  }),
  fc.record({ kind: fc.constant("delete" as const), store, key }),
  fc.record({
    kind: fc.constant("height" as const),
    store,
    key,
    height: fc.integer({ min: 1, max: 127 }),
  }),
);

function plain(one: LogEntry): unknown {
  const value = one.kind === "set" ? hex(one.value) : one.kind === "height" ? one.height : null;
  return [one.kind, one.store, hex(one.key), value];
}

describe("decodeLog", () => {
  it("gives back what encodeLog wrote", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        const read = [...decodeLog(encodeLog(entries))];
        expect(read.map(plain)).to.deep.equal(entries.map(plain));
      }),
    );
  });

  it("refuses bytes that are cut anywhere inside an entry, and unknown kinds", () => {
    const one: LogEntry = { kind: "set", store: 1, key: Uint8Array.of(1), value: Uint8Array.of(2) };
    const bytes = encodeLog([one]);
    for (let length = 1; length < bytes.length; length += 1) {
      expect(() => [...decodeLog(bytes.subarray(0, length))])
        .to.throw(StoreError)
        .with.property("code", "corrupt");
    }
    expect(() => [...decodeLog(Uint8Array.from([9, ...bytes.subarray(1)]))]).to.throw(StoreError);
  });

  it("belongs to stores that exist", () => {
    const one: LogEntry = { kind: "delete", store: 2, key: Uint8Array.of(1) };
    expect(() => changesOf([one], ["a", "b"])).to.throw(StoreError);
    expect([...changesOf([one], ["a", "b", "c"]).keys()]).to.deep.equal(["c"]);
  });
});
