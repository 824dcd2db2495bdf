/**
 * Runs one job at a time on the engine: reads the task from the chain, computes or verifies, and
 * stores what came out before anybody hears of it. An engine that dies costs the run, never the
 * daemon; after failures it waits longer each time.
 */
import type { Engine } from "../../../app/asli/engine.ts";
import { present } from "../../../app/lib/assert.ts";
import { hex } from "../../../app/lib/bytes.ts";
import type { Logger } from "../../../app/lib/log.ts";
import type { Chain } from "../chain/chain.ts";
import type { CrashAt } from "../crash.ts";
import { oneLine } from "../engine/error.ts";
import { type Job, type JobRole, jobName } from "../journal/job.ts";
import type { Journal } from "../journal/journal.ts";
import { factsOf } from "../schedule/facts.ts";
import type { Running } from "../schedule/plan.ts";
import type { Committer } from "../submit/items.ts";
import type { Streams } from "../stream/streams.ts";
import { identityOf } from "./asliJob.ts";
import { GiveUp } from "./giveUp.ts";
import { type Made, make, type Pace, paceOf } from "./make.ts";
import { isRankLeft } from "./rank.ts";
import { type RunSize, type SpeedEstimate, speedName } from "./speed.ts";

/** A loaded model, and how fast it runs here. */
export interface Equipment {
  readonly engine: Engine;
  readonly speed: SpeedEstimate;
}

/** What a runner needs. */
export interface RunnerParts {
  readonly chain: Chain;
  readonly journal: Journal;
  readonly committer: Committer;
  readonly crashAt: CrashAt;
  readonly log: Logger;
  readonly logPrompts: boolean;
  /** Tells who may hear what is computed; without it nobody does. */
  readonly streams?: Streams | undefined;
  /** Milliseconds of a clock that only goes forward. */
  readonly nowMs?: () => number;
  /** Hears how long a run took, in seconds, for metrics. */
  readonly onRun?: (role: Job["role"], seconds: number, isDone: boolean) => void;
}

interface Current {
  readonly job: Job;
  readonly startedMs: number;
  estimateMs: number;
  pace?: Pace;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** What the log says of a run that ended well. */
const SAID: Readonly<Record<JobRole, string>> = {
  execute: "computed",
  verify: "verified",
  audit: "audited",
  vote: "judged",
  challenge: "found wrong",
};

const BACKOFF_MS_MIN = 1_000;
const BACKOFF_MS_MAX = 60_000;
/** Failed runs after which a computation, which nobody counts on yet, is given up. */
const FAILURES_MAX = 3;

/** One engine and what it does now. */
export class Runner {
  readonly #parts: RunnerParts;
  #equipment: Equipment | undefined;
  #current: Current | undefined;
  #failuresInRow = 0;
  #notBeforeMs = 0;
  readonly #nowMs: () => number;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#nowMs = parts.nowMs ?? (() => performance.now());
  }

  /** Gives it the model; until then nothing can begin. */
  equip(equipment: Equipment): void {
    this.#equipment = equipment;
  }

  /** The model, once it is loaded. */
  get equipment(): Equipment | undefined {
    return this.#equipment;
  }

  /** What runs now. */
  get running(): Running | undefined {
    if (this.#current === undefined) return undefined;
    const { job, startedMs, estimateMs } = this.#current;
    const remainingMs = Math.max(0, estimateMs - (this.#nowMs() - startedMs));
    return { jobId: job.id, role: job.role, remainingMs };
  }

  /** Whether a job can begin: the model is there, nothing runs, no pause after a failure. */
  get isReady(): boolean {
    if (this.#equipment === undefined) return false;
    return this.#current === undefined && this.#nowMs() >= this.#notBeforeMs;
  }

  /** Begins a job; it ends by itself and never rejects. */
  begin(job: Job): void {
    const abort = new AbortController();
    const startedMs = this.#nowMs();
    this.#parts.journal.started(job.id);
    const ended = this.#run(job, abort.signal, startedMs).finally(() => {
      this.#current = undefined;
    });
    this.#current = { job, startedMs, estimateMs: 0, abort, ended };
  }

  /** Stops what runs. */
  cancel(reason: string): void {
    this.#current?.abort.abort(new Error(reason));
  }

  /** Resolves when nothing runs. */
  async idle(): Promise<void> {
    await this.#current?.ended;
  }

  async #run(job: Job, signal: AbortSignal, startedMs: number): Promise<void> {
    const { journal, log, crashAt, onRun } = this.#parts;
    try {
      const made = await this.#make(job, signal);
      const ms = this.#nowMs() - startedMs;
      this.#learn(made.size, ms);
      journal.ran(job.id, made.content, made.fingerprint);
      this.#failuresInRow = 0;
      onRun?.(job.role, ms / 1_000, true);
      log.info("ran", { job: jobName(job), ms: Math.round(ms), ...made.size });
      crashAt("after-run");
    } catch (error) {
      onRun?.(job.role, (this.#nowMs() - startedMs) / 1_000, false);
      this.#failed(job, error, signal);
    }
  }

  #failed(job: Job, error: unknown, signal: AbortSignal): void {
    const { journal, log } = this.#parts;
    const reason = oneLine(error);
    if (signal.aborted) {
      journal.stopped(job.id, false, reason);
      log.info("stopped", { job: jobName(job), reason });
      return;
    }
    const isOptional = job.role === "execute" || job.role === "challenge";
    const isHopeless = isOptional && job.failures + 1 >= FAILURES_MAX;
    if (error instanceof GiveUp || (isHopeless && job.stage === "open")) {
      journal.stopped(job.id, true, reason);
      journal.move(job.id, "dropped", reason);
      log.warn("given up", { job: jobName(job), reason });
      return;
    }
    journal.stopped(job.id, true, reason);
    const pauseMs = Math.min(BACKOFF_MS_MAX, BACKOFF_MS_MIN * 2 ** this.#failuresInRow);
    this.#failuresInRow += 1;
    this.#notBeforeMs = this.#nowMs() + pauseMs;
    log.error("run failed", { job: jobName(job), reason, pauseMs });
  }

  async #make(job: Job, signal: AbortSignal): Promise<Made> {
    const { chain } = this.#parts;
    const { engine, speed } = present(this.#equipment, "the engine");
    const record = await chain.task(job.taskHash);
    const identity = identityOf(record);
    if (record.calculations[job.calculation]?.attempt !== job.attempt) {
      throw new GiveUp("the calculation has begun anew");
    }
    if (hex(identity.modelSha256) !== engine.model.sha256) {
      throw new GiveUp(`the task needs model file ${hex(identity.modelSha256)}`);
    }
    const { size } = factsOf(record);
    if (this.#current !== undefined) {
      const pace = paceOf(job, record);
      this.#current.pace = pace;
      this.#current.estimateMs = pace === "prefill" ? speed.verifyMs(size) : speed.computeMs(size);
    }
    const isNew = job.role === "execute" && job.stage === "open";
    // A qualification is this node's alone: nobody can come before it.
    const isShared = record.task?.qualifies === "";
    if (isNew && isShared && !isRankLeft(record, job)) throw new GiveUp("every paid rank is taken");
    const revision = await chain.revision(identity.model, identity.revision);
    const { committer, streams } = this.#parts;
    const recorder = streams?.recorder(job, record);
    const made = await make({ engine, committer, job, record, revision, signal, recorder });
    this.#say(job, made);
    return made;
  }

  /** Texts are the users': they appear only when the settings ask for them. */
  #say(job: Job, { facts, text }: Made): void {
    const { log, logPrompts } = this.#parts;
    const isShown = logPrompts && text !== undefined;
    log.info(SAID[job.role], { job: jobName(job), ...facts, ...(isShown && { text }) });
  }

  #learn(size: RunSize, ms: number): void {
    const pace = this.#current?.pace;
    if (size.outputTokens === 0) return;
    const { engine, speed } = present(this.#equipment, "the engine");
    if (pace === "steps") speed.computed(size, ms);
    else if (pace === "prefill") speed.verified(size, ms);
    this.#parts.journal.keepSpeed(speedName(engine), speed.speed);
  }
}
