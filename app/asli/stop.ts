/**
 * Where an output ends and what its text is. Stop strings are looked for in the engine's text of
 * the whole output so far, never across single tokens, because one character may take several
 * tokens.
 */
import { utf8 } from "../lib/bytes.ts";
import { STOP_STRING_BYTES_MAX, STOP_STRINGS_MAX } from "./constants.ts";
import { AsliError } from "./error.ts";

/** Why an output ends. Where several hold, the first of: `stop`, `stop_string`, `length`. */
export type FinishReason = "stop" | "stop_string" | "length";

/** The rules of one job on one model. */
export interface StopRules {
  readonly endTokens: readonly number[];
  readonly stopStrings: readonly string[];
  readonly maxOutputTokens: number;
  /** Prompt and output together. */
  readonly contextLength: number;
  readonly promptLength: number;
}

/**
 * Checks a job's stop strings.
 * @throws AsliError `stop_invalid` when there are more than 4, or one is empty, longer than 64
 * UTF-8 bytes or not Unicode scalar values.
 */
export function validateStopStrings(stopStrings: readonly string[]): void {
  if (stopStrings.length > STOP_STRINGS_MAX) {
    throw new AsliError("stop_invalid", `at most ${STOP_STRINGS_MAX} stop strings are allowed`);
  }
  for (const stopString of stopStrings) {
    const bytes = utf8(stopString).length;
    if (bytes === 0 || bytes > STOP_STRING_BYTES_MAX || /[\ud800-\udfff]/u.test(stopString)) {
      throw new AsliError(
        "stop_invalid",
        `a stop string has 1 to ${STOP_STRING_BYTES_MAX} bytes of valid text`,
      );
    }
  }
}

/** Where a stop string stands in a text, in UTF-16 units. */
export interface StopMatch {
  readonly at: number;
  readonly stopString: string;
}

/** The earliest occurrence of any stop string; of several there, the longest. */
export function findStopString(
  text: string,
  stopStrings: readonly string[],
): StopMatch | undefined {
  let found: StopMatch | undefined;
  for (const stopString of stopStrings) {
    const at = text.indexOf(stopString);
    if (at < 0) continue;
    const longer = found?.at === at && stopString.length > found.stopString.length;
    if (found === undefined || at < found.at || longer) found = { at, stopString };
  }
  return found;
}

/** The output after one more token. */
export interface OutputState {
  /** Output tokens so far, the last one included. */
  readonly length: number;
  readonly lastToken: number;
  /** The engine's text of all of them; only looked at when the job has stop strings. */
  readonly text: string;
}

/** Why the output ends here, or undefined when it goes on. */
export function finishReason(rules: StopRules, output: OutputState): FinishReason | undefined {
  if (rules.endTokens.includes(output.lastToken)) return "stop";
  if (findStopString(output.text, rules.stopStrings) !== undefined) return "stop_string";
  const full = rules.promptLength + output.length >= rules.contextLength;
  return full || output.length >= rules.maxOutputTokens ? "length" : undefined;
}

/** The text of a whole output: up to the stop string, if one stands in it. */
export function outputText(text: string, stopStrings: readonly string[]): string {
  const match = findStopString(text, stopStrings);
  return match === undefined ? text : text.slice(0, match.at);
}
