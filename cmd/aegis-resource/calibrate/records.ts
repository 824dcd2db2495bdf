/**
 * The measurements of a calibration on disk: one JSON line per text with what was run over it, so
 * that an interrupted calibration goes on where it stopped and nothing is measured twice.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
} from "node:fs";
import { oneLine } from "../engine/error.ts";
import { CalibrationError } from "./error.ts";

/** Bumped when a line means something else than before. */
const FORMAT = 2;
const LINE_FEED = 10;

/** What the measurements belong to; another calibration never uses them. */
export interface MeasurementsHeader {
  readonly model_sha256: string;
  readonly seed: number;
  readonly engine: string;
}

/** One output with the candidates that different runs saw at each of its positions. */
export interface TextRecord {
  /** Unique; says what it is. */
  readonly id: string;
  /** `honest`, or what was wrong with the run that made it. */
  readonly kind: string;
  /** Number of its prompt. */
  readonly prompt: number;
  /** Temperature that it was sampled at. */
  readonly temperature_milli: number;
  readonly tokens: readonly number[];
  /** Place of an edit in it, where the kind has one. */
  readonly edited?: number;
  /** Packed candidate lists (lists.ts) by the name of the run. */
  readonly runs: Readonly<Record<string, string>>;
}

/** The measurements file; lines are read once and then only added. */
export class Measurements {
  readonly #path: string;
  readonly #texts: Map<string, TextRecord> = new Map();

  private constructor(path: string) {
    this.#path = path;
  }

  /**
   * Opens or begins the file.
   * @throws CalibrationError `measurements_foreign`, `measurements_damaged`, `output_unwritable`.
   */
  static open(path: string, header: MeasurementsHeader): Measurements {
    const measurements = new Measurements(path);
    const first = JSON.stringify({ format: FORMAT, ...header });
    try {
      if (!existsSync(path)) appendFileSync(path, `${first}\n`);
      measurements.#read(first);
    } catch (error) {
      if (error instanceof CalibrationError) throw error;
      throw new CalibrationError("output_unwritable", `cannot use ${path} (${oneLine(error)})`);
    }
    return measurements;
  }

  has(id: string): boolean {
    return this.#texts.has(id);
  }

  get(id: string): TextRecord | undefined {
    return this.#texts.get(id);
  }

  /** All texts in the order in which they were measured. */
  all(): Iterable<TextRecord> {
    return this.#texts.values();
  }

  /** Adds a text, on disk first. */
  add(text: TextRecord): void {
    appendFileSync(this.#path, `${JSON.stringify(text)}\n`);
    this.#texts.set(text.id, text);
  }

  #read(first: string): void {
    const bytes = readFileSync(this.#path);
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    // A line without its end was being written when the last run was stopped.
    if (end < bytes.length) truncate(this.#path, end);
    let from = 0;
    for (let line = 1; from < end; line += 1) {
      const to = bytes.indexOf(LINE_FEED, from);
      const text = bytes.toString("utf8", from, to);
      if (line === 1) this.#checkHeader(text, first);
      else this.#readLine(text, line);
      from = to + 1;
    }
    if (end === 0) appendFileSync(this.#path, `${first}\n`);
  }

  #checkHeader(line: string, expected: string): void {
    if (line === expected) return;
    throw new CalibrationError(
      "measurements_foreign",
      `${this.#path} holds measurements of another model, engine or seed: ` +
        "remove it, or choose another --out",
    );
  }

  #readLine(text: string, line: number): void {
    try {
      const record = JSON.parse(text) as TextRecord;
      if (typeof record.id !== "string") throw new Error("it has no id");
      this.#texts.set(record.id, record);
    } catch (error) {
      throw new CalibrationError(
        "measurements_damaged",
        `line ${line} of ${this.#path} is damaged (${oneLine(error)}): remove that line`,
      );
    }
  }
}

function truncate(path: string, length: number): void {
  const file = openSync(path, "r+");
  try {
    ftruncateSync(file, length);
  } finally {
    closeSync(file);
  }
}
