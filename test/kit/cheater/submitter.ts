/**
 * The daemon's submitter with a cheat in front: what the daemon has honestly computed is replaced
 * before it is committed, and some steps are left out. Everything else, salts, commitments, journal
 * and resends, is the shipped code.
 */
import { present } from "../../../app/lib/assert.ts";
import { EMPTY_BYTES, equalBytes, hex } from "../../../app/lib/bytes.ts";
import type { Job } from "../../../cmd/aegis-resource/journal/job.ts";
import {
  ChainSubmitter,
  type Step,
  type SubmitterParts,
} from "../../../cmd/aegis-resource/submit/submitter.ts";
import { asliJob, identityOf, resultContent } from "../../../cmd/aegis-resource/work/asliJob.ts";
import { ResultContent, State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Cheat, Occasion, Tools } from "./cheat.ts";
import { HONEST } from "./all.ts";
import type { Script } from "./script.ts";

/** What a cheating node logs when it has replaced what it computed, or left a step out. */
export const CHEATED = "cheated";

/** What a run brought. */
interface Product {
  readonly content: Uint8Array;
  readonly fingerprint: Uint8Array;
}

/** A submitter that sends what the played cheat makes. */
export class CheatingSubmitter extends ChainSubmitter {
  readonly #script: Script;
  readonly #tools: Tools;
  readonly #parts: SubmitterParts;
  /** By job: what is committed must be what is revealed. */
  readonly #made: Map<number, Product> = new Map();

  constructor(parts: SubmitterParts, script: Script, tools: Tools) {
    super(parts);
    this.#parts = parts;
    this.#script = script;
    this.#tools = tools;
  }

  override async submit(steps: readonly Step[], height: bigint): Promise<void> {
    const due: Step[] = [];
    for (const step of steps) {
      const record = await this.#parts.chain.task(step.job.taskHash);
      if (this.#isLeftOut(step, record)) continue;
      due.push({ ...step, job: await this.#replaced({ work: step.job, record }) });
    }
    await super.submit([...due, ...(await this.#accusations(height))], height);
  }

  /** Challenges of soft final results that have not been challenged by this node. */
  async #accusations(height: bigint): Promise<Step[]> {
    const { journal } = this.#parts;
    const accusation = this.#script.cheat?.accusation;
    if (accusation === undefined) return [];
    const steps: Step[] = [];
    for (const record of await this.#tools.newestTasks()) {
      for (const { taskHash, calculation, attempt, executor, state } of record.results) {
        if (state !== State.STATE_SOFT_FINAL) continue;
        const key = { role: "challenge" as const, taskHash, calculation, attempt, executor };
        if (journal.find({ ...key, round: 0 }) !== undefined) continue;
        const work = journal.see({ ...key, round: 0 }, height);
        journal.ran(work.id, await accusation({ work, record }), EMPTY_BYTES);
        this.#say(work, false);
        steps.push({ kind: "commit_verification", job: journal.job(work.id) });
      }
    }
    return steps;
  }

  #isLeftOut({ kind, job }: Step, record: Occasion["record"]): boolean {
    const { cheat } = this.#script;
    // Once caught it lies low, so that what was reopened shows what honest nodes make of it.
    if (kind === "commit_result" && job.attempt > 0 && cheat !== HONEST) return true;
    const { address } = this.#tools;
    const isLeftOut = cheat?.withholds?.({ step: kind, work: job, record, address }) ?? false;
    if (isLeftOut) this.#say(job, false);
    return isLeftOut;
  }

  async #replaced(occasion: Occasion): Promise<Job> {
    const { work } = occasion;
    const made = this.#made.get(work.id);
    const product = made ?? (await this.#make(occasion));
    if (product === undefined) return work;
    if (made === undefined) {
      this.#made.set(work.id, product);
      const before = work.fingerprint ?? EMPTY_BYTES;
      const isSame = equalBytes(product.content, work.content ?? EMPTY_BYTES);
      this.#say(work, isSame && equalBytes(product.fingerprint, before));
    }
    return { ...work, ...product };
  }

  #say({ taskHash }: Job, isSame: boolean): void {
    this.#parts.log.info(CHEATED, { cheat: this.#script.cheat?.name, task: hex(taskHash), isSame });
  }

  async #make(occasion: Occasion): Promise<Product | undefined> {
    const { work } = occasion;
    const { result, verification, vote } = this.#script.cheat ?? HONEST;
    if (work.role === "execute" && result !== undefined) return this.#result(occasion, result);
    const makers = { verify: verification, vote };
    const make = work.role === "verify" || work.role === "vote" ? makers[work.role] : undefined;
    if (make === undefined) return undefined;
    return { content: await make(occasion, this.#tools), fingerprint: EMPTY_BYTES };
  }

  async #result({ work, record }: Occasion, make: NonNullable<Cheat["result"]>): Promise<Product> {
    const identity = identityOf(record);
    const revision = await this.#parts.chain.revision(identity.model, identity.revision);
    const { kernelClass } = ResultContent.decode(present(work.content, "the honest result"));
    const job = asliJob(record, revision, work.calculation);
    const outcome = await make({ job, endTokens: revision.endTokens }, this.#tools);
    const content = ResultContent.encode(resultContent(outcome, kernelClass));
    const fingerprint = "result" in outcome ? outcome.result.fingerprint : EMPTY_BYTES;
    return { content, fingerprint };
  }
}
