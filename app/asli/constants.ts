/**
 * The fixed numbers of ASLI v1. They are part of the protocol: changing one is a new ASLI version.
 * Score and noise count in 1/2^16 nat, logits and log-probabilities in 1/1024 nat.
 */

/** Version that stands in the canonical encoding of a task. */
export const ASLI_VERSION = 1;

/** Raw logits that everybody asks of the engine at each position. */
export const CANDIDATES = 128;

/** Candidates that a fingerprint normalises over, whatever the job's `top_k` is. */
export const FINGERPRINT_CANDIDATES = 64;

/**
 * Candidates that the sampler considers when a job does not set `top_k`, and the most it may set.
 */
export const TOP_K_MAX = 64;

/** Tokens per prompt batch; batch shapes decide the last bits of a logit. */
export const PROMPT_BATCH = 512;

/** Steps of a quantised logit or log-probability per nat. */
export const LOGIT_STEPS = 1024;

/** Score steps per logit step: scores count in 1/2^16 nat. */
export const SCORE_STEPS_PER_LOGIT_STEP = 64;

/** Lowest quantised logit: 64 nat below the best. */
export const LOGIT_FLOOR = -65_536;

/** What `_milli` options count in: thousandths. */
export const MILLI = 1_000;

/** Bounds of `temperature_milli` when it is not 0. */
export const TEMPERATURE_MILLI_MIN = 50;
export const TEMPERATURE_MILLI_MAX = 2_000;

/** `top_p_milli` that cuts nothing. */
export const TOP_P_MILLI_MAX = 1_000;

/** Largest magnitude in a fingerprint. */
export const FINGERPRINT_LIMIT = 32_767;

/** In a fingerprint: the chosen token was not among the candidates. */
export const FINGERPRINT_OUTSIDE = -32_768;

/**
 * What it counts, in 1/1024 nat, that only one of two runs has the chosen token among its
 * candidates: for an unlikely token rounding alone decides that.
 */
export const OUTSIDE_DISTANCE = 1_024;

/** Bytes of a fingerprint per output position: two int16. */
export const FINGERPRINT_POSITION_BYTES = 4;

/** Bytes of a vote's fingerprint per output position: three int16. */
export const VOTE_POSITION_BYTES = 6;

/** Stop strings a job may have, and the UTF-8 bytes of each. */
export const STOP_STRINGS_MAX = 4;
export const STOP_STRING_BYTES_MAX = 64;

/** Context length of a job that does not say. */
export const CONTEXT_LENGTH_DEFAULT = 2_048;

/** Smallest output length of each row of a tolerance table: 1, 2–4, 5–16, 17–64, 65–256, more. */
export const CALIBRATION_LENGTHS: readonly number[] = [1, 2, 5, 17, 65, 257];

/** Smallest `temperature_milli` of each column of a tolerance table: 0, < 0.5, < 1.2, above. */
export const CALIBRATION_TEMPERATURES: readonly number[] = [0, 1, 500, 1_200];

/** Most tokens that a job may ask for, whatever the model: bounds every list and loop. */
export const OUTPUT_TOKENS_LIMIT = 1_048_576;
