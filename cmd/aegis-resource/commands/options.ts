/** Options that several commands share, and what every command's output follows. */
import { InvalidArgumentError, Option } from "commander";
import { fromHex } from "../../../app/lib/bytes.ts";
import { readTrustText } from "../../lib/lightTrust.ts";
import { KERNEL_CLASS, KERNEL_CLASSES } from "../engine/profile.ts";

/** Exit codes of `aegis-resource`. */
export const EXIT = {
  /** It did what was asked. */
  ok: 0,
  /** It could not; standard error says why. */
  failure: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A result was checked and is not valid. */
  invalid: 3,
} as const;

const THREADS_MAX = 256;

/** `--model FILE`. */
export function modelOption(): Option {
  return new Option("--model <file>", "model file (GGUF)").makeOptionMandatory();
}

/** `--job FILE`. */
export function jobOption(): Option {
  return new Option("--job <file>", "job (JSON)").makeOptionMandatory();
}

/** `--threads N`: does not change a bit of any result. */
export function threadsOption(): Option {
  return new Option("--threads <n>", "threads per evaluation; never more than free cores")
    .default(1)
    .argParser((text) => {
      const threads = Number(text);
      if (Number.isInteger(threads) && threads >= 1 && threads <= THREADS_MAX) return threads;
      throw new InvalidArgumentError(`expected an integer from 1 to ${THREADS_MAX}`);
    });
}

/** `--kernel-class NAME`. */
export function kernelClassOption(): Option {
  return new Option("--kernel-class <name>", "kernel class to compute in")
    .choices(KERNEL_CLASSES)
    .default(KERNEL_CLASS);
}

/** `--challenge HEX`. */
export function challengeOption(): Option {
  return new Option(
    "--challenge <hex>",
    "challenge of the probes, 64 hex digits (default: the job's seed)",
  ).argParser((text) => {
    if (/^[0-9a-fA-F]{64}$/.test(text)) return fromHex(text);
    throw new InvalidArgumentError("expected 64 hex digits");
  });
}

/** `--trust HEIGHT:HASH`. */
export function trustOption(): Option {
  return new Option("--trust <height:hash>", "a header that you trust").argParser((text) => {
    if (readTrustText(text) !== undefined) return text;
    throw new InvalidArgumentError("expected HEIGHT:HASH, 64 hex digits");
  });
}

/** `--witness URL`, several times. */
export function witnessOption(): Option {
  return new Option("--witness <url>", "another node that must agree; may be given several times")
    .argParser((url: string, all: readonly string[]) => [...all, url])
    .default([], "none");
}

/** The part of each command's help that is the same. */
export const HELP_EXIT_CODES: string = `
Exit codes: ${EXIT.ok} done, ${EXIT.failure} failure, ${EXIT.usage} wrong command line, \
${EXIT.invalid} result not valid.
Results go to standard output, everything else to standard error.`;

/** Writes one line for people. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Writes one JSON value for programs, with lists of numbers on one line for people. */
export function print(json: unknown): void {
  const text = JSON.stringify(json, undefined, 2);
  // Within a JSON string a line break is escaped, so this only matches between values.
  const short = text.replace(/\[\n[\d,\s]*\]/g, (list) => list.replace(/\s+/g, ""));
  process.stdout.write(`${short}\n`);
}
