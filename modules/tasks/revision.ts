/** What a registered model revision must be. */
import type {
  ModelRevision,
  ToleranceLimits,
  Tolerances,
} from "../../proto/gen/aegis/tasks/v1/model.ts";
import type { Params } from "../../proto/gen/aegis/tasks/v1/params.ts";
import { OUTPUT_TOKENS_LIMIT, PROMPT_BATCH } from "../../app/asli/constants.ts";
import { AsliError } from "../../app/asli/error.ts";
import { TEMPLATES } from "../../app/asli/prompt.ts";
import { NO_LIMIT, validateTolerances } from "../../app/asli/tolerances.ts";
import { present } from "../../app/lib/assert.ts";
import { utf8 } from "../../app/lib/bytes.ts";
import {
  END_TOKENS_MAX,
  ID_CHARS_MAX,
  KERNEL_CLASSES_MAX,
  PRICE_MAX,
  TEXT_BYTES_MAX,
  TOKENIZER_VECTOR_IDS_MAX,
  TOKENIZER_VECTORS_MAX,
} from "./constants.ts";
import { errors } from "./errors.ts";
import { asliTolerances } from "./tolerances.ts";

/** Whether `text` is an id: a-z, 0-9 and, not at the beginning, `.`, `_`, `-`, `/`. */
export function isId(text: string): boolean {
  return text.length <= ID_CHARS_MAX && /^[a-z0-9][a-z0-9._/-]*$/.test(text);
}

function check(condition: boolean, what: string): void {
  if (!condition) throw errors.invalidModel(what);
}

/** Checks that need no state. @throws ModuleError invalidModel, naming the field. */
export function validateRevision(revision: ModelRevision): void {
  check(isId(revision.model), `model: 1 to ${ID_CHARS_MAX} of a-z 0-9 . _ - /`);
  check(revision.ggufSha256.length === 32, "gguf_sha256 has 32 bytes");
  check(revision.ggufBytes > 0n, "gguf_bytes");
  const { contextLength } = revision;
  check(contextLength >= 2 && contextLength <= OUTPUT_TOKENS_LIMIT, "context_length");
  const { enginePackage, engineVersion } = revision;
  check(isShort(enginePackage) && enginePackage !== "", "engine_package");
  check(isShort(engineVersion) && engineVersion !== "", "engine_version");
  check(
    TEMPLATES.some((one) => one === revision.template),
    "template is not known",
  );
  validatePrices(revision);
  check(revision.minPrefillSpeed > 0, "min_prefill_speed");
  check(revision.minDecodeSpeed > 0, "min_decode_speed");
  check(revision.promptBatch === PROMPT_BATCH, `prompt_batch is ${PROMPT_BATCH}`);
  check(utf8(revision.knownAnswerPrompt).length <= TEXT_BYTES_MAX, "known_answer_prompt");
  validateLists(revision);
  const { tolerances } = revision;
  if (tolerances === undefined) throw errors.invalidModel("tolerances are missing");
  try {
    validateTolerances(asliTolerances(tolerances));
  } catch (error) {
    if (error instanceof AsliError) throw errors.invalidModel(error.message);
    throw error;
  }
  // What is clipped before it is compared could never exceed such a limit.
  const { deficitClip, deficitBound, limits } = tolerances;
  check(deficitBound < deficitClip, "tolerances: deficit_bound must be below deficit_clip");
  const isSeen = limits.every(({ deficitMax }) => deficitMax < deficitClip);
  check(isSeen, "tolerances: deficit_max must be below deficit_clip");
}

function isShort(text: string): boolean {
  return text.length <= ID_CHARS_MAX;
}

function validatePrices({ promptPrice, outputPrice }: ModelRevision): void {
  check(promptPrice <= PRICE_MAX && outputPrice <= PRICE_MAX, `prices are at most ${PRICE_MAX}`);
}

function validateLists(revision: ModelRevision): void {
  const { kernelClasses, endTokens, tokenizerVectors } = revision;
  const classes = kernelClasses.length;
  check(classes >= 1 && classes <= KERNEL_CLASSES_MAX, "1 to 16 kernel_classes");
  for (const [at, { name, knownAnswer }] of kernelClasses.entries()) {
    check(isId(name), "kernel_classes: name");
    check(knownAnswer.length === 32, "known_answer has 32 bytes");
    const before = kernelClasses[at - 1]?.name ?? "";
    check(name > before, "kernel_classes must be strictly ascending");
  }
  check(endTokens.length >= 1 && endTokens.length <= END_TOKENS_MAX, "1 to 16 end_tokens");
  check(new Set(endTokens).size === endTokens.length, "end_tokens: duplicate");
  check(tokenizerVectors.length <= TOKENIZER_VECTORS_MAX, "too many tokenizer_vectors");
  for (const { text, ids } of tokenizerVectors) {
    check(utf8(text).length <= TEXT_BYTES_MAX, "tokenizer_vectors: text");
    check(ids.length <= TOKENIZER_VECTOR_IDS_MAX, "tokenizer_vectors: ids");
  }
}

/** Whether every limit lies within the parameters' bounds. @throws ModuleError invalidModel. */
export function checkTolerances(tolerances: Tolerances, params: Params): void {
  const least = present(params.toleranceMin, "tolerance_min");
  const most = present(params.toleranceMax, "tolerance_max");
  if (tolerances.probeBound > most.deficitMax) {
    throw errors.invalidModel("tolerances: probe_bound out of bounds");
  }
  for (const cell of tolerances.limits) {
    for (const name of LIMIT_NAMES) {
      const value = cell[name];
      // Only the largest deficit must always be limited: it is all that judges short outputs.
      if (value === NO_LIMIT && name !== "deficitMax") continue;
      check(value >= least[name] && value <= most[name], `tolerances: ${name} out of bounds`);
    }
  }
}

/** The numbers of a cell. */
export const LIMIT_NAMES: readonly Exclude<keyof ToleranceLimits, "replay">[] = [
  "deficitSumPer1000",
  "deficitCountPer1000",
  "deficitMax",
  "chosenSumPer1000",
  "probeSumPer1000",
  "probeCountPer1000",
];
