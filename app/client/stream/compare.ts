/** Whether what a node streamed is what it revealed, and if not, what proves it to the chain. */
import type { ResultContent } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { StreamFraud } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type StreamFault, streamFault } from "../../asli/stream.ts";
import type { StreamEvidence } from "./types.ts";

/** Outcome of a comparison. */
export type StreamComparison =
  | { readonly matches: true }
  | {
      readonly matches: false;
      readonly fault: StreamFault;
      /** An item of MsgSubmitStreamFraud. */
      readonly fraud: StreamFraud;
    };

/** Compares with the result that the same node revealed for the same calculation and attempt. */
export function compareStream(
  evidence: StreamEvidence,
  result: Pick<ResultContent, "tokenIds" | "text" | "finishReason">,
): StreamComparison {
  const fault = streamFault(evidence.chunks, result);
  if (fault === undefined) return { matches: true };
  const { task, node: executor, chunks, signature } = evidence;
  const { taskHash, calculation, attempt } = task;
  const fraud = StreamFraud.create({
    taskHash,
    calculation,
    attempt,
    executor,
    chunks: chunks.map(({ tokenIds, text, finishReason }) => ({
      tokenIds: [...tokenIds],
      text,
      finishReason,
    })),
    signature,
  });
  return { matches: false, fault, fraud };
}
