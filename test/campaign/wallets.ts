/**
 * Every call that clients nobody here wrote make of a live network: the tests that drive them run
 * one after the other, and what they note becomes a table.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RecordedCall } from "../kit/callTable.ts";
import { type Campaign, type Report, table } from "./report.ts";

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const MOCHA = join(PROJECT, "node_modules/mocha/bin/mocha.js");
/** Tests of the tier e2e that drive clients as they are. */
const NAMES = ["wallets", "walletTools", "cosmjs", "stargate", "rest", "grpc", "jsonrpc"] as const;
/** Longest time of one file. */
const FILE_MS_MAX = 20 * 60_000;

/** Runs one file of tests; calls are noted in `calls`. @throws Error when a test fails. */
async function runFile(file: string, calls: string): Promise<void> {
  const args = ["--import=tsx", MOCHA, "--no-package", "--no-config", "--timeout", "300000"];
  const child = spawn(process.execPath, [...args, "--exit", file], {
    cwd: PROJECT,
    env: { ...process.env, AEGIS_CALL_TABLE: calls },
    stdio: ["ignore", "inherit", "inherit"],
    timeout: FILE_MS_MAX,
  });
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`tests of ${file} failed`);
}

/** One row for each call of each client that ended alike, with how often that was. */
function rowsOf(calls: readonly RecordedCall[]): string[][] {
  const counts = new Map<string, number>();
  for (const { client, call, outcome } of calls) {
    const row = JSON.stringify([client, call, outcome].map(cell));
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return [...counts]
    .map(([row, count]) => [...(JSON.parse(row) as string[]), `${count}`])
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aegis-wallets-"));
  const file = join(folder, "calls.jsonl");
  try {
    const files = NAMES.map((name) => `test/e2e/${name}.test.ts`);
    for (const one of files.filter((path) => existsSync(join(PROJECT, path)))) {
      report.progress(one);
      await runFile(one, file);
    }
    const lines = readFileSync(file, "utf8").trim().split("\n");
    const calls = lines.map((line) => JSON.parse(line) as RecordedCall);
    const rows = rowsOf(calls);
    report.figure("clients", new Set(calls.map(({ client }) => client)).size);
    report.figure("calls of different kinds", new Set(rows.map(([a, b]) => `${a} ${b}`)).size);
    report.figure("calls", calls.length);
    report.note(table(["client", "call", "outcome", "times"], rows));
    report.note("Refusals are asked for: the tests that cause them demand the code.");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `npm run campaign -- wallets`. */
export const campaign: Campaign = {
  name: "wallets",
  summary:
    "Clients that were never written for this chain work with it unchanged: every call that they " +
    "made of a live network, and what came of it.",
  run,
};
