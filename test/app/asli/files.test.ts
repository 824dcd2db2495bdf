/**
 * The JSON files of ASLI: what is read, what is refused and what the refusal says.
 */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { AsliError } from "../../../app/asli/error.ts";
import { parseJob } from "../../../app/asli/job.ts";
import { parseResult, resultToJson } from "../../../app/asli/result.ts";
import {
  type Limits,
  limitsFor,
  NO_LIMIT,
  tolerancesBetween,
  validateTolerances,
} from "../../../app/asli/tolerances.ts";
import { DEFAULT_TOLERANCES, parseTolerances } from "../../../app/asli/tolerancesFile.ts";
import { DEFAULT_MODEL_SHA256 } from "../../../cmd/setup/model.mjs";

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AsliError) return `${error.code} | ${error.message}`;
    throw error;
  }
  return "accepted";
}

const seed = "ab".repeat(32);

describe("a job file", () => {
  const chat = { messages: [{ role: "user", content: "hi" }], max_output_tokens: 5, seed };
  const raw = { prompt: "once", max_output_tokens: 5, seed };

  it("needs a prompt, a length and a seed, and has defaults for the rest", () => {
    expect(parseJob(chat)).to.deep.equal({
      prompt: { template: "chatml/1", messages: [{ role: "user", content: "hi" }] },
      contextLength: 2048,
      sampling: { temperatureMilli: 0, topK: 0, topPMilli: 0 },
      maxOutputTokens: 5,
      stopStrings: [],
      seed: new Uint8Array(32).fill(0xab),
    });
    expect(parseJob(raw).prompt).to.deep.equal({ template: "raw/1", text: "once" });
  });

  it("may say everything", () => {
    const sampling = { temperature_milli: 800, top_k: 40, top_p_milli: 950 };
    const job = parseJob({
      ...chat,
      template: "chatml/1",
      context_length: 512,
      sampling,
      stop: ["\n"],
    });
    expect(job.contextLength).to.equal(512);
    expect(job.sampling).to.deep.equal({ temperatureMilli: 800, topK: 40, topPMilli: 950 });
    expect(job.stopStrings).to.deep.equal(["\n"]);
  });

  const sampling = (changes: object) => ({ ...raw, sampling: changes });
  const bad: readonly [string, unknown, string][] = [
    ["that is a list", [], "job_invalid | job must be an object"],
    ["that is null", null, "job_invalid | job must be an object"],
    ["with a misspelt field", { ...raw, sead: seed }, 'job_invalid | job: unknown field "sead"'],
    [
      "without a prompt",
      { max_output_tokens: 5, seed },
      "job_invalid | job: messages or prompt must",
    ],
    ["with two prompts", { ...chat, ...raw }, "job_invalid | job: messages or prompt must"],
    [
      "with the other template",
      { ...raw, template: "chatml/1" },
      "job_invalid | job: template must be raw/1",
    ],
    [
      "with an unknown template",
      { ...raw, template: "jinja" },
      "job_invalid | job: template must be chatml/1 or",
    ],
    ["with no message", { ...chat, messages: [] }, "prompt_invalid"],
    [
      "with an unknown role",
      { ...chat, messages: [{ role: "tool", content: "" }] },
      "job_invalid | job: messages[0]: role must be system",
    ],
    [
      "with a message without content",
      { ...chat, messages: [{ role: "user" }] },
      "job_invalid | job: messages[0]: content must be a string",
    ],
    [
      "with NUL in its prompt",
      { ...raw, prompt: "a\0" },
      "prompt_invalid | prompt: text must not hold NUL",
    ],
    [
      "with a lone surrogate",
      { ...raw, prompt: "\ud83d" },
      "prompt_invalid | prompt: text must be valid Unicode",
    ],
    [
      "with a length of 0",
      { ...raw, max_output_tokens: 0 },
      "job_invalid | job: max_output_tokens must be",
    ],
    ["without a length", { prompt: "a", seed }, "job_invalid | job: max_output_tokens must be"],
    [
      "with a fractional length",
      { ...raw, max_output_tokens: 1.5 },
      "job_invalid | job: max_output_tokens must",
    ],
    [
      "with a length as text",
      { ...raw, max_output_tokens: "5" },
      "job_invalid | job: max_output_tokens must",
    ],
    ["with a short seed", { ...raw, seed: "ab" }, "job_invalid | job: seed must be 64 hex digits"],
    [
      "without a seed",
      { prompt: "a", max_output_tokens: 5 },
      "job_invalid | job: seed must be 64 hex digits",
    ],
    [
      "with a temperature of 49",
      sampling({ temperature_milli: 49 }),
      "sampling_invalid | temperature_milli must",
    ],
    [
      "with a temperature of 2001",
      sampling({ temperature_milli: 2001 }),
      "sampling_invalid | temperature_milli",
    ],
    [
      "with a negative temperature",
      sampling({ temperature_milli: -1 }),
      "job_invalid | job: sampling: temperature",
    ],
    ["with a top_k of 65", sampling({ top_k: 65 }), "sampling_invalid | top_k must be"],
    [
      "with a top_p of 1001",
      sampling({ top_p_milli: 1001 }),
      "sampling_invalid | top_p_milli must be",
    ],
    [
      "with a misspelt option",
      sampling({ temperature: 1 }),
      'job_invalid | job: sampling: unknown field "temp',
    ],
    [
      "with five stop strings",
      { ...raw, stop: ["a", "b", "c", "d", "e"] },
      "stop_invalid | at most 4",
    ],
    [
      "with an empty stop string",
      { ...raw, stop: [""] },
      "stop_invalid | a stop string has 1 to 64 bytes",
    ],
    [
      "with a stop string of 66 bytes",
      { ...raw, stop: ["é".repeat(33)] },
      "stop_invalid | a stop string",
    ],
    [
      "with a stop string that is no text",
      { ...raw, stop: [3] },
      "job_invalid | job: stop must be a list of",
    ],
  ];
  for (const [name, json, message] of bad) {
    it(`${name} is refused`, () => {
      expect(refusal(() => parseJob(json))).to.satisfy((text: string) => text.startsWith(message));
    });
  }

  it("accepts the edges", () => {
    for (const temperature of [0, 50, 2000]) {
      parseJob(sampling({ temperature_milli: temperature, top_k: 64, top_p_milli: 1000 }));
    }
    parseJob({ ...raw, stop: ["é".repeat(32), "a", "b", "c"] });
  });
});

describe("a result file", () => {
  const json = {
    prompt_tokens: 3,
    prompt_hash: seed,
    output_tokens: [1, 2, 4_294_967_295],
    text: "x",
    finish_reason: "stop",
    fingerprint: "AAAA",
    kernel_class: "cpu-x64-avx2",
    model_sha256: seed,
  } as const;

  it("is read as it was written, and fields it does not know are ignored", () => {
    expect(resultToJson(parseResult(json))).to.deep.equal(json);
    expect(resultToJson(parseResult({ ...json, seconds: 3 }))).to.deep.equal(json);
  });

  const bad: readonly [string, object, string][] = [
    ["a negative id", { output_tokens: [-1] }, "output_tokens must be a list of token ids"],
    ["a fractional id", { output_tokens: [0.5] }, "output_tokens must be a list of token ids"],
    ["an id as text", { output_tokens: ["1"] }, "output_tokens must be a list of token ids"],
    ["no ids", { output_tokens: undefined }, "output_tokens must be a list"],
    ["another finish reason", { finish_reason: "tired" }, "finish_reason must be stop or"],
    ["a short hash", { prompt_hash: "00" }, "prompt_hash must be 64 hex digits"],
    ["a broken fingerprint", { fingerprint: "%%" }, "fingerprint must be base64"],
    ["no text", { text: undefined }, "text must be a string"],
  ];
  for (const [name, changes, message] of bad) {
    it(`with ${name} is refused`, () => {
      const text = refusal(() => parseResult({ ...json, ...changes }));
      expect(text.startsWith(`result_invalid | result: ${message}`), text).to.equal(true);
    });
  }
});

describe("a tolerance table", () => {
  const name = "smollm2-135m-instruct-q4_1";
  const path = new URL(`../../../app/asli/tolerances/${name}.json`, import.meta.url);
  const file = () => JSON.parse(readFileSync(path, "utf8"));

  it("of the default model was calibrated and says how", () => {
    expect(DEFAULT_TOLERANCES.name).to.equal(name);
    expect(file().source[0]).to.include("aegis-resource calibrate --model");
    expect(file().model_sha256).to.equal(DEFAULT_MODEL_SHA256);
    expect(parseTolerances(file())).to.deep.equal(DEFAULT_TOLERANCES);
  });

  it("of the default model says that runs of one kernel class are exact, and shows it", () => {
    const { positions, different } = file().calibration.within_class;
    expect(positions).to.be.above(10_000);
    expect([different, DEFAULT_TOLERANCES.exact]).to.deep.equal([0, true]);
  });

  it("between runs of one class allows nothing where they are exact, else what it says", () => {
    const cell = (exact: boolean, isSame: boolean): Limits =>
      limitsFor(tolerancesBetween({ ...DEFAULT_TOLERANCES, exact }, isSame), 100, 800);
    expect(Object.values(cell(true, true))).to.deep.equal([0, 0, 0, 0, 0, 0, false]);
    const own = limitsFor(DEFAULT_TOLERANCES, 100, 800);
    for (const [exact, isSame] of [
      [true, false],
      [false, true],
      [false, false],
    ] as const) {
      expect(cell(exact, isSame)).to.deep.equal(own);
    }
  });

  it("bounds everything from 5 tokens on, and below that only the largest deficit", () => {
    for (const temperature of [0, 400, 800, 2000]) {
      for (const tokens of [1, 4, 5, 16, 17, 64, 65, 256, 257, 2000]) {
        const { deficitMax, replay, ...others } = limitsFor(
          DEFAULT_TOLERANCES,
          tokens,
          temperature,
        );
        expect(deficitMax).to.be.above(0).and.below(DEFAULT_TOLERANCES.deficitClip);
        expect(replay).to.equal(tokens < 5);
        for (const limit of Object.values(others)) expect(limit === NO_LIMIT).to.equal(replay);
      }
    }
  });

  it("allows longer results a larger deficit and smaller means", () => {
    for (const temperature of [0, 400, 800, 2000]) {
      const rows = [5, 17, 65, 257].map((n) => limitsFor(DEFAULT_TOLERANCES, n, temperature));
      for (const [at, row] of rows.slice(1).entries()) {
        const shorter = rows[at] as typeof row;
        expect(row.deficitMax).to.be.at.least(shorter.deficitMax);
        expect(row.deficitSumPer1000).to.be.at.most(shorter.deficitSumPer1000);
        expect(row.chosenSumPer1000).to.be.at.most(shorter.chosenSumPer1000);
        expect(row.probeSumPer1000).to.be.at.most(shorter.probeSumPer1000);
      }
    }
  });

  it("is refused when cells are missing, out of order or out of bounds", () => {
    const shorter = { ...file(), limits: file().limits.slice(1) };
    expect(refusal(() => parseTolerances(shorter))).to.include("limits[0]: temperature_milli must");
    const cut = { ...file(), limits: file().limits.slice(0, 23) };
    expect(refusal(() => parseTolerances(cut))).to.include("24 cells");
    expect(refusal(() => parseTolerances({ ...file(), deficit_clip: 0 }))).to.include(
      "deficit_clip",
    );
    expect(refusal(() => parseTolerances({ ...file(), clip: 0 }))).to.include("unknown field");
    expect(refusal(() => parseTolerances({ ...file(), top_p_slack_milli: 1000 }))).to.include(
      "top_p",
    );
    expect(refusal(() => parseTolerances({ ...file(), name: "" }))).to.include("no name");
    const limits = DEFAULT_TOLERANCES.limits.map((cell) => ({ ...cell, deficitMax: -1 }));
    const negative = { ...DEFAULT_TOLERANCES, limits };
    expect(refusal(() => validateTolerances(negative))).to.include("deficitMax must be");
  });
});
