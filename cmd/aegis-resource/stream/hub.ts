/** The streams of a node, by result: those in memory, and what the journal knows of others. */
import { ResultContent, type Task } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { present } from "../../../app/lib/assert.ts";
import { type Job, type JobKey, jobName } from "../journal/job.ts";
import type { Journal } from "../journal/journal.ts";
import type { Committer } from "../submit/items.ts";
import { NodeStream } from "./nodeStream.ts";

/** Streams that are kept in memory, unless somebody listens to more. */
const STREAMS_KEPT = 64;

/** What a hub needs. */
export interface StreamHubParts {
  readonly journal: Journal;
  readonly committer: Committer;
  readonly nowMs?: () => number;
}

export class StreamHub {
  readonly #parts: StreamHubParts;
  readonly #streams: Map<string, NodeStream> = new Map();

  constructor(parts: StreamHubParts) {
    this.#parts = parts;
  }

  /** The stream of this node's result of a task's attempt, begun or not. */
  stream(
    task: Task,
    { calculation, attempt }: Pick<JobKey, "calculation" | "attempt">,
  ): NodeStream {
    const { committer, journal } = this.#parts;
    const executor = committer.address;
    const taskHash = task.hash;
    const key: JobKey = { role: "execute", taskHash, calculation, attempt, executor, round: 0 };
    const known = this.#streams.get(jobName(key));
    if (known !== undefined) return known;
    const job = journal.find(key);
    const stream = this.#make(task, key, job);
    this.#evict();
    this.#streams.set(jobName(key), stream);
    return stream;
  }

  #make(task: Task, key: JobKey, job: Job | undefined): NodeStream {
    const { committer, journal, nowMs = () => performance.now() } = this.#parts;
    const { chainId, secret, address } = committer;
    const kept = job === undefined ? undefined : journal.streamed(job.id);
    const stream = new NodeStream({
      name: { ...key, chainId, node: addressBytes(address) },
      secret,
      stopStrings: present(task.identity, "identity").stop,
      before: kept === undefined ? undefined : ResultContent.decode(kept),
      keep: (signed) => {
        const { id } = present(job ?? journal.find(key), "the job of a stream");
        journal.keepStreamed(id, ResultContent.encode(ResultContent.create(signed)));
      },
      nowMs,
    });
    if (job?.content === undefined) return stream;
    stream.finish(ResultContent.decode(job.content));
    if (job.stage === "dropped") stream.fail("given_up", "the node has given this result up");
    else if (job.stage !== "open") stream.release();
    return stream;
  }

  /** The commits of these jobs are in a mempool. */
  sent(jobs: readonly JobKey[]): void {
    for (const job of jobs) this.#streams.get(jobName(job))?.release();
  }

  /** The node will not make this result. */
  givenUp(job: JobKey, reason: string): void {
    this.#streams.get(jobName(job))?.fail("given_up", reason);
  }

  #evict(): void {
    for (const [name, stream] of this.#streams) {
      if (this.#streams.size < STREAMS_KEPT) return;
      if (stream.listeners === 0 && !stream.isRunning) this.#streams.delete(name);
    }
  }
}
