/**
 * Known answers: every number that must be the same everywhere, against a second implementation in
 * Python that shares no code (test/vectors/asli/README.md).
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { deficit } from "../../../app/asli/check.ts";
import {
  fingerprintHash,
  resultCommit,
  resultHash,
  salt,
  verificationCommit,
} from "../../../app/asli/commitment.ts";
import { AsliError } from "../../../app/asli/error.ts";
import {
  decodeFingerprint,
  encodeFingerprint,
  fingerprintEntry,
  probeRank,
} from "../../../app/asli/fingerprint.ts";
import { expNegative, gumbel, lnOfMass } from "../../../app/asli/fixedPoint.ts";
import { gumbelNoise } from "../../../app/asli/gumbel.ts";
import { type Prompt, renderPrompt } from "../../../app/asli/prompt.ts";
import { rankCandidates } from "../../../app/asli/quantise.ts";
import { drawSize, sampleToken } from "../../../app/asli/sampler.ts";
import { fingerprintDistance } from "../../../app/asli/statistics.ts";
import { findStopString, finishReason, outputText } from "../../../app/asli/stop.ts";
import { calculationSeed, promptHash, taskHash } from "../../../app/asli/taskHash.ts";
import { parseTolerances } from "../../../app/asli/tolerancesFile.ts";
import { judge } from "../../../app/asli/verdict.ts";
import { fromHex, hex, utf8 } from "../../../app/lib/bytes.ts";

const folder = new URL("../../vectors/asli/", import.meta.url);

// biome-ignore lint/suspicious/noExplicitAny: a vector's shape is what the test below reads of it.
type Case = any;

function vectors(file: string, group: string): Case[] {
  return JSON.parse(readFileSync(new URL(file, folder), "utf8"))[group] ?? [];
}

/** Runs `check` on every case of a group; an empty or missing group is a failure. */
function each(file: string, group: string, check: (vector: Case) => void): void {
  const cases = vectors(file, group);
  expect(cases.length, `${file}: ${group}`).to.be.greaterThan(0);
  for (const [at, vector] of cases.entries()) {
    try {
      check(vector);
    } catch (error) {
      throw new Error(`${file}: ${group}[${at}]: ${(error as Error).message}`, { cause: error });
    }
  }
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AsliError) return error.code;
    throw error;
  }
  return "no error";
}

const calculation = (v: Case) => ({
  taskHash: fromHex(v.task_hash),
  index: BigInt(v.index),
  attempt: BigInt(v.attempt),
});

const samplingOf = (v: Case) => ({
  temperatureMilli: v.temperature_milli,
  topK: v.top_k,
  topPMilli: v.top_p_milli,
});

describe("ASLI's known answers", () => {
  it("are what the Python implementation writes today", function () {
    this.timeout(60_000);
    const script = new URL("generate.py", folder);
    const printed = execFileSync("python3", [script.pathname, "--print"], { encoding: "utf8" });
    const files: Record<string, string> = JSON.parse(printed);
    const committed = readdirSync(folder).filter((name) => name.endsWith(".json"));
    expect(Object.keys(files).sort(compare)).to.deep.equal(committed.sort(compare));
    for (const [name, text] of Object.entries(files)) {
      expect(readFileSync(new URL(name, folder), "utf8") === text, name).to.equal(true);
    }
  });

  it("hold for the logarithm of the logarithm, the exponential and the sum's logarithm", () => {
    each("numbers.json", "gumbel", (v) => {
      const out = gumbel(Number.parseInt(v.h.slice(0, 8), 16), Number.parseInt(v.h.slice(8), 16));
      expect(out).to.equal(v.out);
    });
    each("numbers.json", "exp_negative", (v) => expect(expNegative(v.depth)).to.equal(v.out));
    each("numbers.json", "ln_of_mass", (v) => expect(lnOfMass(v.mass)).to.equal(v.out));
  });

  it("hold for task hashes, seeds and prompt hashes", () => {
    each("hashes.json", "task", (v) => expect(hex(taskHash(fromHex(v.encoding)))).to.equal(v.out));
    each("hashes.json", "seed", (v) => {
      expect(hex(calculationSeed(calculation(v), fromHex(v.beacon)))).to.equal(v.out);
    });
    each("hashes.json", "prompt", (v) => {
      expect(hex(promptHash(Uint32Array.from(v.ids)))).to.equal(v.out);
    });
  });

  it("hold for salts and commitments", () => {
    each("hashes.json", "salt", (v) => {
      const purposes = ["result", "fingerprint", "verification"] as const;
      const salts = purposes.map((purpose) =>
        hex(salt(fromHex(v.node_key), calculation(v), purpose)),
      );
      expect(salts).to.deep.equal(v.out);
    });
    each("hashes.json", "hidden", (v) => {
      expect(hex(resultHash(fromHex(v.salt), fromHex(v.data)))).to.equal(v.out);
      expect(hex(fingerprintHash(fromHex(v.salt), fromHex(v.data)))).to.equal(v.out);
    });
    each("hashes.json", "result", (v) => {
      const commit = resultCommit({
        ...calculation(v),
        chainId: v.chain_id,
        node: fromHex(v.node),
        resultHash: fromHex(v.result_hash),
        fingerprintHash: fromHex(v.fingerprint_hash),
      });
      expect(hex(commit)).to.equal(v.out);
    });
    each("hashes.json", "verification", (v) => {
      const commit = verificationCommit({
        ...calculation(v),
        chainId: v.chain_id,
        executor: fromHex(v.executor),
        verifier: fromHex(v.verifier),
        salt: fromHex(v.salt),
        verification: fromHex(v.verification),
      });
      expect(hex(commit)).to.equal(v.out);
    });
  });

  it("hold for the noise", () => {
    each("noise.json", "noise", (v) => {
      expect(gumbelNoise(fromHex(v.seed))(v.position, v.token)).to.equal(v.out);
    });
  });

  it("hold for quantising and ranking", () => {
    each("ranking.json", "ranking", (v) => {
      const bits = Uint32Array.from(v.logits, (text: string) => Number.parseInt(text, 16));
      const candidates = { ids: Uint32Array.from(v.ids), logits: new Float32Array(bits.buffer) };
      if (v.error !== undefined) {
        expect(codeOf(() => rankCandidates(candidates))).to.equal(v.error);
      } else {
        expect(rankCandidates(candidates)).to.deep.equal({ ids: v.ranked_ids, q: v.q });
      }
    });
  });

  it("hold for the sampler and its cut", () => {
    each("sampling.json", "sampling", (v) => {
      const ranked = { ids: v.ids, q: v.q };
      const sampling = samplingOf(v);
      const noise = gumbelNoise(fromHex(v.seed));
      expect(sampleToken(ranked, sampling, noise, v.position)).to.equal(v.out);
      if (v.temperature_milli === 0) return;
      expect(drawSize(ranked, sampling, v.top_p_milli)).to.equal(v.size);
    });
  });

  it("hold for probe ranks and fingerprints", () => {
    each("fingerprints.json", "probe", (v) => {
      expect(probeRank(fromHex(v.challenge), v.position, v.available)).to.equal(v.out);
    });
    each("fingerprints.json", "entry", (v) => {
      const ranked = { ids: v.ids, q: v.q };
      const entry = fingerprintEntry(ranked, v.token, fromHex(v.challenge), v.position);
      expect(entry).to.deep.equal({ chosen: v.chosen, probe: v.probe });
    });
    const entries = vectors("fingerprints.json", "entry").map(({ chosen, probe }) => ({
      chosen,
      probe,
    }));
    each("fingerprints.json", "encoded", (v) => {
      expect(hex(encodeFingerprint(entries))).to.equal(v.out);
      expect(decodeFingerprint(fromHex(v.out), entries.length)).to.deep.equal(entries);
    });
  });

  it("hold for deficits", () => {
    each("deficits.json", "deficit", (v) => {
      const limits = { deficitClip: v.deficit_clip, topPSlackMilli: v.top_p_slack_milli };
      const claimed = { token: v.token, position: v.position };
      const noise = gumbelNoise(fromHex(v.seed));
      const ranked = { ids: v.ids, q: v.q };
      expect(deficit(ranked, claimed, samplingOf(v), noise, limits)).to.equal(v.out);
    });
  });

  it("hold for distances and verdicts", () => {
    each("verdicts.json", "distance", (v) => {
      const pair = { executor: fromHex(v.executor), verifier: fromHex(v.verifier) };
      const out = fingerprintDistance({ ...pair, length: v.length }, v.probe_bound);
      expect(out).to.deep.equal({
        chosenSum: v.chosen_sum,
        probeSum: v.probe_sum,
        probeCount: v.probe_count,
      });
    });
    const table = parseTolerances(vectors("verdicts.json", "table")[0]);
    each("verdicts.json", "verdict", (v) => {
      const statistics = {
        deficitSum: v.statistics.deficit_sum,
        deficitCount: v.statistics.deficit_count,
        deficitMax: v.statistics.deficit_max,
        chosenSum: v.statistics.chosen_sum,
        probeSum: v.statistics.probe_sum,
        probeCount: v.statistics.probe_count,
      };
      const output = { length: v.tokens, temperatureMilli: v.temperature_milli };
      expect(judge(statistics, output, table)).to.deep.equal(v.out);
    });
  });

  it("hold for prompts", () => {
    each("prompts.json", "prompt", (v) => {
      const prompt: Prompt =
        v.prompt.prompt === undefined
          ? { template: "chatml/1", messages: v.prompt.messages }
          : { template: "raw/1", text: v.prompt.prompt };
      if (typeof v.out === "string") {
        expect(codeOf(() => renderPrompt(prompt))).to.equal(v.out);
      } else {
        expect(renderPrompt(prompt)).to.deep.equal(v.out);
      }
    });
  });

  it("hold for stop strings and ends", () => {
    each("stops.json", "match", (v) => {
      expect(findStopString(v.text, v.stop)?.stopString ?? null).to.equal(v.match);
      expect(outputText(v.text, v.stop)).to.equal(v.out);
      expect(utf8(v.out).length).to.be.at.most(utf8(v.text).length);
    });
    each("stops.json", "finish", (v) => {
      const rules = {
        endTokens: v.end_tokens,
        stopStrings: v.stop,
        maxOutputTokens: v.max_output_tokens,
        contextLength: v.context_length,
        promptLength: v.prompt_length,
      };
      const output = { length: v.length, lastToken: v.last, text: v.text };
      expect(finishReason(rules, output) ?? null).to.equal(v.out);
    });
  });
});

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
