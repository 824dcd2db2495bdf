/**
 * Compiles the programs into build/ and copies the data files that they read, when a source has
 * changed since the last time. Uses nothing but Node's built-ins to decide that.
 */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const STAMP = join("build", ".sources");
const CONFIGS = ["package.json", "tsconfig.json", "tsconfig.build.json"];
const IGNORED = new Set(["node_modules", ".localnet"]);

/**
 * Brings build/ to the sources. Throws an Error when they do not compile; the compiler's own words
 * go to the log before.
 */
export async function ensureBuild({ log, project = PROJECT }) {
  const sources = sourceFiles(project);
  const wanted = hashOf(project, sources);
  if (readText(join(project, STAMP)) === wanted) return;
  await log.step("build: compiling into build/", () => build(project, sources, log));
  writeFileSync(join(project, STAMP), wanted);
}

async function build(project, sources, log) {
  // Without its stamp a build that is broken off counts as missing, whatever files it leaves.
  rmSync(join(project, STAMP), { force: true });
  const compiler = join(project, "node_modules", "typescript", "bin", "tsc");
  const onLine = (line) => log.line(`build: ${line}`);
  const args = [compiler, "-p", "tsconfig.build.json"];
  const result = await run(process.execPath, args, { cwd: project, onLine });
  if (result.code !== 0) throw new Error("build: the sources do not compile; see the lines above");
  copyData(project, sources);
  removeOrphans(project, new Set(sources));
}

function copyData(project, sources) {
  for (const path of sources) {
    if (!/\.(json|mjs)$/.test(path)) continue;
    const target = join(project, "build", path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(project, path), target);
  }
}

/** A program whose source is gone must not stay runnable. */
function removeOrphans(project, sources) {
  for (const path of filesUnder(join(project, "build"), "")) {
    const source = path.endsWith(".js") ? `${path.slice(0, -3)}.ts` : undefined;
    if (source === undefined || sources.has(source)) continue;
    rmSync(join(project, "build", path), { force: true });
    rmSync(join(project, "build", `${path}.map`), { force: true });
  }
}

/** Paths of every source, relative to the project, sorted: those that tsconfig.build.json names. */
function sourceFiles(project) {
  const { include } = JSON.parse(readFileSync(join(project, "tsconfig.build.json"), "utf8"));
  return include
    .flatMap((folder) => filesUnder(project, folder))
    .filter((path) => /\.(ts|json|mjs)$/.test(path))
    .sort((a, b) => (a < b ? -1 : 1));
}

function filesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : filesUnder(root, path);
    return entry.isFile() ? [path] : [];
  });
}

function hashOf(project, sources) {
  const hash = createHash("sha256");
  for (const path of [...CONFIGS, ...sources]) {
    const bytes = readFileSync(join(project, path));
    hash.update(`${path} ${bytes.length}\n`).update(bytes);
  }
  return `${hash.digest("hex")}\n`;
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
