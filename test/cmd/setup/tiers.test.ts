/** How `npm test` counts: nothing that goes wrong may count as nothing. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { countsOf } from "../../run/runTier.mjs";
import { parseTiers, processesOf, TIERS } from "../../run/tiers.mjs";
import { PROJECT } from "../../kit/program.ts";
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

describe("processesOf", () => {
  const specs = (args: readonly string[]): string[] =>
    args.flatMap((arg, at) => (args[at - 1] === "--spec" ? [arg] : []));

  it("keeps the files of package.json out, which are those of npm run unit", () => {
    const [args = []] = processesOf({ mocha: ["--spec", "x"] });
    expect(args).to.include("--no-package");
    expect(processesOf({ tool: "types", args: ["x"] })).to.deep.equal([["x"]]);
  });

  it("runs every test file of the groups once", () => {
    const files = ["unit", "e2e"].flatMap((name) =>
      (TIERS[name]?.steps ?? []).flatMap((step) => processesOf(step).flatMap(specs)),
    );
    const there = readdirSync(join(PROJECT, "test"), { recursive: true, encoding: "utf8" })
      .map((file) => `test/${file}`)
      .filter((file) => file.endsWith(".test.ts") && !file.startsWith("test/model/"));
    expect(files.toSorted()).to.deep.equal(there.toSorted());
  });
});
