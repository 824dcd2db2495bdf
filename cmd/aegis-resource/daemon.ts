/**
 * The daemon's loop at one height: what a block did to transactions, what the node owes, what it
 * may compute; then the plan, the steps, and the engine. Everything it decides is in the journal or
 * on the chain, so it may die anywhere.
 */
import { type Duty, DutyKind } from "../../proto/gen/aegis/tasks/v1/query.ts";
import type { PendingCalculation } from "../../proto/gen/aegis/tasks/v1/query.ts";
import type { Logger } from "../../app/lib/log.ts";
import type { JobKey, JobStage } from "./journal/job.ts";
import type { Journal } from "./journal/journal.ts";
import type { FactsCache } from "./schedule/facts.ts";
import { type DutyJob, type OpenJob, plan } from "./schedule/plan.ts";
import type { Submitter } from "./submit/submitter.ts";
import type { View } from "./watch.ts";
import type { Runner } from "./work/runner.ts";

/** What the loop needs. */
export interface DaemonParts {
  readonly address: string;
  readonly journal: Journal;
  readonly submitter: Submitter;
  readonly runner: Runner;
  readonly facts: FactsCache;
  readonly log: Logger;
}

/** Calculations that are kept in view at once. */
const OPEN_MAX = 256;
/** Finished jobs are kept for as many blocks. */
const KEPT_BLOCKS = 100_000n;
const PRUNE_EVERY_BLOCKS = 1_000n;

/** What a duty says about how far a job is. */
const STAGE_OF_DUTY: ReadonlyMap<number, JobStage> = new Map([
  [DutyKind.DUTY_KIND_AWAIT_REVEAL, "committed"],
  [DutyKind.DUTY_KIND_REVEAL_RESULT, "committed"],
  [DutyKind.DUTY_KIND_AWAIT_OPENING, "revealed"],
  [DutyKind.DUTY_KIND_REVEAL_FINGERPRINT, "revealed"],
  [DutyKind.DUTY_KIND_COMMIT_VERIFICATION, "open"],
  [DutyKind.DUTY_KIND_AWAIT_VERIFICATIONS, "committed"],
  [DutyKind.DUTY_KIND_REVEAL_VERIFICATION, "committed"],
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
    const { journal, submitter } = this.#parts;
    await submitter.settle(height);
    if (height % PRUNE_EVERY_BLOCKS === 0n) journal.prune(height - KEPT_BLOCKS);
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
    this.#close(listed);

    const { running } = runner;
    const { steps, work, cancel } = plan({ ...view, duties, open, running });
    if (cancel !== undefined) runner.cancel(cancel);
    await submitter.submit(steps, view.height);
    const next = work.find(({ id }) => id !== running?.jobId);
    if (next !== undefined && runner.isReady) runner.begin(journal.job(next.id));
  }

  #dutyJob(duty: Duty, height: bigint): DutyJob[] {
    const { journal, address } = this.#parts;
    const { taskHash, calculation, attempt, executor } = duty;
    const role = executor === address ? "execute" : "verify";
    const stage = STAGE_OF_DUTY.get(duty.kind);
    if (stage === undefined) return [];
    const job = journal.see({ role, taskHash, calculation, attempt, executor }, height, stage);
    if (job.stage === "dropped" || job.stage === "done") return [];
    // While a transaction is under way the journal knows more than this list.
    if (job.stage === stage || job.tx !== undefined) return [{ duty, job }];
    journal.move(job.id, stage, job.note);
    return [{ duty, job: { ...job, stage } }];
  }

  #openJob(pending: PendingCalculation, height: bigint, listed: Set<number>): OpenJob[] {
    const { journal, address, facts, runner, log } = this.#parts;
    const { taskHash, calculation, attempt } = pending;
    const key: JobKey = { role: "execute", taskHash, calculation, attempt, executor: address };
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
