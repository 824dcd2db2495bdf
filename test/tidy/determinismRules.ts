/** Rules that keep every replica's result the same: what consensus code must not touch. */
import { fileOf, isScript, matches, perFile, type Rule } from "./repository.ts";

const CONSENSUS_FOLDERS = [
  ...[
    "ante",
    "asli",
    "beacon",
    "chain",
    "checkpoint",
    "lib",
    "lifecycle",
    "module",
    "router",
    "store",
    "tx",
  ].map((name) => `app/${name}/`),
  "app/modules.ts",
  "modules/",
  "proto/gen/",
  "proto/wire/",
];
const MATH = "a?(?:sin|cos|tan)h?|atan2|cbrt|expm?1?|hypot|log\\w*|pow|sqrt";

/** Files that may do what `rule` forbids, each with the reason. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // They drive an engine and run in the resource daemon only; the chain calls none of them.
  async: [
    "app/asli/checkResult.ts",
    "app/asli/engine.ts",
    "app/asli/executor.ts",
    "app/asli/generate.ts",
    "app/asli/promptIds.ts",
    "app/asli/replay.ts",
    "app/asli/verifier.ts",
  ],
  // Turns an instant that it is given into text and back, and never asks for the present one.
  clock: ["proto/wire/json.ts"],
};

interface Ban {
  readonly key: string;
  readonly name: string;
  readonly pattern: RegExp;
  readonly broken: readonly string[];
  readonly kept: readonly string[];
}

const BANS: readonly Ban[] = [
  {
    key: "async",
    name: "consensus code is synchronous",
    pattern: /\b(async|await|Promise|queueMicrotask|setTimeout|setInterval|setImmediate)\b/,
    broken: ["async function f(): X {}", "await x;", "setTimeout(f, 1);"],
    kept: ["// never await\nconst awaited = 1;"],
  },
  {
    key: "clock",
    name: "consensus code has no clock",
    pattern: /\b(Date|performance|hrtime)\b/,
    broken: ["Date.now();", "new Date();", "performance.now();"],
    kept: ["const text = 'Date';", "interface A { updateDate: bigint }"],
  },
  {
    key: "locale",
    name: "consensus code has no locale",
    pattern: /\b(Intl|toLocale\w*|localeCompare)\b/,
    broken: ["Intl.x;", "a.toLocaleString();", "a.localeCompare(b);"],
    kept: ["/* toLocaleString */"],
  },
  {
    key: "float",
    name: "consensus code computes on integers",
    pattern: new RegExp(`\\bparseFloat\\b|\\bMath\\s*\\.\\s*(?:${MATH})\\b`),
    broken: ["parseFloat(a);", "Number.parseFloat(a);", "Math.log2(a);", "Math.pow(a, b);"],
    kept: ["Math.min(a, b);", "Math.trunc(a);"],
  },
  {
    key: "sort",
    name: "consensus code sorts with a comparator",
    pattern: /(?<!\bthis)\.\s*(sort|toSorted)\s*\(\s*\)/,
    broken: ["a.sort();", "a.toSorted( );"],
    kept: ["a.sort(compare);", "a.toSorted((x, y) => x - y);", "this.sort();"],
  },
  {
    key: "forIn",
    name: "consensus code does not enumerate properties with for…in",
    pattern: /\bfor\s*\(\s*(const|let|var)\s+[\w$]+\s+in\b/,
    broken: ["for (const a in b) c;"],
    kept: ["for (const a of b) c;"],
  },
  {
    key: "environment",
    name: "consensus code does not read the environment",
    pattern: /\bprocess\s*\.\s*(env|argv|pid|platform|cwd)\b/,
    broken: ["process.env.X;", "process.cwd();"],
    kept: ["processProposal.env;"],
  },
];

/** One rule per ban, over consensus code only. */
const CONSENSUS_RULES: readonly Rule[] = BANS.map((ban) => ({
  name: ban.name,
  check: perFile(
    (path) => isConsensus(path) && !ALLOWED[ban.key]?.includes(path),
    (file) => matches(file, file.code, ban.pattern, "not in consensus code"),
  ),
  broken: ban.broken.map((text, i) => fileOf(`modules/m/${i}.ts`, text)),
  kept: [
    ...ban.kept.map((text, i) => fileOf(`app/store/${i}.ts`, text)),
    ...ban.broken.map((text, i) => fileOf(`cmd/x/${i}.ts`, text)),
  ],
}));

const randomness: Rule = {
  name: "nothing draws from Math.random, so that every run can be repeated",
  check: perFile(isScript, (file) =>
    matches(file, file.code, /\bMath\s*\.\s*random\b/, "draw from a seed instead"),
  ),
  broken: [fileOf("test/a.ts", "Math.random();"), fileOf("cmd/a.ts", "const r = Math.random;")],
  kept: [fileOf("test/a.ts", "// Math.random\nconst a = 'Math.random()';")],
};

function isConsensus(path: string): boolean {
  return path.endsWith(".ts") && CONSENSUS_FOLDERS.some((folder) => path.startsWith(folder));
}

/** Rules that keep every replica's result the same. */
export const DETERMINISM_RULES: readonly Rule[] = [...CONSENSUS_RULES, randomness];
