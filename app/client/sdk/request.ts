/** What is asked, in the chain's form; everything wrong is named before anything is sent. */
import { Role, Sampling, TaskRequest } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { utf8 } from "../../lib/bytes.ts";
import { invalidArgument } from "./error.ts";
import type { AskOptions, ChatMessage } from "./types.ts";

const ROLES = {
  system: Role.ROLE_SYSTEM,
  user: Role.ROLE_USER,
  assistant: Role.ROLE_ASSISTANT,
} as const;

const TEMPERATURE_DEFAULT = 0.7;
const TEMPERATURE_MIN = 0.05;
const TEMPERATURE_MAX = 2;
const TOP_K_MAX = 64;
const COUNT_MAX = 16;
const OUTPUT_TOKENS_DEFAULT = 256;
const STOPS_MAX = 4;
const STOP_BYTES_MAX = 64;

function numberIn(name: string, value: number, least: number, most: number): number {
  if (Number.isFinite(value) && value >= least && value <= most) return value;
  throw invalidArgument(name, `from ${least} to ${most}`);
}

function integerIn(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw invalidArgument(name, `an integer from ${least} to ${most}`);
}

function samplingOf(options: AskOptions): Sampling {
  const temperature = options.temperature ?? TEMPERATURE_DEFAULT;
  if (temperature !== 0 && (temperature < TEMPERATURE_MIN || temperature > TEMPERATURE_MAX)) {
    throw invalidArgument("temperature", `0, or from ${TEMPERATURE_MIN} to ${TEMPERATURE_MAX}`);
  }
  return Sampling.create({
    temperatureMilli: Math.round(1_000 * numberIn("temperature", temperature, 0, TEMPERATURE_MAX)),
    topK: integerIn("topK", options.topK ?? TOP_K_MAX, 1, TOP_K_MAX),
    topPMilli: Math.round(1_000 * numberIn("topP", options.topP ?? 1, 0, 1)),
  });
}

function stopsOf({ stop = [] }: AskOptions): string[] {
  const fits = (text: string): boolean => {
    const { length } = utf8(text);
    return length >= 1 && length <= STOP_BYTES_MAX;
  };
  if (stop.length <= STOPS_MAX && stop.every(fits)) return [...stop];
  throw invalidArgument("stop", `at most ${STOPS_MAX} texts of 1 to ${STOP_BYTES_MAX} bytes`);
}

function messagesOf(prompt: string | readonly ChatMessage[]): readonly ChatMessage[] {
  return typeof prompt === "string" ? [{ role: "user", content: prompt }] : prompt;
}

/** The task that asks `prompt` of `model`. @throws AegisError `invalid_argument` */
export function taskRequestOf(
  prompt: string | readonly ChatMessage[],
  model: string,
  options: AskOptions,
): TaskRequest {
  const sampling = samplingOf(options);
  const count = integerIn("count", options.count ?? 1, 1, COUNT_MAX);
  if (count > 1 && sampling.temperatureMilli === 0) {
    throw invalidArgument("count", "1 at temperature 0: all answers would be the same");
  }
  const isRaw = typeof prompt === "string" && options.raw === true;
  const messages = isRaw ? [] : messagesOf(prompt);
  if (prompt.length === 0) throw invalidArgument("prompt", "a text or messages");
  for (const { role } of messages) {
    if (!Object.hasOwn(ROLES, role)) throw invalidArgument("role", Object.keys(ROLES).join(", "));
  }
  const most = 2 ** 31;
  return TaskRequest.create({
    model,
    messages: messages.map(({ role, content }) => ({ role: ROLES[role], content })),
    prompt: isRaw ? prompt : "",
    sampling,
    maxOutputTokens: integerIn(
      "maxOutputTokens",
      options.maxOutputTokens ?? OUTPUT_TOKENS_DEFAULT,
      1,
      most,
    ),
    stop: stopsOf(options),
    schema: options.schema ?? new Uint8Array(0),
    targetCount: count,
    maxFee: options.maxFee ?? 0n,
  });
}
