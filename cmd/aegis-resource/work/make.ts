/** What one run makes of a job: a result, a verification or a vote, as its canonical bytes. */
import { VoteContent } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import type { ModelRevision } from "../../../proto/gen/aegis/tasks/v1/model.ts";
import {
  ResultContent,
  Verdict,
  VerificationContent,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Engine } from "../../../app/asli/engine.ts";
import type { SampledToken } from "../../../app/asli/generate.ts";
import { execute } from "../../../app/asli/executor.ts";
import { fingerprintDistance } from "../../../app/asli/statistics.ts";
import { tolerancesBetween } from "../../../app/asli/tolerances.ts";
import { judgeDistance } from "../../../app/asli/verdict.ts";
import { type VerifyOptions, verify } from "../../../app/asli/verifier.ts";
import { present } from "../../../app/lib/assert.ts";
import { EMPTY_BYTES, equalBytes } from "../../../app/lib/bytes.ts";
import { asliTolerances } from "../../../modules/tasks/index.ts";
import type { Job } from "../journal/job.ts";
import type { Recorder } from "../stream/recorder.ts";
import {
  type Committer,
  commitOfResult,
  commitOfVerification,
  commitOfVote,
} from "../submit/items.ts";
import { asliJob, type Claimed, claimedOf, resultContent } from "./asliJob.ts";
import { exactVerification, vote } from "./exact.ts";
import { GiveUp } from "./giveUp.ts";
import type { RunSize } from "./speed.ts";
import { verification } from "./verification.ts";

/** What a run brought. */
export interface Made {
  readonly content: Uint8Array;
  readonly fingerprint: Uint8Array;
  readonly size: RunSize;
  /** What the log may say of it. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The answer, which only a log that keeps prompts may have. */
  readonly text?: string;
}

/** What a run is made from. */
export interface Material {
  readonly engine: Engine;
  readonly committer: Committer;
  readonly job: Job;
  readonly record: TaskRecord;
  readonly revision: ModelRevision;
  readonly signal: AbortSignal;
  /** Tells the tokens of a computation while they are made. */
  readonly recorder?: Recorder | undefined;
}

/** How a run goes through the tokens; `both` says nothing about either speed. */
export type Pace = "steps" | "prefill" | "both";

/** The pace of a job: all but a plain verification go token by token. */
export function paceOf(job: Job, record: TaskRecord): Pace {
  if (job.role === "challenge") return "both";
  return job.role === "verify" && !isExact(job, record) ? "prefill" : "steps";
}

/** Whether a verification is compared bit by bit. */
function isExact({ role }: Job, { task }: TaskRecord): boolean {
  return role === "audit" || task?.qualifies !== "";
}

/** Runs a job. @throws GiveUp, AsliError and whatever the engine throws. */
export async function make(material: Material): Promise<Made> {
  switch (material.job.role) {
    case "execute":
      return compute(material);
    case "vote":
      return judge(material);
    case "challenge":
      return accuse(material);
    default:
      return check(material);
  }
}

async function compute(material: Material): Promise<Made> {
  const { engine, committer, job, record, revision, signal, recorder } = material;
  const { endTokens } = revision;
  const inference = asliJob(record, revision, job.calculation);
  const hears = recorder && { onToken: (token: SampledToken) => recorder.onToken(token) };
  const outcome = await execute(engine, inference, { signal, endTokens, ...hears });
  const content = resultContent(outcome, engine.kernelClass);
  recorder?.check(content);
  const fingerprint = "result" in outcome ? outcome.result.fingerprint : EMPTY_BYTES;
  const made = { ...job, content: ResultContent.encode(content), fingerprint };
  const committed = record.results.find((result) => isOf(result, job));
  requireSame(committed?.commit, () => commitOfResult(committer, made));
  const { promptTokenCount: promptTokens, tokenIds, text } = content;
  const size = { promptTokens, outputTokens: tokenIds.length };
  return { content: made.content, fingerprint, size, facts: {}, text };
}

/** A verification: by one prefill, or exactly where the chain compares bit by bit. */
async function check(material: Material): Promise<Made> {
  const { engine, job, record } = material;
  const { inference, claimed, options } = claimOf(material);
  const content = isExact(job, record)
    ? await exactVerification(engine, inference, claimed, options)
    : await verification(engine, inference, claimed, options);
  return verified(material, content, claimed);
}

/** A cheap look first; only what looks wrong is replayed, and only what is wrong is accused. */
async function accuse(material: Material): Promise<Made> {
  const { engine, job, record } = material;
  const { inference, claimed, options } = claimOf(material);
  const isOwed = record.verifications.some((one) => isOf(one, job) && isMine(one, material));
  if (!isOwed && (await looksRight(material))) throw new GiveUp("it looks right");
  const content = await exactVerification(engine, inference, claimed, options);
  if (content.verdict === Verdict.VERDICT_VALID) throw new GiveUp("an exact replay confirms it");
  return verified(material, content, claimed);
}

async function looksRight(material: Material): Promise<boolean> {
  const { engine, job, record } = material;
  const { inference, claimed, options } = claimOf(material);
  if ("unservable" in claimed) return false;
  const { reasons, evaluation } = await verify(engine, inference, claimed.claim, options);
  if (reasons.length > 0 || evaluation === undefined) return false;
  const shown = record.fingerprints.find((one) => isOf(one, job));
  const { length } = claimed.claim.outputTokens;
  const executor = present(shown, "the fingerprint of a soft final result").fingerprint;
  const pair = { executor, verifier: evaluation.fingerprint, length };
  const distance = fingerprintDistance(pair, options.tolerances.probeBound);
  const { temperatureMilli } = inference.sampling;
  const between = tolerancesBetween(options.tolerances, options.sameKernelClass !== false);
  return judgeDistance(distance, { length, temperatureMilli }, between).length === 0;
}

async function judge(material: Material): Promise<Made> {
  const { engine, committer, job, record } = material;
  const { inference, claimed, options } = claimOf(material);
  const dispute = record.disputes.find((one) => isOf(one, job));
  if (dispute?.round !== job.round) throw new GiveUp("the dispute is at another round");
  const content = await vote(engine, inference, claimed, options, dispute.challenge);
  const made = { ...job, content: VoteContent.encode(content) };
  const mine = record.votes.find(
    (one) => isOf(one, job) && one.round === job.round && one.member === committer.address,
  );
  requireSame(mine?.commit, () => commitOfVote(committer, made));
  const { verdict, reasons } = content;
  const facts = { verdict, reasons, round: job.round };
  return { content: made.content, fingerprint: EMPTY_BYTES, size: sizeOf(claimed), facts };
}

function verified(material: Material, content: VerificationContent, claimed: Claimed): Made {
  const { committer, job, record } = material;
  const made = { ...job, content: VerificationContent.encode(content) };
  const mine = record.verifications.find((one) => isOf(one, job) && isMine(one, material));
  requireSame(mine?.commit, () => commitOfVerification(committer, made));
  const facts = { verdict: content.verdict, reasons: content.reasons };
  return { content: made.content, fingerprint: EMPTY_BYTES, size: sizeOf(claimed), facts };
}

/** What is claimed, and by what it is judged. */
function claimOf({ engine, job, record, revision, signal }: Material): {
  readonly inference: ReturnType<typeof asliJob>;
  readonly claimed: Claimed;
  readonly options: VerifyOptions;
} {
  const revealed = record.revealed.find((result) => isOf(result, job));
  const content = present(present(revealed, "a revealed result").content, "its content");
  return {
    inference: asliJob(record, revision, job.calculation),
    claimed: claimedOf(content),
    options: {
      signal,
      endTokens: revision.endTokens,
      tolerances: asliTolerances(present(revision.tolerances, "tolerances")),
      sameKernelClass: content.kernelClass === engine.kernelClass,
    },
  };
}

/** A commit that stands on the chain must be this one, or its reveal would be refused. */
function requireSame(committed: Uint8Array | undefined, own: () => Uint8Array): void {
  if (committed === undefined || committed.length === 0) return;
  if (equalBytes(committed, own())) return;
  throw new GiveUp("this is not what was committed: was the model file changed?");
}

function sizeOf(claimed: Claimed): RunSize {
  if ("unservable" in claimed) return { promptTokens: 0, outputTokens: 0 };
  const { promptTokens, outputTokens } = claimed.claim;
  return { promptTokens, outputTokens: outputTokens.length };
}

function isMine(one: { readonly verifier: string }, { committer }: Material): boolean {
  return one.verifier === committer.address;
}

interface OfResult {
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
}

function isOf(one: OfResult, job: Job): boolean {
  const isSame = one.calculation === job.calculation && one.attempt === job.attempt;
  return isSame && one.executor === job.executor;
}
