/** What a campaign writes: progress while it runs, figures at its end, one Markdown page. */
import { machineLine } from "../kit/machine.ts";

/** One long test at full counts. */
export interface Campaign {
  /** What follows `npm run campaign --`, and the name of the page. */
  readonly name: string;
  /** One sentence: what it shows. */
  readonly summary: string;
  /** Runs it; throws when what it is to show does not hold. `args` are what followed the name. */
  readonly run: (report: Report, args: readonly string[]) => Promise<void>;
}

/** A Markdown table. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [columns, columns.map(() => "---"), ...rows].map(line).join("\n");
}

/** Collects what a campaign finds out. */
export class Report {
  private readonly figures: (readonly [string, string])[] = [];
  private readonly notes: string[] = [];
  private readonly startedMs = Date.now();
  private readonly write: (text: string) => void;

  constructor(write: (text: string) => void = (text) => process.stderr.write(text)) {
    this.write = write;
  }

  /** Tells a person at the terminal how far it is. */
  progress(line: string): void {
    this.write(`[${this.elapsed().padStart(8)}] ${line}\n`);
  }

  /** One row of the table. */
  figure(name: string, value: string | number | bigint): void {
    this.figures.push([name, `${value}`]);
    this.progress(`${name}: ${value}`);
  }

  /** A sentence under the table. */
  note(text: string): void {
    this.notes.push(text);
  }

  /** The page. `failure` is why the campaign broke off, if it did. */
  toMarkdown(campaign: Campaign, command: string, failure?: string): string {
    const rows = this.figures.map(([name, value]) => `| ${name} | ${value} |`);
    return [
      `# Campaign ${campaign.name}`,
      campaign.summary,
      [
        `- command: \`${command}\``,
        `- machine: ${machineLine()}`,
        `- date: ${new Date(this.startedMs).toISOString().slice(0, 10)}`,
        `- duration: ${this.elapsed()}`,
        `- outcome: ${failure === undefined ? "passed" : `FAILED: ${failure}`}`,
      ].join("\n"),
      ["| figure | value |", "| --- | --- |", ...rows].join("\n"),
      ...this.notes,
    ]
      .map((part) => `${part}\n`)
      .join("\n");
  }

  private elapsed(): string {
    return `${((Date.now() - this.startedMs) / 1000).toFixed(1)} s`;
  }
}
