/** What was heard beside what was revealed: the same, or a proof that takes the node's stake. */
import type { StreamFraud } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { RevealedResult } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { streamDiffers } from "../../asli/stream.ts";
import { present } from "../../lib/assert.ts";
import type { StreamEvidence } from "./read.ts";

/** Whether a stream is the beginning of a result; with a fraud when the result is its node's. */
export type Comparison =
  | { readonly matches: true }
  /** `fraud` is an item of a MsgSubmitStreamFraud; absent when another node made the result. */
  | { readonly matches: false; readonly fraud?: StreamFraud };

/** Compares what a node said with a result that was revealed for the same attempt. */
export function compareStream(evidence: StreamEvidence, revealed: RevealedResult): Comparison {
  const { executor, chunks, signature } = evidence;
  const { taskHash, calculation, attempt } = revealed;
  if (!streamDiffers(chunks, present(revealed.content, "the result's content"))) {
    return { matches: true };
  }
  if (executor !== revealed.executor) return { matches: false };
  const fraud = { taskHash, calculation, attempt, executor, chunks, signature };
  return { matches: false, fraud };
}
