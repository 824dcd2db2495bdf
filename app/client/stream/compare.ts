/** What was heard beside what was revealed: the same, or a proof that takes the node's stake. */
import type { StreamFraud } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { ResultContent, RevealedResult } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { streamDiffers } from "../../asli/stream.ts";
import { present } from "../../lib/assert.ts";
import type { SignedChunk } from "./line.ts";
import type { StreamEvidence } from "./read.ts";

/** Whether a stream is the beginning of a result; with a fraud when the result is its node's. */
export type Comparison =
  | { readonly matches: true }
  /** `fraud` is an item of a MsgSubmitStreamFraud; absent when another node made the result. */
  | { readonly matches: false; readonly fraud?: StreamFraud };

/** Compares what a node said with a result that was revealed for the same attempt. */
export function compareStream(evidence: StreamEvidence, revealed: RevealedResult): Comparison {
  const { executor, chunks } = evidence;
  const content = present(revealed.content, "the result's content");
  if (!streamDiffers(chunks, content)) return { matches: true };
  if (executor !== revealed.executor) return { matches: false };
  const proof = chunks.slice(0, proofLength(chunks, content));
  const { taskHash, calculation, attempt } = revealed;
  const fraud = {
    ...{ taskHash, calculation, attempt, executor },
    chunks: proof.map(({ tokenIds, text, finishReason }) => ({ tokenIds, text, finishReason })),
    signature: present(proof.at(-1), "the last chunk of a proof").signature,
  };
  return { matches: false, fraud };
}

/** As few chunks as differ: whoever submits them pays for each. What differs goes on differing. */
function proofLength(chunks: readonly SignedChunk[], content: ResultContent): number {
  let [least, most] = [1, chunks.length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (streamDiffers(chunks.slice(0, middle), content)) most = middle;
    else least = middle + 1;
  }
  return most;
}
