/** Runs the steps of a plan, one after the other, and keeps what they saw. */
import type { Prompt } from "../../../app/asli/prompt.ts";
import { unpackLists, packLists } from "./lists.ts";
import { type ChildEngine, openEngine } from "../engine/engine.ts";
import { KERNEL_CLASS, KERNEL_CLASSES } from "../engine/profile.ts";
import { PLAUSIBLE_CHOICE } from "./cheats.ts";
import { type Copies, WEIGHT_KINDS, type WeightKind } from "./copies.ts";
import { nthChoice } from "./draws.ts";
import { type Step, textId } from "./plan.ts";
import { Prng } from "./prng.ts";
import { calibrationPrompt, givenPrompt, type PromptChange } from "./prompts.ts";
import type { Measurements, TextRecord } from "./records.ts";
import { generate, idsOf, plainSampling, repeat, textNoise, textSeed } from "./runs.ts";

/** Of honest texts, one in so many is also checked with its end cut off: another batch shape. */
const SHORT_CHECK_SHARE = 3;

/** What measuring needs. */
export interface MeasureOptions {
  readonly modelPath: string;
  readonly threads: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly copies: Copies;
}

/** Runs steps; owns the engines, of which at most two are loaded at a time. */
export class Measurer {
  readonly #options: MeasureOptions;
  readonly #right: ChildEngine;
  readonly #measurements: Measurements;
  #other: { readonly name: string; readonly engine: ChildEngine } | undefined;

  /** `right` is the calibrated model in the default kernel class. */
  constructor(right: ChildEngine, measurements: Measurements, options: MeasureOptions) {
    this.#right = right;
    this.#measurements = measurements;
    this.#options = options;
  }

  /** The kernel class that honest texts are also checked in; undefined on a machine without. */
  async otherClass(): Promise<string | undefined> {
    return (await this.#openOtherClass())?.kernelClass;
  }

  /** Measures one step and keeps it, or returns false when this machine cannot. */
  async run(step: Step): Promise<boolean> {
    const record = await this.#measure(step);
    if (record === undefined) return false;
    this.#measurements.add(record);
    return true;
  }

  /** Frees the engine that it opened. */
  async close(): Promise<void> {
    await this.#other?.engine.close();
    this.#other = undefined;
  }

  #measure(step: Step): Promise<TextRecord | undefined> {
    const { kind } = step;
    if (kind === "honest") return this.#honest(step);
    if (kind === "other_class") return this.#otherClassCheck(step);
    if (kind === "two_threads") return this.#twoThreads(step);
    if (kind === "forged") return this.#forged(step);
    if (kind === "edited") return this.#edited(step);
    if (isWeightKind(kind)) return this.#otherWeights(step, kind);
    return this.#otherPrompt(step, kind);
  }

  async #honest(step: Step): Promise<TextRecord> {
    const { signal } = this.#options;
    const prompt = await this.#ids(this.#right, calibrationPrompt(step.prompt).prompt);
    const { tokens, lists } = await this.#generate(this.#right, step, prompt);
    const output = Uint32Array.from(tokens);
    const verifier = await this.#right.prefill(prompt, output, signal);
    const third = Math.floor(output.length / 3);
    const short =
      step.prompt % SHORT_CHECK_SHARE === 0 && third > 0
        ? await this.#right.prefill(prompt, output.subarray(0, third), signal)
        : undefined;
    return record(step, tokens, {
      executor: packLists(lists),
      verifier: packLists(verifier),
      ...(short && { verifier_short: packLists(short) }),
    });
  }

  async #otherClassCheck(step: Step): Promise<TextRecord | undefined> {
    const { tokens } = this.#base(step);
    const engine = await this.#openOtherClass();
    if (engine === undefined) return undefined;
    const prompt = await this.#ids(engine, calibrationPrompt(step.prompt).prompt);
    const lists = await engine.prefill(prompt, Uint32Array.from(tokens), this.#options.signal);
    return record(step, tokens, { verifier: packLists(lists) });
  }

  async #twoThreads(step: Step): Promise<TextRecord> {
    const { signal, modelPath } = this.#options;
    const tokens = this.#base(step).tokens.slice(0, step.maxTokens);
    const engine = await this.#open("two threads", { modelPath, threads: 2 });
    const prompt = await this.#ids(engine, calibrationPrompt(step.prompt).prompt);
    return record(step, tokens, {
      executor: packLists(await repeat(engine, prompt, tokens, signal)),
      verifier: packLists(await engine.prefill(prompt, Uint32Array.from(tokens), signal)),
    });
  }

  async #forged(step: Step): Promise<TextRecord> {
    const { tokens } = this.#text(textId("honest", step.source, step.temperatureMilli));
    return this.#checked(step, tokens.slice(0, step.maxTokens));
  }

  async #edited(step: Step): Promise<TextRecord> {
    const { tokens, runs } = this.#base(step);
    const place = new Prng(step.prompt + 1).below(Math.min(tokens.length, step.maxTokens));
    const ranked = unpackLists(runs["executor"] as string)[place];
    const noise = textNoise(this.#options.seed, step.prompt, step.temperatureMilli);
    const sampling = plainSampling(step.temperatureMilli);
    const edited = [...tokens.slice(0, step.maxTokens)];
    if (ranked !== undefined) {
      edited[place] = nthChoice(ranked, sampling, noise, place, PLAUSIBLE_CHOICE);
    }
    return { ...(await this.#checked(step, edited)), edited: place };
  }

  async #otherPrompt(step: Step, change: PromptChange): Promise<TextRecord> {
    const { tokens } = this.#base(step);
    const { signal } = this.#options;
    const given = givenPrompt(calibrationPrompt(step.prompt).prompt, change);
    const prompt = await this.#ids(this.#right, given);
    const verifier = await this.#right.prefill(prompt, Uint32Array.from(tokens), signal);
    const right = await repeat(this.#right, prompt, tokens, signal);
    return record(step, tokens, { verifier: packLists(verifier), right: packLists(right) });
  }

  async #otherWeights(step: Step, kind: WeightKind): Promise<TextRecord> {
    const { signal, threads, copies } = this.#options;
    const engine = await this.#open(kind, { modelPath: copies.path(kind), threads });
    const prompt = await this.#ids(engine, calibrationPrompt(step.prompt).prompt);
    const { tokens, lists } = await this.#generate(engine, step, prompt);
    const verifier = await this.#right.prefill(prompt, Uint32Array.from(tokens), signal);
    const right = await repeat(this.#right, prompt, tokens, signal);
    return record(step, tokens, {
      executor: packLists(lists),
      verifier: packLists(verifier),
      right: packLists(right),
    });
  }

  /** A text that is only checked: its maker has no run of its own to show. */
  async #checked(step: Step, tokens: readonly number[]): Promise<TextRecord> {
    const prompt = await this.#ids(this.#right, calibrationPrompt(step.prompt).prompt);
    const output = Uint32Array.from(tokens);
    const lists = await this.#right.prefill(prompt, output, this.#options.signal);
    return record(step, tokens, { verifier: packLists(lists) });
  }

  #ids(engine: ChildEngine, prompt: Prompt): Promise<Uint32Array> {
    return idsOf(engine, prompt);
  }

  #generate(
    engine: ChildEngine,
    { prompt: index, temperatureMilli, maxTokens }: Step,
    prompt: Uint32Array,
  ): ReturnType<typeof generate> {
    const seed = textSeed(this.#options.seed, index, temperatureMilli);
    const sampling = plainSampling(temperatureMilli);
    return generate(engine, { prompt, sampling, seed, maxTokens }, this.#options.signal);
  }

  #base(step: Step): TextRecord {
    return this.#text(textId("honest", step.prompt, step.temperatureMilli));
  }

  #text(id: string): TextRecord {
    const text = this.#measurements.get(id);
    if (text === undefined) throw new Error(`the text ${id} was not measured`);
    return text;
  }

  async #openOtherClass(): Promise<ChildEngine | undefined> {
    const { modelPath, threads } = this.#options;
    // The last one is that which most CPUs have.
    for (const kernelClass of KERNEL_CLASSES.toReversed()) {
      if (kernelClass === KERNEL_CLASS) continue;
      try {
        return await this.#open(kernelClass, { modelPath, threads, kernelClass });
      } catch {
        // This CPU has not that class; the next one asks for less.
      }
    }
    return undefined;
  }

  async #open(name: string, options: Parameters<typeof openEngine>[0]): Promise<ChildEngine> {
    if (this.#other?.name === name) return this.#other.engine;
    await this.close();
    const engine = await openEngine(options);
    this.#other = { name, engine };
    return engine;
  }
}

function isWeightKind(kind: Step["kind"]): kind is WeightKind {
  return (WEIGHT_KINDS as readonly string[]).includes(kind);
}

function record(
  { id, kind, prompt, temperatureMilli }: Step,
  tokens: readonly number[],
  runs: TextRecord["runs"],
): TextRecord {
  return { id, kind, prompt, temperature_milli: temperatureMilli, tokens, runs };
}
