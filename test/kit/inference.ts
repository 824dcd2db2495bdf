/** Jobs and results as files, and the two commands over them, for tests of whole results. */
import type { ResultJson } from "../../app/asli/result.ts";
import { type CliRun, runResource } from "./resourceCli.ts";
import type { ScratchFolder } from "./tinyModelFile.ts";

/** What `check` prints. */
export interface VerdictJson {
  readonly valid: boolean;
  readonly reasons: readonly string[];
  readonly statistics?: {
    readonly tokens: number;
    readonly deficit_mean: number;
    readonly deficit_max: number;
    readonly chosen_mean: number;
    readonly probe_mean: number;
  };
  readonly fingerprint?: string;
  readonly replay?: { readonly mismatches: number; readonly fingerprint_equal: boolean };
  readonly claimed?: { readonly model_sha256: string; readonly kernel_class: string };
  readonly comparison?: "exact" | "limits";
  readonly tolerances: string;
  readonly model_sha256: string;
  readonly kernel_class: string;
  readonly system_info: string;
}

/** A verdict with the exit code that came with it. */
export interface Checked {
  readonly code: number;
  readonly verdict: VerdictJson;
  readonly stderr: string;
}

/** Seeds of tests: 64 hex digits of one byte. */
export function seed(byte: number): string {
  return byte.toString(16).padStart(2, "0").repeat(32);
}

/** A chat job of one question, long enough for every statistic to count in full. */
export function chatJob(content: string, more: object = {}): object {
  return {
    messages: [{ role: "user", content }],
    sampling: { temperature_milli: 800 },
    max_output_tokens: 66,
    seed: seed(7),
    ...more,
  };
}

/** Runs jobs and checks results, each in a process of its own. */
export class Inference {
  readonly #scratch: ScratchFolder;
  #files = 0;

  constructor(scratch: ScratchFolder) {
    this.#scratch = scratch;
  }

  /** The result of `job` on a model file. */
  async infer(model: string, job: object, ...more: readonly string[]): Promise<ResultJson> {
    const run = await runResource("infer", "--model", model, "--job", this.#json(job), ...more);
    return parse(run) as ResultJson;
  }

  /** The verdict on `result`. */
  async check(
    model: string,
    job: object,
    result: unknown,
    ...more: readonly string[]
  ): Promise<Checked> {
    const files = ["--job", this.#json(job), "--result", this.#json(result)];
    const run = await runResource("check", "--model", model, ...files, ...more);
    return { code: run.code, verdict: parse(run) as VerdictJson, stderr: run.stderr };
  }

  #json(value: unknown): string {
    this.#files += 1;
    return this.#scratch.write(`${this.#files}.json`, JSON.stringify(value));
  }
}

function parse(run: CliRun): unknown {
  if (run.stdout === "") throw new Error(`exit code ${run.code}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}
