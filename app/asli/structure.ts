/**
 * The part of a check that needs no logits: whether a claim has the shape that the job and the
 * verifier's own tokenisation demand.
 */
import { equalBytes } from "../lib/bytes.ts";
import type { Claim } from "./result.ts";
import { findStopString, finishReason, outputText, type StopRules } from "./stop.ts";
import { promptHash } from "./taskHash.ts";
import type { StructureReason } from "./verdict.ts";

/** What the verifier found out itself. */
export interface OwnPrompt {
  readonly ids: Uint32Array;
  readonly vocabularySize: number;
}

/**
 * Broken rules that make it impossible to evaluate the output at all. When there is one, nothing
 * further of the claim is looked at.
 */
export function impossibleOutput(
  claim: Claim,
  own: OwnPrompt,
  rules: StopRules,
): StructureReason[] {
  const reasons: StructureReason[] = [];
  const { length } = claim.outputTokens;
  if (claim.outputTokens.some((id) => id >= own.vocabularySize)) reasons.push("token_range");
  if (length < 1 || length > rules.maxOutputTokens) reasons.push("output_length");
  if (own.ids.length + length > rules.contextLength) reasons.push("context");
  return reasons;
}

/** Broken rules about the prompt's ids. */
export function promptReasons(claim: Claim, own: OwnPrompt): StructureReason[] {
  const reasons: StructureReason[] = [];
  if (claim.promptTokens !== own.ids.length) reasons.push("prompt_count");
  if (!equalBytes(claim.promptHash, promptHash(own.ids))) reasons.push("prompt_hash");
  return reasons;
}

/**
 * Broken rules about where the output ends and what its text is. `texts[i]` is the engine's text of
 * the first i + 1 output tokens; without stop strings only the last one is looked at.
 */
export function endReasons(
  claim: Claim,
  rules: StopRules,
  texts: readonly string[],
): StructureReason[] {
  const reasons: StructureReason[] = [];
  const { outputTokens } = claim;
  const last = outputTokens.length - 1;
  const text = texts[last] ?? "";
  if (outputTokens.subarray(0, last).some((id) => rules.endTokens.includes(id))) {
    reasons.push("end_token_early");
  }
  const early = texts.slice(0, last).some((prefix) => findStopString(prefix, rules.stopStrings));
  if (early) reasons.push("stop_string_early");
  const state = { length: last + 1, lastToken: outputTokens[last] as number, text };
  if (finishReason(rules, state) !== claim.finishReason) reasons.push("finish_reason");
  if (outputText(text, rules.stopStrings) !== claim.text) reasons.push("text");
  return reasons;
}
