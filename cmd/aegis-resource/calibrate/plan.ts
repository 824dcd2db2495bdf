/**
 * What a calibration measures, as a list of steps: honest texts of every temperature, the same
 * texts in another kernel class and at other threads, and dishonest ones. Rounds hold some of
 * everything, so that even an interrupted calibration has measured some of everything.
 */
import { calibrationPrompt, PROMPT_CHANGES, type PromptChange } from "./prompts.ts";
import { Prng } from "./prng.ts";
import { WEIGHT_KINDS, type WeightKind } from "./copies.ts";

/** Temperatures × 1000 that honest texts are sampled at: every column of the table. */
const TEMPERATURES = [0, 300, 800, 1_000, 1_500] as const;
/** The temperature that everything is measured at. */
const MAIN_TEMPERATURE = 800;
/** Those which dishonest texts take in turns beside it. */
const OTHER_TEMPERATURES = [0, 300, 1_500] as const;

/** Longest outputs in tokens: of some honest texts, and of all others. */
const LONG_TOKENS = 512;
const SHORT_TOKENS = 144;

/** Prompts per round. */
const ROUND = 16;
/** Of the prompts that set limits, one in so many also has dishonest texts. */
const DISHONEST_SHARE = 3;
/**
 * One prompt in so many is also run with two threads, and only so far: on a busy machine two
 * threads wait for each other most of the time.
 */
const THREADS_SHARE = 16;
const THREADS_TOKENS = 24;

/** What one step runs. */
export type StepKind =
  /** The model's own text: generated, then checked by a prefill. */
  | "honest"
  /** An honest text checked in another kernel class. */
  | "other_class"
  /** An honest text generated and checked again with two threads. */
  | "two_threads"
  /** The text of another prompt, under this prompt's name. */
  | "forged"
  /** An honest text with one token replaced and the rest kept. */
  | "edited"
  | PromptChange
  | WeightKind;

/** One text to measure. */
export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  readonly prompt: number;
  readonly temperatureMilli: number;
  /** Longest output in tokens. */
  readonly maxTokens: number;
  /** Number of the prompt whose answer a forged text is. */
  readonly source: number;
}

/** Id of the text of a kind, prompt and temperature. */
export function textId(kind: StepKind, prompt: number, temperatureMilli: number): string {
  return `${kind}/${prompt}/${temperatureMilli}`;
}

/**
 * All steps for `prompts` prompts, round by round; a step needs only those before it. No output is
 * longer than `tokensMax`.
 */
export function plan(prompts: number, tokensMax: number = LONG_TOKENS): Step[] {
  const steps: Step[] = [];
  for (let first = 0; first < prompts; first += ROUND) {
    steps.push(...round(first, Math.min(prompts, first + ROUND)));
  }
  return steps.map((step) => ({ ...step, maxTokens: Math.min(tokensMax, step.maxTokens) }));
}

function round(first: number, end: number): Step[] {
  const prompts = Array.from({ length: end - first }, (_, at) => first + at);
  const step = (kind: StepKind, prompt: number, temperatureMilli: number): Step => ({
    id: textId(kind, prompt, temperatureMilli),
    kind,
    prompt,
    temperatureMilli,
    maxTokens: maxTokens(kind, prompt),
    source: first + ((prompt - first + 3) % (end - first)),
  });
  const honest = prompts.flatMap((prompt) =>
    TEMPERATURES.map((temperature) => step("honest", prompt, temperature)),
  );
  const tried = prompts.filter(triesDishonest);
  const sameWeights = (["forged", "edited", ...PROMPT_CHANGES] as const).flatMap((kind) =>
    tried.map((prompt) => step(kind, prompt, MAIN_TEMPERATURE)),
  );
  const otherClass = prompts.flatMap((prompt) =>
    TEMPERATURES.map((temperature) => step("other_class", prompt, temperature)),
  );
  const threads = prompts
    .filter((prompt) => prompt % THREADS_SHARE === 0)
    .map((prompt) => step("two_threads", prompt, MAIN_TEMPERATURE));
  const weights = WEIGHT_KINDS.flatMap((kind) =>
    tried.flatMap((prompt) =>
      dishonestTemperatures(prompt).map((temperature) => step(kind, prompt, temperature)),
    ),
  );
  return [...honest, ...sameWeights, ...otherClass, ...threads, ...weights];
}

function maxTokens(kind: StepKind, prompt: number): number {
  if (kind === "two_threads") return THREADS_TOKENS;
  return kind === "honest" && calibrationPrompt(prompt).long ? LONG_TOKENS : SHORT_TOKENS;
}

/** Dishonest texts matter where limits are tried, and a few where they are set. */
function triesDishonest(prompt: number): boolean {
  if (calibrationPrompt(prompt).heldOut) return true;
  return Math.floor(prompt / 2) % DISHONEST_SHARE === 0;
}

/** Every second held-out prompt has dishonest weights at another temperature as well. */
function dishonestTemperatures(prompt: number): readonly number[] {
  if (!calibrationPrompt(prompt).heldOut) return [MAIN_TEMPERATURE];
  const turn = new Prng(prompt + 1).below(2 * OTHER_TEMPERATURES.length);
  const other = OTHER_TEMPERATURES[turn];
  return other === undefined ? [MAIN_TEMPERATURE] : [MAIN_TEMPERATURE, other];
}
