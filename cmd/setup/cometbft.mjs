/**
 * Finds the CometBFT program, or builds it from the Go module in cmd/cometbft, whose go.sum proves
 * the source. The result is kept in a cache outside the repository.
 */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "./model.mjs";

export const COMETBFT_VERSION = "0.38.25";

const PACKAGES = {
  cometbft: "github.com/cometbft/cometbft/cmd/cometbft",
  "abci-cli": "github.com/cometbft/cometbft/abci/cmd/abci-cli",
};

/** The folder of the Go module; programs in build/ find it in the repository above them. */
function moduleFolder() {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "cmd", "cometbft", "go.sum"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("cmd/cometbft/go.sum was not found");
    folder = parent;
  }
  return join(folder, "cmd", "cometbft");
}

function builtPath(program, env) {
  const sum = createHash("sha256").update(readFileSync(join(moduleFolder(), "go.sum")));
  const folder = `cometbft-${COMETBFT_VERSION}-${sum.digest("hex").slice(0, 12)}`;
  return join(cacheFolder(env), folder, program);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function versionOf(binary) {
  try {
    const out = execFileSync(binary, ["version"], { encoding: "utf8", timeout: 20_000 });
    return out.trim().replace(/^v/, "").split("+")[0];
  } catch {
    return undefined;
  }
}

/**
 * Path of a CometBFT program without building one: COMETBFT_BIN, then what was built before, then
 * the PATH (only the pinned version). Undefined when there is none. Throws a RangeError when
 * COMETBFT_BIN does not run.
 */
export function findCometbft({ env = process.env } = {}) {
  const { COMETBFT_BIN, PATH = "" } = env;
  if (COMETBFT_BIN !== undefined && COMETBFT_BIN !== "") {
    const path = resolve(COMETBFT_BIN);
    if (versionOf(path) === undefined) {
      throw new RangeError(`COMETBFT_BIN=${COMETBFT_BIN} does not run as CometBFT`);
    }
    return path;
  }
  const built = builtPath("cometbft", env);
  if (isExecutable(built)) return built;
  for (const folder of PATH.split(delimiter)) {
    const path = join(folder, "cometbft");
    if (isExecutable(path) && versionOf(path) === COMETBFT_VERSION) return path;
  }
  return undefined;
}

/** Path of the CometBFT program, built when there is none. `log` is made by log.mjs. */
export async function ensureCometbft({ log, env = process.env }) {
  return findCometbft({ env }) ?? (await build("cometbft", { log, env }));
}

/** Path of `abci-cli`, which the tests use; built when there is none. */
export async function ensureAbciCli({ log, env = process.env }) {
  const path = builtPath("abci-cli", env);
  return isExecutable(path) ? path : await build("abci-cli", { log, env });
}

const NO_GO = `Go is needed to build CometBFT ${COMETBFT_VERSION}, and "go" was not found.
Do one of these:
  - install Go 1.22 or later (Debian: apt install golang-go; downloads: https://go.dev/dl)
  - download cometbft v${COMETBFT_VERSION} from https://github.com/cometbft/cometbft/releases
    and set COMETBFT_BIN to it, or put it on the PATH`;

async function build(program, { log, env }) {
  try {
    execFileSync("go", ["version"], { stdio: "ignore", env });
  } catch {
    throw new Error(NO_GO);
  }
  const target = builtPath(program, env);
  mkdirSync(dirname(target), { recursive: true });
  // Beside its place, so that renaming it there is atomic.
  const folder = mkdtempSync(join(dirname(target), "building-"));
  try {
    const args = ["build", "-trimpath", "-o", join(folder, program), PACKAGES[program]];
    await log.step(`building ${program} ${COMETBFT_VERSION} with Go`, () => go(args, env));
    renameSync(join(folder, program), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return target;
}

function go(args, env) {
  return new Promise((done, fail) => {
    // What Go prints is progress: standard output stays free.
    const child = spawn("go", args, { cwd: moduleFolder(), stdio: ["ignore", 2, 2], env });
    child.once("error", fail);
    child.once("exit", (code) => {
      if (code === 0) done();
      else fail(new Error(`go ${args[0]} failed with code ${code}: see above`));
    });
  });
}
