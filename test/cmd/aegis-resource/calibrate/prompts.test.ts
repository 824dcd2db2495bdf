/** The prompts of a calibration and its plan. */
import { expect } from "chai";
import { validatePrompt } from "../../../../app/asli/prompt.ts";
import { plan } from "../../../../cmd/aegis-resource/calibrate/plan.ts";
import {
  calibrationPrompt,
  givenPrompt,
  PROMPT_CHANGES,
} from "../../../../cmd/aegis-resource/calibrate/prompts.ts";

const MANY = 192;
const prompts = Array.from({ length: MANY }, (_, index) => calibrationPrompt(index));

describe("the prompts of a calibration", () => {
  it("are of many kinds, all valid, and all different", () => {
    for (const { prompt } of prompts) validatePrompt(prompt);
    expect(new Set(prompts.map(({ kind }) => kind)).size).to.equal(8);
    expect(new Set(prompts.map(({ prompt }) => JSON.stringify(prompt))).size).to.equal(MANY);
  });

  it("are the same every time", () => {
    expect(calibrationPrompt(7)).to.deep.equal(prompts[7]);
  });

  it("are split by prompt: half of each kind is held out, and half of the long ones", () => {
    for (const kind of new Set(prompts.map((each) => each.kind))) {
      const ofKind = prompts.filter((each) => each.kind === kind);
      const held = (list: typeof ofKind): number => list.filter(({ heldOut }) => heldOut).length;
      expect(held(ofKind), kind).to.equal(ofKind.length / 2);
      const long = ofKind.filter((each) => each.long);
      expect(held(long), kind).to.equal(long.length / 2);
    }
  });

  it("are given otherwise than they are answered, in every way", () => {
    for (const { prompt } of prompts) {
      for (const change of PROMPT_CHANGES) {
        const given = givenPrompt(prompt, change);
        validatePrompt(given);
        expect(given).to.not.deep.equal(prompt);
      }
    }
  });
});

describe("the plan of a calibration", () => {
  it("measures every text once, and what a text needs before it", () => {
    const seen = new Set<string>();
    for (const { id, kind, prompt, source, temperatureMilli } of plan(40)) {
      expect(seen.has(id), id).to.equal(false);
      seen.add(id);
      const needed = kind === "forged" ? source : prompt;
      expect(seen.has(`honest/${needed}/${temperatureMilli}`), id).to.equal(true);
    }
  });

  it("begins like the plan of fewer prompts, so that measurements are reused", () => {
    const few = plan(16);
    expect(plan(48).slice(0, few.length)).to.deep.equal(few);
  });

  it("holds every kind of step", () => {
    expect(new Set(plan(16).map(({ kind }) => kind)).size).to.equal(11);
  });
});
