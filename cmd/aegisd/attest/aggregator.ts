/**
 * Attests every checkpoint with the validator's key and brings signatures into the chain. Who
 * listens collects those of others and sends them together; who does not gives its own to those
 * that listen, and sends it itself when half of the time is over and no one has.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { isFinalPower, checkpointMessage } from "../../../app/checkpoint/message.ts";
import { hasBit } from "../../../app/checkpoint/bitfield.ts";
import type { PartialSignature } from "../../../app/checkpoint/partial.ts";
import type { ValidatorSet } from "../../../app/checkpoint/validatorSet.ts";
import { blsRawKey } from "../../../app/lib/bls.ts";
import { present } from "../../../app/lib/assert.ts";
import { equalBytes } from "../../../app/lib/bytes.ts";
import type { Logger } from "../../../app/lib/log.ts";
import type { AttestChain, ChainView, OpenCheckpoint } from "./chain.ts";
import type { GuardedKey } from "./guard.ts";
import type { Peer } from "./peers.ts";
import { Pool } from "./pool.ts";
import type { Collector } from "./server.ts";

/** An aggregator sends so many times while a checkpoint is open, and once to make it final. */
const SENDINGS = 16n;
/** Blocks in which a transaction should be included before another one is sent. */
const INCLUSION_BLOCKS = 3n;

export interface AggregatorOptions {
  readonly chain: AttestChain;
  /** Undefined for an aggregator that is no validator. */
  readonly key: GuardedKey | undefined;
  readonly peers: readonly Peer[];
  /** Whether it collects from others. */
  readonly listens: boolean;
  readonly log: Logger;
}

/** One open checkpoint. */
interface Work {
  readonly epoch: bigint;
  readonly pool: Pool;
  /** Undefined when the key is no member of the set. */
  readonly slot: number | undefined;
  /** Peers that have our signature, or do not want it. */
  readonly told: Set<Peer>;
  /** What others are told. */
  offered: PartialSignature | undefined;
  /** Whether the guard forbids to sign. */
  refused: boolean;
  /** Part of the time, in sixteenths, in which something was sent last. */
  sentAt: bigint;
  /** No other transaction before this height. */
  waitUntil: bigint;
}

export class Aggregator implements Collector {
  private readonly options: AggregatorOptions;
  private readonly works = new Map<bigint, Work>();

  constructor(options: AggregatorOptions) {
    this.options = options;
  }

  add: Collector["add"] = ({ epoch, ...partial }) => {
    const work = this.works.get(epoch);
    if (work === undefined) return "unknown_epoch";
    const added = work.pool.add(partial);
    return added.ok ? added.newSigners : added.refusal;
  };

  /** As of the last look: merging takes too long to do it for everybody who asks. */
  merged: Collector["merged"] = (epoch) => this.works.get(epoch)?.offered;

  /** Looks at the chain every `pollMs` until `signal` aborts. Failures are waited out. */
  async run(pollMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.step();
      } catch (error) {
        if (!signal.aborted) this.warn("cannot follow the chain", error);
      }
      await sleep(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Does once what is due. @throws Error when the node does not answer. */
  async step(): Promise<void> {
    const view = await this.options.chain.look();
    for (const one of view.open) {
      try {
        await this.attend(view, one);
      } catch (error) {
        // The other one that is open must not be missed for it.
        this.warn("cannot attest a checkpoint", error);
      }
    }
    for (const epoch of this.works.keys()) {
      if (!view.open.some(({ checkpoint }) => checkpoint.epoch === epoch)) this.works.delete(epoch);
    }
  }

  private async attend(view: ChainView, one: OpenCheckpoint): Promise<void> {
    const { epoch } = one.checkpoint;
    const work = this.works.get(epoch) ?? (await this.begin(view, one));
    this.works.set(epoch, work);
    this.sign(view, one, work);
    await this.gossip(one, work);
    if (this.options.listens) work.offered = work.pool.merged();
    await this.submit(view, one, work);
  }

  private async begin({ chainId }: ChainView, { checkpoint }: OpenCheckpoint): Promise<Work> {
    const { chain, key } = this.options;
    const set = await chain.validatorSet(chainId, checkpoint);
    const pool = new Pool(set, checkpointMessage({ chainId, ...checkpoint }));
    const slot = key && slotOf(set, key.publicKey);
    const told = new Set<Peer>();
    const { epoch } = checkpoint;
    const state = { offered: undefined, refused: false, sentAt: 0n, waitUntil: 0n };
    return { epoch, pool, slot, told, ...state };
  }

  private sign({ chainId }: ChainView, { checkpoint, signed }: OpenCheckpoint, work: Work): void {
    const { key, log } = this.options;
    const { epoch, pool, slot } = work;
    if (key === undefined || slot === undefined || work.refused) return;
    if (pool.has(slot) || hasBit(signed, slot)) return;
    const signature = key.sign(epoch, checkpointMessage({ chainId, ...checkpoint }));
    if (signature === undefined) {
      work.refused = true;
      log.error(
        "another checkpoint of this epoch was signed before, or may have been: not signing",
        {
          epoch: `${epoch}`,
        },
      );
      return;
    }
    const signers = new Uint8Array(Math.ceil(checkpoint.slots / 8));
    signers[slot >> 3] = 1 << (slot & 7);
    const added = pool.add({ signers, signature });
    log.info(added.ok ? "signed" : "own signature is refused", { epoch: `${epoch}`, slot });
  }

  /** Gives our signature to peers, and takes what they have collected when we collect too. */
  private async gossip({ signed }: OpenCheckpoint, work: Work): Promise<void> {
    const { peers, listens, log } = this.options;
    const { epoch, pool, slot, told } = work;
    const own = slot === undefined || hasBit(signed, slot) ? undefined : pool.single(slot);
    const talk = async (peer: Peer): Promise<void> => {
      try {
        if (own !== undefined && !told.has(peer)) {
          const said = await peer.send({ epoch, ...own });
          // It may not know of the checkpoint yet.
          const later = typeof said === "object" && said.refused === "unknown_epoch";
          if (!later) told.add(peer);
          if (typeof said === "object" && !later) {
            log.warn("a peer refuses our signature", { peer: peer.url, code: said.refused });
          }
        }
        const theirs = listens ? await peer.merged(epoch) : undefined;
        if (theirs !== undefined) pool.add(theirs);
      } catch (error) {
        this.warn("a peer does not answer", error, peer.url);
      }
    };
    await Promise.all(peers.map(talk));
  }

  private async submit(view: ChainView, one: OpenCheckpoint, work: Work): Promise<void> {
    const { chain, log } = this.options;
    if (view.height < work.waitUntil) return;
    const part = (SENDINGS * (view.height - one.checkpoint.height)) / view.openBlocks;
    const partial = this.options.listens
      ? collected(one, work, part)
      : lateSignature(one, work, part);
    if (partial === undefined) return;
    work.sentAt = part;
    work.waitUntil = view.height + INCLUSION_BLOCKS;
    try {
      const tx = await chain.attest(work.epoch, partial);
      log.info("sent signatures", { epoch: `${work.epoch}`, tx });
    } catch (error) {
      this.warn("signatures were not sent", error);
    }
  }

  private warn(what: string, error: unknown, peer?: string): void {
    const reason = error instanceof Error ? error.message.split("\n", 1)[0] : "unknown";
    this.options.log.warn(what, { reason, ...(peer === undefined ? {} : { peer }) });
  }
}

function slotOf(set: ValidatorSet, publicKey: Uint8Array): number | undefined {
  const raw = present(blsRawKey(publicKey), "our key");
  for (let slot = 0; slot < set.slots; slot += 1) {
    if (set.powerOf(slot) > 0 && equalBytes(set.keyOf(slot), raw)) return slot;
  }
  return undefined;
}

/** What an aggregator sends: when its turn has come, or when it makes the checkpoint final. */
function collected(
  { checkpoint, signed }: OpenCheckpoint,
  { pool, sentAt }: Work,
  part: bigint,
): PartialSignature | undefined {
  const partial = pool.merged(signed);
  if (partial === undefined) return undefined;
  const { signedPower, totalPower, finalHeight } = checkpoint;
  const power = signedPower + BigInt(pool.powerOf(partial.signers));
  const makesFinal = finalHeight === 0n && isFinalPower(power, totalPower);
  return makesFinal || part > sentAt ? partial : undefined;
}

/** Our own signature, when half of the time is over and no one has brought it. */
function lateSignature(
  { signed }: OpenCheckpoint,
  { pool, slot }: Work,
  part: bigint,
): PartialSignature | undefined {
  if (slot === undefined || hasBit(signed, slot) || 2n * part < SENDINGS) return undefined;
  return pool.single(slot);
}
