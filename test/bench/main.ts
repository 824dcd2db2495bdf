/**
 * `npm run bench [-- NAME…]`: runs every `*.bench.ts` of this folder, or the named ones, each in a
 * process of its own so that one's garbage is not another's pause.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { machineLine } from "../kit/machine.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const SUFFIX = ".bench.ts";

function benches(): string[] {
  return readdirSync(HERE)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .toSorted();
}

function main(asked: readonly string[]): number {
  const known = benches();
  if (asked.includes("--help") || asked.includes("-h")) {
    process.stdout.write(`npm run bench [-- NAME…]\n\nNames: ${known.join(", ")}\n`);
    return 0;
  }
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    process.stderr.write(`${unknown} is no bench; there are: ${known.join(", ")}\n`);
    return 2;
  }
  process.stdout.write(`machine: ${machineLine()}\n`);
  const failed = (asked.length > 0 ? asked : known).filter((name) => {
    process.stdout.write(`\n## ${name}\n`);
    const file = join(HERE, `${name}${SUFFIX}`);
    const ended = spawnSync(process.execPath, ["--import=tsx", file], { stdio: "inherit" });
    return ended.status !== 0;
  });
  if (failed.length > 0) process.stderr.write(`\nfailed: ${failed.join(", ")}\n`);
  return failed.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
