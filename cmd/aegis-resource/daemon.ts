/**
 * The daemon's loop at one height: what a block did to transactions, what the node owes, what it
 * may compute; then the plan, the steps, and the engine. Everything it decides is in the journal or
 * on the chain, so it may die anywhere.
 */
import { type Duty, DutyKind } from "../../proto/gen/aegis/tasks/v1/query.ts";
import type { PendingCalculation } from "../../proto/gen/aegis/tasks/v1/query.ts";
import type { Logger } from "../../app/lib/log.ts";
import type { JobKey, JobRole, JobStage } from "./journal/job.ts";
import type { Journal } from "./journal/journal.ts";
import type { Doubts } from "./schedule/doubts.ts";
import type { FactsCache } from "./schedule/facts.ts";
import { type DutyJob, isFree, type OpenJob, plan } from "./schedule/plan.ts";
import type { Standing } from "./schedule/standing.ts";
import type { Step, Submitter } from "./submit/submitter.ts";
import type { View } from "./watch.ts";
import type { Runner } from "./work/runner.ts";

/** What the loop needs. */
export interface DaemonParts {
  readonly address: string;
  readonly journal: Journal;
  readonly submitter: Submitter;
  readonly runner: Runner;
  readonly facts: FactsCache;
  readonly standing: Standing;
  readonly doubts: Doubts;
  readonly log: Logger;
}

/** Calculations that are kept in view at once. */
const OPEN_MAX = 256;
/** Finished jobs are kept for as many blocks. */
const KEPT_BLOCKS = 100_000n;
const PRUNE_EVERY_BLOCKS = 1_000n;

/** Blocks between two looks for results to doubt. */
const DOUBT_EVERY_BLOCKS = 4n;

/** What a duty says of its job: whose work it is, and how far the chain has taken it. */
const DUTIES: ReadonlyMap<number, readonly [role: JobRole, stage: JobStage]> = new Map([
  [DutyKind.DUTY_KIND_QUALIFY, ["execute", "open"]],
  [DutyKind.DUTY_KIND_AWAIT_REVEAL, ["execute", "committed"]],
  [DutyKind.DUTY_KIND_REVEAL_RESULT, ["execute", "committed"]],
  [DutyKind.DUTY_KIND_AWAIT_OPENING, ["execute", "revealed"]],
  [DutyKind.DUTY_KIND_REVEAL_FINGERPRINT, ["execute", "revealed"]],
  [DutyKind.DUTY_KIND_COMMIT_VERIFICATION, ["verify", "open"]],
  [DutyKind.DUTY_KIND_AWAIT_VERIFICATIONS, ["verify", "committed"]],
  [DutyKind.DUTY_KIND_REVEAL_VERIFICATION, ["verify", "committed"]],
  [DutyKind.DUTY_KIND_COMMIT_AUDIT, ["audit", "open"]],
  [DutyKind.DUTY_KIND_REVEAL_AUDIT, ["audit", "committed"]],
  [DutyKind.DUTY_KIND_REVEAL_CHALLENGE, ["challenge", "committed"]],
  [DutyKind.DUTY_KIND_COMMIT_VOTE, ["vote", "open"]],
  [DutyKind.DUTY_KIND_AWAIT_VOTES, ["vote", "committed"]],
  [DutyKind.DUTY_KIND_REVEAL_VOTE, ["vote", "committed"]],
]);

/** One node's loop. Calls must not overlap. */
export class Daemon {
  readonly #parts: DaemonParts;
  /** Tasks that another model file serves; each is mentioned once. */
  readonly #foreign: Set<string> = new Set();

  constructor(parts: DaemonParts) {
    this.#parts = parts;
  }

  /** First at every height: what became of transactions. */
  async onHeight(height: bigint): Promise<void> {
    const { journal, submitter, standing } = this.#parts;
    await submitter.settle(height);
    await standing.look(height);
    if (height % PRUNE_EVERY_BLOCKS === 0n) journal.prune(height - KEPT_BLOCKS);
  }

  /** Those of `models` on which this node may compute now. */
  active(models: readonly string[]): string[] {
    return this.#parts.standing.active(models);
  }

  /** Then, with the lists of the height: what to do. */
  async onView(view: View): Promise<void> {
    const { journal, submitter, runner, facts } = this.#parts;
    const pending = view.pending.filter(isOpenAt(view.height)).slice(0, OPEN_MAX);
    await facts.read(pending.map(({ taskHash }) => taskHash));
    const listed = new Set<number>();
    const duties = view.duties.flatMap((duty) => this.#dutyJob(duty, view.height));
    for (const { job } of duties) listed.add(job.id);
    const open = pending.flatMap((one) => this.#openJob(one, view.height, listed));
    const accused = this.#accusations(view.height, listed);
    this.#close(listed);

    const { running } = runner;
    const { steps, work, cancel } = plan({ ...view, duties, open, running });
    if (cancel !== undefined) runner.cancel(cancel);
    await submitter.submit([...steps, ...accused], view.height);
    if (!runner.isReady) return;
    const next = work.find(({ id }) => id !== running?.jobId);
    if (next !== undefined) runner.begin(journal.job(next.id));
    else await this.#doubt(view.height);
  }

  /** Challenges that were made and wait for their commit: no list of the chain has them yet. */
  #accusations(height: bigint, listed: Set<number>): Step[] {
    const made = this.#parts.journal.unfinished().filter(({ role, stage, content }) => {
      return role === "challenge" && stage === "open" && content !== undefined;
    });
    for (const { id } of made) listed.add(id);
    return made
      .filter((job) => isFree(job, height))
      .map((job) => ({ kind: "commit_verification", job }));
  }

  /** Nothing is owed and nothing can be earned: looks at what others found right. */
  async #doubt(height: bigint): Promise<void> {
    const { doubts, journal, runner } = this.#parts;
    if (height % DOUBT_EVERY_BLOCKS !== 0n || runner.equipment === undefined) return;
    const models = this.#parts.standing.view?.node?.models.map(({ model }) => model) ?? [];
    const key = await doubts.next(this.active(models));
    if (key === undefined) return;
    const job = journal.see(key, height);
    if (job.stage === "open" && job.content === undefined) runner.begin(job);
  }

  #dutyJob(duty: Duty, height: bigint): DutyJob[] {
    const { journal } = this.#parts;
    const { taskHash, calculation, attempt, executor, round } = duty;
    const [role, stage] = DUTIES.get(duty.kind) ?? [];
    if (role === undefined || stage === undefined) return [];
    const key: JobKey = { role, taskHash, calculation, attempt, executor, round };
    const job = journal.see(key, height, stage);
    if (job.stage === "dropped" || job.stage === "done") return [];
    // While a transaction is under way the journal knows more than this list.
    if (job.stage === stage || job.tx !== undefined) return [{ duty, job }];
    journal.move(job.id, stage, job.note);
    return [{ duty, job: { ...job, stage } }];
  }

  #openJob(pending: PendingCalculation, height: bigint, listed: Set<number>): OpenJob[] {
    const { journal, address, facts, runner, log } = this.#parts;
    const { taskHash, calculation, attempt } = pending;
    const executor = address;
    const key: JobKey = { role: "execute", taskHash, calculation, attempt, executor, round: 0 };
    const before = journal.find(key);
    if (before !== undefined) listed.add(before.id);
    const known = facts.get(taskHash);
    const equipment = runner.equipment;
    if (known === undefined || equipment === undefined) return [];
    if (known.modelSha256 !== equipment.engine.model.sha256) {
      if (this.#foreign.size > OPEN_MAX) this.#foreign.clear();
      if (!this.#foreign.has(known.modelSha256)) {
        this.#foreign.add(known.modelSha256);
        log.warn("tasks of another model file are left to others", { sha256: known.modelSha256 });
      }
      return [];
    }
    const job = before ?? journal.see(key, height);
    listed.add(job.id);
    if (job.stage !== "open") return [];
    return [{ pending, job, facts: known, computeMs: equipment.speed.computeMs(known.size) }];
  }

  /** Ends jobs that the chain does not list any more. */
  #close(listed: ReadonlySet<number>): void {
    const { journal, runner } = this.#parts;
    // Before the model is loaded nobody asks for open calculations, so none is listed.
    if (runner.equipment === undefined) return;
    for (const job of journal.unfinished()) {
      if (listed.has(job.id) || job.tx !== undefined || job.id === runner.running?.jobId) continue;
      if (job.stage === "open")
        journal.move(job.id, "dropped", job.note || "its window has closed");
      else journal.move(job.id, "done", job.note);
    }
  }
}

/** Whether a commit sent now may still count. */
function isOpenAt(height: bigint): (pending: PendingCalculation) => boolean {
  return ({ committed, closeHeight }) =>
    !committed && (closeHeight === 0n || height + 1n <= closeHeight);
}
