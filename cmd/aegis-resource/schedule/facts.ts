/** What scheduling needs to know of a task, read once: it never changes. */
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { present } from "../../../app/lib/assert.ts";
import { hex } from "../../../app/lib/bytes.ts";
import type { Chain } from "../chain/chain.ts";
import { identityOf } from "../work/asliJob.ts";
import type { RunSize } from "../work/speed.ts";

/** The unchanging part of a task that matters here. */
export interface TaskFacts {
  readonly targetCount: number;
  readonly size: RunSize;
  /** SHA-256 of the model file that the task pinned, in hex. */
  readonly modelSha256: string;
}

/** Tasks remembered; the oldest is forgotten first. */
const REMEMBERED_MAX = 4_096;
/** Tasks read per height, so that a flood of tasks delays no reveal. */
const READS_MAX = 32;
/** Texts have about this many bytes per token in all common tokenizers. */
const BYTES_PER_TOKEN = 4;

/** The facts in a task's record. */
export function factsOf(record: TaskRecord): TaskFacts {
  const identity = identityOf(record);
  const { promptBytes, templateOverhead } = present(record.task, "the task");
  return {
    targetCount: identity.targetCount,
    modelSha256: hex(identity.modelSha256),
    size: {
      promptTokens: Math.ceil(promptBytes / BYTES_PER_TOKEN) + templateOverhead,
      outputTokens: identity.maxOutputTokens,
    },
  };
}

/** Facts by task hash. */
export class FactsCache {
  readonly #chain: Chain;
  readonly #known: Map<string, TaskFacts> = new Map();

  constructor(chain: Chain) {
    this.#chain = chain;
  }

  /** The facts of a task, if they have been read. */
  get(taskHash: Uint8Array): TaskFacts | undefined {
    return this.#known.get(hex(taskHash));
  }

  /** Reads what is not known yet, up to a bound; the rest is read at the next height. */
  async read(taskHashes: Iterable<Uint8Array>): Promise<void> {
    let reads = 0;
    for (const taskHash of taskHashes) {
      if (this.get(taskHash) !== undefined) continue;
      if (reads >= READS_MAX) return;
      reads += 1;
      this.#remember(hex(taskHash), factsOf(await this.#chain.task(taskHash)));
    }
  }

  #remember(key: string, facts: TaskFacts): void {
    this.#known.set(key, facts);
    const oldest = this.#known.keys().next();
    if (this.#known.size > REMEMBERED_MAX && !oldest.done) this.#known.delete(oldest.value);
  }
}
