/**
 * Log-probabilities of chosen tokens, from the fingerprint. The chain has a token's number and the
 * text of the whole answer, not the text of each token, so a token is named `token_id:N`, as other
 * servers of this API do where they have no text.
 */
import type { Choice } from "../../../app/client/sdk/types.ts";

/** What OpenAI says of a token outside the candidates. */
const OUTSIDE = -9_999;

/** One token with its log-probability. */
export interface TokenLogprob {
  readonly token: string;
  readonly logprob: number;
  readonly bytes: null;
  readonly top_logprobs: readonly never[];
}

/** Of each token of a choice, or none while the fingerprint is not public. */
export function tokenLogprobs({ tokenIds, logprobs }: Choice): readonly TokenLogprob[] {
  if (logprobs === undefined) return [];
  return tokenIds.map((id, i) => ({
    token: `token_id:${id}`,
    logprob: logprobs[i] ?? OUTSIDE,
    bytes: null,
    top_logprobs: [],
  }));
}

/** The same in the form of /v1/completions. */
export function legacyLogprobs(choice: Choice): {
  readonly tokens: readonly string[];
  readonly token_logprobs: readonly number[];
  readonly top_logprobs: null;
  readonly text_offset: readonly number[];
} {
  const each = tokenLogprobs(choice);
  return {
    tokens: each.map(({ token }) => token),
    token_logprobs: each.map(({ logprob }) => logprob),
    top_logprobs: null,
    text_offset: [],
  };
}
