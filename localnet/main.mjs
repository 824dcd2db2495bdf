/**
 * `npm start`: brings this machine to where a local network runs, and runs one. Uses nothing but
 * Node's built-ins, because it is what a fresh clone starts with.
 */
import { requireNode } from "../cmd/setup/node.mjs";

requireNode();

const { dirname } = await import("node:path");
const { fileURLToPath } = await import("node:url");
const { HELP, parseOptions } = await import("./options.mjs");

const project = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  process.exitCode = await main();
} catch (error) {
  // A mistake of ours deserves its stack; everything else is a message that says what to do.
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  process.stderr.write(`\n${isBug ? error.stack : error.message}\n`);
  process.exitCode = 1;
}

async function main() {
  let options;
  try {
    options = parseOptions(process.argv.slice(2), project);
  } catch (error) {
    process.stderr.write(`${error.message}\n"npm start -- --help" shows all options\n`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { createLog } = await import("../cmd/setup/log.mjs");
  const { prepare, preparedEnvironment } = await import("../cmd/setup/prepare.mjs");
  const log = createLog();
  const prepared = await prepare({ log });
  Object.assign(process.env, preparedEnvironment(prepared, {}));
  const { runLocalnet } = await import("../build/localnet/main.js");
  return runLocalnet({ options, modelFile: prepared.model, log });
}
