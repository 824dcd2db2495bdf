/**
 * Dishonest results out of measured texts: each kind says whose candidates the claimed tokens come
 * from, and whose log-probabilities are shown. Instruments of calibration, which never leave it.
 */
import { WEIGHT_KINDS } from "./copies.ts";
import { nthChoice } from "./draws.ts";
import { type Draw, sights } from "./honest.ts";
import { textId } from "./plan.ts";
import { type Claimed, drawNoise, type Seen, type Sight, tokenOf } from "./positions.ts";
import { PROMPT_CHANGES } from "./prompts.ts";
import type { Measurements, TextRecord } from "./records.ts";
import { plainSampling } from "./runs.ts";

/** What is claimed under a draw. */
export type Claim = (draw: Draw) => Omit<Claimed, "topPSlackMilli" | "challenge">;

/** Edits of an otherwise claimed output. */
export interface Edits {
  readonly count: number;
  /** The token that is claimed instead at a position. */
  readonly token: (draw: Draw, position: number) => number;
  /** Whether the only edit is that of the result's last token. */
  readonly last?: boolean;
}

/** Claimed outputs of one kind over one text. */
export interface Cheat {
  readonly kind: string;
  /** Temperature × 1000 that is claimed. */
  readonly temperatureMilli: number;
  readonly claim: Claim;
  readonly edits?: Edits;
  /** Only results from the text's beginning that reach beyond this position, by its own draw. */
  readonly onlyBeyond?: number;
  /** Only results that end where the text ends. */
  readonly onlyWholeEnd?: boolean;
}

/** What the kinds need to know about the model. */
export interface ModelFacts {
  readonly endTokens: readonly number[];
  readonly vocabularySize: number;
}

/** Temperatures × 1000: the one that was run and those that were asked for. */
const OTHER_TEMPERATURE: ReadonlyMap<number, readonly number[]> = new Map([
  [300, [800]],
  [800, [1_000]],
  [1_000, [800, 1_500]],
  [1_500, [1_000]],
]);
const GREEDY_CLAIMED: readonly number[] = [300, 800, 1_500];
const EDITS_MAX = 5;
/** Choices of the sampler, counted from 0, that a replaced token is: 2nd, 3rd and 4th. */
const SINGLE_CHOICES: readonly (readonly [string, number])[] = [
  ["edited_1_second_choice", 1],
  ["edited_1_third_choice", 2],
];
/** The sampler's choice that stands for a plausible replacement, counted from 0: the 4th. */
export const PLAUSIBLE_CHOICE = 3;

/** All kinds of dishonest results that a text serves for. */
export function cheatsOf(measurements: Measurements, text: TextRecord, facts: ModelFacts): Cheat[] {
  const { kind } = text;
  const runs = sights(text);
  const { verifier } = runs;
  if (verifier === undefined) return [];
  if (kind === "honest") return honestTextCheats(text, verifier, runs["executor"] as Sight, facts);
  if (kind === "forged" || kind === "edited") return [fixedText(text, verifier)];
  const { right } = runs;
  if (right === undefined) return [];
  const temperatureMilli = text.temperature_milli;
  if ((WEIGHT_KINDS as readonly string[]).includes(kind)) {
    const executor = runs["executor"] as Sight;
    const token = (draw: Draw): Claimed["token"] => tokenOf(executor, draw);
    return [
      {
        kind,
        temperatureMilli,
        claim: (draw) => ({ ...draw, verifier, right, shown: executor, token: token(draw) }),
      },
      {
        kind: `prefilled_${kind}`,
        temperatureMilli,
        claim: (draw) => ({ ...draw, verifier, right, shown: right, token: token(draw) }),
      },
    ];
  }
  if (!(PROMPT_CHANGES as readonly string[]).includes(kind)) return [];
  const base = measurements.get(textId("honest", text.prompt, temperatureMilli));
  const executor = base && sights(base)["executor"];
  if (executor === undefined) return [];
  return [
    {
      kind,
      temperatureMilli,
      claim: (draw) => ({
        ...draw,
        verifier,
        right,
        shown: executor,
        token: tokenOf(executor, draw),
      }),
    },
  ];
}

/** Tokens that are what they are, with a fingerprint that the right model made of them. */
function fixedText(text: TextRecord, verifier: Sight): Cheat {
  return {
    kind: text.kind === "forged" ? "forged" : "edited_1_rest_kept",
    temperatureMilli: text.temperature_milli,
    claim: (draw) => ({
      ...draw,
      verifier,
      right: verifier,
      shown: verifier,
      token: (position) => text.tokens[position] as number,
    }),
    ...(text.edited === undefined ? {} : { onlyBeyond: text.edited }),
  };
}

function honestTextCheats(
  text: TextRecord,
  verifier: Sight,
  executor: Sight,
  facts: ModelFacts,
): Cheat[] {
  const temperatureMilli = text.temperature_milli;
  const honest: Claim = (draw) => ({
    ...draw,
    verifier,
    right: executor,
    shown: executor,
    token: tokenOf(executor, draw),
  });
  const madeUp =
    (shown: Sight): Claim =>
    (draw) => ({ ...honest(draw), shown });
  return [
    ...samplerCheats(temperatureMilli, verifier, executor),
    ...editCheats(text, executor, honest, facts),
    { kind: "fingerprint_zeros", temperatureMilli, claim: madeUp(flat(verifier)) },
    { kind: "fingerprint_guessed", temperatureMilli, claim: madeUp(guessed(verifier, executor)) },
  ];
}

/** The right model with another sampler than the one that was asked for. */
function samplerCheats(run: number, verifier: Sight, executor: Sight): Cheat[] {
  const base = { verifier, right: executor, shown: executor };
  if (run === 0) {
    return GREEDY_CLAIMED.map((temperatureMilli) => ({
      kind: "greedy",
      temperatureMilli,
      claim: (draw) => ({
        ...draw,
        ...base,
        token: (position) => (executor[position] as Seen).ranked.ids[0] as number,
      }),
    }));
  }
  const otherSeed: Cheat = {
    kind: "other_seed",
    temperatureMilli: run,
    claim: (draw) => {
      const noise = drawNoise(Math.floor(1 + Math.abs(draw.noise(0, 0))));
      return { ...draw, ...base, token: tokenOf(executor, { ...draw, noise }) };
    },
  };
  const others = (OTHER_TEMPERATURE.get(run) ?? []).map(
    (claimed): Cheat => ({
      kind: `temperature_${run}`,
      temperatureMilli: claimed,
      claim: ({ noise }) => ({
        ...base,
        noise,
        sampling: plainSampling(claimed),
        token: tokenOf(executor, { noise, sampling: plainSampling(run) }),
      }),
    }),
  );
  return [otherSeed, ...others];
}

/** The right model's output with tokens replaced, each followed by what the model then says. */
function editCheats(
  { temperature_milli: temperatureMilli, tokens }: TextRecord,
  executor: Sight,
  claim: Claim,
  { endTokens, vocabularySize }: ModelFacts,
): Cheat[] {
  const choice =
    (place: number) =>
    ({ sampling, noise }: Draw, position: number): number =>
      nthChoice((executor[position] as Seen).ranked, sampling, noise, position, place);
  const edited = (kind: string, edits: Edits): Cheat => ({ kind, temperatureMilli, claim, edits });
  const cheats = SINGLE_CHOICES.map(([kind, place]) =>
    edited(kind, { count: 1, token: choice(place) }),
  );
  const plausible = choice(PLAUSIBLE_CHOICE);
  for (let count = 1; count <= EDITS_MAX; count += 1) {
    cheats.push(edited(`edited_${count}`, { count, token: plausible }));
  }
  const random = (draw: Draw, position: number): number =>
    Math.abs(draw.noise(position, 0)) % vocabularySize;
  cheats.push(edited("edited_1_random", { count: 1, token: random }));
  const [end] = endTokens;
  if (end !== undefined) {
    cheats.push(edited("cut_short_with_end", { count: 1, token: () => end, last: true }));
  }
  if (endTokens.includes(tokens.at(-1) ?? -1)) {
    const padded = edited("end_replaced", { count: 1, token: choice(1), last: true });
    cheats.push({ ...padded, onlyWholeEnd: true });
  }
  return cheats;
}

/** A fingerprint of zeros. */
function flat(verifier: Sight): Sight {
  return verifier.map(({ ranked }) => ({
    ranked: { ids: ranked.ids, q: ranked.q.map(() => 0) },
    sum: 0,
  }));
}

/** A fingerprint of averages by rank, from somebody who knows even each token's rank. */
function guessed(verifier: Sight, executor: Sight): Sight {
  const ranks = verifier[0]?.ranked.q.length ?? 0;
  const mean = Array.from({ length: ranks }, (_, rank) => {
    let total = 0;
    for (const { ranked, sum } of executor) total += (ranked.q[rank] as number) - sum;
    return Math.round(total / executor.length);
  });
  return verifier.map(({ ranked }) => ({ ranked: { ids: ranked.ids, q: mean }, sum: 0 }));
}
