/**
 * Which soft final results an idle node checks again of its own accord. A share of all, chosen by
 * the node's own key, so that nobody can know which results nobody will look at.
 */
import { createHmac } from "node:crypto";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { type Result, State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { asBuffer, hex } from "../../../app/lib/bytes.ts";
import type { Chain } from "../chain/chain.ts";
import type { JobKey } from "../journal/job.ts";
import type { Standing } from "./standing.ts";

/** What the choice is made by. */
export interface DoubtParts {
  readonly chain: Chain;
  readonly standing: Standing;
  readonly address: string;
  /** The node's private key, 32 bytes. */
  readonly secret: Uint8Array;
  /** Percent of soft final results that are checked again. */
  readonly sharePercent: number;
}

const PERCENT = 100;
/** Tasks that were looked at and need not be again. */
const REMEMBERED_MAX = 4_096;
/** A number of 32 bits has this many values. */
const NUMBERS = 2 ** 32;

/** Chooses results to doubt. */
export class Doubts {
  readonly #parts: DoubtParts;
  readonly #seen: Set<string> = new Set();

  constructor(parts: DoubtParts) {
    this.#parts = parts;
  }

  /** A result to check again, if there is one that was not looked at before. */
  async next(models: readonly string[]): Promise<JobKey | undefined> {
    const { chain, sharePercent } = this.#parts;
    if (sharePercent === 0) return undefined;
    for (const model of models) {
      for (const hash of await chain.softFinal(model)) {
        if (this.#seen.has(hex(hash))) continue;
        this.#remember(hex(hash));
        if (!this.#isChosen(hash)) continue;
        const record = await chain.task(hash);
        const result = record.results.find((one) => this.#isOpen(record, one));
        if (result !== undefined) return keyOf(result);
      }
    }
    return undefined;
  }

  #isChosen(hash: Uint8Array): boolean {
    const { secret, sharePercent } = this.#parts;
    const digest = createHmac("sha256", asBuffer(secret)).update("aegis/doubt/v1").update(hash);
    return digest.digest().readUInt32BE(0) * PERCENT < sharePercent * NUMBERS;
  }

  /** Whether the chain would take a challenge of this node, and its stake can carry the bond. */
  #isOpen(record: TaskRecord, result: Result): boolean {
    const { standing, address } = this.#parts;
    const node = standing.view?.node;
    const bond = record.task?.rules?.challengeBond ?? 0n;
    if (node === undefined || node.stake < bond || record.task?.qualifies !== "") return false;
    const isMine = result.executor === address || result.operator === node.operator;
    const isKnown = record.verifications.some(
      (one) =>
        one.operator === node.operator &&
        one.calculation === result.calculation &&
        one.attempt === result.attempt &&
        one.executor === result.executor,
    );
    return result.state === State.STATE_SOFT_FINAL && !result.upheld && !isMine && !isKnown;
  }

  #remember(hash: string): void {
    this.#seen.add(hash);
    const oldest = this.#seen.values().next();
    if (this.#seen.size > REMEMBERED_MAX && !oldest.done) this.#seen.delete(oldest.value);
  }
}

function keyOf({ taskHash, calculation, attempt, executor }: Result): JobKey {
  return { role: "challenge", taskHash, calculation, attempt, executor, round: 0 };
}
