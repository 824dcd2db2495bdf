/**
 * PrepareProposal: the beacon entry first, then transactions that pass the ante chain on a branch
 * that is thrown away. Urgent messages (commits, reveals) get at least half of the bytes before
 * others; transactions of one sender keep their order.
 */
import type {
  RequestPrepareProposal,
  ResponsePrepareProposal,
} from "../../proto/gen/tendermint/abci/types.ts";
import { beaconEntryFor } from "../beacon/proposal.ts";
import { chainStore } from "../chain/state.ts";
import { URGENT_SHARE_PERCENT } from "../constants.ts";
import { ModuleError } from "../module/error.ts";
import { Branch } from "../store/branch.ts";
import { gasLimitOf } from "../tx/fee.ts";
import { committedState, type Host, nextBlock } from "./host.ts";
import { runAnte } from "./runTx.ts";

interface Candidate {
  readonly bytes: Uint8Array;
  /** Size in a block: the bytes, their length and a tag. */
  readonly size: bigint;
  readonly gasWanted: bigint;
  readonly isUrgent: boolean;
}

/** Protobuf size of one entry of a block's data: tag, length, bytes. */
export function entrySize(bytes: Uint8Array): bigint {
  let lengthBytes = 1;
  for (let rest = bytes.length; rest >= 0x80; rest = Math.floor(rest / 128)) lengthBytes++;
  return BigInt(1 + lengthBytes + bytes.length);
}

/** Drops what cannot be decoded; marks as urgent what may be moved before others. */
function candidates(host: Host, txs: readonly Uint8Array[]): readonly Candidate[] {
  const waiting = new Set<string>();
  const out: Candidate[] = [];
  for (const bytes of txs) {
    try {
      const tx = host.decode(bytes);
      const { messages } = tx;
      const senders = messages.map(({ spec, value }) => spec.signer(value));
      const isUrgent =
        messages.every(({ spec }) => spec.lane === "urgent") &&
        // Moving it before an earlier one of its sender would break the sequence.
        senders.every((sender) => !waiting.has(sender));
      if (!isUrgent) for (const sender of senders) waiting.add(sender);
      out.push({ bytes, size: entrySize(bytes), gasWanted: gasLimitOf(tx), isUrgent });
    } catch (error) {
      if (!(error instanceof ModuleError)) throw error;
    }
  }
  return out;
}

/** The order of trial: urgent ones up to their share, then the others, then more urgent ones. */
function inOrder(all: readonly Candidate[], bytesMax: bigint): readonly Candidate[] {
  const share = (bytesMax * URGENT_SHARE_PERCENT) / 100n;
  const first: Candidate[] = [];
  const late: Candidate[] = [];
  let used = 0n;
  for (const candidate of all) {
    if (!candidate.isUrgent) continue;
    const fits = late.length === 0 && used + candidate.size <= share;
    (fits ? first : late).push(candidate);
    if (fits) used += candidate.size;
  }
  return [...first, ...all.filter(({ isUrgent }) => !isUrgent), ...late];
}

export function prepareProposal(
  host: Host,
  request: RequestPrepareProposal,
): ResponsePrepareProposal {
  const committed = committedState(host);
  const state = new Branch(committed);
  const block = nextBlock(state);
  const entry = beaconEntryFor(
    { state: committed, block },
    host.staking,
    request.localLastCommit?.votes ?? [],
  );
  const gasMax = chainStore.state.require({ state }).blockGasMax;
  const txs = [entry];
  let bytesLeft = request.maxTxBytes - entrySize(entry);
  let gas = 0n;
  for (const { bytes, size, gasWanted } of inOrder(candidates(host, request.txs), bytesLeft)) {
    if (size > bytesLeft || (gasMax > 0n && gas + gasWanted > gasMax)) continue;
    if (runAnte(host, bytes, { state, block, mode: "proposal" }).code !== 0) continue;
    gas += gasWanted;
    bytesLeft -= size;
    txs.push(bytes);
  }
  return { txs };
}
