/**
 * Why a receipt's header may be believed: its validators, its hash or its checkpoint's set are the
 * trusted ones, or it follows step by step from a header of which that is true.
 */
import { hex } from "../../lib/bytes.ts";
import type { CheckpointFact } from "./checkpoint.ts";
import { requireReceipt, ReceiptError } from "./fault.ts";
import {
  type ReceiptBlock,
  readReceiptBlock,
  type SignedFact,
  verifySignatures,
  verifyStep,
} from "./header.ts";

/** What is trusted, and for how long. */
export interface TrustOptions {
  /** 32 bytes: the hash of a validator set or header, or the commitment of a checkpoint's set. */
  readonly trust: Uint8Array;
  /** Unix time. */
  readonly nowMs: number;
  /**
   * How long keys are believed to be those of validators who can still be punished; at most the
   * unbonding time, less what it takes to punish.
   */
  readonly trustingPeriodMs: number;
}

/** What made the header trusted. */
export interface TrustedFact {
  readonly by: "validators" | "header" | "checkpoint";
  /** Of the header that is trusted by itself; the receipt's own when there are no steps. */
  readonly height: bigint;
  readonly steps: number;
}

/** Two weeks: two thirds of the unbonding time. */
export const TRUSTING_PERIOD_MS: number = 14 * 86_400_000;
/** How far clocks of validators may be ahead of ours. */
const CLOCK_DRIFT_MS = 10_000;
/** Steps cost a verification of all signatures each. */
const STEPS_MAX = 64;

interface Claim {
  readonly block: ReceiptBlock;
  /** Encoded light blocks. */
  readonly path: readonly Uint8Array[];
  readonly checkpoint: CheckpointFact | undefined;
  readonly chainId: string;
}

/**
 * Why the header is to be believed, and who signed it.
 * @throws ReceiptError when it is not
 */
export function verifyTrust(
  claim: Claim,
  options: TrustOptions,
): { readonly trusted: TrustedFact; readonly signed: SignedFact } {
  const { block, path, chainId } = claim;
  requireReceipt(path.length <= STEPS_MAX, "too_large", `more than ${STEPS_MAX} steps`);
  const blocks = [...path.map((bytes) => readReceiptBlock(bytes, chainId)), block];
  const root = blocks[0] as ReceiptBlock;
  const by = trustedBy(claim, root, hex(options.trust));
  for (const { timeMs } of blocks) {
    requireReceipt(timeMs <= options.nowMs + CLOCK_DRIFT_MS, "from_future");
  }
  // Old keys may have been sold. A header's own hash, and a checkpoint, need no keys of today.
  if (by === "validators" || path.length > 0) {
    const isFresh = root.timeMs + options.trustingPeriodMs > options.nowMs;
    requireReceipt(isFresh, "expired", `header ${root.fact.height} is of ${root.fact.time}`);
  }
  // In this order nobody makes us check the signatures of more than one block that is made up.
  let signed = verifySignatures(root);
  for (let at = 1; at < blocks.length; at += 1) {
    signed = verifySignatures(blocks[at] as ReceiptBlock);
    verifyStep(blocks[at - 1] as ReceiptBlock, blocks[at] as ReceiptBlock);
  }
  return { trusted: { by, height: root.fact.height, steps: path.length }, signed };
}

function trustedBy(
  { path, checkpoint }: Claim,
  root: ReceiptBlock,
  trust: string,
): TrustedFact["by"] {
  if (root.fact.validatorsHash === trust) return "validators";
  if (root.fact.hash === trust) return "header";
  if (path.length === 0 && checkpoint?.commitment === trust) return "checkpoint";
  throw new ReceiptError("untrusted", `the header's validators are ${root.fact.validatorsHash}`);
}
