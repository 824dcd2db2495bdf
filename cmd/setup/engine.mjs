/**
 * Makes an engine folder per kernel class: a copy (hard links) of the inference library in which
 * only the CPU library of that class is left. The library itself always loads the best one for the
 * CPU at hand, whose logits differ in their last bits from machine to machine; a class must not.
 * Uses nothing but Node's built-ins, because setup runs it before the project is built.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const LIBRARY = "node-llama-cpp";
const BINARIES = "@node-llama-cpp/linux-x64";
const MARKER = "aegis-engine.json";

/** The file left of all `libggml-cpu-*.so`, by kernel class. */
const CPU_LIBRARY_BY_CLASS = {
  "cpu-x64-avx2": "libggml-cpu-haswell.so",
  "cpu-x64-avx512": "libggml-cpu-skylakex.so",
  "cpu-x64-sse42": "libggml-cpu-sse42.so",
};

/** The engine's source, for building it: never used here, and most of the bytes. */
const SOURCE_BUNDLE = join(LIBRARY, "llama", "gitRelease.bundle");

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * The `node_modules` folder to import the engine of `kernelClass` from, made when it is missing or
 * belongs to another version. Throws an Error whose message says what to do.
 */
export function ensureEngineFolder(kernelClass, { project = PROJECT } = {}) {
  const cpuLibrary = CPU_LIBRARY_BY_CLASS[kernelClass];
  if (cpuLibrary === undefined) throw new Error(`kernel class ${kernelClass} is not known here`);
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `kernel class ${kernelClass} needs Linux on x64; ` +
        `this is ${process.platform} on ${process.arch}`,
    );
  }
  const installed = join(project, "node_modules");
  const version = installedVersion(installed);
  const parent = join(installed, ".aegis-engine");
  const folder = join(parent, kernelClass);
  const marker = JSON.stringify({ version, cpuLibrary, layout: 2 });
  if (readText(join(folder, MARKER)) === marker) return join(folder, "node_modules");

  mkdirSync(parent, { recursive: true });
  // Made aside and renamed, so that a process starting at the same time never loads half a folder.
  const aside = mkdtempSync(join(parent, `.${kernelClass}-`));
  try {
    for (const name of [LIBRARY, BINARIES]) {
      linkTree(installed, name, join(aside, "node_modules"), cpuLibrary);
    }
    writeFileSync(join(aside, MARKER), marker);
    replaceFolder(aside, folder, marker);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return join(folder, "node_modules");
}

function installedVersion(installed) {
  const library = readText(join(installed, LIBRARY, "package.json"));
  const binaries = readText(join(installed, BINARIES, "package.json"));
  if (library === undefined || binaries === undefined) {
    throw new Error(`${library === undefined ? LIBRARY : BINARIES} is not installed: run npm ci`);
  }
  const version = JSON.parse(library).version;
  if (JSON.parse(binaries).version !== version) {
    throw new Error(`${LIBRARY} and ${BINARIES} differ in version: run npm ci`);
  }
  return version;
}

function linkTree(from, path, to, cpuLibrary) {
  mkdirSync(join(to, path), { recursive: true });
  for (const entry of readdirSync(join(from, path), { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (inner === SOURCE_BUNDLE) continue;
    if (entry.isDirectory()) linkTree(from, inner, to, cpuLibrary);
    else if (!isOtherCpuLibrary(entry.name, cpuLibrary)) link(join(from, inner), join(to, inner));
  }
}

function isOtherCpuLibrary(name, cpuLibrary) {
  return name.startsWith("libggml-cpu-") && name !== cpuLibrary;
}

function link(from, to) {
  const file = realpathSync(from);
  try {
    linkSync(file, to);
  } catch {
    // Some file systems have no hard links.
    copyFileSync(file, to);
  }
}

function replaceFolder(aside, folder, marker) {
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(aside, folder);
  } catch (error) {
    // Another process may have been first with the same folder.
    if (readText(join(folder, MARKER)) !== marker) throw error;
  }
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${ensureEngineFolder(process.argv[2] ?? "cpu-x64-avx2")}\n`);
}
