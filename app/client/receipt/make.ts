/** Makes the receipt of a task with what a node answers. The node need not be trusted. */
import { CommitmentProof } from "../../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { State, TaskStatus } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { equalBytes, hex } from "../../lib/bytes.ts";
import { CollectError, collectRecords, type ProveTask } from "./collect.ts";
import type { Receipt } from "./format.ts";
import { rangePrefix } from "./ranges.ts";

/** A checkpoint that more than two thirds of the whole set's power signed. */
export interface FinalEpoch {
  readonly epoch: bigint;
  /** Of its block. */
  readonly height: bigint;
}

/** What a receipt is made of, wherever it comes from. */
export interface ReceiptSource {
  /** Height of the latest block. */
  latestHeight(): Promise<bigint>;
  /** @throws Error when the state at that height is not kept. */
  readonly prove: ProveTask;
  /** Encoded tendermint.types.LightBlock. */
  lightBlock(height: bigint): Promise<Uint8Array>;
  /** Final checkpoints, the latest first; some of the last are enough. */
  finalEpochs(): Promise<readonly FinalEpoch[]>;
  /** Encoded aegis.checkpoints.v1.CheckpointProof. */
  checkpointProof(epoch: bigint): Promise<Uint8Array>;
}

/** States in which there is nothing to prove yet. */
const UNANSWERED: readonly number[] = [State.STATE_OPEN, State.STATE_COMMITTED];

/**
 * A receipt at the latest final checkpoint that has the task in its present state, or else at the
 * latest block with a header behind it.
 * @throws CollectError when the chain does not know the task or has no answer yet.
 */
export async function makeReceipt(source: ReceiptSource, taskHash: Uint8Array): Promise<Receipt> {
  const latest = await source.latestHeight();
  // The block after the header has the header's own commit.
  const newest = latest - 1n;
  if (newest < 2n) throw new CollectError("the chain has no block to prove anything with yet");
  const status = await statusAt(source.prove, taskHash, newest - 1n);
  if (status === undefined) throw new CollectError(`no task ${hex(taskHash)} on this chain`);
  const { state } = TaskStatus.decode(status);
  if (UNANSWERED.includes(state)) throw new CollectError("the task has no result yet");
  const final = await latestFinal(source, taskHash, status, newest);
  const height = final?.height ?? newest;
  const [records, block, checkpoint] = await Promise.all([
    collectRecords(source.prove, taskHash, height - 1n),
    source.lightBlock(height),
    final && source.checkpointProof(final.epoch),
  ]);
  return { taskHash, ...records, block, path: [], checkpoint };
}

/** The latest final checkpoint whose state has this status of the task and is still kept. */
async function latestFinal(
  source: ReceiptSource,
  taskHash: Uint8Array,
  status: Uint8Array,
  newest: bigint,
): Promise<FinalEpoch | undefined> {
  for (const final of await source.finalEpochs()) {
    if (final.height > newest || final.height < 2n) continue;
    const then = await statusAt(source.prove, taskHash, final.height - 1n).catch(() => undefined);
    // An earlier one has an earlier state.
    return then !== undefined && equalBytes(then, status) ? final : undefined;
  }
  return undefined;
}

/** The stored status of a task; undefined when there is none. */
async function statusAt(
  prove: ProveTask,
  taskHash: Uint8Array,
  height: bigint,
): Promise<Uint8Array | undefined> {
  const [iavl] = await prove(rangePrefix("status", taskHash), height);
  return iavl && CommitmentProof.decode(iavl.data).exist?.value;
}
