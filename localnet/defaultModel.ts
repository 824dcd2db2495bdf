/** The model that a local network has from its first block: SmolLM2-135M-Instruct, Q4_1. */
import { DEFAULT_TOLERANCES } from "../app/asli/tolerancesFile.ts";
import { fromHex } from "../app/lib/bytes.ts";
import { expectedAnswer, KNOWN_ANSWER_TEXT } from "../cmd/aegis-resource/engine/knownAnswer.ts";
import { DEFAULT_MODEL_SHA256 } from "../cmd/setup/model.mjs";
import { toleranceMessage } from "../modules/tasks/index.ts";
import type { Model, ModelRevision } from "../proto/gen/aegis/tasks/v1/model.ts";

/** Its id on the chain. */
export const MODEL_ID = "smollm2-135m-instruct";

/** In ascending order, as the chain wants them; every x64 machine with AVX2 can run both. */
const KERNEL_CLASSES = ["cpu-x64-avx2", "cpu-x64-sse42"] as const;

/** Ids of its tokenizer, which differ in no version of the engine. */
const TOKENIZER_VECTORS = [
  { text: "user\n", ids: [4093, 198] },
  {
    text: "The quick brown fox jumps over the lazy dog.",
    ids: [504, 2365, 6354, 16438, 27003, 690, 260, 23790, 2767, 30],
  },
  {
    text: "Zwölf Boxkämpfer – 你好 🙂\n\n<|im_start|>",
    ids: [
      74, 103, 7466, 46610, 13637, 91, 9023, 4062, 2344, 816, 216, 18645, 250, 48392, 138, 47526,
      198, 198, 44, 108, 306, 79, 3738, 108, 46,
    ],
  },
];

/** Its only revision, and what makes it a model that earns emission. */
export function defaultModel(
  owner: string,
  deposit: bigint,
): { readonly model: Model; readonly revision: ModelRevision } {
  // A price per 1,000 tokens at which one answer costs hundredths of an ASI.
  const prices = { promptPrice: 100_000n, outputPrice: 400_000n };
  const revision: ModelRevision = {
    model: MODEL_ID,
    number: 1,
    ggufSha256: fromHex(DEFAULT_MODEL_SHA256),
    ggufBytes: 98_362_432n,
    contextLength: 2_048,
    enginePackage: "node-llama-cpp",
    engineVersion: "3.22.1",
    template: "chatml/1",
    tokenizerVectors: TOKENIZER_VECTORS,
    kernelClasses: KERNEL_CLASSES.map((name) => ({ name, knownAnswer: knownAnswerBytes(name) })),
    knownAnswerPrompt: KNOWN_ANSWER_TEXT,
    ...prices,
    // What two busy cores reach with room to spare, in tokens per second.
    minPrefillSpeed: 50,
    minDecodeSpeed: 5,
    endTokens: [0, 2, 4],
    promptBatch: 512,
    tolerances: toleranceMessage(DEFAULT_TOLERANCES),
    actsFromMs: 0n,
  };
  const model: Model = {
    id: MODEL_ID,
    owner,
    deposit,
    newestRevision: 1,
    referencePrice: prices,
    qualificationHeight: 0n,
  };
  return { model, revision };
}

function knownAnswerBytes(kernelClass: string): Uint8Array {
  const answer = expectedAnswer(kernelClass, DEFAULT_MODEL_SHA256);
  if (answer === undefined) throw new Error(`no known answer in kernel class ${kernelClass}`);
  return fromHex(answer);
}
