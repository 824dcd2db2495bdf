/**
 * Generates proto/gen from the .proto files: `npm run proto`, or with `--check` fails when the
 * committed files differ from what it would write.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { emitDescriptors } from "./descriptors.ts";
import { emitFile } from "./emit.ts";
import { loadSchema } from "./schema.ts";

const protoFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const outFolder = join(protoFolder, "gen");

function filesUnder(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .sort((a, b) => (a < b ? -1 : 1));
}

const sources = filesUnder(protoFolder, ".proto");
const wanted = new Map<string, string>();
const schema = loadSchema(protoFolder, sources);
for (const file of schema.files) wanted.set(`${file.path}.ts`, emitFile(file));
wanted.set("descriptors.ts", emitDescriptors(schema.root, schema.facts));

const differing: string[] = [];
for (const [name, text] of wanted) {
  const path = join(outFolder, name);
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  differing.push(name);
  if (process.argv.includes("--check")) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
for (const name of filesUnder(outFolder, ".ts")) {
  if (wanted.has(name)) continue;
  differing.push(name);
  if (!process.argv.includes("--check")) rmSync(join(outFolder, name));
}

if (process.argv.includes("--check") && differing.length > 0) {
  process.stderr.write(`proto/gen is stale, run "npm run proto": ${differing.join(", ")}\n`);
  process.exitCode = 1;
} else {
  const where = relative(process.cwd(), outFolder);
  process.stderr.write(`${sources.length} .proto files, ${differing.length} changed in ${where}\n`);
}
