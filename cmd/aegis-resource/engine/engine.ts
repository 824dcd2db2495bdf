/**
 * The engine of ASLI over a child process: loads a model, evaluates it, and survives its crashes. A
 * child that ended is replaced at the next call that does not depend on what it had evaluated.
 */
import { CONTEXT_LENGTH_DEFAULT } from "../../../app/asli/constants.ts";
import type { Candidates, Engine, ModelInfo } from "../../../app/asli/engine.ts";
import type {
  Generated,
  Generation,
  GenerationHooks,
  SampledToken,
} from "../../../app/asli/generate.ts";
import { EngineError } from "./error.ts";
import { fileIdentity, hashFile } from "./fileHash.ts";
import { type CallOptions, ChildLink } from "./link.ts";
import { engineFolder } from "./locate.ts";
import type { EngineCallName, EngineCalls, Loaded } from "./messages.ts";
import { unpackCandidates } from "./packed.ts";
import { KERNEL_CLASS } from "./profile.ts";

const SILENCE_MS = 120_000;
const LOAD_SILENCE_MS = 600_000;

/** What to load and how. */
export interface EngineOptions {
  /** Path of a GGUF file. */
  readonly modelPath: string;
  /** SHA-256 that the file must have, in hex; any file when it is left out. */
  readonly sha256?: string;
  /** Tokens that prompt and output fill together at most; 2048 by default. */
  readonly contextLength?: number;
  /** Threads per evaluation; 1 by default. Never above the number of free cores. */
  readonly threads?: number;
  /** Kernel class to run in; `cpu-x64-avx2` by default. */
  readonly kernelClass?: string;
  /** Longest silence of the child during an evaluation, in milliseconds. */
  readonly silenceMs?: number;
}

/**
 * Hashes and loads a model in a child process of its own.
 * @throws EngineError `model_missing`, `model_hash`, `model_invalid`, `context_exceeded`,
 * `out_of_memory`, `kernel_class`, `not_installed`, `timeout`.
 */
export async function openEngine(options: EngineOptions): Promise<ChildEngine> {
  const engine = new ChildEngine(options);
  await engine.start();
  return engine;
}

/** An `Engine` whose model lives in a child process. */
export class ChildEngine implements Engine {
  readonly #options: EngineOptions;
  readonly kernelClass: string;
  #link: ChildLink | undefined;
  #loaded: Loaded | undefined;
  #starting: Promise<ChildLink> | undefined;
  #evaluating = false;
  #closed = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.kernelClass = options.kernelClass ?? KERNEL_CLASS;
  }

  /** Starts the child unless it runs; every call but `step` does so by itself. */
  async start(): Promise<void> {
    await this.#running();
  }

  get model(): ModelInfo {
    return this.#known().model;
  }

  get systemInfo(): string {
    return this.#known().systemInfo;
  }

  /** Package and exact version of the inference library. */
  get library(): string {
    return this.#known().engine;
  }

  /** Process id of the child while it runs. */
  get pid(): number | undefined {
    return this.#link?.alive ? this.#link.pid : undefined;
  }

  async tokenize(text: string): Promise<Uint32Array> {
    return this.#call("tokenize", text);
  }

  async detokenize(ids: Uint32Array): Promise<string> {
    return this.#call("detokenize", ids);
  }

  async begin(prompt: Uint32Array, signal?: AbortSignal): Promise<Candidates> {
    return this.#evaluate("begin", prompt, signal);
  }

  async step(token: number): Promise<Candidates> {
    // A new child knows nothing of the text so far, so none is started for a step.
    if (!this.#link?.alive) {
      throw new EngineError("crashed", "the engine's process ended: begin again");
    }
    return this.#evaluate("step", token);
  }

  async prefill(
    prompt: Uint32Array,
    output: Uint32Array,
    signal?: AbortSignal,
  ): Promise<readonly Candidates[]> {
    return unpackCandidates(await this.#evaluate("prefill", { prompt, output }, signal));
  }

  async generate(generation: Generation, { signal, onToken }: GenerationHooks): Promise<Generated> {
    // What `onToken` throws must stop the child, and then reach the caller as any abort does.
    const failed = new AbortController();
    const stop = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
    const onSampled = (sampled: SampledToken): void => {
      try {
        onToken?.(sampled);
      } catch (error) {
        failed.abort(error);
      }
    };
    const generated = await this.#evaluate("generate", generation, stop, onSampled);
    // The child may have been done before it heard of it.
    stop.throwIfAborted();
    return generated;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#starting?.catch(() => undefined);
    await this.#link?.stop();
    this.#link = undefined;
  }

  #known(): Loaded {
    if (this.#loaded === undefined) throw new EngineError("closed", "the engine was not started");
    return this.#loaded;
  }

  async #evaluate<N extends "begin" | "step" | "prefill" | "generate">(
    name: N,
    input: EngineCalls[N]["input"],
    signal?: AbortSignal,
    onSampled?: CallOptions["onSampled"],
  ): Promise<EngineCalls[N]["output"]> {
    if (this.#evaluating) {
      throw new EngineError("request_invalid", "the engine serves one evaluation at a time");
    }
    this.#evaluating = true;
    try {
      return await this.#call(name, input, { signal, onSampled });
    } finally {
      this.#evaluating = false;
    }
  }

  async #call<N extends EngineCallName>(
    name: N,
    input: EngineCalls[N]["input"],
    options: Omit<CallOptions, "silenceMs"> = {},
  ): Promise<EngineCalls[N]["output"]> {
    const link = await this.#running();
    const silenceMs = this.#options.silenceMs ?? SILENCE_MS;
    return link.call(name, input, { ...options, silenceMs });
  }

  async #running(): Promise<ChildLink> {
    if (this.#closed) throw new EngineError("closed", "the engine was closed");
    if (this.#link?.alive) return this.#link;
    this.#starting ??= this.#load().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #load(): Promise<ChildLink> {
    const file = await hashFile(this.#options.modelPath);
    const expected = this.#loaded?.model.sha256 ?? this.#options.sha256;
    if (expected !== undefined && expected !== file.sha256) {
      throw new EngineError(
        "model_hash",
        `${this.#options.modelPath} has SHA-256 ${file.sha256}, expected ${expected}`,
      );
    }
    const folder = await engineFolder(this.kernelClass);
    const link = new ChildLink();
    try {
      this.#loaded = await this.#loadInto(link, file.path, file.sha256, folder);
      if ((await fileIdentity(file.path)) !== file.identity) {
        throw new EngineError("model_hash", `${file.path} changed while it was loaded: try again`);
      }
    } catch (error) {
      await link.stop();
      throw error;
    }
    this.#link = link;
    return link;
  }

  async #loadInto(
    link: ChildLink,
    modelPath: string,
    modelSha256: string,
    folder: string,
  ): Promise<Loaded> {
    const input = {
      modelPath,
      modelSha256,
      contextLength: this.#options.contextLength ?? CONTEXT_LENGTH_DEFAULT,
      threads: this.#options.threads ?? 1,
      kernelClass: this.kernelClass,
      engineFolder: folder,
    };
    try {
      return await link.call("load", input, { silenceMs: LOAD_SILENCE_MS });
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== "crashed") throw error;
      throw new EngineError(
        "model_invalid",
        `${modelPath} aborts the engine: the file is damaged or no model for it; ${error.message}`,
      );
    }
  }
}
