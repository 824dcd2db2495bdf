/** A short calibration of a tiny model, from model file to table, and what the command refuses. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parseTolerances } from "../../../../app/asli/tolerancesFile.ts";
import {
  type CalibrateOptions,
  calibrate,
  measurementsPath,
} from "../../../../cmd/aegis-resource/calibrate/calibrate.ts";
import { runResource } from "../../../kit/resourceCli.ts";
import { ScratchFolder } from "../../../kit/tinyModelFile.ts";

interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

interface TableJson {
  readonly model_sha256: string;
  readonly exact: boolean;
  readonly calibration: {
    readonly within_class: { readonly positions: number; readonly different: number };
    readonly honest: Rows;
    readonly catches: Rows;
  };
}

/** Rows of the file as objects. */
function objects({ columns, rows }: Rows): Record<string, string | number | null>[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])));
}

describe("a calibration", function () {
  this.timeout(300_000);
  const scratch = new ScratchFolder();
  const out = join(scratch.path, "tiny.json");
  const svg = join(scratch.path, "curves");
  let options: CalibrateOptions;
  let table: TableJson;

  before(async () => {
    const modelPath = scratch.tinyModel("tiny.gguf", { type: "Q4_1" });
    const signal = new AbortController().signal;
    const short = { results: 2, tokensMax: 20, threads: 1, seed: 1 };
    options = { modelPath, out, svg, ...short, signal, note: () => {} };
    const stop = new AbortController();
    // The first line comes when the engine is there, so this stops it after the first text.
    const note = (line: string): void => {
      if (line.includes("to measure")) setImmediate(() => stop.abort(new Error("stop")));
    };
    const interrupted = await calibrate({ ...options, signal: stop.signal, note }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(interrupted).to.have.property("code", "interrupted");
    expect(existsSync(out)).to.equal(false);
    expect(existsSync(measurementsPath(out))).to.equal(true);
    await calibrate(options);
    table = JSON.parse(readFileSync(out, "utf8")) as TableJson;
  });

  after(() => scratch.remove());

  it("writes a table that everybody can read", () => {
    const tolerances = parseTolerances(table);
    expect(tolerances.name).to.equal("tiny");
    expect(tolerances.limits).to.have.length(24);
    expect(table.model_sha256).to.match(/^[0-9a-f]{64}$/);
  });

  it("says how often honest results are rejected and how often each cheat is caught", () => {
    const honest = objects(table.calibration.honest);
    expect(honest.some(({ results, texts }) => Number(results) > Number(texts))).to.equal(true);
    const kinds = new Set(objects(table.calibration.catches).map(({ kind }) => kind));
    for (const kind of ["q4_0", "layer_dropped", "weight_noise", "other_model", "other_seed"]) {
      expect(kinds, kind).to.include(kind);
    }
    for (const kind of ["greedy", "forged", "prefilled_q4_0", "edited_1", "edited_5"]) {
      expect(kinds, kind).to.include(kind);
    }
  });

  it("finds everything that differs by exact replay", () => {
    for (const row of objects(table.calibration.catches)) {
      expect(row["differing_replayed"], `${row["kind"]}`).to.equal(row["differing"]);
    }
  });

  it("sees that a prefill has the bits of decoding, and what that finds", () => {
    expect(table.calibration.within_class.positions).to.be.above(100);
    expect(table.calibration.within_class.different).to.equal(0);
    expect(table.exact).to.equal(true);
    for (const row of objects(table.calibration.catches)) {
      expect(row["differing_caught_within_class"], `${row["kind"]}`).to.equal(row["differing"]);
    }
  });

  it("draws its curves", () => {
    const files = readdirSync(svg);
    expect(files).to.include("honest-deficits.svg").and.include("catches-edits-800.svg");
    for (const file of files) {
      expect(readFileSync(join(svg, file), "utf8")).to.match(/^<svg .*<\/svg>\n$/s);
    }
  });

  it("measures nothing twice: the same command gives the same table at once", async () => {
    const lines: string[] = [];
    await calibrate({ ...options, note: (line) => lines.push(line) });
    const [, total, done] = /(\d+) texts to measure, (\d+) of them/.exec(lines.join("\n")) ?? [];
    expect(done).to.equal(total);
    const again = JSON.parse(readFileSync(out, "utf8")) as TableJson;
    expect(again.calibration.catches).to.deep.equal(table.calibration.catches);
  });
});

describe("aegis-resource calibrate", () => {
  const scratch = new ScratchFolder();
  after(() => scratch.remove());

  it("explains itself", async () => {
    const { code, stdout } = await runResource("calibrate", "--help");
    expect(code).to.equal(0);
    for (const option of ["--model", "--out", "--results", "--threads", "--seed", "--svg"]) {
      expect(stdout).to.include(option);
    }
  });

  it("refuses a wrong command line", async () => {
    for (const wrong of [
      ["--results", "1"],
      ["--seed", "x"],
      ["--threads", "0"],
    ]) {
      const { code, stderr } = await runResource("calibrate", "--model", "m.gguf", ...wrong);
      expect(code, wrong.join(" ")).to.equal(2);
      expect(stderr).to.include("expected an integer");
    }
  });

  it("refuses a model that it cannot read, and a folder that it cannot write", async () => {
    const noModel = join(scratch.path, "none.gguf");
    const out = join(scratch.path, "a.json");
    const missing = await runResource("calibrate", "--model", noModel, "--out", out);
    expect(missing.code).to.equal(1);
    expect(missing.stderr).to.include("cannot read");
    const nowhere = join(scratch.path, "no", "a.json");
    const unwritable = await runResource("calibrate", "--model", noModel, "--out", nowhere);
    expect(unwritable.code).to.equal(1);
    expect(unwritable.stderr).to.include("cannot write");
  });
});
