/**
 * The verifier: checks a claim by one teacher-forced prefill, and replays one exactly when it must
 * be certain. It never generates, and takes nothing from the claim that it can make itself.
 */
import { deficit } from "./check.ts";
import type { Candidates, Engine } from "./engine.ts";
import { encodeFingerprint, type FingerprintEntry, fingerprintEntry } from "./fingerprint.ts";
import { gumbelNoise } from "./gumbel.ts";
import { type Job, stopRules, validateJob } from "./job.ts";
import { promptIds, type UnservableReason } from "./promptIds.ts";
import { rankCandidates } from "./quantise.ts";
import { type ReplayOptions, replayTokens } from "./replay.ts";
import type { Claim } from "./result.ts";
import { sampleToken } from "./sampler.ts";
import { type DeficitStatistics, deficitStatistics } from "./statistics.ts";
import type { StopRules } from "./stop.ts";
import { endReasons, impossibleOutput, promptReasons } from "./structure.ts";
import { limitsFor, type Tolerances } from "./tolerances.ts";
import { type DeficitReason, judgeDeficits, type StructureReason } from "./verdict.ts";

/** What a check is told beside job and claim. */
export interface VerifyOptions {
  readonly tolerances: Tolerances;
  readonly signal?: AbortSignal;
  /** Challenge of the probes, 32 bytes, when it is not the job's seed. */
  readonly challenge?: Uint8Array;
  /** End tokens, when they are not those of the model file. */
  readonly endTokens?: readonly number[];
  /** False when the executor's kernel class is another, so that equality proves nothing. */
  readonly sameKernelClass?: boolean;
}

/** What a verifier knows before the executor shows its fingerprint. */
export interface Verification {
  /** Broken rules; empty means valid as far as this half goes. */
  readonly reasons: readonly (StructureReason | DeficitReason | "replay")[];
  /** Absent when the output could not be evaluated at all. */
  readonly evaluation?: Evaluation;
}

/** The verifier's own run over the claimed tokens. */
export interface Evaluation {
  readonly statistics: DeficitStatistics;
  /** The verifier's own fingerprint of the claimed tokens. */
  readonly fingerprint: Uint8Array;
}

/** A run over the claimed tokens, with what only an exact one can find. */
interface Run extends Evaluation {
  readonly exact: readonly "replay"[];
}

type Runner = (
  engine: Engine,
  job: Job,
  prompt: Uint32Array,
  claim: Claim,
  options: VerifyOptions,
) => Promise<Run>;

/**
 * Checks a claim against the job, by one teacher-forced prefill.
 * @throws AsliError as `execute` does; whatever the engine throws.
 */
export async function verify(
  engine: Engine,
  job: Job,
  claim: Claim,
  options: VerifyOptions,
): Promise<Verification> {
  return verifyBy(byPrefill, engine, job, claim, options);
}

/**
 * Checks a claim against the job, token by token: on the executor's kernel class any difference is
 * found. Costs as much as computing the answer.
 * @throws AsliError as `execute` does; whatever the engine throws.
 */
export async function verifyExactly(
  engine: Engine,
  job: Job,
  claim: Claim,
  options: VerifyOptions & Pick<ReplayOptions, "onPosition">,
): Promise<Verification> {
  return verifyBy(byReplay, engine, job, claim, options);
}

async function verifyBy(
  run: Runner,
  engine: Engine,
  job: Job,
  claim: Claim,
  options: VerifyOptions,
): Promise<Verification> {
  validateJob(job);
  const prompt = await promptIds(engine, job);
  if ("unservable" in prompt) return { reasons: ["context"] };
  const own = { ids: prompt.ids, vocabularySize: engine.model.vocabularySize };
  const endTokens = options.endTokens ?? engine.model.endTokens;
  const rules = stopRules(job, prompt.ids.length, endTokens);
  const impossible = impossibleOutput(claim, own, rules);
  if (impossible.length > 0) return { reasons: [...promptReasons(claim, own), ...impossible] };
  const texts = await prefixTexts(engine, claim.outputTokens, rules);
  const { exact, ...evaluation } = await run(engine, job, prompt.ids, claim, options);
  return {
    reasons: [
      ...promptReasons(claim, own),
      ...endReasons(claim, rules, texts),
      ...judgeDeficits(evaluation.statistics, judged(job, claim), options.tolerances),
      ...exact,
    ],
    evaluation,
  };
}

/**
 * Checks the claim that the job cannot be answered.
 * @returns no reason when the verifier comes to the same conclusion, `servable` otherwise.
 */
export async function verifyUnservable(
  engine: Engine,
  job: Job,
  claimed: UnservableReason,
): Promise<StructureReason[]> {
  validateJob(job);
  const prompt = await promptIds(engine, job);
  return "unservable" in prompt && prompt.unservable === claimed ? [] : ["servable"];
}

function judged(job: Job, claim: Claim): { length: number; temperatureMilli: number } {
  return {
    length: claim.outputTokens.length,
    temperatureMilli: job.sampling.temperatureMilli,
  };
}

/** Texts of the output's prefixes; without stop strings only the whole one is asked for. */
async function prefixTexts(
  engine: Engine,
  outputTokens: Uint32Array,
  rules: StopRules,
): Promise<string[]> {
  const texts: string[] = [];
  const { length } = outputTokens;
  for (let size = 1; size <= length; size += 1) {
    const needed = size === length || rules.stopStrings.length > 0;
    texts.push(needed ? await engine.detokenize(outputTokens.subarray(0, size)) : "");
  }
  return texts;
}

async function byPrefill(
  engine: Engine,
  job: Job,
  prompt: Uint32Array,
  claim: Claim,
  options: VerifyOptions,
): Promise<Run> {
  const output = claim.outputTokens;
  const candidates = await engine.prefill(prompt, output, options.signal);
  const noise = gumbelNoise(job.seed);
  const deficits: number[] = [];
  const entries: FingerprintEntry[] = [];
  let isRepeated = true;
  for (const [position, token] of output.entries()) {
    const ranked = rankCandidates(candidates[position] as Candidates);
    const claimed = { token, position };
    const isPick = sampleToken(ranked, job.sampling, noise, position) === token;
    // The sampler's own pick has none.
    const missing = isPick ? 0 : deficit(ranked, claimed, job.sampling, noise, options.tolerances);
    isRepeated &&= isPick;
    deficits.push(missing);
    entries.push(fingerprintEntry(ranked, token, options.challenge ?? job.seed, position));
  }
  return {
    statistics: deficitStatistics(deficits, options.tolerances.deficitBound),
    fingerprint: encodeFingerprint(entries),
    exact: isExact(options)
      ? replayed(isRepeated)
      : await replayReasons(engine, job, prompt, claim, options),
  };
}

/** Whether this prefill sees the very candidates that the executor saw. */
function isExact({ tolerances, sameKernelClass }: VerifyOptions): boolean {
  return tolerances.exact && sameKernelClass !== false;
}

function replayed(isEqual: boolean): "replay"[] {
  return isEqual ? [] : ["replay"];
}

async function byReplay(
  engine: Engine,
  job: Job,
  prompt: Uint32Array,
  claim: Claim,
  options: VerifyOptions & Pick<ReplayOptions, "onPosition">,
): Promise<Run> {
  const { tolerances } = options;
  const noise = gumbelNoise(job.seed);
  const deficits: number[] = [];
  const replay = await replayTokens(engine, job, prompt, claim.outputTokens, {
    ...options,
    onPosition: (ranked, token, position) => {
      deficits.push(deficit(ranked, { token, position }, job.sampling, noise, tolerances));
      options.onPosition?.(ranked, token, position);
    },
  });
  return {
    statistics: deficitStatistics(deficits, tolerances.deficitBound),
    fingerprint: replay.fingerprint,
    exact: replayed(replay.mismatches === 0),
  };
}

/** Short outputs say too little for statistics: there the table asks for an exact replay. */
async function replayReasons(
  engine: Engine,
  job: Job,
  prompt: Uint32Array,
  claim: Claim,
  options: VerifyOptions,
): Promise<"replay"[]> {
  const { length, temperatureMilli } = judged(job, claim);
  const { replay } = limitsFor(options.tolerances, length, temperatureMilli);
  if (!replay || options.sameKernelClass === false) return [];
  const { mismatches } = await replayTokens(engine, job, prompt, claim.outputTokens, options);
  return replayed(mismatches === 0);
}
