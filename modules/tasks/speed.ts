/** How long work takes at a model's least speeds, and what a qualification is measured by. */
import type { Round, Task } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { present } from "../../app/lib/assert.ts";
import { largerAmount } from "../../app/lib/coin.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import { paramsItem, revisions } from "./state.ts";

/** Milliseconds for `tokens` at `speed` tokens per second, rounded up. */
export function speedMs(tokens: number, speed: number): bigint {
  const perSecond = BigInt(speed);
  return (BigInt(tokens) * 1_000n + perSecond - 1n) / perSecond;
}

/** Milliseconds that a node has for so many tokens: the model's least speeds, and the way. */
export function allowedMs(ctx: Readable, task: Task, prompt: number, output: number): bigint {
  const { model, revision } = present(task.identity, "identity");
  const { minPrefillSpeed, minDecodeSpeed } = revisions.require(ctx, [model, revision]);
  const { qualificationLatencyMs } = paramsItem.require(ctx);
  return (
    qualificationLatencyMs + speedMs(prompt, minPrefillSpeed) + speedMs(output, minDecodeSpeed)
  );
}

/** How long commits of a qualification are open: never less than its work may take. */
export function qualificationWindowMs(ctx: Readable, task: Task): bigint {
  const { maxOutputTokens } = present(task.identity, "identity");
  const prompt = task.promptBytes + task.templateOverhead;
  const { qualificationWindowMs: window } = paramsItem.require(ctx);
  return largerAmount(window, allowedMs(ctx, task, prompt, maxOutputTokens));
}

/** Milliseconds of the protocol clock between the draw and a commit; at least 1. */
export function measuredMs(round: Round, commitClockMs: bigint): bigint {
  return largerAmount(commitClockMs - round.startClockMs, 1n);
}
