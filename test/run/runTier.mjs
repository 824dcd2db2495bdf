/** Runs one tier's processes and counts their tests. A process that crashes counts as a failure. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { processesOf, widthOf } from "./tiers.mjs";

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Resolves to `{passed, failed}`; the tests' own output goes to standard output as it comes. */
export async function runTier(tier, { name, env, log }) {
  const total = { passed: 0, failed: 0 };
  const folder = mkdtempSync(join(tmpdir(), "aegis-test-"));
  try {
    for (const step of tier.steps) {
      const title = step.tool === undefined ? name : `${name}: ${step.tool}`;
      const waiting = processesOf(step).map((args, at) => ({ args, at }));
      const next = async () => {
        for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
          const file = join(folder, `counts-${one.at}.json`);
          rmSync(file, { force: true });
          const stepEnv = { ...env, AEGIS_TEST_COUNTS: file };
          const ended = await execute(one.args, { env: stepEnv, timeoutMs: tier.timeoutMs });
          if (ended.timedOut) log.line(`${title}: ended after ${tier.timeoutMs / 60_000} minutes`);
          const counts = countsOf(step, ended.code, file);
          total.passed += counts.passed;
          total.failed += counts.failed;
        }
      };
      await log.step(title, () => Promise.all(Array.from({ length: widthOf(step) }, next)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return total;
}

/** What a step that ended with `code` and left its counts in `file` adds to the sum. */
export function countsOf(step, code, file) {
  if (step.tool !== undefined) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  let counts = { passed: 0, failed: 0 };
  try {
    counts = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // No counts: the process died before its end, which the next line makes a failure.
  }
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

function execute(args, { env, timeoutMs }) {
  return new Promise((done) => {
    let timedOut = false;
    // A group of its own, so that what a hanging test started ends with it.
    const child = spawn(process.execPath, args, {
      cwd: PROJECT,
      env,
      detached: true,
      stdio: ["ignore", "inherit", "inherit"],
    });
    const end = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // It has ended by itself.
      }
    };
    const timer = setTimeout(() => {
      timedOut = true;
      end("SIGKILL");
    }, timeoutMs);
    const passOn = (signal) => end(signal);
    process.on("SIGINT", passOn).on("SIGTERM", passOn);
    child.on("close", (code) => {
      clearTimeout(timer);
      process.off("SIGINT", passOn).off("SIGTERM", passOn);
      done({ code: code ?? 1, timedOut });
    });
  });
}
