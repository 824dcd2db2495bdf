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
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

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

/** AEGIS_CACHE, else XDG_CACHE_HOME/aegisai, else ~/.cache/aegisai. */
function cacheFolder() {
  const { AEGIS_CACHE, XDG_CACHE_HOME } = process.env;
  return AEGIS_CACHE ?? join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "aegisai");
}

function builtPath(program) {
  const sum = createHash("sha256").update(readFileSync(join(moduleFolder(), "go.sum")));
  const folder = `cometbft-${COMETBFT_VERSION}-${sum.digest("hex").slice(0, 12)}`;
  return join(cacheFolder(), folder, program);
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
    return out.trim().split("+")[0];
  } catch {
    return undefined;
  }
}

/**
 * Path of a CometBFT program without building one: COMETBFT_BIN, then the PATH (only the pinned
 * version), then the cache. Undefined when there is none. Throws when COMETBFT_BIN does not run.
 */
export function findCometbft() {
  const { COMETBFT_BIN, PATH = "" } = process.env;
  if (COMETBFT_BIN !== undefined && COMETBFT_BIN !== "") {
    const path = resolve(COMETBFT_BIN);
    if (versionOf(path) === undefined) {
      throw new RangeError(`COMETBFT_BIN=${COMETBFT_BIN} does not run as CometBFT`);
    }
    return path;
  }
  const built = builtPath("cometbft");
  if (isExecutable(built)) return built;
  for (const folder of PATH.split(delimiter)) {
    const path = join(folder, "cometbft");
    if (isExecutable(path) && versionOf(path) === COMETBFT_VERSION) return path;
  }
  return undefined;
}

/** Path of the CometBFT program, built when there is none. `log` is made by log.mjs. */
export async function ensureCometbft({ log }) {
  return findCometbft() ?? (await build("cometbft", log));
}

/** Path of `abci-cli`, which the tests use; built when there is none. */
export async function ensureAbciCli({ log }) {
  const path = builtPath("abci-cli");
  return isExecutable(path) ? path : await build("abci-cli", log);
}

const NO_GO = `Go is needed to build CometBFT ${COMETBFT_VERSION}, and "go" was not found.
Do one of these:
  - install Go 1.22 or later (Debian: apt install golang-go; downloads: https://go.dev/dl)
  - download cometbft v${COMETBFT_VERSION} from https://github.com/cometbft/cometbft/releases
    and set COMETBFT_BIN to it, or put it on the PATH`;

async function build(program, log) {
  try {
    execFileSync("go", ["version"], { stdio: "ignore" });
  } catch {
    throw new Error(NO_GO);
  }
  const target = builtPath(program);
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(join(dirname(target), "building-"));
  try {
    await log.step(`building ${program} ${COMETBFT_VERSION} with Go`, () =>
      run("go", ["build", "-trimpath", "-o", join(folder, program), PACKAGES[program]]),
    );
    renameSync(join(folder, program), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return target;
}

function run(command, args) {
  return new Promise((done, fail) => {
    // What Go prints is progress: standard output stays free.
    const child = spawn(command, args, { cwd: moduleFolder(), stdio: ["ignore", 2, 2] });
    child.once("error", fail);
    child.once("exit", (code) => {
      if (code === 0) done();
      else fail(new Error(`${command} ${args[0]} failed with code ${code}: see above`));
    });
  });
}
