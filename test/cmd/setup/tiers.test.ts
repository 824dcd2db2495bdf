/** How `npm test` counts: nothing that goes wrong may count as nothing. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { countsOf } from "../../run/runTier.mjs";
import { parseTiers, stepArguments, TIERS } from "../../run/tiers.mjs";
import { ScratchFolder } from "../../kit/tinyModelFile.ts";

describe("countsOf", () => {
  const scratch = new ScratchFolder();
  after(() => scratch.remove());
  const mocha = { mocha: [] };
  const leave = (name: string, text: string): string => {
    const file = join(scratch.path, name);
    writeFileSync(file, text);
    return file;
  };

  it("takes over what the process counted", () => {
    const file = leave("mixed", '{"passed": 7, "failed": 2}');
    expect(countsOf(mocha, 2, file)).to.deep.equal({ passed: 7, failed: 2 });
  });
  it("counts a process that died without counts as a failure", () => {
    expect(countsOf(mocha, 1, join(scratch.path, "none"))).to.deep.equal({ passed: 0, failed: 1 });
  });
  it("counts a process that left half a file as a failure", () => {
    expect(countsOf(mocha, 1, leave("half", '{"pas'))).to.deep.equal({ passed: 0, failed: 1 });
  });
  it("counts a bad exit after tests that all passed as a failure", () => {
    const file = leave("bad-exit", '{"passed": 7, "failed": 0}');
    expect(countsOf(mocha, 134, file)).to.deep.equal({ passed: 7, failed: 1 });
  });
  it("counts a run of no tests at all as a failure", () => {
    const file = leave("empty", '{"passed": 0, "failed": 0}');
    expect(countsOf(mocha, 0, file)).to.deep.equal({ passed: 0, failed: 1 });
  });
  it("counts a tool as one test", () => {
    const tool = { tool: "types", args: [] };
    expect(countsOf(tool, 0, "")).to.deep.equal({ passed: 1, failed: 0 });
    expect(countsOf(tool, 2, "")).to.deep.equal({ passed: 0, failed: 1 });
  });
});

describe("parseTiers", () => {
  it("takes all tiers when none is named, and keeps their order", () => {
    expect(parseTiers([])).to.deep.equal(Object.keys(TIERS));
    expect(parseTiers(["e2e", "unit"])).to.deep.equal(["unit", "e2e"]);
  });
  it("refuses a name that is none and tells those that are", () => {
    expect(() => parseTiers(["unti"])).to.throw("check, unit, model, e2e");
    expect(() => parseTiers(["constructor"])).to.throw("is no tier");
  });
});

describe("stepArguments", () => {
  it("keeps the unit tier's files out of a tier that names its own", () => {
    expect(stepArguments({ mocha: ["--spec", "x"] })).to.include("--no-package");
    expect(stepArguments({ mocha: [] })).to.not.include("--no-package");
  });
});
