/**
 * From a clone to a verified receipt in a browser, as somebody does it who has just heard of this:
 * the commands of the quick start, with empty caches, each step timed.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumPath, openBrowser, picture } from "../kit/chromium.ts";
import { askAndProve, takeBurnerKey } from "../kit/dappVisit.ts";
import { PROJECT, Program } from "../kit/program.ts";
import type { Campaign, Report } from "./report.ts";

/** What was promised. */
const LIMIT_S = 300;
const SECOND_MS = 1_000;
const CACHES = {
  HOME: "home",
  XDG_CACHE_HOME: "cache",
  AEGIS_CACHE: "aegis",
  npm_config_cache: "npm",
  GOPATH: "gopath",
  GOMODCACHE: "gomod",
  GOCACHE: "gocache",
  PIP_CACHE_DIR: "pip",
} as const;
/** Lines of `npm start` at which a step begins, and what the one before was. */
const MILESTONES = [
  ["making a new network", "npm start: packages, CometBFT, the model, a build"],
  ["submitting a task", "npm start: a network with three resource nodes"],
  ["Running:", "npm start: a question answered, checked and final"],
] as const;

/** Says how long each step took. */
class Clock {
  readonly #report: Report;
  readonly #startMs = performance.now();
  #lastMs: number = this.#startMs;

  constructor(report: Report) {
    this.#report = report;
  }

  step(name: string): void {
    const now = performance.now();
    this.#report.figure(`${name}, s`, ((now - this.#lastMs) / SECOND_MS).toFixed(1));
    this.#lastMs = now;
  }

  get seconds(): number {
    return (this.#lastMs - this.#startMs) / SECOND_MS;
  }
}

function emptyCaches(folder: string): Record<string, string> {
  const entries = Object.entries(CACHES).map(([name, own]) => [name, join(folder, own)] as const);
  for (const [, path] of entries) mkdirSync(path, { recursive: true });
  return Object.fromEntries(entries);
}

/** What a program says on its standard output once it serves. @throws Error when it ends. */
async function addressOf(program: Program): Promise<string> {
  let hasEnded = false;
  void program.ended.then(() => (hasEnded = true));
  for (;;) {
    const url = /http:\S+/.exec(program.stdout)?.[0];
    if (url !== undefined) return url;
    if (hasEnded) throw new Error(`npm run dapp ended: ${program.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function visit(browserPath: string, url: string, clock: Clock): Promise<void> {
  const browser = await openBrowser(browserPath);
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await takeBurnerKey(page);
    clock.step("browser: a burner key, filled by the faucet");
    const answer = await askAndProve(page);
    clock.step("browser: asked, answered, and the receipt verified");
    if (answer.trim() === "") throw new Error("the answer is empty");
    await picture(page, "newcomer");
  } finally {
    await browser.close();
  }
}

async function run(report: Report): Promise<void> {
  const browserPath = chromiumPath();
  if (browserPath === undefined) throw new Error("no Chromium here: install it, or CHROMIUM_BIN");
  const folder = mkdtempSync(join(tmpdir(), "aegis-newcomer-"));
  const clone = join(folder, "aegisai");
  const env = emptyCaches(folder);
  const programs: Program[] = [];
  const npm = (...args: string[]): Program => {
    // What this campaign was itself prepared with would be half of the work.
    const bare = ["-u", "COMETBFT_BIN", "-u", "AEGIS_MODEL", "npm", "--prefix", clone];
    const program = new Program("env", [...bare, ...args], env);
    programs.push(program);
    return program;
  };
  const clock = new Clock(report);
  try {
    execFileSync("git", ["clone", "--quiet", "--no-hardlinks", PROJECT, clone]);
    clock.step("git clone");
    const start = npm("start");
    for (const [line, step] of MILESTONES) {
      await start.says(line);
      clock.step(step);
    }
    await start.says("gateway      ");
    const url = await addressOf(npm("run", "dapp", "--", "--port", "0"));
    clock.step("npm run dapp: the page is served");
    await visit(browserPath, url, clock);
    report.figure("from clone to verified receipt, s", clock.seconds.toFixed(1));
    if (clock.seconds > LIMIT_S) throw new Error(`it takes longer than ${LIMIT_S} s`);
  } finally {
    for (const program of programs.reverse()) {
      program.signal("SIGINT", "group");
      await program.ended.catch(() => undefined);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `npm run campaign -- newcomer`. */
export const campaign: Campaign = {
  name: "newcomer",
  summary:
    "Somebody clones the repository on a machine with empty caches, and follows the quick start " +
    "until a page in a browser has verified the receipt of an answer: at most five minutes.",
  run,
};
