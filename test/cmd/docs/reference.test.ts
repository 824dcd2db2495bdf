/** The committed reference is what the declarations say. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { buildModules } from "../../../app/modules.ts";
import { reference } from "../../../cmd/docs/reference.ts";

describe("reference", () => {
  it("is committed as the declarations give it", () => {
    const committed = readFileSync(
      new URL("../../../modules/REFERENCE.md", import.meta.url),
      "utf8",
    );
    expect(committed).to.equal(reference(buildModules().manager.modules));
  });
});
