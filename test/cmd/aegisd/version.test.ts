/** `aegisd version`: what an operator asks of a program before an upgrade. */
import { expect } from "chai";
import { APP_VERSION } from "../../../app/constants.ts";
import { buildModules } from "../../../app/modules.ts";
import { UPGRADES } from "../../../app/upgrades.ts";
import { EXIT } from "../../../cmd/aegisd/exit.ts";
import { runProgram } from "../../../cmd/aegisd/program.ts";
import { fakeIo } from "./fakeIo.ts";

const { modules } = buildModules().manager;

async function version(...options: string[]): Promise<string> {
  const io = fakeIo();
  expect(await runProgram(io, modules, ["version", ...options])).to.equal(EXIT.ok);
  expect(io.written.err).to.equal("");
  return io.written.out;
}

describe("aegisd version", () => {
  it("is one line when nothing more is asked", async () => {
    expect(await version()).to.equal(`${APP_VERSION}\n`);
    expect(Object.keys(JSON.parse(await version("-o", "json")))).to.deep.equal(["name", "version"]);
  });

  it("names the upgrades that this program can make, and each module's version", async () => {
    const long = JSON.parse(await version("--long", "-o", "json"));
    expect(long.upgrades).to.deep.equal(UPGRADES);
    expect(Object.keys(long.modules)).to.deep.equal(modules.map(({ name }) => name));
    const text = await version("--long");
    expect(text).to.match(/^upgrades\b/m);
    for (const name of UPGRADES) expect(text).to.contain(name);
  });

  it("names no upgrade twice", () => {
    expect(new Set(UPGRADES).size).to.equal(UPGRADES.length);
  });
});
