/** Looking at what engines return, to the last bit, and at how they fail. */
import type { Candidates } from "../../app/asli/engine.ts";
import { EngineError } from "../../cmd/aegis-resource/engine/error.ts";
import { ordered } from "../../cmd/aegis-resource/engine/knownAnswer.ts";

/** A text that is equal for two candidate lists exactly when every id and every bit is. */
export function bits(candidates: Candidates): string {
  const { ids, logits } = ordered(candidates);
  return `${Buffer.from(ids.buffer).toString("hex")} ${Buffer.from(logits.buffer).toString("hex")}`;
}

/** Id of the best candidate. */
export function best(candidates: Candidates): number {
  return ordered(candidates).ids[0] as number;
}

/** The code of the EngineError that `action` rejects with. */
export async function codeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action;
  } catch (error) {
    return error instanceof EngineError ? error.code : `another error: ${error}`;
  }
  return "no error";
}
