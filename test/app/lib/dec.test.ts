/** Decimals of 18 digits: cases computed by hand, and every rounding against exact fractions. */
import { expect } from "chai";
import fc from "fast-check";
import { AssertionError } from "../../../app/lib/assert.ts";
import { AMOUNT_MAX } from "../../../app/lib/coin.ts";
import * as decimals from "../../../app/lib/dec.ts";
import { DEC_ONE, DEC_ZERO, type Dec, formatDec, parseDec } from "../../../app/lib/dec.ts";

const { parseDecText: dec, formatDecText: text } = decimals;
const UNIT = 10n ** 18n;
const LIMIT = 2n ** 315n;
/** The smallest decimal that is not zero. */
const LEAST = "0.000000000000000001";

type Rounding = "even" | "down" | "up";

/** `n ÷ d` as an integer, by comparing fractions. */
function round(n: bigint, d: bigint, rounding: Rounding): bigint {
  let down = n / d;
  const rest = n - down * d;
  const up = rest === 0n ? down : down + 1n;
  if (rounding === "down") return down;
  if (rounding === "up") return up;
  if (2n * rest === d) down += down % 2n;
  return 2n * rest > d ? up : down;
}

const anyDec = fc
  .oneof(fc.bigInt(0n, 10n * UNIT), fc.bigInt(0n, AMOUNT_MAX * UNIT), fc.bigInt(0n, 50n))
  .map((scaled) => parseDec(scaled.toString()));
const positiveDec = anyDec.filter((value) => value > 0n);
const amount = fc.bigInt(0n, AMOUNT_MAX);

describe("the text of a decimal", () => {
  const cases: readonly [string, string, string][] = [
    ["0", "0", "0.000000000000000000"],
    ["0.05", "50000000000000000", "0.050000000000000000"],
    ["1", "1000000000000000000", "1.000000000000000000"],
    [LEAST, "1", LEAST],
    ["12.000000000000000034", "12000000000000000034", "12.000000000000000034"],
  ];
  for (const [short, wire, long] of cases) {
    it(`${short} travels as ${wire}`, () => {
      expect(formatDec(dec(short))).to.equal(wire);
      expect(text(parseDec(wire))).to.equal(long);
      expect(dec(long)).to.equal(dec(short));
    });
  }

  it("is read back", () => {
    fc.assert(
      fc.property(anyDec, (value) => {
        expect(parseDec(formatDec(value))).to.equal(value);
        expect(dec(text(value))).to.equal(value);
      }),
    );
  });

  for (const wire of [
    "",
    "-1",
    "+1",
    "01",
    "1.0",
    " 1",
    "1e3",
    "0x1",
    `${LIMIT}`,
    "9".repeat(96),
  ]) {
    it(`is not ${JSON.stringify(wire)} in a message`, () => {
      expect(() => parseDec(wire)).to.throw(RangeError);
    });
  }

  for (const shown of [
    "",
    "-1",
    ".5",
    "1.",
    "00.5",
    "1,5",
    "1e3",
    `${LEAST}0`,
    `${LIMIT / UNIT}1`,
  ]) {
    it(`is not ${JSON.stringify(shown)} for people`, () => {
      expect(() => dec(shown)).to.throw(RangeError);
    });
  }

  it("reaches the limit", () => {
    expect(parseDec(`${LIMIT - 1n}`)).to.equal(LIMIT - 1n);
    expect(dec(text(parseDec(`${LIMIT - 1n}`)))).to.equal(LIMIT - 1n);
  });
});

describe("rounding by hand", () => {
  // Units of 10^-18: 0.5 of the least decimal is a middle.
  const products: readonly [string, string, Record<Rounding, string>][] = [
    ["0.5", LEAST, { even: "0", down: "0", up: LEAST }],
    ["1.5", LEAST, { even: "0.000000000000000002", down: LEAST, up: "0.000000000000000002" }],
    ["0.5", "0.000000000000000005", roundings("2", "2", "3")],
    ["0.5", "0.000000000000000007", roundings("4", "3", "4")],
    ["0.500000000000000001", LEAST, roundings("1", "0", "1")],
    ["0.499999999999999999", LEAST, roundings("0", "0", "1")],
    ["0.3", "0.000000000000000005", roundings("2", "1", "2")],
    ["2", "0.25", { even: "0.5", down: "0.5", up: "0.5" }],
    ["0", "7", { even: "0", down: "0", up: "0" }],
  ];
  for (const [a, b, want] of products) {
    it(`${a} × ${b}`, () => {
      expect(decimals.mulDec(dec(a), dec(b))).to.equal(dec(want.even));
      expect(decimals.mulDecDown(dec(a), dec(b))).to.equal(dec(want.down));
      expect(decimals.mulDecUp(dec(a), dec(b))).to.equal(dec(want.up));
    });
  }

  const thirds = "0.333333333333333333";
  const quotients: readonly [string, string, Record<Rounding, string>][] = [
    ["1", "3", { even: thirds, down: thirds, up: "0.333333333333333334" }],
    [
      "2",
      "3",
      { even: "0.666666666666666667", down: "0.666666666666666666", up: "0.666666666666666667" },
    ],
    [LEAST, "2", roundings("0", "0", "1")],
    ["0.000000000000000003", "2", roundings("2", "1", "2")],
    ["0.000000000000000005", "2", roundings("2", "2", "3")],
    ["0.000000000000000007", "4", roundings("2", "1", "2")],
    ["9", "3", { even: "3", down: "3", up: "3" }],
    ["0", "3", { even: "0", down: "0", up: "0" }],
    ["1", LEAST, { even: `${UNIT}`, down: `${UNIT}`, up: `${UNIT}` }],
  ];
  for (const [a, b, want] of quotients) {
    it(`${a} ÷ ${b}`, () => {
      expect(decimals.quoDec(dec(a), dec(b))).to.equal(dec(want.even));
      expect(decimals.quoDecDown(dec(a), dec(b))).to.equal(dec(want.down));
      expect(decimals.quoDecUp(dec(a), dec(b))).to.equal(dec(want.up));
    });
  }

  it("a quotient above a middle by less than 10^-36 counts as the middle, as in Cosmos", () => {
    // (10^36 + 1) ÷ (2 × 10^54) is half of the least decimal and 5 × 10^-37 of it.
    const divisor = 2n * UNIT ** 2n;
    const [a, b] = [parseDec(`${divisor / 2n + 1n}`), parseDec(`${divisor * UNIT}`)];
    expect(round(a * UNIT, b, "even")).to.equal(1n);
    expect(decimals.quoDec(a, b)).to.equal(0n);
  });

  function roundings(even: string, down: string, up: string): Record<Rounding, string> {
    const units = (count: string): string => text(parseDec(count));
    return { even: units(even), down: units(down), up: units(up) };
  }
});

describe("rounding against exact fractions", () => {
  it("products", () => {
    fc.assert(
      fc.property(anyDec, anyDec, (a, b) => {
        expect(decimals.mulDec(a, b)).to.equal(round(a * b, UNIT, "even"));
        expect(decimals.mulDecDown(a, b)).to.equal(round(a * b, UNIT, "down"));
        expect(decimals.mulDecUp(a, b)).to.equal(round(a * b, UNIT, "up"));
      }),
    );
  });

  it("quotients, which are first cut at 36 places when they go to the nearest", () => {
    fc.assert(
      fc.property(anyDec, positiveDec, (a, b) => {
        const cut = round(a * UNIT * UNIT, b, "down");
        expect(decimals.quoDec(a, b)).to.equal(round(cut, UNIT, "even"));
        expect(decimals.quoDecDown(a, b)).to.equal(round(a * UNIT, b, "down"));
        expect(decimals.quoDecUp(a, b)).to.equal(round(a * UNIT, b, "up"));
      }),
    );
  });

  it("products and quotients with integers, and integer parts", () => {
    fc.assert(
      fc.property(anyDec, amount, (a, n) => {
        expect(decimals.mulDecInt(a, n)).to.equal(a * n);
        expect(decimals.quoDecInt(a, n + 1n)).to.equal(round(a, n + 1n, "down"));
        expect(decimals.truncateDec(a)).to.equal(round(a, UNIT, "down"));
        expect(decimals.decOf(n)).to.equal(n * UNIT);
        expect(decimals.truncateDec(decimals.decOf(n))).to.equal(n);
      }),
    );
  });

  it("sums and differences", () => {
    fc.assert(
      fc.property(anyDec, anyDec, (a, b) => {
        const sum = decimals.addDec(a, b);
        expect(sum).to.equal(a + b);
        expect(decimals.subDec(sum, b)).to.equal(a);
      }),
    );
  });
});

describe("bounds of decimals", () => {
  const most = parseDec(`${LIMIT - 1n}`);
  const least = dec(LEAST);

  const failures: readonly [string, () => Dec][] = [
    ["a negative difference", () => decimals.subDec(DEC_ZERO, least)],
    ["a negative integer", () => decimals.decOf(-1n)],
    ["a negative product", () => decimals.mulDecInt(DEC_ONE, -1n)],
    ["a sum beyond 2^315", () => decimals.addDec(most, least)],
    ["an integer beyond 2^315", () => decimals.decOf(LIMIT / UNIT + 1n)],
    ["products beyond 2^315", () => decimals.mulDec(most, dec("1.1"))],
    ["products rounded down beyond 2^315", () => decimals.mulDecDown(most, dec("2"))],
    ["products rounded up beyond 2^315", () => decimals.mulDecUp(most, dec("2"))],
    ["products with integers beyond 2^315", () => decimals.mulDecInt(most, 2n)],
    ["quotients beyond 2^315", () => decimals.quoDec(most, dec("0.5"))],
    ["quotients rounded down beyond 2^315", () => decimals.quoDecDown(most, dec("0.5"))],
    ["quotients rounded up beyond 2^315", () => decimals.quoDecUp(most, dec("0.5"))],
    ["a quotient by zero", () => decimals.quoDec(DEC_ONE, DEC_ZERO)],
    ["a quotient by zero rounded down", () => decimals.quoDecDown(DEC_ONE, DEC_ZERO)],
    ["a quotient by zero rounded up", () => decimals.quoDecUp(DEC_ONE, DEC_ZERO)],
    ["a quotient by the integer zero", () => decimals.quoDecInt(DEC_ONE, 0n)],
  ];
  for (const [what, compute] of failures) {
    it(`stop ${what}`, () => expect(compute).to.throw(AssertionError));
  }

  it("leave the largest decimal alone", () => {
    expect(decimals.mulDec(most, DEC_ONE)).to.equal(most);
    expect(decimals.quoDec(most, DEC_ONE)).to.equal(most);
  });
});
