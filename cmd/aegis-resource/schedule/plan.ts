/**
 * The plan of one height, a pure function: which steps are due on the chain, what the engine should
 * do next, and whether it should stop what it does. Reveals come before everything, verifications
 * before computations, and a computation begins only when its commit can still count.
 */
import {
  type Duty,
  DutyKind,
  type PendingCalculation,
} from "../../../proto/gen/aegis/tasks/v1/query.ts";
import type { Job, JobRole, StepKind } from "../journal/job.ts";
import type { Step } from "../submit/submitter.ts";
import type { TaskFacts } from "./facts.ts";

/** A duty with its job. */
export interface DutyJob {
  readonly duty: Duty;
  readonly job: Job;
}

/** A calculation that this node could compute, with its job. */
export interface OpenJob {
  readonly pending: PendingCalculation;
  readonly job: Job;
  readonly facts: TaskFacts;
  /** Estimated time to compute it, in milliseconds. */
  readonly computeMs: number;
}

/** What the engine is doing. */
export interface Running {
  readonly jobId: number;
  readonly role: JobRole;
  /** Estimated rest, in milliseconds. */
  readonly remainingMs: number;
}

/** What a plan is made of. */
export interface Situation {
  readonly height: bigint;
  readonly clockMs: bigint;
  /** Measured time between blocks, in milliseconds. */
  readonly blockMs: number;
  readonly duties: readonly DutyJob[];
  readonly open: readonly OpenJob[];
  readonly running: Running | undefined;
}

/** What to do at this height. */
export interface Plan {
  readonly steps: readonly Step[];
  /** What the engine should run, most urgent first. */
  readonly work: readonly Job[];
  /** Why the engine should stop what it does. */
  readonly cancel?: string;
}

/** Work that is kept in view; more is planned again at the next height. */
const WORK_MAX = 64;

/**
 * A computation that ends within this time is let end before a verification: stopping it would
 * waste more than the verification's window loses.
 */
const PATIENCE_MS = 10_000;

/** The step that a duty asks for, and how urgent its run is when nothing is stored. */
const DUTIES: ReadonlyMap<number, { readonly step?: StepKind; readonly urgency: number }> = new Map(
  [
    [DutyKind.DUTY_KIND_REVEAL_RESULT, { step: "reveal_result", urgency: 0 }],
    [DutyKind.DUTY_KIND_REVEAL_FINGERPRINT, { step: "reveal_fingerprint", urgency: 0 }],
    [DutyKind.DUTY_KIND_REVEAL_VERIFICATION, { step: "reveal_verification", urgency: 0 }],
    [DutyKind.DUTY_KIND_COMMIT_VERIFICATION, { step: "commit_verification", urgency: 1 }],
    [DutyKind.DUTY_KIND_REVEAL_AUDIT, { step: "reveal_verification", urgency: 0 }],
    [DutyKind.DUTY_KIND_REVEAL_CHALLENGE, { step: "reveal_verification", urgency: 0 }],
    [DutyKind.DUTY_KIND_REVEAL_VOTE, { step: "reveal_vote", urgency: 0 }],
    // Its time is measured: nothing may come before it.
    [DutyKind.DUTY_KIND_QUALIFY, { step: "commit_result", urgency: -1 }],
    [DutyKind.DUTY_KIND_COMMIT_AUDIT, { step: "commit_verification", urgency: 1 }],
    [DutyKind.DUTY_KIND_COMMIT_VOTE, { step: "commit_vote", urgency: 1 }],
    [DutyKind.DUTY_KIND_AWAIT_VOTES, { urgency: 2 }],
    [DutyKind.DUTY_KIND_AWAIT_REVEAL, { urgency: 2 }],
    [DutyKind.DUTY_KIND_AWAIT_OPENING, { urgency: 2 }],
    [DutyKind.DUTY_KIND_AWAIT_VERIFICATIONS, { urgency: 2 }],
  ],
);

/** Plans one height. */
export function plan(situation: Situation): Plan {
  const { height } = situation;
  const steps: Step[] = [];
  for (const { duty, job } of situation.duties) {
    const kind = DUTIES.get(duty.kind)?.step;
    if (kind !== undefined && isFree(job, height)) steps.push({ kind, job });
  }
  for (const { pending, job } of situation.open) {
    const isEarly = height + 1n < pending.firstHeight;
    if (!isEarly && isFree(job, height)) steps.push({ kind: "commit_result", job });
  }
  const owed = owedWork(situation);
  const work = [...owed, ...computations(situation)].slice(0, WORK_MAX);
  const cancel = reasonToStop(situation, owed);
  return cancel === undefined ? { steps, work } : { steps, work, cancel };
}

/** Whether the next step of a job may be sent now. */
export function isFree(job: Job, height: bigint): boolean {
  return job.content !== undefined && job.tx === undefined && height >= job.retryHeight;
}

/** Runs that the chain already counts on, most urgent first, then by deadline. */
function owedWork({ duties }: Situation): Job[] {
  const owed = duties.filter(({ job }) => job.content === undefined);
  const urgency = ({ duty }: DutyJob): number => DUTIES.get(duty.kind)?.urgency ?? 2;
  return owed
    .sort((a, b) => urgency(a) - urgency(b) || Number(a.duty.deadlineMs - b.duty.deadlineMs))
    .map(({ job }) => job);
}

/** Computations whose commit can count: fewest commits first, then spread over the nodes. */
function computations(situation: Situation): Job[] {
  const place = ({ pending, facts }: OpenJob): number => {
    const { targetCount } = facts;
    return (pending.calculation + targetCount - (pending.position % targetCount)) % targetCount;
  };
  return situation.open
    .filter((one) => one.job.content === undefined && mayBegin(one, situation))
    .sort(
      (a, b) =>
        a.pending.commits - b.pending.commits ||
        place(a) - place(b) ||
        Number(a.pending.computeDeadlineMs - b.pending.computeDeadlineMs),
    )
    .map(({ job }) => job);
}

/** Whether a run begun now ends when its position may commit, and before the window closes. */
function mayBegin({ pending, computeMs }: OpenJob, situation: Situation): boolean {
  const { height, blockMs, clockMs } = situation;
  const blocks = BigInt(Math.floor(computeMs / Math.max(1, blockMs)));
  const endHeight = height + 1n + blocks;
  if (endHeight < pending.firstHeight) return false;
  if (clockMs > pending.computeDeadlineMs) return false;
  return pending.closeHeight === 0n || endHeight <= pending.closeHeight;
}

function reasonToStop(situation: Situation, owed: readonly Job[]): string | undefined {
  const { running, duties, open } = situation;
  if (running === undefined) return undefined;
  const isRunning = ({ job }: DutyJob | OpenJob): boolean => job.id === running.jobId;
  const own = duties.find(isRunning);
  const isMeasured = own?.duty.kind === DutyKind.DUTY_KIND_QUALIFY;
  const isQualifying = ({ duty, job }: DutyJob): boolean =>
    duty.kind === DutyKind.DUTY_KIND_QUALIFY && job.content === undefined;
  if (!isMeasured && duties.some(isQualifying)) return "a qualification is due";
  if (own !== undefined) return undefined;
  // What this node checks of its own accord is on no list of the chain.
  const isOpen = running.role === "challenge" || open.some(isRunning);
  if (!isOpen) return "its window has closed";
  if (owed.length > 0 && running.remainingMs > PATIENCE_MS) return "a verification is due";
  return undefined;
}
