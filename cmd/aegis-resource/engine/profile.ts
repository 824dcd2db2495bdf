/**
 * The execution profile of ASLI for this engine: settings that decide the bits of a logit, in one
 * place. Changing any of them is a new kernel class or a new ASLI version.
 */
import type {
  ControlledEvaluateInputItem,
  LlamaContextOptions,
  LlamaModelOptions,
  LlamaOptions,
} from "node-llama-cpp";
import { CANDIDATES, PROMPT_BATCH } from "../../../app/asli/constants.ts";
import { EngineError } from "./error.ts";

/** The kernel class that the chain's models name by default. */
export const KERNEL_CLASS = "cpu-x64-avx2";

interface KernelClassRule {
  /** What the library's system information must hold. */
  readonly required: readonly string[];
  /** What it must not hold: another library than the one of the class was loaded. */
  readonly forbidden: readonly string[];
  /** Features, as Linux names them, of the CPUs that can run the library. */
  readonly cpu: readonly string[];
}

/**
 * The kernel classes; `cmd/setup/engine.mjs` names the library of each. Every CPU with AVX2 can
 * also compute in `cpu-x64-sse42`, slower and with other last bits.
 */
const RULES: ReadonlyMap<string, KernelClassRule> = new Map([
  [
    KERNEL_CLASS,
    {
      required: ["AVX2 = 1", "FMA = 1"],
      forbidden: ["AVX512 = 1", "AVX_VNNI = 1"],
      cpu: ["avx2", "fma", "f16c", "bmi2"],
    },
  ],
  [
    "cpu-x64-avx512",
    {
      required: ["AVX512 = 1"],
      forbidden: ["AVX512_VNNI = 1", "AVX_VNNI = 1"],
      cpu: ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"],
    },
  ],
  [
    "cpu-x64-sse42",
    { required: ["SSE3 = 1", "SSSE3 = 1"], forbidden: ["AVX = 1"], cpu: ["ssse3", "sse4_2"] },
  ],
]);

/** Every kernel class that can be chosen, the default one first. */
export const KERNEL_CLASSES: readonly string[] = [...RULES.keys()];

/** Features that a CPU needs for `kernelClass`, as Linux names them. */
export function cpuFeatures(kernelClass: string): readonly string[] {
  return RULES.get(kernelClass)?.cpu ?? [];
}

/** Settings of the library: CPU only, never a build or a download, our own number of threads. */
export const LIBRARY_OPTIONS: LlamaOptions = {
  gpu: false,
  build: "never",
  skipDownload: true,
  progressLogs: false,
  maxThreads: 0,
};

/** Settings of the model: weights that are not numbers are refused when it is loaded. */
export const MODEL_OPTIONS: Omit<LlamaModelOptions, "modelPath"> = {
  checkTensors: true,
  gpuLayers: 0,
};

/** Numbers of a head that are quantised together. */
const QUANT_BLOCK = 32;

/**
 * Settings of the context: one sequence, fixed batches, no smaller context. With flash attention
 * and keys in a type that has no tiled kernel, the attention of a token is computed on its own,
 * however many tokens share its batch. So, over weights without tiled kernels, a prefill gives the
 * very bits of decoding token by token (ADR 008). Keys are Q8_0, or BF16 where a head of
 * `headSize` numbers does not fill blocks.
 */
export function contextOptions(headSize: number): LlamaContextOptions {
  return {
    sequences: 1,
    batchSize: PROMPT_BATCH,
    flashAttention: true,
    experimentalKvCacheKeyType: headSize > 0 && headSize % QUANT_BLOCK === 0 ? "Q8_0" : "BF16",
    experimentalKvCacheValueType: "F16",
    failedCreationRemedy: false,
  };
}

/**
 * Asks for the raw logits of the best candidates: the library's own top-k cut, with a temperature
 * that changes nothing, is a partial sort and far cheaper than its other ways.
 */
export const CANDIDATES_REQUEST: Extract<ControlledEvaluateInputItem, readonly unknown[]>[1] = {
  generateNext: {
    token: true,
    logits: true,
    options: { temperature: 1, topK: CANDIDATES, topP: 1, minP: 0, seed: 0 },
  },
};

/**
 * Requires that the library which says `systemInfo` belongs to `kernelClass`.
 * @throws EngineError `kernel_class`.
 */
export function checkKernelClass(kernelClass: string, systemInfo: string): void {
  const rule = RULES.get(kernelClass);
  if (rule === undefined) {
    throw new EngineError("kernel_class", `kernel class ${kernelClass} is not known here`);
  }
  const missing = rule.required.filter((feature) => !systemInfo.includes(feature));
  const extra = rule.forbidden.filter((feature) => systemInfo.includes(feature));
  if (missing.length === 0 && extra.length === 0) return;
  const faults = [
    ...missing.map((feature) => `${feature} is missing`),
    ...extra.map((feature) => `${feature} must not be there`),
  ];
  throw new EngineError(
    "kernel_class",
    `the engine is not in kernel class ${kernelClass} (${faults.join(", ")}; it says ` +
      `"${systemInfo.trim()}"): run it on a CPU with ${rule.cpu.join(", ")}, and remove ` +
      "node_modules/.aegis-engine to have the engine folder made again",
  );
}
