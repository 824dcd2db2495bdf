/** Streams that are not what their node revealed: checked, and punished once per result. */
import type { StreamFraud } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { lastHead, streamFault } from "../../app/asli/stream.ts";
import { addressBytes, isAccountAddress } from "../../app/lib/address.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { requireNode, resultKeyOf, taskOf } from "./access.ts";
import { STREAM_CHUNKS_MAX } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { streamFraudProven } from "./events.ts";
import { penaliseStreamFraud } from "./penalties.ts";
import { isStreaming } from "./privilege.ts";
import { nameOf } from "./results.ts";
import { results, revealedResults, tasks } from "./state.ts";

/** @throws ModuleError as the module's README lists for MsgSubmitStreamFraud. */
export function proveStreamFraud(
  deps: TasksDeps,
  ctx: BlockContext,
  submitter: string,
  item: StreamFraud,
): void {
  checkItem(item);
  if (!tasks.has(ctx, item.taskHash)) throw errors.unknownTask();
  const task = taskOf(ctx, item.taskHash);
  if (!isStreaming(task)) throw errors.notStreaming();
  // An attempt that has been reopened since counts too: the node showed and signed it.
  const result = results.get(ctx, resultKeyOf(item));
  const content = revealedResults.get(ctx, resultKeyOf(item))?.content;
  if (result === undefined || content === undefined) throw errors.unknownResult("not revealed");
  if (result.streamFraud) throw errors.streamFraudKnown();
  const { publicKey, operator } = requireNode(ctx, item.executor);
  const { chainId } = ctx.block;
  const { taskHash, calculation, attempt, executor, chunks, signature } = item;
  const node = addressBytes(executor);
  const head = lastHead({ chainId, taskHash, calculation, attempt, node }, chunks);
  if (!deps.verifySignature(signature, head, publicKey)) throw errors.streamSignature();
  if (streamFault(chunks, content) === undefined) throw errors.streamMatches();

  results.set(ctx, resultKeyOf(result), { ...result, streamFraud: true });
  const isOwn = submitter === executor || submitter === operator;
  penaliseStreamFraud(deps, ctx, result, isOwn ? [] : [submitter]);
  ctx.emit(streamFraudProven, { ...nameOf(result), submitter });
}

function checkItem(item: StreamFraud): void {
  if (item.taskHash.length !== 32) throw errors.invalidItem("task_hash has 32 bytes");
  if (!isAccountAddress(item.executor)) throw errors.invalidItem("executor");
  if (item.signature.length !== 64) throw errors.invalidItem("signature has 64 bytes");
  const { length } = item.chunks;
  if (length < 1 || length > STREAM_CHUNKS_MAX) {
    throw errors.invalidItem(`1 to ${STREAM_CHUNKS_MAX} chunks`);
  }
}
