/** The tiers of `npm test`, in the order in which they run: what catches obvious mistakes first. */

import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const MINUTE_MS = 60_000;
const MOCHA = "node_modules/mocha/bin/mocha.js";
const REPORTER = ["--reporter", "./test/run/reporter.ts"];

/** Processes that run at a time where a step says so: our machines have two cores. */
const WIDTH = 2;
/** Networks without a model wait for blocks most of the time. */
const NETWORK_WIDTH = 3;
/** Clients of others keep timers and sockets for a while after their last call. */
const EXIT = "--exit";

/** Files that wait for a model most of the time of which they have a share: one after the other. */
const MODEL_USERS = ["cheats", "kept", "once", "receipt", "resource", "secrets"];
const WITH_MODEL = MODEL_USERS.map((name) => `test/e2e/${name}.test.ts`);

/** Test files under folders of the project, sorted. */
function testsUnder(...folders) {
  return folders
    .flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
        .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name))),
    )
    .sort();
}

/** `files` as `WIDTH` groups of as many files, dealt like cards. */
function dealt(files) {
  return Array.from({ length: WIDTH }, (_, at) => files.filter((_, i) => i % WIDTH === at));
}

function unitGroups() {
  const folders = ["test/app", "test/modules", "test/cmd", "test/localnet", "test/fuzz"];
  return dealt([...testsUnder(...folders), "test/tidy.test.ts"]);
}

/** Each file of its own, those that take long first: they are what the others fit around. */
function networkGroups() {
  const first = ["staking", "stateSync", "wallets", "walletTools", "kill", "stargate", "grpc"].map(
    (name) => `test/e2e/${name}.test.ts`,
  );
  const files = testsUnder("test/e2e").filter((file) => !WITH_MODEL.includes(file));
  const long = first.filter((file) => files.includes(file));
  return [...long, ...files.filter((file) => !long.includes(file))].map((file) => [file]);
}

/**
 * Each tier: what it proves in a few words, the longest that it may take, and its steps: either
 * `mocha` arguments, whose tests are counted one by one, or a `tool`, which counts as one test.
 * With `groups` a step is a process for each group of files, `width` or else WIDTH at a time.
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
    steps: [{ mocha: ["--timeout", "120000"], groups: unitGroups }],
  },
  model: {
    about: "the engine, the daemon and ASLI with the real model",
    timeoutMs: 25 * MINUTE_MS,
    steps: [{ mocha: ["--spec", "test/model/**/*.test.ts", "--timeout", "300000"] }],
  },
  e2e: {
    about: "real CometBFT and whole local networks, from outside",
    timeoutMs: 30 * MINUTE_MS,
    steps: [
      { mocha: ["--timeout", "300000", EXIT], groups: () => [WITH_MODEL] },
      { mocha: ["--timeout", "300000", EXIT], groups: networkGroups, width: NETWORK_WIDTH },
    ],
  },
};

/** The arguments of `node` for each process of a step. */
export function processesOf(step) {
  if (step.tool !== undefined) return [step.args];
  // With --spec mocha still adds the files of its configuration, unless told otherwise.
  const own = ["--no-package", "--config", "test/run/mocha.json", ...REPORTER, ...step.mocha];
  const groups = step.groups?.() ?? [[]];
  return groups.map((files) => [MOCHA, ...own, ...files.flatMap((file) => ["--spec", file])]);
}

/** How many of them run at a time. */
export function widthOf(step) {
  return step.width ?? (step.groups === undefined ? 1 : WIDTH);
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
