/**
 * `check` against the chain: for each kind of defect a result file made elsewhere breaks the very
 * rules that a verifier's daemon reports and that the chain finds between the fingerprints.
 */
import { expect } from "chai";
import { checkResult } from "../../../app/asli/checkResult.ts";
import { decodeFingerprint, encodeFingerprint } from "../../../app/asli/fingerprint.ts";
import type { Engine } from "../../../app/asli/engine.ts";
import type { Job } from "../../../app/asli/job.ts";
import { parseResult, type Result, resultToJson } from "../../../app/asli/result.ts";
import { fingerprintDistance } from "../../../app/asli/statistics.ts";
import { type Tolerances, tolerancesBetween } from "../../../app/asli/tolerances.ts";
import { DEFAULT_TOLERANCES } from "../../../app/asli/tolerancesFile.ts";
import { type DistanceReason, judgeDistance, type Reason } from "../../../app/asli/verdict.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import {
  claimedOf,
  reasonNumbers,
  resultContent,
} from "../../../cmd/aegis-resource/work/asliJob.ts";
import { verification } from "../../../cmd/aegis-resource/work/verification.ts";
import { asliTolerances, toleranceMessage } from "../../../modules/tasks/index.ts";
import { ResultContent } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { jobOf, run } from "../../app/asli/fixtures.ts";
import { FAKE_IM_END, FAKE_VOCABULARY, fakeModel } from "../../kit/fakeModel.ts";
import { LIMITS_ONLY } from "../../kit/plainTolerances.ts";

/** What a result breaks: by number what a verifier reports, by name what fingerprints show. */
interface Broken {
  readonly reported: readonly number[];
  readonly distance: readonly string[];
}

/** Who judges, and by what. */
interface Judge {
  readonly engine: Engine;
  readonly tolerances: Tolerances;
}

const JUDGE: Judge = {
  engine: fakeModel({ prefillNoise: 0.02 }),
  tolerances: LIMITS_ONLY,
};

/** A model of which a prefill has the bits of decoding, within a kernel class. */
const EXACT: Judge = { engine: fakeModel(), tolerances: DEFAULT_TOLERANCES };

/** So far off in a prefill that tokens change places, where no deficit at all is allowed. */
const STRICT: Judge = {
  engine: fakeModel({ prefillNoise: 1 }),
  tolerances: {
    ...LIMITS_ONLY,
    limits: LIMITS_ONLY.limits.map((limits) => ({ ...limits, deficitMax: 0 })),
  },
};

const DISTANCES: readonly string[] = [
  "chosen_sum",
  "probe_sum",
  "probe_count",
] satisfies DistanceReason[];

/** By the file, as `check --replay` reads it. */
async function byFile(job: Job, result: Result, by: Judge = JUDGE): Promise<Broken> {
  const file = parseResult(JSON.parse(JSON.stringify(resultToJson(result))));
  const options = { tolerances: by.tolerances, replay: true };
  const { reasons } = await checkResult(by.engine, job, file, options);
  // The command alone also demands the fingerprint's very bits.
  const shared = reasons.filter((reason) => reason !== "replay_fingerprint");
  const isDistance = (reason: Reason): boolean => DISTANCES.includes(reason);
  return {
    reported: reasonNumbers(shared.filter((reason) => !isDistance(reason))),
    distance: shared.filter(isDistance),
  };
}

/** By the revealed content and the table as the chain stores them. */
async function byChain(job: Job, result: Result, by: Judge = JUDGE): Promise<Broken> {
  const tolerances = asliTolerances(toleranceMessage(by.tolerances));
  const revealed = ResultContent.encode(resultContent({ result }, result.kernelClass));
  const claimed = claimedOf(ResultContent.decode(revealed));
  const content = await verification(by.engine, job, claimed, { tolerances });
  const { length } = result.outputTokens;
  if (content.fingerprint.length === 0) return { reported: content.reasons, distance: [] };
  const pair = { executor: result.fingerprint, verifier: content.fingerprint, length };
  const distance = fingerprintDistance(pair, tolerances.probeBound);
  const { temperatureMilli } = job.sampling;
  const between = tolerancesBetween(tolerances, true);
  return {
    reported: content.reasons,
    distance: judgeDistance(distance, { length, temperatureMilli }, between),
  };
}

/** A result of another job that is passed off as one of the job that is checked. */
async function madeBy(changes: Partial<Job>, weights = 1): Promise<Result> {
  return run(jobOf(changes), { weights });
}

function withToken(result: Result, token: number): Result {
  const outputTokens = result.outputTokens.slice();
  outputTokens[40] = token;
  return { ...result, outputTokens };
}

function withEntries(result: Result, guess: { chosen?: number; probe?: number }): Result {
  const entries = decodeFingerprint(result.fingerprint, result.outputTokens.length);
  const fingerprint = encodeFingerprint(entries.map((entry) => ({ ...entry, ...guess })));
  return { ...result, fingerprint };
}

const cold = { temperatureMilli: 0, topK: 0, topPMilli: 0 };

/** How the honest result is changed, and the job that it is checked against if not its own. */
type Defect = readonly [string, (honest: Result) => Result | Promise<Result>, Partial<Job>?];

const DEFECTS: readonly Defect[] = [
  ["another prompt count", (r) => ({ ...r, promptTokens: r.promptTokens + 1 })],
  ["another prompt hash", (r) => ({ ...r, promptHash: sha256(utf8("x")) })],
  ["an id above the vocabulary", (r) => withToken(r, FAKE_VOCABULARY)],
  ["more tokens than the job allows", (r) => r, { maxOutputTokens: 50 }],
  ["more tokens than the context holds", (r) => r, { contextLength: 100 }],
  ["an end token in the middle", (r) => withToken(r, FAKE_IM_END)],
  ["another finish reason", (r) => ({ ...r, finishReason: "stop" })],
  ["another text", (r) => ({ ...r, text: `${r.text}.` })],
  ["one replaced token", (r) => withToken(r, 7)],
  ["another model", () => madeBy({}, 2)],
  ["another seed", () => madeBy({ seed: sha256(utf8("another")) })],
  ["another temperature", () => madeBy({ sampling: cold })],
  ["another prompt", () => madeBy({ prompt: { template: "raw/1", text: "hello" } })],
  ["guessed probes", (r) => withEntries(r, { probe: -5_000 })],
  ["a guessed chosen half", (r) => withEntries(r, { chosen: 0 })],
];

describe("check and the chain", () => {
  let honest: Result;

  before(async () => {
    honest = await run(jobOf());
  });

  it("agree that an honest result is valid", async () => {
    const valid: Broken = { reported: [], distance: [] };
    expect(await byFile(jobOf(), honest)).to.deep.equal(valid);
    expect(await byChain(jobOf(), honest)).to.deep.equal(valid);
    expect(await byFile(jobOf(), honest, EXACT)).to.deep.equal(valid);
    expect(await byChain(jobOf(), honest, EXACT)).to.deep.equal(valid);
  });

  it("believe a replay more than a prefill that breaks a limit", async () => {
    const options = { tolerances: STRICT.tolerances };
    const { reasons } = await checkResult(STRICT.engine, jobOf(), honest, options);
    expect(reasons).to.include("deficit_max");
    const valid: Broken = { reported: [], distance: [] };
    expect(await byFile(jobOf(), honest, STRICT)).to.deep.equal(valid);
    expect(await byChain(jobOf(), honest, STRICT)).to.deep.equal(valid);
  });

  for (const [name, change, changes = {}] of DEFECTS) {
    it(`find the same in a result with ${name}`, async () => {
      const job = jobOf(changes);
      const result = await change(honest);
      for (const judge of [JUDGE, EXACT]) {
        const found = await byFile(job, result, judge);
        expect([...found.reported, ...found.distance]).to.not.deep.equal([]);
        expect(await byChain(job, result, judge)).to.deep.equal(found);
      }
    });
  }

  it("find the least other probe by the same class, and let it pass by another", async () => {
    const entries = decodeFingerprint(honest.fingerprint, honest.outputTokens.length);
    const [first, ...rest] = entries;
    if (first === undefined) throw new Error("no entry");
    const fingerprint = encodeFingerprint([{ ...first, probe: first.probe + 1 }, ...rest]);
    const off = { ...honest, fingerprint };
    const found = { reported: [], distance: ["probe_sum"] };
    expect(await byFile(jobOf(), off, EXACT)).to.deep.equal(found);
    expect(await byChain(jobOf(), off, EXACT)).to.deep.equal(found);
    const valid: Broken = { reported: [], distance: [] };
    expect(await byFile(jobOf(), off)).to.deep.equal(valid);
  });

  it("find the same in a result that runs past a stop string", async () => {
    const stop = honest.text.slice(10, 12);
    const job = jobOf({ stopStrings: [stop] });
    const found = await byFile(job, honest);
    expect(found.reported).to.include.members(reasonNumbers(["stop_string_early"]));
    expect(await byChain(job, honest)).to.deep.equal(found);
  });
});
