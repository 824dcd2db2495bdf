/**
 * The JSON file of a tolerance table (README.md, "Tolerances"), and the committed one of the
 * default model. A limit that a cell leaves out does not apply.
 */
import { CALIBRATION_LENGTHS, CALIBRATION_TEMPERATURES } from "./constants.ts";
import { FieldReader } from "./json.ts";
import { type Limits, NO_LIMIT, type Tolerances, validateTolerances } from "./tolerances.ts";
import smollm2 from "./tolerances/smollm2-135m-instruct-q4_1.json" with { type: "json" };

/**
 * Reads a table from parsed JSON. Each cell names its ranges, which must be those of its place.
 * @throws AsliError `tolerances_invalid`, naming what is wrong.
 */
export function parseTolerances(json: unknown): Tolerances {
  const fields = new FieldReader(json, "tolerances", "tolerances_invalid");
  fields.only([
    "name",
    "model_sha256",
    "calibration",
    "source",
    "deficit_clip",
    "top_p_slack_milli",
    "deficit_bound",
    "probe_bound",
    "exact",
    "limits",
  ]);
  const tolerances: Tolerances = {
    name: fields.text("name"),
    deficitClip: fields.integer("deficit_clip", 0, NO_LIMIT),
    topPSlackMilli: fields.integer("top_p_slack_milli", 0, NO_LIMIT),
    deficitBound: fields.integer("deficit_bound", 0, NO_LIMIT),
    probeBound: fields.integer("probe_bound", 0, NO_LIMIT),
    exact: fields.flag("exact"),
    limits: fields.list("limits").map(parseLimits),
  };
  validateTolerances(tolerances);
  return tolerances;
}

function parseLimits(json: unknown, at: number): Limits {
  const fields = new FieldReader(json, `tolerances: limits[${at}]`, "tolerances_invalid");
  const limit = (name: string): number => fields.integer(name, 0, NO_LIMIT, NO_LIMIT);
  fields.only([
    "tokens",
    "temperature_milli",
    "deficit_sum_per_1000",
    "deficit_count_per_1000",
    "deficit_max",
    "chosen_sum_per_1000",
    "probe_sum_per_1000",
    "probe_count_per_1000",
    "replay",
  ]);
  const columns = CALIBRATION_TEMPERATURES.length;
  fields.choice("tokens", [rangeName(CALIBRATION_LENGTHS, Math.floor(at / columns))]);
  fields.choice("temperature_milli", [rangeName(CALIBRATION_TEMPERATURES, at % columns)]);
  return {
    deficitSumPer1000: limit("deficit_sum_per_1000"),
    deficitCountPer1000: limit("deficit_count_per_1000"),
    deficitMax: limit("deficit_max"),
    chosenSumPer1000: limit("chosen_sum_per_1000"),
    probeSumPer1000: limit("probe_sum_per_1000"),
    probeCountPer1000: limit("probe_count_per_1000"),
    replay: fields.flag("replay"),
  };
}

/** A bucket as the file names it: `1`, `2-4` or `257+`. */
function rangeName(smallest: readonly number[], at: number): string {
  const from = smallest[at];
  const next = smallest[at + 1];
  if (next === undefined) return `${from}+`;
  return next - 1 === from ? `${from}` : `${from}-${next - 1}`;
}

/** The table of the default model. */
export const DEFAULT_TOLERANCES: Tolerances = parseTolerances(smollm2);
