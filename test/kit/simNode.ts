/**
 * A resource node in this process: the shipped daemon's loop, runner, journal and submitter on the
 * mock consensus, with an engine that a test chooses. A cheat gives it another engine, chain or
 * submitter than the shipped ones.
 */
import type { Engine } from "../../app/asli/engine.ts";
import type { Signer } from "../../app/client/sign.ts";
import { type Logger, silentLogger } from "../../app/lib/log.ts";
import type { Chain } from "../../cmd/aegis-resource/chain/chain.ts";
import { Daemon } from "../../cmd/aegis-resource/daemon.ts";
import { Journal } from "../../cmd/aegis-resource/journal/journal.ts";
import { FactsCache } from "../../cmd/aegis-resource/schedule/facts.ts";
import { Submitter } from "../../cmd/aegis-resource/submit/submitter.ts";
import { Runner } from "../../cmd/aegis-resource/work/runner.ts";
import { SpeedEstimate } from "../../cmd/aegis-resource/work/speed.ts";

/** What a node in this process is made of. */
export interface SimNodeOptions {
  readonly chain: Chain;
  readonly chainId: string;
  readonly signer: Signer;
  /** The node key's secret, from which its salts follow; 32 bytes. */
  readonly secret: Uint8Array;
  readonly engine: Engine;
  readonly models: readonly string[];
  readonly log?: Logger;
}

const BLOCK_MS = 1_000;
/** Tokens per second that the node believes to reach. */
const SPEED = { decode: 1_000, prefill: 10_000 };

/** One node; `act` once per block. */
export class SimNode {
  readonly options: SimNodeOptions;
  readonly #daemon: Daemon;
  readonly #runner: Runner;

  constructor(options: SimNodeOptions) {
    this.options = options;
    const { chain, chainId, signer, secret, engine, log = silentLogger } = options;
    const journal = new Journal(":memory:");
    const committer = { chainId, address: signer.address, secret };
    const parts = { chain, journal, committer, crashAt: () => {}, log };
    this.#runner = new Runner({ ...parts, logPrompts: false });
    this.#runner.equip({ engine, speed: new SpeedEstimate(SPEED) });
    this.#daemon = new Daemon({
      address: signer.address,
      journal,
      submitter: new Submitter(parts),
      runner: this.#runner,
      facts: new FactsCache(chain),
      log,
    });
  }

  /** One look at the chain, and all work that follows from it. */
  async act(): Promise<void> {
    const { chain, models } = this.options;
    const { height, clockMs } = await chain.status();
    await this.#daemon.onHeight(height);
    const lists = await Promise.all(models.map((model) => chain.pending(model)));
    const duties = await chain.duties();
    await this.#daemon.onView({
      height,
      clockMs,
      blockMs: BLOCK_MS,
      duties,
      pending: lists.flat(),
    });
    await this.#runner.idle();
  }
}
