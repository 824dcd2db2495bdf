/** What stands in for Node's parts in a browser says the same of every input. */
import { expect } from "chai";
import fc from "fast-check";
import { blsSumKeys, blsVerifyRaw, BLS_NO_KEY } from "../../../app/lib/bls.ts";
import * as blsBrowser from "../../../app/lib/blsBrowser.ts";
import { utf8 } from "../../../app/lib/bytes.ts";
import * as platform from "../../../app/lib/platform.ts";
import * as browser from "../../../app/lib/platformBrowser.ts";
import { keyAt, signAll } from "../../kit/checkpointSet.ts";

type Call<T> = (input: T) => unknown;
const bytes = fc.uint8Array({ maxLength: 80 });

/** Calls of the browser and of Node that take bytes. */
const ENCODERS: readonly (readonly [string, Call<Uint8Array>, Call<Uint8Array>])[] = [
  ["hex", browser.hex, platform.hex],
  ["base64", browser.base64, platform.base64],
  ["latin1", browser.latin1, platform.latin1],
  ["sha256", browser.sha256, platform.sha256],
  ["sha256Latin1", browser.sha256Latin1, platform.sha256Latin1],
  ["ripemd160", browser.ripemd160, platform.ripemd160],
];
/** Calls that take text, with what writes such text. */
const DECODERS = [
  ["fromHex", browser.fromHex, platform.fromHex, platform.hex],
  ["fromBase64", browser.fromBase64, platform.fromBase64, platform.base64],
] as const;

/** What a call returns, or the name of its error. */
function outcome(call: () => unknown): unknown {
  try {
    const value = call();
    return value instanceof Uint8Array ? [...value] : value;
  } catch (error) {
    return (error as Error).name;
  }
}

describe("the browser's platform", () => {
  it("has what Node's has", () => {
    expect(Object.keys(browser).toSorted()).to.deep.equal(Object.keys(platform).toSorted());
    expect(() => browser.asBuffer()).to.throw("no Buffer");
  });

  for (const [name, theirs, ours] of ENCODERS) {
    it(`does the same: ${name}`, () => {
      fc.assert(
        fc.property(bytes, (input) => {
          expect(outcome(() => theirs(input))).to.deep.equal(outcome(() => ours(input)));
        }),
      );
    });
  }

  for (const [name, theirs, ours, encode] of DECODERS) {
    it(`reads the same: ${name}`, () => {
      const coded = bytes.map(encode);
      const text = fc.oneof(
        coded,
        coded.map((one) => one.slice(1)),
        fc.string(),
      );
      fc.assert(
        fc.property(text, (input) => {
          expect(outcome(() => theirs(input))).to.deep.equal(outcome(() => ours(input)));
        }),
      );
    });
  }

  it("compares the same", () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(browser.compareBytes(a, b)).to.equal(platform.compareBytes(a, b));
        expect(browser.equalBytes(a, b)).to.equal(platform.equalBytes(a, b));
        expect(browser.equalBytes(a, a.slice())).to.equal(true);
      }),
    );
  });
});

describe("the browser's BLS", () => {
  const message = utf8("aegis/checkpoint/v1 a message");
  const slots = [0, 1, 2, 3, 4];
  const keys = slots.map(keyAt);
  const damaged = (input: Uint8Array, at: number): Uint8Array => {
    const copy = input.slice();
    copy[at] = (copy[at] as number) ^ 1;
    return copy;
  };

  it("adds and takes off keys as the native library does", () => {
    const cases: readonly (readonly [readonly Uint8Array[], readonly Uint8Array[]])[] = [
      [[], []],
      [keys, []],
      [keys, keys.slice(1)],
      [keys, keys],
      [keys.slice(0, 1), keys.slice(1)],
      [[BLS_NO_KEY, keyAt(3), keyAt(3)], []],
      [[damaged(keyAt(1), 95)], []],
      [keys, [damaged(keyAt(1), 0)]],
      [[keyAt(1).slice(1)], []],
      [[new Uint8Array(96).fill(255)], []],
    ];
    for (const [plus, minus] of cases) {
      expect(blsBrowser.blsSumKeys(plus, minus)).to.deep.equal(blsSumKeys(plus, minus));
    }
  });

  it("verifies as the native library does", () => {
    const key = blsSumKeys(keys) as Uint8Array;
    const signature = signAll(slots, message);
    expect(blsBrowser.blsVerifyRaw(key, message, signature)).to.equal(true);
    const cases: readonly (readonly [Uint8Array, Uint8Array, Uint8Array])[] = [
      [key, message, signature],
      [keyAt(1), message, signature],
      [key, utf8("another"), signature],
      [key, message, damaged(signature, 50)],
      [key, message, damaged(signature, 0)],
      [key, message, signature.slice(1)],
      [key, message, Uint8Array.from([0xc0, ...new Uint8Array(95)])],
      [BLS_NO_KEY, message, signature],
      [damaged(key, 95), message, signature],
    ];
    for (const [one, of, by] of cases) {
      expect(blsBrowser.blsVerifyRaw(one, of, by)).to.equal(blsVerifyRaw(one, of, by));
    }
  });
});
