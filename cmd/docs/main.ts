/**
 * Writes modules/REFERENCE.md from the modules' declarations: `npm run docs`, or with `--check`
 * fails when the committed file differs from what it would write.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildModules } from "../../app/modules.ts";
import { reference } from "./reference.ts";

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const path = join(project, "modules", "REFERENCE.md");
const wanted = reference(buildModules().manager.modules);

function current(): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

if (!process.argv.includes("--check")) writeFileSync(path, wanted);
else if (current() !== wanted) {
  process.stderr.write('modules/REFERENCE.md is stale: run "npm run docs"\n');
  process.exitCode = 1;
}
