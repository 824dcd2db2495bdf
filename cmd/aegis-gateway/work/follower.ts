/**
 * Finds out what became of requests that nobody waits for: tasks whose money has not moved yet, and
 * requests of which a crash left open whether they were sent. Runs beside the server, and first of
 * all at its start.
 */
import type { Logger } from "../../../app/lib/log.ts";
import type { GatewayChain } from "../chain/chain.ts";
import type { Journal } from "../journal/journal.ts";
import type { RequestRecord } from "../journal/records.ts";

/** Tasks that are looked at in one round. */
const BATCH = 100;
/** A transaction that a mempool had is in a block long before this; a dropped one never. */
const LOST_BLOCKS = 60;
const LOST_MS = 60_000;

/** What a follower works with. */
export interface FollowerParts {
  readonly chain: GatewayChain;
  readonly journal: Journal;
  /** Requests that this process runs. */
  readonly live: ReadonlySet<number>;
  readonly log: Logger;
  readonly now: () => number;
}

/** Follows the tasks of one gateway. */
export class Follower {
  readonly #parts: FollowerParts;
  /** Where an orphan was first seen: the chain's height and the time. */
  readonly #orphaned = new Map<number, { readonly height: number; readonly ms: number }>();
  #height = 0;
  #isReachable = false;
  #after = 0;

  constructor(parts: FollowerParts) {
    this.#parts = parts;
  }

  /** The last height that was seen. */
  get height(): number {
    return this.#height;
  }

  /** Whether the node answered the last time. */
  get isReachable(): boolean {
    return this.#isReachable;
  }

  /** One look at everything; never throws. */
  async round(): Promise<void> {
    const { log, chain } = this.#parts;
    try {
      this.#height = await chain.height();
      if (!this.#isReachable) log.info("the chain's node answers", { height: this.#height });
      this.#isReachable = true;
      await this.#adoptOrphans();
      await this.#settle();
    } catch (error) {
      if (this.#isReachable) log.warn("the chain's node fails", { error: messageOf(error) });
      this.#isReachable = false;
    }
  }

  /** Looks at open tasks, a batch in each round, in turns. */
  async #settle(): Promise<void> {
    const { requests } = this.#parts.journal;
    const open = requests.inStage("submitted");
    const later = open.filter(({ id }) => id > this.#after);
    const batch = (later.length > 0 ? later : open).slice(0, BATCH);
    this.#after = batch.at(-1)?.id ?? 0;
    for (const request of batch) {
      if (request.task !== undefined) await this.#look(request.id, request.task);
    }
  }

  async #look(id: number, task: string): Promise<void> {
    const { chain, journal, log } = this.#parts;
    const { state, settled } = await chain.reader.task(task);
    if (settled === undefined) {
      journal.requests.seen(id, state);
      return;
    }
    journal.requests.settled(id, state, settled);
    const { charged, refunded } = settled;
    log.info("settled", {
      request: id,
      task,
      state,
      charged: `${charged}`,
      refunded: `${refunded}`,
    });
  }

  /** Requests that were stored and perhaps sent, and that nobody waits for. */
  #orphans(): RequestRecord[] {
    const { journal, live, now } = this.#parts;
    const orphans = journal.requests.inStage("sending").filter(({ id }) => !live.has(id));
    for (const { id } of orphans) {
      if (this.#orphaned.has(id)) continue;
      this.#orphaned.set(id, { height: this.#height, ms: now() });
    }
    return orphans;
  }

  async #adoptOrphans(): Promise<void> {
    const { chain, journal, log } = this.#parts;
    const orphans = this.#orphans();
    if (orphans.length === 0) return;
    const floor = Math.min(...orphans.map(({ afterHeight }) => afterHeight));
    const accounts = new Set(orphans.map(({ account }) => account));
    for (const listed of await chain.tasksAfter(floor)) {
      const { taskHash, sender, model } = listed;
      if (!accounts.has(sender) || journal.requests.ofTask(taskHash) !== undefined) continue;
      const { maxFee } = await chain.reader.task(taskHash);
      const found = orphans.find(
        (one) => one.account === sender && one.model === model && one.maxFee === maxFee,
      );
      if (found === undefined) {
        log.warn("a task that no open request explains", { task: taskHash, account: sender });
        continue;
      }
      journal.requests.submitted(found.id, taskHash);
      orphans.splice(orphans.indexOf(found), 1);
      this.#orphaned.delete(found.id);
      log.info("found the task of an interrupted request", { request: found.id, task: taskHash });
    }
    for (const { id } of orphans) this.#giveUp(id);
  }

  #giveUp(id: number): void {
    const { journal, log, now } = this.#parts;
    const since = this.#orphaned.get(id);
    if (since === undefined) return;
    if (this.#height < since.height + LOST_BLOCKS || now() < since.ms + LOST_MS) return;
    journal.requests.dropped(id, "lost", "no block has it");
    this.#orphaned.delete(id);
    log.info("an interrupted request was never sent", { request: id });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
