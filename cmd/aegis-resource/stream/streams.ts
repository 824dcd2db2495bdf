/** The streams of this node: what it has signed of its newest computations, and who listens. */
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { ResultContent } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { type StreamName, streamStart } from "../../../app/asli/stream.ts";
import { keySigner } from "../../../app/client/sign.ts";
import type { SignedChunk } from "../../../app/client/stream/line.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { hex } from "../../../app/lib/bytes.ts";
import type { Logger } from "../../../app/lib/log.ts";
import { oneLine } from "../engine/error.ts";
import { type Job, type JobKey, jobName } from "../journal/job.ts";
import type { Journal } from "../journal/journal.ts";
import type { Committer } from "../submit/items.ts";
import { Recorder } from "./recorder.ts";

/** Streams whose chunks are kept in memory; older ones are read from the journal. */
const STREAMS_KEPT = 256;

/** What streams need. */
export interface StreamsParts {
  readonly committer: Committer;
  readonly journal: Journal;
  readonly log: Logger;
  /** Whether new streams are begun; what was signed before binds the node anyway. */
  readonly isOn: boolean;
  /** Milliseconds of a clock that only goes forward. */
  readonly nowMs?: () => number;
}

/** Which attempt at which calculation. */
export type StreamPlace = Pick<JobKey, "taskHash" | "calculation" | "attempt">;

/** All streams of a node. */
export class Streams {
  readonly #parts: StreamsParts;
  readonly #sign: (head: Uint8Array) => Uint8Array;
  readonly #node: Uint8Array;
  readonly #told: Map<string, SignedChunk[]> = new Map();
  readonly #listeners: Map<string, Set<() => void>> = new Map();

  constructor(parts: StreamsParts) {
    this.#parts = parts;
    this.#sign = keySigner(parts.committer.secret).sign;
    this.#node = addressBytes(parts.committer.address);
  }

  /** Address of the node. */
  get address(): string {
    return this.#parts.committer.address;
  }

  /** The name under which this node streams. */
  nameOf({ taskHash, calculation, attempt }: StreamPlace): StreamName {
    const { chainId } = this.#parts.committer;
    return { chainId, taskHash, calculation, attempt, node: this.#node };
  }

  /** What hears the tokens of `job`; undefined when its task does not stream. */
  recorder(job: Job, record: TaskRecord): Recorder | undefined {
    const { task } = record;
    if (job.role !== "execute" || (task?.streamKey.length ?? 0) === 0) return undefined;
    const before = this.#parts.journal.chunks.of(job.id);
    if (!this.#parts.isOn && before.length === 0) return undefined;
    const recorder = this.#recorderOf(job, before, task?.identity?.stop ?? []);
    recorder.begin();
    return recorder;
  }

  #recorderOf(job: Job, before: readonly SignedChunk[], stopStrings: readonly string[]): Recorder {
    const { journal, nowMs } = this.#parts;
    return new Recorder({
      start: streamStart(this.nameOf(job)),
      before,
      stopStrings,
      sign: this.#sign,
      keep: (chunk) => {
        const told = this.chunks(job);
        journal.chunks.add(job.id, chunk);
        told.push(chunk);
        for (const hear of this.#listeners.get(keyOf(job)) ?? []) hear();
      },
      nowMs: nowMs ?? (() => performance.now()),
    });
  }

  /** Their commits are under way: what was held back may be told. Nothing when it was told. */
  committed(jobs: readonly number[]): void {
    const { journal, log } = this.#parts;
    for (const id of jobs) {
      const job = journal.job(id);
      const before = journal.chunks.of(id);
      // Every stream has a first chunk from the moment when its run begins.
      if (job.content === undefined || before.length === 0) continue;
      try {
        this.#recorderOf(job, before, []).finish(ResultContent.decode(job.content));
      } catch (error) {
        log.error("a stream cannot be ended", { job: jobName(job), reason: oneLine(error) });
      }
    }
  }

  /** The chunks so far; the array grows. */
  chunks(place: StreamPlace): SignedChunk[] {
    const key = keyOf(place);
    const known = this.#told.get(key);
    if (known !== undefined) return known;
    const job = this.job(place);
    const told = job === undefined ? [] : this.#parts.journal.chunks.of(job.id);
    if (job !== undefined) this.#remember(key, told);
    return told;
  }

  /** What the journal knows of that work. */
  job({ taskHash, calculation, attempt }: StreamPlace): Job | undefined {
    const executor = this.address;
    const key = { role: "execute", taskHash, calculation, attempt, executor, round: 0 } as const;
    return this.#parts.journal.find(key);
  }

  /** Why a stream that has not ended never will; undefined while it may. */
  fault(place: StreamPlace): { readonly code: string; readonly message: string } | undefined {
    const job = this.job(place);
    if (job?.stage === "dropped") {
      return { code: "given_up", message: "the node has given this work up" };
    }
    if (job?.content === undefined || job.stage === "open") return undefined;
    if (ResultContent.decode(job.content).unservableReason === 0) return undefined;
    return { code: "unservable", message: "the model cannot answer this task" };
  }

  /** Calls `hear` after each chunk; returns what ends that. */
  listen(place: StreamPlace, hear: () => void): () => void {
    const key = keyOf(place);
    const all = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, all.add(hear));
    return () => {
      all.delete(hear);
      if (all.size === 0) this.#listeners.delete(key);
    };
  }

  #remember(key: string, told: SignedChunk[]): void {
    this.#told.set(key, told);
    for (const oldest of this.#told.keys()) {
      if (this.#told.size <= STREAMS_KEPT) return;
      if (!this.#listeners.has(oldest)) this.#told.delete(oldest);
    }
  }
}

function keyOf({ taskHash, calculation, attempt }: StreamPlace): string {
  return `${hex(taskHash)}/${calculation}/${attempt}`;
}
