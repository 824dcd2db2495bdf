/** The engine folder of a kernel class: what is in it, and when it is made again. */
import { expect } from "chai";
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureEngineFolder } from "../../../cmd/setup/engine.mjs";
import { ScratchFolder } from "../../kit/tinyModelFile.ts";

const CLASS = "cpu-x64-avx2";

function cpuLibraries(folder: string): string[] {
  const binaries = join(folder, "@node-llama-cpp/linux-x64/bins/linux-x64");
  return readdirSync(binaries).filter((name) => name.startsWith("libggml-cpu-"));
}

/** A project with the two packages in `version` and two CPU libraries. */
function install(project: string, version: string): void {
  const library = join(project, "node_modules/node-llama-cpp");
  const binaries = join(project, "node_modules/@node-llama-cpp/linux-x64");
  mkdirSync(join(library, "dist"), { recursive: true });
  mkdirSync(join(binaries, "bins/linux-x64"), { recursive: true });
  writeFileSync(join(library, "package.json"), JSON.stringify({ version }));
  writeFileSync(join(library, "dist/index.js"), version);
  writeFileSync(join(binaries, "package.json"), JSON.stringify({ version }));
  for (const name of ["libggml-base.so", "libggml-cpu-haswell.so", "libggml-cpu-zen4.so"]) {
    writeFileSync(join(binaries, "bins/linux-x64", name), name);
  }
}

describe("ensureEngineFolder", () => {
  const scratch = new ScratchFolder();

  after(() => scratch.remove());

  it("leaves the AVX2 library alone of all CPU libraries", () => {
    const folder = ensureEngineFolder(CLASS);
    expect(cpuLibraries(folder)).to.deep.equal(["libggml-cpu-haswell.so"]);
  });

  it("makes the folder once, and again for another version", () => {
    const project = join(scratch.path, "project");
    install(project, "1.0.0");
    const folder = ensureEngineFolder(CLASS, { project });
    expect(cpuLibraries(folder)).to.deep.equal(["libggml-cpu-haswell.so"]);
    utimesSync(folder, 1, 1);
    expect(ensureEngineFolder(CLASS, { project })).to.equal(folder);
    expect(statSync(folder).mtimeMs).to.equal(1_000);
    install(project, "1.0.1");
    ensureEngineFolder(CLASS, { project });
    expect(statSync(folder).mtimeMs).to.be.above(1_000);
    expect(readdirSync(join(project, "node_modules/.aegis-engine"))).to.deep.equal([CLASS]);
  });

  it("says what to do when the packages are missing or do not fit together", () => {
    const empty = join(scratch.path, "empty");
    mkdirSync(empty);
    expect(() => ensureEngineFolder(CLASS, { project: empty })).to.throw("run npm ci");
    const mixed = join(scratch.path, "mixed");
    install(mixed, "1.0.0");
    const manifest = join(mixed, "node_modules/node-llama-cpp/package.json");
    writeFileSync(manifest, JSON.stringify({ version: "2.0.0" }));
    expect(() => ensureEngineFolder(CLASS, { project: mixed })).to.throw("differ in version");
  });

  it("refuses a kernel class that it does not know", () => {
    expect(() => ensureEngineFolder("gpu")).to.throw("kernel class gpu is not known");
  });
});
