/**
 * Two cheats at once on a real network of eight operators with the real model: an executor that
 * answers another question, and a verifier that agrees with everything without looking. All
 * others are in `npm run campaign -- cheats`.
 */
import { expect } from "chai";
import { type ChildEngine, openEngine } from "../../cmd/aegis-resource/engine/engine.ts";
import { SlashReason } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import { realModel } from "../kit/realModel.ts";
import { Arena } from "../kit/scenario/arena.ts";
import {
  ask,
  EXECUTOR,
  RULES,
  type Scenario,
  STAKES,
  VERIFIER,
  WORK_SCORES,
} from "../kit/scenario/list.ts";
import type { Row } from "../kit/scenario/row.ts";
import { complaints, perform } from "../kit/scenario/run.ts";
import { ScratchFolder } from "../kit/tinyModelFile.ts";

const CHEATERS = 3;

const SCENARIO: Scenario = {
  cheat: "question",
  cast: { [EXECUTOR]: "question", [VERIFIER]: "lazy-zeros" },
  request: ask("Name three colours and say why you like each."),
  reasons: [SlashReason.SLASH_REASON_WRONG_RESULT, SlashReason.SLASH_REASON_WRONG_VERIFICATION],
};

describe("a wrong answer and a verifier who did not look", function () {
  this.timeout(600_000);
  const scratch = new ScratchFolder();
  let engine: ChildEngine | undefined;
  let arena: Arena;
  let row: Row;

  before(async () => {
    engine = await openEngine({ modelPath: await realModel() });
    const changes = { rules: RULES, stakes: STAKES, workScores: WORK_SCORES };
    const options = { name: "eight", changes, cheaters: CHEATERS, weights: scratch.path };
    arena = await Arena.open(options);
    row = await perform(arena, engine, SCENARIO);
  });

  after(async () => {
    await arena?.close();
    await engine?.close();
    scratch.remove();
  });

  it("are found, and both lose stake", () => {
    expect(row.differed).to.equal(true);
    expect(row.found.join(), "who found it").to.include("cheap check");
    expect(complaints(SCENARIO, row, arena)).to.deep.equal([]);
  });

  it("cost no honest node anything", () => {
    expect(row.honestSlashes).to.equal(0);
    expect(arena.failures).to.deep.equal([]);
  });

  it("leave the user with the answer of an honest node", () => {
    expect(row.isRight).to.equal(true);
  });

  it("neither make nor lose a coin that is not accounted for", () => {
    expect(row.supplyError).to.equal(0n);
  });

  it("lose half to the fire, and the rest to others in equal shares", () => {
    for (const { amount, burned, beneficiaries, operator } of row.slashes) {
      const shared = amount - burned;
      if (beneficiaries.length === 0) expect(shared).to.equal(0n);
      else {
        expect(burned >= shared).to.equal(true);
        expect(shared % BigInt(beneficiaries.length)).to.equal(0n);
      }
      expect(beneficiaries).to.not.include(operator);
    }
  });
});
