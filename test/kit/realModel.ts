/** The default model and dishonest copies of it, for the tests of the model tier. */
import { readFileSync } from "node:fs";
import { ensureModel } from "../../cmd/setup/model.mjs";
import { type Gguf, readGguf, writeGguf } from "../../cmd/aegis-resource/calibrate/gguf.ts";
import type { ScratchFolder } from "./tinyModelFile.ts";

export { DEFAULT_MODEL_SHA256 } from "../../cmd/setup/model.mjs";

/** Path of the default model: fetched when this machine has not got it yet. */
export function realModel(): Promise<string> {
  return ensureModel();
}

/** Writes what `change` makes of the model at `path` and returns the new file's path. */
export function changedModel(
  scratch: ScratchFolder,
  path: string,
  name: string,
  change: (model: Gguf) => Gguf,
): string {
  return scratch.write(`${name}.gguf`, writeGguf(change(readGguf(readFileSync(path)))));
}
