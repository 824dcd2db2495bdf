/** The tiers of `npm test`, in the order in which they run: what catches obvious mistakes first. */

const MINUTE_MS = 60_000;
const MOCHA = "node_modules/mocha/bin/mocha.js";
const REPORTER = ["--reporter", "./test/run/reporter.ts"];

/**
 * Each tier: what it proves in a few words, the longest that it may take, and its processes: either
 * `mocha` arguments, whose tests are counted one by one, or a `tool`, which counts as one test.
 */
export const TIERS = {
  check: {
    about: "types, style, and that generated files are up to date",
    timeoutMs: 5 * MINUTE_MS,
    steps: [
      { tool: "types", args: ["node_modules/typescript/bin/tsc", "--noEmit"] },
      { tool: "style", args: ["node_modules/@biomejs/biome/bin/biome", "check", "."] },
      {
        tool: "generated codecs",
        args: ["--import=tsx", "proto/generate/main.ts", "--check"],
      },
    ],
  },
  unit: {
    about: "everything that needs neither CometBFT nor a model",
    timeoutMs: 20 * MINUTE_MS,
    steps: [{ mocha: [] }],
  },
  model: {
    about: "the engine, the daemon and ASLI with the real model",
    timeoutMs: 25 * MINUTE_MS,
    steps: [{ mocha: ["--spec", "test/model/**/*.test.ts", "--timeout", "300000"] }],
  },
  e2e: {
    about: "real CometBFT and whole local networks, from outside",
    timeoutMs: 30 * MINUTE_MS,
    steps: [{ mocha: ["--spec", "test/e2e/**/*.test.ts", "--timeout", "300000"] }],
  },
};

/** The arguments of `node` that run a step. */
export function stepArguments(step) {
  if (step.tool !== undefined) return step.args;
  // With --spec mocha still adds the files of its configuration, unless told otherwise.
  const own = step.mocha.length > 0 ? ["--no-package", "--config", "test/run/mocha.json"] : [];
  return [MOCHA, ...own, ...REPORTER, ...step.mocha];
}

/** The tiers named in `asked`, all when none is. Throws an Error for a name that is none. */
export function parseTiers(asked) {
  for (const name of asked) {
    if (!Object.hasOwn(TIERS, name)) {
      throw new Error(`${name} is no tier; the tiers are ${Object.keys(TIERS).join(", ")}`);
    }
  }
  return Object.keys(TIERS).filter((name) => asked.length === 0 || asked.includes(name));
}

/** What `npm test -- --help` prints. */
export function usage() {
  const rows = Object.entries(TIERS).map(([name, tier]) => `  ${name.padEnd(7)}${tier.about}`);
  return `npm test [-- TIER…]   runs all tiers, or the named ones\n\n${rows.join("\n")}\n`;
}
