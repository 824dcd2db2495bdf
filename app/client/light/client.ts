/**
 * A light client: from one trusted header it follows a chain by signatures alone, skipping what it
 * need not see, and lets witnesses contradict its primary. As CometBFT's own: more than two thirds
 * of a header's power must have signed it, and more than a third of the power trusted before, which
 * must not be older than the trusting period.
 */
import { hex } from "../../lib/bytes.ts";
import { ReceiptError } from "../receipt/fault.ts";
import {
  type ReceiptBlock,
  readReceiptBlock,
  verifySignatures,
  verifyStep,
} from "../receipt/header.ts";
import { ForkError, LightError } from "./error.ts";
import { encodeLightBlock } from "./types.ts";

/** Where headers come from. */
export interface LightProvider {
  readonly url: string;
  /** Height of its latest block. @throws any Error when it does not answer. */
  latestHeight(): Promise<bigint>;
  /** An encoded light block. @throws any Error when it does not answer, or has none. */
  lightBlock(height: bigint): Promise<Uint8Array>;
}

export interface LightClientOptions {
  readonly chainId: string;
  readonly primary: LightProvider;
  /** Who is asked whether they have the same headers. */
  readonly witnesses: readonly LightProvider[];
  /** A header that is believed without proof; `hash` has 32 bytes. */
  readonly trust: { readonly height: bigint; readonly hash: Uint8Array };
  /** Less than the unbonding time: after it signers can no longer be punished. */
  readonly trustingPeriodMs: number;
  readonly clockDriftMs?: number | undefined;
  /** Unix time. */
  readonly nowMs: () => number;
  /** Hears of each witness that is dropped. */
  readonly onDropped?: ((url: string, reason: string) => void) | undefined;
}

const CLOCK_DRIFT_MS = 10_000;
/** Halving the distance so often covers any chain. */
const BISECTIONS_MAX = 64;
/** Blocks before the first trusted one that are still proven, each by the hash in the next. */
const BACKWARDS_MAX = 64n;
/** Trusted headers that are remembered. */
const KEPT_MAX = 1_000;

export class LightClient {
  private readonly options: LightClientOptions;
  private readonly drift: number;
  /** Trusted headers by height, ascending. */
  private readonly trusted = new Map<bigint, ReceiptBlock>();
  private witnesses: readonly LightProvider[];

  private constructor(options: LightClientOptions) {
    this.options = options;
    this.drift = options.clockDriftMs ?? CLOCK_DRIFT_MS;
    this.witnesses = options.witnesses;
  }

  /** A client that begins with the trusted header. @throws LightError */
  static async start(options: LightClientOptions): Promise<LightClient> {
    const client = new LightClient(options);
    const { height, hash } = options.trust;
    const block = await client.fetch(options.primary, height);
    if (block.fact.hash !== hex(hash)) {
      throw new LightError(
        "trust_mismatch",
        `${options.primary.url} has the header ${block.fact.hash} at height ${height}`,
      );
    }
    client.checkSignatures(block);
    client.remember(block);
    await client.compare(block);
    return client;
  }

  /** The newest header that is trusted. */
  get latest(): ReceiptBlock {
    return [...this.trusted.values()].reduce((a, b) => (a.fact.height > b.fact.height ? a : b));
  }

  /** Witnesses that have not been dropped. */
  get witnessUrls(): readonly string[] {
    return this.witnesses.map(({ url }) => url);
  }

  /** Follows the primary to its latest block. @throws LightError, ForkError */
  async update(): Promise<ReceiptBlock> {
    const height = await this.asked(this.options.primary, () =>
      this.options.primary.latestHeight(),
    );
    return height > this.latest.fact.height ? this.verify(height) : this.latest;
  }

  /**
   * The header at `height`, verified from the nearest trusted one before it; a little before the
   * first of all, by the hashes that lead back to it.
   * @throws LightError, ForkError
   */
  async verify(height: bigint): Promise<ReceiptBlock> {
    const known = this.trusted.get(height);
    if (known !== undefined) return known;
    const before = [...this.trusted.values()].filter(({ fact }) => fact.height < height);
    const from = before.reduce<ReceiptBlock | undefined>(
      (a, b) => (a === undefined || b.fact.height > a.fact.height ? b : a),
      undefined,
    );
    if (from === undefined) return this.verifyBackwards(height);
    const block = (await this.bisect(this.options.primary, from, height)).at(-1) as ReceiptBlock;
    await this.compare(block, from);
    this.remember(block);
    return block;
  }

  private async verifyBackwards(height: bigint): Promise<ReceiptBlock> {
    let block = [...this.trusted.values()].reduce((a, b) =>
      a.fact.height < b.fact.height ? a : b,
    );
    if (height < 1n || block.fact.height - height > BACKWARDS_MAX) {
      throw new LightError("too_early", `height ${height} is before every trusted header`);
    }
    while (block.fact.height > height) {
      const named = block.light.header.lastBlockId?.hash;
      block = await this.fetch(this.options.primary, block.fact.height - 1n);
      if (named === undefined || block.fact.hash !== hex(named)) {
        throw new LightError("bad_header", `height ${block.fact.height} does not lead to trust`);
      }
    }
    this.checkSignatures(block);
    this.remember(block);
    return block;
  }

  /**
   * Headers of the primary that lead from the trusted one at `from` to `height`, both included:
   * each follows from the one before it.
   * @throws LightError
   */
  async path(from: bigint, height: bigint): Promise<readonly ReceiptBlock[]> {
    const first = this.trusted.get(from);
    if (first === undefined) throw new LightError("too_early", `height ${from} is not trusted`);
    if (height === from) return [first];
    return [first, ...(await this.bisect(this.options.primary, first, height))];
  }

  /** Steps from `from` to `height`, in halves where too few of the trusted have signed. */
  private async bisect(
    provider: LightProvider,
    from: ReceiptBlock,
    height: bigint,
  ): Promise<readonly ReceiptBlock[]> {
    const wanted: ReceiptBlock[] = [await this.fetch(provider, height)];
    const made: ReceiptBlock[] = [];
    let current = from;
    for (let steps = 0; steps <= 2 * BISECTIONS_MAX; steps += 1) {
      const next = wanted.at(-1) as ReceiptBlock;
      this.requireFresh(current);
      if (this.follows(current, next)) {
        current = next;
        made.push(next);
        wanted.pop();
        if (wanted.length === 0) return made;
        continue;
      }
      const middle = (current.fact.height + next.fact.height) / 2n;
      if (middle === current.fact.height) break;
      wanted.push(await this.fetch(provider, middle));
    }
    throw new LightError("bad_header", `height ${height} does not follow from trust`);
  }

  private follows(from: ReceiptBlock, to: ReceiptBlock): boolean {
    try {
      verifyStep(from, to);
    } catch (error) {
      if (error instanceof ReceiptError) return false;
      throw error;
    }
    this.checkSignatures(to);
    return true;
  }

  private checkSignatures(block: ReceiptBlock): void {
    if (block.timeMs > this.options.nowMs() + this.drift) {
      throw new LightError("from_the_future", `the header's time is ${block.fact.time}`);
    }
    try {
      verifySignatures(block);
    } catch (error) {
      if (!(error instanceof ReceiptError)) throw error;
      throw new LightError("bad_header", `height ${block.fact.height}: ${error.message}`);
    }
  }

  private requireFresh(block: ReceiptBlock): void {
    if (block.timeMs + this.options.trustingPeriodMs > this.options.nowMs()) return;
    throw new LightError(
      "trust_expired",
      `the trusted header of height ${block.fact.height} is of ${block.fact.time}: take a new ` +
        "one from somebody you trust",
    );
  }

  private async asked<T>(provider: LightProvider, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new LightError("no_answer", `${provider.url}: ${reason}`, { cause: error });
    }
  }

  private async fetch(provider: LightProvider, height: bigint): Promise<ReceiptBlock> {
    const bytes = await this.asked(provider, () => provider.lightBlock(height));
    try {
      const block = readReceiptBlock(bytes, this.options.chainId);
      if (block.fact.height === height) return block;
    } catch (error) {
      if (!(error instanceof ReceiptError)) throw error;
      throw new LightError("bad_header", `${provider.url}: ${error.message}`);
    }
    throw new LightError("bad_header", `${provider.url} answers with another height`);
  }

  /**
   * Asks every witness for the same header. One that has another, and can prove it, shows a fork;
   * one that cannot is dropped, as one that does not answer.
   */
  private async compare(block: ReceiptBlock, from: ReceiptBlock = block): Promise<void> {
    if (this.options.witnesses.length === 0) return;
    const kept: LightProvider[] = [];
    for (const witness of this.witnesses) {
      const reason = await this.objection(witness, block, from);
      if (reason === undefined) kept.push(witness);
      else this.options.onDropped?.(witness.url, reason);
    }
    this.witnesses = kept;
    if (kept.length === 0) throw new LightError("no_witness", "no witness is left");
  }

  /** Why a witness is dropped, undefined when it agrees. @throws ForkError */
  private async objection(
    witness: LightProvider,
    block: ReceiptBlock,
    from: ReceiptBlock,
  ): Promise<string | undefined> {
    const { height, hash } = block.fact;
    try {
      const other = await this.fetch(witness, height);
      if (other.fact.hash === hash) return undefined;
      const steps = from === block ? [other] : await this.bisect(witness, from, height);
      const proven = steps.at(-1) as ReceiptBlock;
      this.checkSignatures(proven);
      const blocks = [encodeLightBlock(block.light), encodeLightBlock(proven.light)] as const;
      // Signed by the validators who signed ours, or by those whom trust leads to.
      if (from !== block || proven.fact.validatorsHash === block.fact.validatorsHash) {
        throw new ForkError(height, witness.url, blocks);
      }
      return "it has another chain's header";
    } catch (error) {
      if (error instanceof LightError) return `${error.code}: ${error.message}`;
      throw error;
    }
  }

  private remember(block: ReceiptBlock): void {
    this.trusted.set(block.fact.height, block);
    const heights = [...this.trusted.keys()].sort((a, b) => (a < b ? -1 : 1));
    for (const height of heights.slice(0, -KEPT_MAX)) this.trusted.delete(height);
  }
}
