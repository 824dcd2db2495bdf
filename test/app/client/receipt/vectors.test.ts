/** Our verifier on the receipts of test/vectors/receipt, which its format is pinned by. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { decodeReceipt, encodeReceipt } from "../../../../app/client/receipt/format.ts";
import { verifyReceipt } from "../../../../app/client/receipt/verify.ts";
import { fromHex } from "../../../../app/lib/bytes.ts";

interface VectorCase {
  readonly file: string;
  readonly trust: string;
  readonly now: string;
  readonly trusting_period_days: number;
  readonly outcome: string;
}

const DAY_MS = 86_400_000;

function vector(file: string): Uint8Array {
  const url = new URL(`../../../vectors/receipt/${file}`, import.meta.url);
  return new Uint8Array(readFileSync(url));
}

const cases: VectorCase[] = JSON.parse(new TextDecoder().decode(vector("cases.json")));

describe("the vectors of receipts", () => {
  for (const { file, trust, now, trusting_period_days: days, outcome } of cases) {
    it(`${file} at ${now} with trust ${trust.slice(0, 8)}: ${outcome}`, () => {
      const bytes = vector(file);
      const options = { trust: fromHex(trust), nowMs: Date.parse(now) };
      const verdict = verifyReceipt(bytes, { ...options, trustingPeriodMs: days * DAY_MS });
      expect(verdict.valid ? "valid" : verdict.fault).to.equal(outcome);
      expect(encodeReceipt(decodeReceipt(bytes))).to.deep.equal(bytes);
    });
  }
});
