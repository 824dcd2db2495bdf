/** Measures how fast this machine runs a model: what it may promise, which deadlines it meets. */
import type { Candidates, Engine } from "../../../app/asli/engine.ts";
import { KNOWN_ANSWER_TEXT } from "../engine/knownAnswer.ts";

/** Tokens per second. */
export interface Speed {
  /** One token after the other, as in generation. */
  readonly decode: number;
  /** Many tokens at once, as in a prompt or a check. */
  readonly prefill: number;
}

const PREFILL_TOKENS = 256;
const DECODE_TOKENS = 32;
const MILLISECONDS = 1_000;

/** Evaluates a prompt of up to 256 tokens, then decodes 32. */
export async function measureSpeed(engine: Engine): Promise<Speed> {
  const text = await engine.tokenize(KNOWN_ANSWER_TEXT.repeat(PREFILL_TOKENS / 16));
  const room = engine.model.contextLength - DECODE_TOKENS;
  const prompt = text.slice(0, Math.min(PREFILL_TOKENS, room));
  // The first evaluation also touches every page of the file.
  await engine.begin(prompt.slice(0, 16));

  const started = performance.now();
  let candidates = await engine.begin(prompt);
  const prefilled = performance.now();
  for (let count = 0; count < DECODE_TOKENS; count += 1) {
    candidates = await engine.step(best(candidates));
  }
  const decoded = performance.now();
  return {
    decode: (DECODE_TOKENS * MILLISECONDS) / (decoded - prefilled),
    prefill: (prompt.length * MILLISECONDS) / (prefilled - started),
  };
}

function best({ ids, logits }: Candidates): number {
  return ids[logits.indexOf(Math.max(...logits))] as number;
}
