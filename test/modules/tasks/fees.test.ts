/** Charges: rounding, equal parts, and that they never exceed the escrow. */
import { expect } from "chai";
import fc from "fast-check";
import { charges, type Delivery, promptSize, tokenFee } from "../../../modules/tasks/fees.ts";
import { Role } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { request } from "./world.ts";

const PRICES = { promptPrice: 1_000n, outputPrice: 100_000n };
const served = (prompt: number, output: number): Delivery => ({ tokens: { prompt, output } });
const UNSERVED: Delivery = { tokens: undefined };

describe("tokenFee", () => {
  it("rounds up", () => {
    expect([0, 1, 999, 1_000, 1_001].map((tokens) => tokenFee(3n, tokens))).to.deep.equal([
      0n,
      1n,
      3n,
      3n,
      4n,
    ]);
  });
});

describe("promptSize", () => {
  it("counts bytes, not characters, and what the template adds", () => {
    const messages = [
      { role: Role.ROLE_SYSTEM, content: "ä" },
      { role: Role.ROLE_USER, content: "b" },
    ];
    expect(promptSize(request({ messages }))).to.deep.equal({
      promptBytes: 3,
      templateOverhead: 11 + 4 + 6 + 4 + 4,
    });
    expect(promptSize(request({ messages: [], prompt: "ä" }))).to.deep.equal({
      promptBytes: 2,
      templateOverhead: 1,
    });
  });
});

describe("charges", () => {
  it("divides the prompt's fee equally, the remainder to the first", () => {
    const deliveries = [served(20, 1), served(21, 2), served(20, 3)];
    expect(charges(deliveries, PRICES, 1_000n, 10_000n)).to.deep.equal([
      8n + 100n,
      6n + 200n,
      6n + 300n,
    ]);
  });

  it("charges the least fee once for those that cannot be answered", () => {
    const deliveries = [UNSERVED, served(20, 1), UNSERVED];
    expect(charges(deliveries, PRICES, 1_001n, 10_000n)).to.deep.equal([501n, 120n, 500n]);
  });

  it("stops at the escrow", () => {
    const deliveries = [served(20, 1), served(20, 1), served(20, 1)];
    expect(charges(deliveries, PRICES, 0n, 220n)).to.deep.equal([108n, 106n, 6n]);
  });

  it("never exceeds the escrow, whatever is delivered", () => {
    const delivery = fc.oneof(
      fc.constant(UNSERVED),
      fc.tuple(fc.nat(2_000), fc.nat(2_000)).map(([prompt, output]) => served(prompt, output)),
    );
    const amount = fc.bigInt({ min: 0n, max: 1_000_000n });
    fc.assert(
      fc.property(fc.array(delivery, { maxLength: 16 }), amount, amount, (list, least, escrow) => {
        const all = charges(list, PRICES, least, escrow);
        expect(all.every((charge) => charge >= 0n)).to.equal(true);
        expect(all.reduce((sum, charge) => sum + charge, 0n) <= escrow).to.equal(true);
      }),
    );
  });
});
