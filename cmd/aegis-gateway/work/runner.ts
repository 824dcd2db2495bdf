/**
 * Runs requests: waits for their turn, prices them, stores them, has them answered, and notes what
 * became of their money. What is not known when a request ends is found out by the follower.
 */
import type { Answer, AskOptions, StreamEvent } from "../../../app/client/sdk/types.ts";
import type { Logger } from "../../../app/lib/log.ts";
import type { BorrowedClient, GatewayChain, GatewayClient } from "../chain/chain.ts";
import type { GatewayConfig } from "../home/config.ts";
import type { Journal } from "../journal/journal.ts";
import type { KeyRecord } from "../journal/records.ts";
import { OpenAiError } from "../openai/error.ts";
import type { Asked } from "../openai/parameter.ts";
import type { FairQueue } from "../queue/fairQueue.ts";
import { chainCode, failureOf, isRefusal } from "./failure.ts";
import type { Models } from "./models.ts";

/**
 * Escrows of requests that are under way at once differ in their last digits, so that after a crash
 * a task on the chain tells which request it is of. What is too much comes back.
 */
const FEE_TAGS = 1_000n;

/** What a runner works with. */
export interface RunnerParts {
  readonly chain: GatewayChain;
  readonly journal: Journal;
  readonly queue: FairQueue;
  readonly models: Models;
  readonly config: Pick<GatewayConfig, "answerMs">;
  /** A height that the chain has reached for sure. */
  readonly height: () => number;
  readonly now: () => number;
  readonly log: Logger;
}

/** A request as its endpoint hands it over. */
export interface Work {
  readonly key: KeyRecord;
  readonly endpoint: string;
  readonly asked: Asked;
  /** Bytes of the schema's use, when the answer shall follow one. */
  readonly schema: Uint8Array | undefined;
  /** SHA-256 of the body. */
  readonly digest: Uint8Array;
  /** The Idempotency-Key, if there was one. */
  readonly repeatOf: string | undefined;
  readonly signal: AbortSignal;
}

interface Begun {
  readonly id: number;
  readonly borrowed: BorrowedClient;
  readonly options: AskOptions;
  readonly end: () => void;
}

/** Runs requests of one gateway. */
export class Runner {
  readonly #parts: RunnerParts;
  /** Requests of this process that are under way: nobody else settles what became of them. */
  readonly live: Set<number> = new Set();

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** The answer of a request. @throws OpenAiError, or what no request should cause. */
  async ask(work: Work): Promise<Answer> {
    const repeated = this.#repeated(work);
    if (repeated !== undefined) return this.#wait(work, repeated);
    const begun = await this.#begin(work);
    try {
      const answer = await begun.borrowed.client.ask(work.asked.prompt, begun.options);
      this.#answered(begun.id, answer);
      return answer;
    } catch (error) {
      throw this.#failed(begun, work, error);
    } finally {
      begun.end();
    }
  }

  /** The events of a request that streams; the last is the answer. @throws as `ask`. */
  async *stream(work: Work): AsyncGenerator<StreamEvent> {
    const repeated = this.#repeated(work);
    if (repeated !== undefined) {
      const answer = await this.#wait(work, repeated);
      yield { type: "submitted", taskHash: answer.taskHash, height: answer.height };
      yield { type: "answer", answer };
      return;
    }
    const begun = await this.#begin(work);
    const { client } = begun.borrowed;
    let proving: Promise<void> | undefined;
    try {
      for await (const event of client.stream(work.asked.prompt, begun.options)) {
        if (event.type === "submitted") {
          this.#parts.journal.requests.submitted(begun.id, event.taskHash);
        }
        if (event.type === "answer") this.#answered(begun.id, event.answer);
        if (event.type === "checked" && event.proof !== undefined) {
          proving = this.#prove(client, event.executor, event.proof);
        }
        yield event;
      }
    } catch (error) {
      throw this.#failed(begun, work, error);
    } finally {
      // The owner's account signs the proof, and gets what it brings.
      if (proving === undefined) begun.end();
      else void proving.then(begun.end);
    }
  }

  async #prove(client: GatewayClient, executor: string, proof: Uint8Array): Promise<void> {
    const { log } = this.#parts;
    try {
      const { hash } = await client.proveStream(proof);
      log.warn("a node streamed another answer than it committed: proven", { executor, tx: hash });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error("a stream that differs could not be proven", { executor, reason });
    }
  }

  /** The task of the same request made before. @throws OpenAiError when it was another request. */
  #repeated({ key, repeatOf, digest }: Work): string | undefined {
    if (repeatOf === undefined) return undefined;
    const before = this.#parts.journal.requests.repeated(key.id, repeatOf);
    if (before === undefined) return undefined;
    if (Buffer.compare(before.digest, digest) !== 0) {
      const message = "this Idempotency-Key was used with another request";
      throw new OpenAiError(400, "invalid_request_error", message, { code: "idempotency_error" });
    }
    if (before.task !== undefined) return before.task;
    throw inProgress();
  }

  async #wait({ asked, key, signal }: Work, task: string): Promise<Answer> {
    const { chain, config } = this.#parts;
    try {
      const options = { certainty: asked.certainty, timeoutMs: config.answerMs, signal };
      return await chain.reader.wait(task, options);
    } catch (error) {
      throw failureOf(error, { account: chain.accountOf(key.owner), task }) ?? error;
    }
  }

  async #begin(work: Work): Promise<Begun> {
    const { chain, queue, models } = this.#parts;
    const { key, asked, signal } = work;
    const leave = await queue.enter(key.id, signal);
    let borrowed: BorrowedClient | undefined;
    try {
      await models.find(asked.model);
      borrowed = await chain.borrow(key.owner);
      const used = borrowed;
      const { id, maxFee } = await this.#store(work, used);
      this.live.add(id);
      const end = (): void => {
        this.live.delete(id);
        used.giveBack();
        leave();
      };
      const onSubmitted = (task: string): void => this.#parts.journal.requests.submitted(id, task);
      const options = { ...this.#options(work), maxFee, signal, onSubmitted };
      return { id, borrowed: used, options, end };
    } catch (error) {
      borrowed?.giveBack();
      leave();
      throw failureOf(error) ?? error;
    }
  }

  #options({ asked, schema }: Work): AskOptions {
    return {
      ...asked.options,
      ...(schema === undefined ? {} : { schema }),
      certainty: asked.certainty,
      timeoutMs: this.#parts.config.answerMs,
    };
  }

  /** Prices the request and stores it, before anything of it is sent. */
  async #store(
    work: Work,
    { client }: BorrowedClient,
  ): Promise<{ readonly id: number; readonly maxFee: bigint }> {
    const { journal, chain, height, now } = this.#parts;
    const { key, asked, endpoint, digest, repeatOf } = work;
    const price = await client.quote(asked.prompt, this.#options(work));
    if (asked.maxFee !== undefined && price.maxFee > asked.maxFee) {
      const message = `the request may cost ${price.maxFee} uasi, more than aegis.max_fee`;
      const more = { param: "aegis.max_fee", code: "max_fee_exceeded" };
      throw new OpenAiError(400, "invalid_request_error", message, more);
    }
    const account = chain.accountOf(key.owner);
    const balance = await client.balance(account);
    if (balance < price.maxFee) {
      const message = `the request may cost ${price.maxFee} uasi, and ${balance} are left.`;
      const told = `${message} Deposit uasi to ${account}.`;
      throw new OpenAiError(429, "insufficient_quota", told, { code: "insufficient_quota" });
    }
    // The same request may have come a second time while this one was priced.
    if (this.#repeated(work) !== undefined) throw inProgress();
    const { requests } = journal;
    const row = { key: key.id, owner: key.owner, account };
    const about = { endpoint, model: asked.model, digest, repeatOf };
    const amounts = { maxFee: price.maxFee, afterHeight: height(), nowMs: now() };
    const id = requests.begin({ ...row, ...about, ...amounts }, key.spendingLimit);
    const tagged = price.maxFee + (BigInt(id) % FEE_TAGS);
    const isTagged = asked.maxFee === undefined || tagged <= asked.maxFee;
    const maxFee = isTagged ? tagged : price.maxFee;
    requests.setMaxFee(id, maxFee);
    return { id, maxFee };
  }

  #answered(id: number, { taskHash, state, settled }: Answer): void {
    const { requests } = this.#parts.journal;
    requests.submitted(id, taskHash);
    if (settled === undefined) requests.seen(id, state);
    else requests.settled(id, state, settled);
  }

  /** Notes what is certain of a failed request; the rest is for the follower. */
  #failed({ id }: Begun, { key }: Work, error: unknown): unknown {
    const { journal, chain } = this.#parts;
    if (isRefusal(error)) journal.requests.dropped(id, "refused", chainCode(error) ?? "");
    const task = journal.requests.find(id)?.task;
    return failureOf(error, { account: chain.accountOf(key.owner), task }) ?? error;
  }
}

function inProgress(): OpenAiError {
  const message = "the request with this Idempotency-Key is being sent";
  const more = { code: "request_in_progress", retryAfterSeconds: 1 };
  return new OpenAiError(409, "invalid_request_error", message, more);
}
