/**
 * `npm test`: brings this machine to where the tests run, runs them tier by tier, and ends with the
 * sum of all, alone on the last line. Uses nothing but Node's built-ins, because it is what a fresh
 * clone starts with.
 */
import { requireNode } from "../cmd/setup/node.mjs";

requireNode();

const { createLog } = await import("../cmd/setup/log.mjs");
const { TIERS, parseTiers, usage } = await import("./run/tiers.mjs");
const { runTier } = await import("./run/runTier.mjs");

const asked = process.argv.slice(2);
if (asked.includes("--help") || asked.includes("-h")) {
  process.stdout.write(usage());
  process.exit(0);
}
// Tests tell by themselves how far they are.
const log = createLog({ heartbeatMs: 60_000 });
let names;
try {
  names = parseTiers(asked);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
const env = await environment();
if (env !== undefined) {
  for (const name of names) {
    const counts = await runTier(TIERS[name], { name, env, log });
    log.line(`${name}: ${counts.passed} passed, ${counts.failed} failed`);
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
}
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);

/** What the tests run in, or undefined, counted as a failure, when the setup failed. */
async function environment() {
  try {
    const { prepare, preparedEnvironment } = await import("../cmd/setup/prepare.mjs");
    return preparedEnvironment(await prepare({ log }));
  } catch (error) {
    log.line(error instanceof TypeError ? error.stack : error.message);
    total.failed += 1;
    return undefined;
  }
}
