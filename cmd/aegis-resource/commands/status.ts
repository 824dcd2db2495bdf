/** `aegis-resource status`: where a node stands, from its journal and the chain. */
import { existsSync } from "node:fs";
import { Command } from "commander";
import { DutyKind } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { connectReadOnly } from "../chain/connect.ts";
import { oneLine } from "../engine/error.ts";
import { readConfig } from "../home/config.ts";
import { defaultHome, journalPath, readIdentity } from "../home/home.ts";
import type { JobState } from "../journal/job.ts";
import { Journal } from "../journal/journal.ts";
import { EXIT, HELP_EXIT_CODES, print } from "./options.ts";

const HELP = `
Reads the journal, which a running daemon may be writing, and asks the chain. Fails when the chain
does not answer, and still prints what the journal knows.

Example:
  $ aegis-resource status --home ~/.aegis-resource --output text
${HELP_EXIT_CODES}`;

/** What is printed. Amounts are texts, because JSON numbers cannot hold them. */
export interface StatusReport {
  readonly address: string;
  readonly jobs: Partial<Record<JobState, number>>;
  readonly chain?: {
    readonly chain_id: string;
    readonly height: string;
    readonly balance: string;
    readonly registered: boolean;
    readonly stake: string;
    readonly duties: Readonly<Record<string, number>>;
    readonly notes: readonly string[];
  };
  readonly problem?: string;
}

/** The command. */
export function command(): Command {
  return new Command("status")
    .summary("show where the node stands")
    .description("Show height, jobs by state, balance, stake and duties of a node.")
    .option("--home <dir>", "home of the node", defaultHome())
    .option("--output <format>", "text or json", "json")
    .addHelpText("after", HELP)
    .action(async ({ home, output }: { readonly home: string; readonly output: string }) => {
      const report = await statusReport(home);
      if (output === "text") process.stdout.write(statusText(report));
      else print(report);
      process.exitCode = report.problem === undefined ? EXIT.ok : EXIT.failure;
    });
}

/** Reads where the node of `home` stands. @throws RangeError when it is no home. */
export async function statusReport(home: string): Promise<StatusReport> {
  const config = readConfig(home);
  const { address } = readIdentity(home);
  const known = { address, jobs: jobCounts(home) };
  try {
    const chain = connectReadOnly(home, config);
    const { chainId, height } = await chain.status();
    const node = await chain.node();
    const duties: Record<string, number> = {};
    for (const { kind } of await chain.duties()) {
      const name = dutyName(kind);
      duties[name] = (duties[name] ?? 0) + 1;
    }
    const stake = `${node?.node?.stake ?? 0n}`;
    return {
      ...known,
      chain: {
        chain_id: chainId,
        height: `${height}`,
        balance: `${await chain.balance()}`,
        registered: node !== undefined,
        stake,
        duties,
        notes: node?.notes ?? [],
      },
    };
  } catch (error) {
    return { ...known, problem: oneLine(error) };
  }
}

function jobCounts(home: string): Partial<Record<JobState, number>> {
  const path = journalPath(home);
  if (!existsSync(path)) return {};
  const journal = new Journal(path, { readonly: true });
  try {
    return journal.counts();
  } finally {
    journal.close();
  }
}

function dutyName(kind: number): string {
  const name = Object.entries(DutyKind).find(([, number]) => number === kind)?.[0] ?? `${kind}`;
  return name.replace(/^DUTY_KIND_/, "").toLowerCase();
}

function statusText({ address, jobs, chain, problem }: StatusReport): string {
  const counts = (of: Readonly<Record<string, number>>): string =>
    Object.entries(of)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ") || "none";
  const lines = [`address  ${address}`, `jobs     ${counts(jobs)}`];
  if (chain !== undefined) {
    lines.push(
      `chain    ${chain.chain_id} at height ${chain.height}`,
      `balance  ${chain.balance} uasi`,
      `stake    ${chain.registered ? `${chain.stake} uasi` : "not registered"}`,
      `duties   ${counts(chain.duties)}`,
      ...chain.notes.map((each) => `note     ${each}`),
    );
  }
  if (problem !== undefined) lines.push(`problem  ${problem}`);
  return `${lines.join("\n")}\n`;
}
