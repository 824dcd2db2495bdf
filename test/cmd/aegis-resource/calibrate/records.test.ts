/** Measurements on disk: packed lists, going on after an interruption, and refusals. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { rankCandidates } from "../../../../app/asli/quantise.ts";
import { packLists, unpackLists } from "../../../../cmd/aegis-resource/calibrate/lists.ts";
import { Prng } from "../../../../cmd/aegis-resource/calibrate/prng.ts";
import { Measurements, type TextRecord } from "../../../../cmd/aegis-resource/calibrate/records.ts";
import { ScratchFolder } from "../../../kit/tinyModelFile.ts";

const HEADER = { model_sha256: "ab", seed: 1, engine: "engine 1" };

function text(id: string): TextRecord {
  return { id, kind: "honest", prompt: 0, temperature_milli: 0, tokens: [1, 2], runs: {} };
}

describe("packed candidate lists", () => {
  it("are the ranked candidates again", () => {
    const random = new Prng(3);
    const lists = Array.from({ length: 5 }, (_, at) => ({
      ids: Uint32Array.from({ length: 128 - at }, (_, id) => id * 380 + at),
      logits: Float32Array.from({ length: 128 - at }, () => random.normal() * 10),
    }));
    expect(unpackLists(packLists(lists))).to.deep.equal(lists.map(rankCandidates));
    expect(unpackLists(packLists([]))).to.deep.equal([]);
  });
});

describe("measurements", () => {
  const scratch = new ScratchFolder();
  after(() => scratch.remove());

  it("are there again when they are opened again", () => {
    const path = join(scratch.path, "again.jsonl");
    Measurements.open(path, HEADER).add(text("a"));
    const again = Measurements.open(path, HEADER);
    expect([...again.all()]).to.deep.equal([text("a")]);
    expect(again.has("a")).to.equal(true);
    expect(again.get("b")).to.equal(undefined);
  });

  it("drop a line that was being written when the process ended, and go on behind it", () => {
    const path = join(scratch.path, "torn.jsonl");
    const first = Measurements.open(path, HEADER);
    first.add(text("a"));
    const whole = readFileSync(path, "utf8");
    writeFileSync(path, `${whole}{"id":"b","kin`);
    Measurements.open(path, HEADER).add(text("c"));
    expect([...Measurements.open(path, HEADER).all()]).to.deep.equal([text("a"), text("c")]);
    expect(readFileSync(path, "utf8").startsWith(whole)).to.equal(true);
  });

  it("of another model, engine or seed are refused", () => {
    const path = join(scratch.path, "foreign.jsonl");
    Measurements.open(path, HEADER);
    for (const other of [{ model_sha256: "cd" }, { seed: 2 }, { engine: "engine 2" }]) {
      expect(() => Measurements.open(path, { ...HEADER, ...other }))
        .to.throw("another model, engine or seed")
        .with.property("code", "measurements_foreign");
    }
  });

  it("that are damaged are refused by line", () => {
    const path = join(scratch.path, "damaged.jsonl");
    Measurements.open(path, HEADER).add(text("a"));
    writeFileSync(path, `${readFileSync(path, "utf8")}{"id":\n`);
    expect(() => Measurements.open(path, HEADER))
      .to.throw("line 3")
      .with.property("code", "measurements_damaged");
  });

  it("that cannot be written are refused", () => {
    expect(() => Measurements.open(join(scratch.path, "no", "folder.jsonl"), HEADER))
      .to.throw("cannot use")
      .with.property("code", "output_unwritable");
  });
});
