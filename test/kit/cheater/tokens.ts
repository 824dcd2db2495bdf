/** Executors that compute honestly and then answer something else. */
import { execute, type Outcome } from "../../../app/asli/executor.ts";
import type { Result } from "../../../app/asli/result.ts";
import type { Cheat } from "./cheat.ts";
import { type Choice, type Choose, craft } from "./craft.ts";

const EDITS_MAX = 5;
/** Edits stand this far from each other, from the third token on. */
const EDIT_FIRST = 2;
const EDIT_STEP = 3;
const CUT_AFTER = 6;

/** The best candidate that is neither the honest one nor an end: what nobody stumbles over. */
function plausible({ ranked, honest, endTokens }: Choice): number {
  return ranked.ids.find((id) => id !== honest && !endTokens.includes(id)) ?? honest;
}

function likeliestEnd({ ranked, endTokens }: Choice): number {
  return ranked.ids.find((id) => endTokens.includes(id)) ?? endTokens[0] ?? 0;
}

/** The cheat whose answer goes on honestly from the tokens that `choose` takes. */
function choosing(name: string, about: string, choose: Choose): Cheat {
  return {
    name,
    about,
    result: async ({ job, endTokens }, tools) => craft(await tools.right(), job, endTokens, choose),
  };
}

/** The cheat that replaces `count` tokens. */
function edited(count: number): Cheat {
  const about = `replaces ${count} token${count > 1 ? "s" : ""} by the next best`;
  return choosing(`edit${count}`, about, (choice) => {
    const turn = (choice.position - EDIT_FIRST) / EDIT_STEP;
    const isTurn = Number.isInteger(turn) && turn >= 0 && turn < count;
    return isTurn ? plausible(choice) : choice.honest;
  });
}

/** The cheat that computes honestly and changes what it shows of that. */
function retouched(name: string, about: string, change: (result: Result) => Result): Cheat {
  return {
    name,
    about,
    result: async ({ job, endTokens }, tools): Promise<Outcome> => {
      const outcome = await execute(await tools.right(), job, { endTokens });
      return "unservable" in outcome ? outcome : { result: change(outcome.result) };
    },
  };
}

/** Cheats with tokens and text. */
export const TOKEN_CHEATS: readonly Cheat[] = [
  ...Array.from({ length: EDITS_MAX }, (_, at) => edited(at + 1)),
  choosing("cut", "ends the answer early, with the token for its end", (choice) =>
    choice.position < CUT_AFTER ? choice.honest : likeliestEnd(choice),
  ),
  choosing("padded", "goes on after the end, to be paid for more tokens", (choice) =>
    choice.endTokens.includes(choice.honest) ? plausible(choice) : choice.honest,
  ),
  retouched("text", "shows another text than that of its tokens", (result) => ({
    ...result,
    text: `${result.text} Buy more.`,
  })),
  retouched("fingerprint", "makes its fingerprint up: all zeros", (result) => ({
    ...result,
    fingerprint: new Uint8Array(result.fingerprint.length),
  })),
];
