/** `aegis-resource check`: judges a result against a job and a model file, without a chain. */
import { Command } from "commander";
import { type CheckReport, checkResult } from "../../../app/asli/checkResult.ts";
import { AsliError } from "../../../app/asli/error.ts";
import { type Job, parseJob } from "../../../app/asli/job.ts";
import type { UnservableReason } from "../../../app/asli/promptIds.ts";
import { parseResult, type Result } from "../../../app/asli/result.ts";
import type { Tolerances } from "../../../app/asli/tolerances.ts";
import { DEFAULT_TOLERANCES, parseTolerances } from "../../../app/asli/tolerancesFile.ts";
import { verifyUnservable } from "../../../app/asli/verifier.ts";
import { base64, equalBytes } from "../../../app/lib/bytes.ts";
import { type ChildEngine, openEngine } from "../engine/engine.ts";
import { readJsonFile } from "./files.ts";
import {
  challengeOption,
  EXIT,
  HELP_EXIT_CODES,
  jobOption,
  kernelClassOption,
  modelOption,
  note,
  print,
  threadsOption,
} from "./options.ts";

interface CheckCommandOptions {
  readonly model: string;
  readonly job: string;
  readonly result: string;
  readonly replay?: boolean;
  readonly tolerances?: string;
  readonly challenge?: Uint8Array;
  readonly threads: number;
  readonly kernelClass: string;
}

/** What a file of a result holds: a result, or the claim that there can be none. */
type Claimed = { readonly result: Result } | { readonly unservable: UnservableReason };

const LOGIT_STEPS_PER_NAT = 1_024;

const HELP = `
Judges as if the result came from the given model file: "model_sha256" of the result is reported
and never decides. Prints verdict, broken rules and statistics (in nat) as JSON. When the table of
tolerances says that runs of one kernel class are exact, and the result is of this one (see
--kernel-class), every token and every bit of the fingerprint must be this run's ("comparison":
"exact"). Otherwise the table's limits judge. With --replay the output is also generated again
token by token, and compared exactly; when every token is the same, deficits break no rule, as
with a verifier on the chain. A replay proves something only in the class that made the result.

Example:
  $ aegis-resource check --model model.gguf --job job.json --result result.json && echo valid
${HELP_EXIT_CODES}`;

/** The command. */
export function command(): Command {
  return new Command("check")
    .summary("judge a result against a job and a model file")
    .description("Judge a result against a job and a model file; print the verdict as JSON.")
    .addOption(modelOption())
    .addOption(jobOption())
    .requiredOption("--result <file>", "result (JSON)")
    .option("--replay", "also replay token by token and demand equality")
    .option("--tolerances <file>", "table of tolerances (default: the default model's own)")
    .addOption(challengeOption())
    .addOption(threadsOption())
    .addOption(kernelClassOption())
    .addHelpText("after", HELP)
    .action(check);
}

async function check(options: CheckCommandOptions): Promise<void> {
  const job = parseJob(await readJsonFile(options.job, "job"));
  const tolerances = await readTolerances(options.tolerances);
  const resultJson = await readJsonFile(options.result, "result");
  const engine = await openEngine({
    modelPath: options.model,
    contextLength: job.contextLength,
    threads: options.threads,
    kernelClass: options.kernelClass,
  });
  try {
    note(`model ${engine.model.sha256}, ${engine.library}, ${engine.kernelClass}`);
    const verdict = await judge(engine, job, resultJson, tolerances, options);
    print({
      ...verdict,
      tolerances: tolerances.name,
      model_sha256: engine.model.sha256,
      kernel_class: engine.kernelClass,
      system_info: engine.systemInfo.trim(),
    });
    process.exitCode = verdict.valid ? EXIT.ok : EXIT.invalid;
  } finally {
    await engine.close();
  }
}

async function readTolerances(path: string | undefined): Promise<Tolerances> {
  if (path !== undefined) return parseTolerances(await readJsonFile(path, "table of tolerances"));
  const { name } = DEFAULT_TOLERANCES;
  note(`tolerances: the committed table ${name} (--tolerances FILE takes another)`);
  return DEFAULT_TOLERANCES;
}

/** The verdict and whatever else is printed with it. */
type Verdict = { readonly valid: boolean } & Readonly<Record<string, unknown>>;

async function judge(
  engine: ChildEngine,
  job: Job,
  json: unknown,
  tolerances: Tolerances,
  { replay = false, challenge }: CheckCommandOptions,
): Promise<Verdict> {
  let claimed: Claimed;
  try {
    claimed = readClaim(json);
  } catch (error) {
    // A malformed result is a wrong one; that it cannot be judged must not be a way out.
    if (!(error instanceof AsliError)) throw error;
    return { valid: false, reasons: [error.code], message: error.message };
  }
  if ("unservable" in claimed) {
    const reasons = await verifyUnservable(engine, job, claimed.unservable);
    return { valid: reasons.length === 0, reasons };
  }
  const { result } = claimed;
  const sameKernelClass = replay || result.kernelClass === engine.kernelClass;
  const report = await checkResult(engine, job, result, {
    tolerances,
    replay,
    sameKernelClass,
    ...(challenge === undefined ? {} : { challenge }),
  });
  return {
    ...reportToJson(report, result),
    comparison: replay || (tolerances.exact && sameKernelClass) ? "exact" : "limits",
    claimed: { model_sha256: result.modelSha256, kernel_class: result.kernelClass },
  };
}

function readClaim(json: unknown): Claimed {
  const claim = json as { readonly unservable?: unknown } | null;
  if (typeof claim === "object" && typeof claim?.unservable === "string") {
    return { unservable: claim.unservable as UnservableReason };
  }
  return { result: parseResult(json) };
}

function reportToJson(report: CheckReport, result: Result): Verdict {
  const { valid, reasons, statistics, fingerprint, replay } = report;
  const tokens = result.outputTokens.length;
  const mean = (sum: number): number => sum / LOGIT_STEPS_PER_NAT / tokens;
  return {
    valid,
    reasons,
    ...(statistics && {
      statistics: {
        tokens,
        deficit_mean: mean(statistics.deficitSum),
        deficit_max: statistics.deficitMax / LOGIT_STEPS_PER_NAT,
        deficit_count: statistics.deficitCount,
        chosen_mean: mean(statistics.chosenSum),
        probe_mean: mean(statistics.probeSum),
        probe_count: statistics.probeCount,
      },
    }),
    ...(fingerprint && { fingerprint: base64(fingerprint) }),
    ...(replay && {
      replay: {
        mismatches: replay.mismatches,
        ...(replay.firstMismatch !== undefined && { first_mismatch: replay.firstMismatch }),
        fingerprint_equal: equalBytes(replay.fingerprint, result.fingerprint),
      },
    }),
  };
}
