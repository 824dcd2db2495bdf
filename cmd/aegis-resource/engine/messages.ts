/**
 * What the engine's parent and child process tell each other over Node's IPC channel (advanced
 * serialization, which carries typed arrays as they are). The child answers requests in order.
 */
import type { Candidates, ModelInfo } from "../../../app/asli/engine.ts";
import type { AsliErrorCode } from "../../../app/asli/error.ts";
import type { Generated, Generation, SampledToken } from "../../../app/asli/generate.ts";
import type { EngineErrorCode } from "./error.ts";
import type { PackedCandidates } from "./packed.ts";

/** How the child is to load its model. */
export interface LoadOptions {
  /** Path of the GGUF file. */
  readonly modelPath: string;
  /** SHA-256 of that file, which the parent has computed. */
  readonly modelSha256: string;
  /** Tokens that prompt and output fill together at most. */
  readonly contextLength: number;
  /** Threads per evaluation. */
  readonly threads: number;
  readonly kernelClass: string;
  /** `node_modules` folder that holds the library of the kernel class. */
  readonly engineFolder: string;
}

/** What the child says about itself once its model is loaded. */
export interface Loaded {
  readonly model: ModelInfo;
  readonly systemInfo: string;
  /** Package and version of the library, for instance `node-llama-cpp 3.22.1`. */
  readonly engine: string;
}

/** The requests, each with what it takes and what it answers with. */
export interface EngineCalls {
  readonly load: { readonly input: LoadOptions; readonly output: Loaded };
  readonly tokenize: { readonly input: string; readonly output: Uint32Array };
  readonly detokenize: { readonly input: Uint32Array; readonly output: string };
  readonly begin: { readonly input: Uint32Array; readonly output: Candidates };
  readonly step: { readonly input: number; readonly output: Candidates };
  readonly generate: { readonly input: Generation; readonly output: Generated };
  readonly prefill: {
    readonly input: { readonly prompt: Uint32Array; readonly output: Uint32Array };
    readonly output: PackedCandidates;
  };
}

export type EngineCallName = keyof EngineCalls;

/** From parent to child. */
export type ParentMessage =
  | {
      [N in EngineCallName]: {
        readonly id: number;
        readonly call: N;
        readonly input: EngineCalls[N]["input"];
      };
    }[EngineCallName]
  | { readonly abort: number };

/** Why a request failed: the engine's code, or ASLI's where its code runs in the child. */
export type Failure =
  | { readonly code: EngineErrorCode; readonly message: string }
  | { readonly asli: AsliErrorCode; readonly message: string };

/** From child to parent; `progress` and `sampled` say that request `id` is alive. */
export type ChildMessage =
  | { readonly id: number; readonly progress: true }
  | { readonly id: number; readonly sampled: SampledToken }
  | { readonly id: number; readonly output: EngineCalls[EngineCallName]["output"] }
  | { readonly id: number; readonly error: Failure };
