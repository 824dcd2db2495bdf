/** Streams that are not their results: whoever heard one takes its node's stake with it. */
import { FinishReason, type Result } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { StreamFraud } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { streamDiffers, streamHead } from "../../app/asli/stream.ts";
import { addressBytes, isAccountAddress } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { isStreamed, requireNode, resultKeyOf } from "./access.ts";
import { STREAM_CHUNKS_MAX } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { streamFraudProven } from "./events.ts";
import { penaliseWrongStream } from "./penalties.ts";
import { nodes, results, revealedResults, tasks } from "./state.ts";

const FINISH_REASONS: ReadonlySet<number> = new Set(Object.values(FinishReason));

/** @throws ModuleError as the module's README lists for MsgSubmitStreamFraud. */
export function proveStreamFraud(
  deps: TasksDeps,
  ctx: BlockContext,
  submitter: string,
  fraud: StreamFraud,
): void {
  checkItem(fraud);
  const { taskHash, calculation, attempt, executor, chunks, signature } = fraud;
  const task = tasks.get(ctx, taskHash);
  if (task === undefined) throw errors.unknownTask();
  if (!isStreamed(task)) throw errors.notStreamed();
  const key = resultKeyOf(fraud);
  const result = results.get(ctx, key);
  if (result === undefined) throw errors.unknownResult();
  if (result.streamFraud) throw errors.streamPunished();
  const revealed = revealedResults.get(ctx, key);
  if (revealed === undefined) throw errors.notRevealed();
  const { publicKey } = requireNode(ctx, executor);
  if (!streamDiffers(chunks, present(revealed.content, "content"))) throw errors.streamMatches();
  const { chainId } = ctx.block;
  const name = { chainId, taskHash, calculation, attempt, node: addressBytes(executor) };
  if (!deps.verifySignature(signature, streamHead(name, chunks), publicKey)) {
    throw errors.streamSignature();
  }

  results.set(ctx, key, { ...result, streamFraud: true });
  const beneficiaries = isParty(ctx, submitter, result) ? [] : [submitter];
  penaliseWrongStream(deps, ctx, result, beneficiaries);
  ctx.emit(streamFraudProven, { taskHash, calculation, attempt, executor, submitter });
}

function checkItem({ taskHash, executor, chunks, signature }: StreamFraud): void {
  if (taskHash.length !== 32) throw errors.invalidItem("task_hash has 32 bytes");
  if (!isAccountAddress(executor)) throw errors.invalidItem("executor");
  if (signature.length !== 64) throw errors.invalidItem("signature has 64 bytes");
  if (chunks.length === 0) throw errors.invalidItem("chunks are missing");
  if (chunks.length > STREAM_CHUNKS_MAX) throw errors.invalidItem("too many chunks");
  if (chunks.some(({ finishReason }) => !FINISH_REASONS.has(finishReason))) {
    throw errors.invalidItem("finish_reason");
  }
}

/** Nobody is paid for a fault of his own: what he would get is burned. */
function isParty(ctx: BlockContext, submitter: string, { executor, operator }: Result): boolean {
  if (submitter === executor || submitter === operator) return true;
  return nodes.get(ctx, submitter)?.operator === operator;
}
