/** The wire format: one byte string per message for users, any valid protobuf from CometBFT. */
import { expect } from "chai";
import fc from "fast-check";
import { concatBytes, fromHex, hex } from "../../../app/lib/bytes.ts";
import { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { Coin } from "../../../proto/gen/cosmos/base/v1beta1/coin.ts";
import { Any } from "../../../proto/gen/google/protobuf/any.ts";
import { Duration } from "../../../proto/gen/google/protobuf/duration.ts";
import { Timestamp } from "../../../proto/gen/google/protobuf/timestamp.ts";
import { WireError } from "../../../proto/wire/error.ts";

const page = PageRequest.create({ key: fromHex("0102"), offset: 300n, limit: 1n, reverse: true });

describe("strict decoding", () => {
  const refused: readonly (readonly [string, string, string])[] = [
    ["a varint with a needless byte", "108000", "not minimal"],
    ["an explicit zero", "1000", "explicit default"],
    ["an explicit empty byte field", "0a00", "explicit default"],
    ["fields out of order", "18011001", "out of order"],
    ["a duplicated field", "10011002", "duplicated"],
    ["an unknown field", "300a", "unknown field"],
    ["a known field with another wire type", "0801", "unknown field"],
    ["a truncated length", "0a05", "truncated"],
    ["a length beyond the end", "0a0501", "truncated"],
    ["a varint of eleven bytes", "10ffffffffffffffffffff01", "longer"],
    ["a varint above 64 bits", "10ffffffffffffffffff02", "overflows"],
    ["a bool that is 2", "2002", "bool"],
    ["field number 0", "00", "field number"],
    ["a group", "0b0c", "unknown field"],
  ];
  for (const [what, bytes, reason] of refused) {
    it(`refuses ${what}`, () => {
      expect(() => PageRequest.decode(fromHex(bytes))).to.throw(WireError, reason);
    });
  }

  it("refuses text that is not UTF-8 and text with a lone surrogate", () => {
    expect(() => Coin.decode(fromHex("0a01ff"))).to.throw(WireError, "UTF-8");
    expect(() => Coin.encode({ denom: "\ud800", amount: "1" })).to.throw(WireError, "surrogate");
  });

  it("refuses every truncation of a message", () => {
    const bytes = PageRequest.encode(page);
    const whole = new Set([0, 4, 7, 9, bytes.length]);
    for (let length = 0; length < bytes.length; length++) {
      if (whole.has(length)) continue;
      expect(() => PageRequest.decode(bytes.slice(0, length)), `${length}`).to.throw(WireError);
    }
  });

  it("accepts only what it would encode: a mutation is refused or means something else", () => {
    const bytes = PageRequest.encode(page);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const mutated = bytes.slice();
        mutated[at] = (mutated[at] as number) ^ change;
        let decoded: PageRequest;
        try {
          decoded = PageRequest.decode(mutated);
        } catch (error) {
          expect(error).to.be.instanceOf(WireError);
          return;
        }
        expect(hex(PageRequest.encode(decoded))).to.equal(hex(mutated));
      }),
    );
  });
});

describe("lenient decoding", () => {
  it("skips unknown fields, takes any order and the last value", () => {
    const bytes = concatBytes(fromHex("300a"), fromHex("1801"), fromHex("1001"), fromHex("1002"));
    const decoded = PageRequest.decodeLenient(bytes);
    expect(decoded.offset).to.equal(2n);
    expect(decoded.limit).to.equal(1n);
  });

  it("still refuses truncated input", () => {
    expect(() => PageRequest.decodeLenient(fromHex("0a05"))).to.throw(WireError);
  });
});

describe("round trips", () => {
  it("holds for bytes and JSON of random values", () => {
    const arbitrary = fc.record({
      key: fc.uint8Array({ maxLength: 300 }),
      offset: fc.bigInt(0n, 2n ** 64n - 1n),
      limit: fc.bigInt(0n, 2n ** 64n - 1n),
      countTotal: fc.boolean(),
      reverse: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitrary, (value) => {
        expect(PageRequest.decode(PageRequest.encode(value))).to.deep.equal(value);
        const json = JSON.parse(JSON.stringify(PageRequest.toJson(value)));
        expect(PageRequest.fromJson(json)).to.deep.equal(value);
      }),
    );
  });

  it("holds for text of every kind and length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.string(), (denom, amount) => {
        const coin = { denom, amount };
        expect(Coin.decode(Coin.encode(coin))).to.deep.equal(coin);
      }),
    );
  });

  it("holds for negative integers", () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), fc.integer(), (seconds, nanos) => {
        const value = { seconds, nanos };
        expect(Timestamp.decode(Timestamp.encode(value))).to.deep.equal(value);
      }),
    );
  });
});

describe("proto JSON", () => {
  it("writes times and durations in their own form", () => {
    const time = { seconds: 1_700_000_000n, nanos: 5_000_000 };
    expect(Timestamp.toJson(time)).to.equal("2023-11-14T22:13:20.005Z");
    expect(Timestamp.fromJson("2023-11-14T22:13:20.005Z")).to.deep.equal(time);
    expect(Duration.toJson({ seconds: 1n, nanos: 500_000_000 })).to.equal("1.500s");
    expect(Duration.fromJson("-1.5s")).to.deep.equal({ seconds: -1n, nanos: -500_000_000 });
  });

  const refused: readonly (readonly [string, unknown, string])[] = [
    ["an unknown name", { amount: "1", extra: 1 }, "unknown field extra"],
    ["a number where text belongs", { amount: 1 }, "expected a string"],
    ["an array", [], "expected an object"],
  ];
  for (const [what, json, reason] of refused) {
    it(`refuses ${what}`, () => {
      expect(() => Coin.fromJson(json)).to.throw(WireError, reason);
    });
  }

  it("refuses integers out of range and base64 that is not canonical", () => {
    const integer = { offset: "18446744073709551616" };
    expect(() => PageRequest.fromJson(integer)).to.throw(WireError, "range");
    expect(() => PageRequest.fromJson({ offset: "1.5" })).to.throw(WireError, "integer");
    expect(() => PageRequest.fromJson({ key: "AQ" })).to.throw(WireError, "base64");
    expect(() => Any.fromJson({ "@type": "/no.such.Type" })).to.throw(WireError, "unknown type");
  });
});
