/** Cheating executors on a made-up model: an exact check finds each whose answer differs. */
import { expect } from "chai";
import { execute, type Outcome } from "../../../app/asli/executor.ts";
import type { Job } from "../../../app/asli/job.ts";
import { DEFAULT_TOLERANCES } from "../../../app/asli/tolerancesFile.ts";
import type { Reason } from "../../../app/asli/verdict.ts";
import { fingerprintDistance } from "../../../app/asli/statistics.ts";
import { judgeDistance } from "../../../app/asli/verdict.ts";
import { verifyExactly } from "../../../app/asli/verifier.ts";
import { equalBytes } from "../../../app/lib/bytes.ts";
import { cheatNamed } from "../../kit/cheater/all.ts";
import type { Cheat, Tools } from "../../kit/cheater/cheat.ts";
import { SAMPLING_CHEATS } from "../../kit/cheater/sampling.ts";
import { TOKEN_CHEATS } from "../../kit/cheater/tokens.ts";
import { FAKE_IM_END, fakeModel } from "../../kit/fakeModel.ts";

const MESSAGE = { role: "user", content: "Why is the sky blue?" } as const;
const JOB: Job = {
  prompt: { template: "chatml/1", messages: [MESSAGE] },
  contextLength: 2_048,
  sampling: { temperatureMilli: 800, topK: 0, topPMilli: 0 },
  maxOutputTokens: 32,
  stopStrings: [],
  seed: new Uint8Array(32).fill(3),
};
const END_TOKENS = [FAKE_IM_END];
/** So likely an end that some answers are short; then there is something to pad. */
const END_BIAS = 8;
const LOGIT = { weights: 1, endBias: END_BIAS };

const TOOLS: Pick<Tools, "right"> = { right: async () => fakeModel(LOGIT) };

async function answerOf({ result }: Cheat): Promise<Outcome> {
  if (result === undefined) throw new Error("it computes honestly");
  return result({ job: JOB, endTokens: END_TOKENS }, TOOLS as Tools);
}

/** What an exact check of the answer complains about, and how its fingerprint compares. */
async function complaintsAbout(outcome: Outcome): Promise<readonly Reason[]> {
  if ("unservable" in outcome) throw new Error("it answers");
  const { result } = outcome;
  const tolerances = DEFAULT_TOLERANCES;
  const options = { tolerances, endTokens: END_TOKENS };
  const { reasons, evaluation } = await verifyExactly(fakeModel(LOGIT), JOB, result, options);
  if (evaluation === undefined) return reasons;
  const length = result.outputTokens.length;
  const pair = { executor: result.fingerprint, verifier: evaluation.fingerprint, length };
  const distance = fingerprintDistance(pair, tolerances.probeBound);
  return [...reasons, ...judgeDistance(distance, { length, temperatureMilli: 800 }, tolerances)];
}

describe("a cheating executor", () => {
  for (const cheat of [...SAMPLING_CHEATS, ...TOKEN_CHEATS]) {
    it(`is found by a replay when it ${cheat.about}`, async () => {
      expect(await complaintsAbout(await answerOf(cheat))).to.not.deep.equal([]);
    });
  }

  it("would not be found if it did not cheat", async () => {
    const honest = await execute(fakeModel(LOGIT), JOB, { endTokens: END_TOKENS });
    expect(await complaintsAbout(honest)).to.deep.equal([]);
  });

  for (const name of ["edit1", "temperature", "seed", "cut"]) {
    it(`shows the right fingerprint of its tokens when it plays ${name}`, async () => {
      const outcome = await answerOf(cheatNamed(name));
      if ("unservable" in outcome) throw new Error("it answers");
      const options = { tolerances: DEFAULT_TOLERANCES, endTokens: END_TOKENS };
      const check = await verifyExactly(fakeModel(LOGIT), JOB, outcome.result, options);
      const own = check.evaluation?.fingerprint ?? new Uint8Array(0);
      expect(equalBytes(outcome.result.fingerprint, own)).to.equal(true);
    });
  }

  it("is told apart by its name", () => {
    expect(() => cheatNamed("nice")).to.throw(RangeError, "edit1");
  });
});
