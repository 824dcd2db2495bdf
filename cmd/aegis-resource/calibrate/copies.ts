/** Dishonest copies of the calibrated model on disk, each made when it is first needed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { oneLine } from "../engine/error.ts";
import { CalibrationError } from "./error.ts";
import { type Gguf, readGguf, writeGguf } from "./gguf.ts";
import { asQ40, layerCount, weightType, withNoise, withoutLayers } from "./weights.ts";

const NOISE = 0.02;
const NOISE_SEED = 7;
/** The other model lacks one block in so many. */
const SMALLER_BY = 5;

/** What is wrong with a copy's weights. */
export type WeightKind = "q4_0" | "layer_dropped" | "weight_noise" | "other_model";

const MAKERS: Readonly<Record<WeightKind, (model: Gguf) => Gguf>> = {
  // The weights rounded to Q4_0.
  q4_0: asQ40,
  // The middle block left out.
  layer_dropped: (model) => withoutLayers(model, [Math.floor(layerCount(model) / 2)]),
  // 2 % of noise on the weights.
  weight_noise: (model) => withNoise(model, NOISE, NOISE_SEED),
  // Another, smaller model: every fifth block left out.
  other_model: (model) => withoutLayers(model, everyFifth(layerCount(model))),
};

export const WEIGHT_KINDS: readonly WeightKind[] = Object.keys(MAKERS) as WeightKind[];

function everyFifth(layers: number): number[] {
  const all = Array.from({ length: layers }, (_, layer) => layer);
  return all.filter((layer) => layer % SMALLER_BY === 1);
}

/** The copies of one model file, in a temporary folder. */
export class Copies {
  readonly #modelPath: string;
  readonly #paths: Map<WeightKind, string> = new Map();
  #folder: string | undefined;

  constructor(modelPath: string) {
    this.#modelPath = modelPath;
  }

  /**
   * Path of the copy of a kind.
   * @throws CalibrationError `model_unsupported` when it cannot be made.
   */
  path(kind: WeightKind): string {
    const made = this.#paths.get(kind);
    if (made !== undefined) return made;
    this.#folder ??= mkdtempSync(join(tmpdir(), "aegis-calibrate-"));
    const path = join(this.#folder, `${kind}.gguf`);
    writeFileSync(path, writeGguf(MAKERS[kind](readModel(this.#modelPath))));
    this.#paths.set(kind, path);
    return path;
  }

  /** Removes all copies. */
  remove(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
    this.#paths.clear();
  }
}

/**
 * Refuses a model whose dishonest copies cannot be made.
 * @throws CalibrationError `model_unsupported`.
 */
export function checkModel(path: string): void {
  const model = readModel(path);
  if (weightType(model) !== undefined && layerCount(model) > 1) return;
  throw new CalibrationError(
    "model_unsupported",
    `${path}: weights can be damaged only of models with blocks in F32, F16, Q8_0, Q4_0 or Q4_1`,
  );
}

function readModel(path: string): Gguf {
  try {
    return readGguf(readFileSync(path));
  } catch (error) {
    throw new CalibrationError("model_unsupported", `cannot read ${path} (${oneLine(error)})`);
  }
}
