/** What the installation says when it cannot go on, and when it has nothing to do. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { ensurePackages, installAdvice } from "../../../cmd/setup/install.mjs";
import { createLog } from "../../../cmd/setup/log.mjs";
import { nodeComplaint } from "../../../cmd/setup/node.mjs";
import { ScratchFolder } from "../../kit/tinyModelFile.ts";

describe("nodeComplaint", () => {
  for (const version of ["20.19.0", "20.20.2", "21.0.0", "22.1.0", "100.0.0"]) {
    it(`lets ${version} pass`, () => {
      expect(nodeComplaint(version)).to.equal(undefined);
    });
  }
  for (const version of ["20.18.9", "18.20.4", "9.99.99"]) {
    it(`says what to do about ${version}`, () => {
      expect(nodeComplaint(version)).to.include(version).and.include("install a newer one");
    });
  }
});

describe("installAdvice", () => {
  const missing = {
    "C++ compiler": "make: g++: No such file or directory",
    "C compiler": "npm error make: cc: No such file or directory",
    make: "gyp ERR! stack Error: not found: make",
    python: "gyp ERR! find Python Python is not set",
  };
  for (const [what, tail] of Object.entries(missing)) {
    it(`names the packages to install when there is no ${what}`, () => {
      expect(installAdvice(tail, "linux")).to.include("build-essential python3");
      expect(installAdvice(tail, "darwin")).to.include("xcode-select --install");
    });
  }
  it("tells what to do without the headers of Node.js", () => {
    const tail = "gyp ERR! stack is related to network connectivity. In most cases";
    expect(installAdvice(tail, "linux")).to.include("npm_config_nodedir");
  });
  it("does not blame the tools for a compiler's error", () => {
    const tail = "gyp info find Python using Python version 3.11\nerror: expected ';'";
    expect(installAdvice(tail, "linux")).to.include("last lines");
  });
  it("points at npm's own words for anything else", () => {
    expect(installAdvice("npm error code ENOTFOUND", "linux")).to.include("last lines");
  });
});

describe("ensurePackages", () => {
  const scratch = new ScratchFolder();
  after(() => scratch.remove());

  it("installs for another lock file, and leaves no stamp on what does not load", async () => {
    const project = join(scratch.path, "stamped");
    mkdirSync(join(project, "node_modules"), { recursive: true });
    const lock = JSON.stringify({ lockfileVersion: 3, packages: { "": {} } });
    writeFileSync(join(project, "package.json"), "{}");
    writeFileSync(join(project, "package-lock.json"), lock);
    const lines: string[] = [];
    const log = createLog({ write: (text) => lines.push(text) });
    const stamp = join(project, "node_modules", ".aegis-installed");
    writeFileSync(stamp, "another lock file's");
    // npm ci itself succeeds here: there is nothing to fetch. What it leaves cannot be loaded.
    const error = await ensurePackages({ log, project }).catch((thrown: Error) => thrown);
    expect(error).to.be.instanceOf(Error).with.property("message").that.includes("do not load");
    expect(lines.join("")).to.include("npm ci");
    expect(() => readFileSync(stamp)).to.throw();
  });
});

describe("createLog", () => {
  it("announces a step, says that it still runs, and tells how it ended", async () => {
    const lines: string[] = [];
    const log = createLog({ write: (text) => lines.push(text), heartbeatMs: 1 });
    await log.step("waiting", () => new Promise((done) => setTimeout(done, 30)));
    expect(lines[0]).to.match(/^\[ *\d+\.\d s\] waiting\n$/);
    expect(lines[1]).to.include("waiting: still at it after");
    expect(lines.at(-1)).to.include("waiting: done in");
  });

  it("tells that a step failed and passes the error on", async () => {
    const lines: string[] = [];
    const log = createLog({ write: (text) => lines.push(text) });
    const failing = log.step("failing", () => Promise.reject(new Error("why")));
    expect(await failing.catch((error: Error) => error.message)).to.equal("why");
    expect(lines.at(-1)).to.include("failing: failed after");
  });
});
