/**
 * Reads the repository and holds it to the rules of style. Each rule is shown to be able to fail.
 */
import { expect } from "chai";
import { DETERMINISM_RULES } from "./tidy/determinismRules.ts";
import { DOCUMENT_RULES } from "./tidy/documentRules.ts";
import { HONESTY_RULES } from "./tidy/honestyRules.ts";
import { IMPORT_RULES } from "./tidy/importRules.ts";
import { readRepository, type Rule } from "./tidy/repository.ts";
import { SIZE_RULES } from "./tidy/sizeRules.ts";

const files = readRepository();
const RULES: readonly Rule[] = [
  ...SIZE_RULES,
  ...DETERMINISM_RULES,
  ...IMPORT_RULES,
  ...DOCUMENT_RULES,
  ...HONESTY_RULES,
];

describe("tidy", () => {
  for (const rule of RULES) {
    describe(rule.name, () => {
      it("holds here", () => {
        expect(rule.check(files)).to.deep.equal([]);
      });

      it("finds what breaks it", () => {
        const complaints = rule.check(rule.broken);
        for (const { path } of rule.broken) {
          expect(
            complaints.some((complaint) => complaint.startsWith(path)),
            path,
          ).to.equal(true);
        }
      });

      it("lets pass what only comes close", () => {
        expect(rule.check(rule.kept)).to.deep.equal([]);
      });
    });
  }
});
