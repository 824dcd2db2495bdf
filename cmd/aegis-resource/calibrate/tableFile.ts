/**
 * The file of a calibrated table: the limits in the form that everybody reads
 * (app/asli/README.md, "Tolerances"), and under `calibration` how they came about.
 */
import {
  CALIBRATION_LENGTHS,
  CALIBRATION_TEMPERATURES,
  MILLI,
} from "../../../app/asli/constants.ts";
import { type Limits, NO_LIMIT } from "../../../app/asli/tolerances.ts";
import type { Analysis } from "./analyse.ts";
import type { CatchCount } from "./catches.ts";
import type { HonestCell } from "./honestCells.ts";
import { COLUMNS } from "./windows.ts";

/** What a table is about, beside its numbers. */
export interface TableFacts {
  readonly name: string;
  readonly modelSha256: string;
  readonly command: string;
  readonly machine: string;
  readonly engine: string;
  readonly kernelClasses: readonly string[];
  /** Day of the calibration, such as 2026-11-23. */
  readonly date: string;
  readonly prompts: number;
}

/** Rule of three: with no event in n independent trials, 3 / n bounds the chance with 95 %. */
const RULE_OF_THREE = 3;
/** Longest line of the file. */
const LINE_COLUMNS = 100;
/** Digits of an estimate that say anything. */
const DIGITS = 2;

/** The file's text. */
export function tableText(analysis: Analysis, facts: TableFacts): string {
  const { tolerances, honest, catches, threads, withinClass } = analysis;
  const head = {
    name: facts.name,
    model_sha256: facts.modelSha256,
    source: [
      `Calibrated with: ${facts.command}`,
      `on ${facts.date}, ${facts.machine}, ${facts.engine}; ${facts.prompts} prompts, half of them`,
      "held out. Limits: the first half's; all rates: the other half's. See app/asli/README.md.",
    ],
    deficit_clip: tolerances.deficitClip,
    top_p_slack_milli: tolerances.topPSlackMilli,
    deficit_bound: tolerances.deficitBound,
    probe_bound: tolerances.probeBound,
    exact: tolerances.exact,
    limits: tolerances.limits.map(limitsJson),
  };
  const calibration = {
    command: facts.command,
    date: facts.date,
    machine: facts.machine,
    engine: facts.engine,
    kernel_classes: facts.kernelClasses,
    prompts: facts.prompts,
    within_class: withinClass,
    two_threads: threads,
    honest: { columns: HONEST_COLUMNS, rows: honest.map(honestRow) },
    catches: { columns: CATCH_COLUMNS, rows: catches.toSorted(byKind).map(catchRow) },
  };
  return `${shortArrays(JSON.stringify({ ...head, calibration }, undefined, 2))}\n`;
}

/** Puts lists of plain values on one line where they fit, as this repository's formatter does. */
function shortArrays(text: string): string {
  return text.replace(/\[\n[^[\]{}]*\]/g, (list, at: number) => {
    const values = list.slice(1, -1).trim().replace(/\n */g, " ");
    const indent = at - (text.lastIndexOf("\n", at) + 1);
    // Brackets and a comma come on top.
    return indent + values.length + 3 <= LINE_COLUMNS ? `[${values}]` : list;
  });
}

function limitsJson(limits: Limits, at: number): object {
  const numbers = {
    deficit_sum_per_1000: limits.deficitSumPer1000,
    deficit_count_per_1000: limits.deficitCountPer1000,
    deficit_max: limits.deficitMax,
    chosen_sum_per_1000: limits.chosenSumPer1000,
    probe_sum_per_1000: limits.probeSumPer1000,
    probe_count_per_1000: limits.probeCountPer1000,
  };
  const given = Object.entries(numbers).filter(([, value]) => value !== NO_LIMIT);
  return {
    tokens: rangeName(CALIBRATION_LENGTHS, Math.floor(at / COLUMNS)),
    temperature_milli: columnName(at % COLUMNS),
    ...Object.fromEntries(given),
    ...(limits.replay ? { replay: true } : {}),
  };
}

const HONEST_COLUMNS = [
  "temperature_milli",
  "tokens",
  "results",
  "rejected",
  "texts",
  "texts_rejected",
  "rule_of_three",
  "fit",
  "fit_upper",
  "held_out",
  "held_out_upper",
] as const;

type Row = readonly (string | number | null)[];

function honestRow(cell: HonestCell): Row {
  const { column, tokens, results, rejected, texts, textsRejected, fit, heldOut } = cell;
  const estimates = [
    RULE_OF_THREE / texts,
    fit?.estimate,
    fit?.upper,
    heldOut?.estimate,
    heldOut?.upper,
  ].map((value) => (value === undefined ? null : rounded(value)));
  return [columnName(column), tokens, results, rejected, texts, textsRejected, ...estimates];
}

const CATCH_COLUMNS = [
  "kind",
  "temperature_milli",
  "tokens",
  "results",
  "caught",
  "caught_within_class",
  "differing",
  "differing_caught",
  "differing_caught_within_class",
  "differing_replayed",
] as const;

function catchRow(count: CatchCount): Row {
  return [
    count.kind,
    count.temperatureMilli,
    count.tokens,
    count.results,
    count.caught,
    count.caughtWithinClass,
    count.differing,
    count.differingCaught,
    count.differingCaughtWithinClass,
    count.differingReplayed,
  ];
}

function byKind(a: CatchCount, b: CatchCount): number {
  return (
    a.kind.localeCompare(b.kind, "en") ||
    a.temperatureMilli - b.temperatureMilli ||
    a.tokens - b.tokens
  );
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** A column as the file names it, such as `500-1199`. */
function columnName(column: number): string {
  return rangeName(CALIBRATION_TEMPERATURES, column);
}

/** A column for people, in units of temperature. */
export function columnTitle(column: number): string {
  if (column === 0) return "temperature 0";
  const from = (CALIBRATION_TEMPERATURES[column] as number) / MILLI;
  const next = CALIBRATION_TEMPERATURES[column + 1];
  if (next === undefined) return `temperature ${from} and above`;
  return column === 1
    ? `temperature below ${next / MILLI}`
    : `temperature ${from} to ${next / MILLI}`;
}

function rangeName(smallest: readonly number[], at: number): string {
  const from = smallest[at] as number;
  const next = smallest[at + 1];
  if (next === undefined) return `${from}+`;
  return next - 1 === from ? `${from}` : `${from}-${next - 1}`;
}
