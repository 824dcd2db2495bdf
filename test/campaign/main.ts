/**
 * `npm run campaign -- NAME`: runs the long form of a test at full counts and writes what it found
 * to test/reports/NAME.md. A campaign is a file of this folder that exports a `campaign`.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Campaign, Report } from "./report.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const REPORTS = join(dirname(HERE), "reports");
const NOT_CAMPAIGNS = new Set(["main.ts", "report.ts"]);

/** All campaigns by name, loaded one by one. */
async function campaigns(): Promise<Map<string, Campaign>> {
  const found = new Map<string, Campaign>();
  for (const file of readdirSync(HERE).toSorted()) {
    if (!file.endsWith(".ts") || NOT_CAMPAIGNS.has(file)) continue;
    const { campaign } = (await import(pathToFileURL(join(HERE, file)).href)) as {
      campaign?: Campaign;
    };
    if (campaign !== undefined) found.set(campaign.name, campaign);
  }
  return found;
}

function usage(known: ReadonlyMap<string, Campaign>): string {
  const rows = [...known.values()].map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`);
  return [
    "npm run campaign -- NAME [ARGUMENTS]   runs it, writes test/reports/NAME.md",
    "",
    ...rows,
    "",
    "Example: npm run campaign -- kill",
    "",
  ].join("\n");
}

async function main(args: readonly string[]): Promise<number> {
  const known = await campaigns();
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h") {
    process.stdout.write(usage(known));
    return name === undefined ? 2 : 0;
  }
  const campaign = known.get(name);
  if (campaign === undefined) {
    process.stderr.write(`${name} is no campaign; there are: ${[...known.keys()].join(", ")}\n`);
    return 2;
  }
  const report = new Report();
  let failure: string | undefined;
  try {
    await campaign.run(report, rest);
  } catch (error) {
    failure = error instanceof Error ? error.message : `${error}`;
    report.progress(error instanceof Error ? (error.stack ?? failure) : failure);
  }
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, `${name}.md`);
  const command = ["npm run campaign --", name, ...rest].join(" ");
  writeFileSync(file, report.toMarkdown(campaign, command, failure));
  report.progress(`${failure === undefined ? "passed" : `FAILED: ${failure}`}; see ${file}`);
  return failure === undefined ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
