/** `aegisd verify-receipt`: what a receipt proves to who trusts one hash; asks no node. */
import { readFileSync, statSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import { RECEIPT_BYTES_MAX } from "../../../app/client/receipt/format.ts";
import { receiptChecks, receiptGroups } from "../../../app/client/receipt/report.ts";
import type { FactGroup } from "../../../app/client/receipt/report.ts";
import { TRUSTING_PERIOD_MS } from "../../../app/client/receipt/trust.ts";
import { type ReceiptFacts, verifyReceipt } from "../../../app/client/receipt/verify.ts";
import { fromHex } from "../../../app/lib/bytes.ts";
import { makeCommand } from "../command.ts";
import { CommandError } from "../exit.ts";
import type { Io } from "../io.ts";
import { outputOption } from "../options.ts";
import { type OutputFormat, print } from "../output.ts";

interface VerifyOptions {
  readonly trust: Uint8Array;
  readonly now?: number;
  readonly trustingPeriod: number;
  readonly chainId?: string;
  readonly output: OutputFormat;
}

const DAY_MS = 86_400_000;
const DAYS_MAX = 3_650;

/** The command. */
export function verifyReceiptCommand(io: Io): Command {
  return makeCommand<VerifyOptions>(io, {
    name: "verify-receipt",
    summary: "check a receipt, without any node",
    details:
      "HASH is all that is trusted: the hash of the validator set that signed the header, the\n" +
      "hash of the header, or the commitment of the checkpoint's validator set. Take it from a\n" +
      "source that you trust, not from who gave you the receipt. Ends with 1 when the receipt\n" +
      "proves nothing.",
    args: [{ name: "file", about: "the receipt" }],
    options: options(),
    examples: [
      "aegisd verify-receipt receipt.json --trust 6f0c...",
      "aegisd verify-receipt receipt.json --trust 6f0c... --now 2026-05-01T00:00:00Z -o json",
    ],
    run: ({ args: [file = ""], options: given }) => {
      const verdict = verifyReceipt(readReceipt(file), {
        trust: given.trust,
        nowMs: given.now ?? Date.now(),
        trustingPeriodMs: given.trustingPeriod,
        ...(given.chainId === undefined ? {} : { chainId: given.chainId }),
      });
      if (given.output === "json") printJson(io, verdict);
      if (!verdict.valid) {
        const { reason, fault } = verdict;
        throw new CommandError(`the receipt proves nothing: ${reason} [${fault}]`);
      }
      if (given.output === "text") print(io, "text", textReport(verdict.facts));
    },
  });
}

function options(): Option[] {
  return [
    new Option("--trust <hash>", "32 bytes in hex").argParser(parseHash).makeOptionMandatory(),
    new Option("--now <time>", "the time to check at (default: now)").argParser(parseTime),
    new Option("--trusting-period <days>", "how long a validator set is trusted")
      .default(TRUSTING_PERIOD_MS, `${TRUSTING_PERIOD_MS / DAY_MS}`)
      .argParser(parseDays),
    new Option("--chain-id <id>", "require this chain"),
    outputOption(),
  ];
}

function parseHash(text: string): Uint8Array {
  if (/^(0x)?[0-9a-fA-F]{64}$/.test(text)) return fromHex(text.slice(-64));
  throw new InvalidArgumentError("expected 32 bytes in hex");
}

function parseTime(text: string): number {
  const ms = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(ms)) return ms;
  throw new InvalidArgumentError("expected a time such as 2026-05-01T00:00:00Z");
}

function parseDays(text: string): number {
  const days = Number(text);
  if (days > 0 && days <= DAYS_MAX) return days * DAY_MS;
  throw new InvalidArgumentError(`expected days, up to ${DAYS_MAX}`);
}

function readReceipt(file: string): Uint8Array {
  try {
    // One byte more is enough to be refused.
    if (statSync(file).size > RECEIPT_BYTES_MAX) return new Uint8Array(RECEIPT_BYTES_MAX + 1);
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new CommandError(`cannot read ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** Integers of 64 bits as text, as everywhere in our JSON. */
function printJson(io: Io, value: unknown): void {
  const plain = JSON.stringify(value, (_, one) => (typeof one === "bigint" ? `${one}` : one));
  print(io, "json", JSON.parse(plain));
}

function textReport(facts: ReceiptFacts): unknown {
  return { valid: true, checked: receiptChecks(facts), ...plainGroup(receiptGroups(facts)) };
}

function plainGroup({ title, rows, groups }: FactGroup): Record<string, unknown> {
  const inner = Object.assign({}, ...groups.map(plainGroup)) as object;
  return { [title.toLowerCase()]: { ...Object.fromEntries(rows), ...inner } };
}
