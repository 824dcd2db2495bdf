/** Executors that save work by running other weights than those which they are paid for. */
import { execute, type Outcome } from "../../../app/asli/executor.ts";
import type { Gguf, GgufTensor } from "../../../cmd/aegis-resource/calibrate/gguf.ts";
import {
  asQ40,
  layerCount,
  withNoise,
  withoutLayers,
} from "../../../cmd/aegis-resource/calibrate/weights.ts";
import type { Cheat, Question, Tools } from "./cheat.ts";
import { fingerprinted } from "./craft.ts";

/** Share of each tensor's root mean square. */
const NOISE_SHARE = 0.02;
const NOISE_SEED = 7;
const PRUNED_EVERY = 10;
const PRUNED_AT = 5;
const BLOCK = /^blk\.(\d+)\./;

/** The model with every tenth block left out and the others numbered anew: a smaller model. */
function pruned(model: Gguf): Gguf {
  const numbers = Array.from({ length: layerCount(model) }, (_, at) => at);
  const kept = numbers.filter((number) => number % PRUNED_EVERY !== PRUNED_AT);
  const tensors = model.tensors.flatMap((tensor): GgufTensor[] => {
    const block = BLOCK.exec(tensor.name)?.[1];
    if (block === undefined) return [tensor];
    const at = kept.indexOf(Number(block));
    return at < 0 ? [] : [{ ...tensor, name: tensor.name.replace(BLOCK, `blk.${at}.`) }];
  });
  const metadata = new Map(model.metadata);
  for (const [key, value] of metadata) {
    if (!key.endsWith(".block_count") || value.kind === "array") continue;
    metadata.set(key, { ...value, value: kept.length });
  }
  return { metadata, tensors };
}

/** The cheat that answers with `change`d weights, and shows their fingerprint. */
function otherWeights(name: string, about: string, change: (model: Gguf) => Gguf): Cheat {
  const result = async ({ job, endTokens }: Question, tools: Tools): Promise<Outcome> =>
    execute(await tools.changed(name, change), job, { endTokens });
  return { name, about, result, prepare: (tools) => tools.changed(name, change) };
}

/** The cheat that answers with a cheap model, and shows the right model's fingerprint of that. */
const prefilled: Cheat = {
  name: "prefilled",
  prepare: (tools) => tools.changed("q4_0", asQ40),
  about: "takes the tokens of cheap weights, and fingerprints them with the right ones",
  result: async ({ job, endTokens }, tools) => {
    const cheap = await tools.changed("q4_0", asQ40);
    return fingerprinted(await tools.right(), job, await execute(cheap, job, { endTokens }));
  },
};

/** Cheats with other weights. */
export const WEIGHT_CHEATS: readonly Cheat[] = [
  otherWeights("q4_0", "runs the weights rounded to Q4_0", asQ40),
  otherWeights("layer", "leaves out one layer of thirty", (model) => withoutLayers(model, [15])),
  otherWeights("noise", "runs weights with 2 % of noise", (model) =>
    withNoise(model, NOISE_SHARE, NOISE_SEED),
  ),
  otherWeights("model", "runs another model: the right one without every tenth block", pruned),
  prefilled,
];
