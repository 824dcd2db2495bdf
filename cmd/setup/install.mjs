/**
 * Installs the npm packages that package-lock.json names, when they are not already there. Uses
 * nothing but Node's built-ins, because it is what brings everything else.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const STAMP = ".aegis-installed";

/** Loads what was compiled for this machine; a copied node_modules, or another Node, fails here. */
const NATIVE_CHECK =
  "new (require('better-sqlite3'))(':memory:').close(); require('secp256k1'); " +
  "require('@chainsafe/blst');";

/** What npm and node-gyp print when there is nothing to compile better-sqlite3 with. */
const NO_TOOL_CHAIN = new RegExp(
  [
    // A Python that is found is told with "find Python" too.
    "ERR! find Python",
    "not found: make",
    "make: not found",
    "\\b(cc|gcc|g\\+\\+|c\\+\\+|clang\\+?\\+?): (not found|command not found|No such file)",
  ].join("|"),
  "i",
);
const NO_HEADERS = /ERR!.*related to network connectivity|ERR!.*node-v[\d.]+-headers/;

/**
 * Brings node_modules to what package-lock.json says; a fraction of a second when it is. Throws an
 * Error whose message says what to do.
 */
export async function ensurePackages({ log, project = PROJECT }) {
  const wanted = stampOf(project);
  if (readText(join(project, "node_modules", STAMP)) === wanted) return;
  if (matchesLock(project) && (await nativeComplaint(project)) === undefined) {
    writeFileSync(join(project, "node_modules", STAMP), wanted);
    return;
  }
  log.line("packages: better-sqlite3 compiles, which takes a minute or two");
  await log.step("packages: npm ci", () => install(project, log));
  const complaint = await nativeComplaint(project);
  if (complaint !== undefined) throw new Error(`packages: ${complaint}`);
  writeFileSync(join(project, "node_modules", STAMP), wanted);
}

async function install(project, log) {
  const [command, prefix] = npmCommand();
  const locked = existsSync(join(project, "package-lock.json"));
  const onLine = (line) => log.line(`packages: ${line}`);
  const args = [...prefix, locked ? "ci" : "install", "--no-audit", "--no-fund"];
  const result = await run(command, args, { cwd: project, env: npmEnvironment(), onLine });
  if (result.missing) throw new Error("packages: no npm found: it comes with Node.js");
  if (result.code === 0) return;
  throw new Error(`packages: npm failed. ${installAdvice(result.tail, process.platform)}`);
}

/** What to do about an installation whose output ended in `tail`, on `platform`. */
export function installAdvice(tail, platform) {
  if (NO_TOOL_CHAIN.test(tail)) {
    const how =
      platform === "darwin"
        ? "xcode-select --install"
        : "apt-get install build-essential python3 (or your system's like)";
    return (
      "better-sqlite3 has no ready-made binary within reach and compiles, which needs a C++ " +
      `compiler, make and Python 3. Install them: ${how}; then start again`
    );
  }
  if (NO_HEADERS.test(tail)) {
    return (
      "better-sqlite3 compiles, and the headers of this Node.js could not be fetched. With a " +
      "network that reaches nodejs.org start again; without, set npm_config_nodedir to the " +
      "folder whose include/node holds them"
    );
  }
  return "Its last lines, just above, say why; a network that reaches your registry is needed";
}

/**
 * Whether every package that the lock file demands is installed in its version. npm leaves its own
 * record of what it installed in node_modules.
 */
function matchesLock(project) {
  const lock = readJson(join(project, "package-lock.json"));
  const hidden = readJson(join(project, "node_modules", ".package-lock.json"));
  if (lock === undefined || hidden === undefined) return false;
  return Object.keys(lock.packages).every((path) => {
    if (path === "") return true;
    const installed = hidden.packages[path];
    if (installed === undefined) return lock.packages[path].optional === true;
    return installed.version === lock.packages[path].version;
  });
}

async function nativeComplaint(project) {
  const check = await run(process.execPath, ["-e", NATIVE_CHECK], { cwd: project });
  if (check.code === 0) return undefined;
  return `the native packages do not load: ${check.tail.slice(-600)}`;
}

function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith("npm-cli.js")) return [process.execPath, [script]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", []];
}

/**
 * `npm start --silent` silences the npm inside as well, even when that has an error to tell. And a
 * Node.js that brings its headers along need not have them fetched again.
 */
function npmEnvironment() {
  const { npm_config_loglevel: _, ...env } = process.env;
  const prefix = dirname(dirname(process.execPath));
  const hasHeaders = existsSync(join(prefix, "include", "node", "node.h"));
  if (!hasHeaders || env.npm_config_nodedir !== undefined) return env;
  return { ...env, npm_config_nodedir: prefix };
}

function stampOf(project) {
  const hash = createHash("sha256");
  hash.update(readText(join(project, "package-lock.json")) ?? "no lock file");
  hash.update(`${process.versions.modules} ${process.platform} ${process.arch}`);
  return `${hash.digest("hex")}\n`;
}

function readJson(path) {
  const text = readText(path);
  return text === undefined ? undefined : JSON.parse(text);
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
