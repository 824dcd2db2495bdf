/**
 * `npm run campaign -- NAME`: installs and builds what a campaign needs, then runs it. Uses nothing
 * but Node's built-ins until everything is installed.
 */
import { requireNode } from "../../cmd/setup/node.mjs";

requireNode();

const { spawn } = await import("node:child_process");
const { dirname, join } = await import("node:path");
const { fileURLToPath } = await import("node:url");
const { createLog } = await import("../../cmd/setup/log.mjs");
const { prepare, preparedEnvironment } = await import("../../cmd/setup/prepare.mjs");

const HERE = dirname(fileURLToPath(import.meta.url));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}

async function main(args) {
  const env = preparedEnvironment(await prepare({ log: createLog() }), process.env);
  // A Ctrl-C reaches the campaign too, which says what it found so far; this waits for it.
  for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => undefined);
  const campaign = spawn(process.execPath, ["--import=tsx", join(HERE, "main.ts"), ...args], {
    cwd: dirname(dirname(HERE)),
    env,
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    campaign.on("error", reject);
    campaign.on("exit", (code) => resolve(code ?? 1));
  });
}
