/**
 * Dishonest copies of a model file: what a node might run instead of the model that it is paid for,
 * because it is cheaper, or to see whether anybody notices. Measuring instruments: only calibration
 * and tests load this file.
 */
import { assert } from "../../../app/lib/assert.ts";
import type { Gguf, GgufTensor } from "./gguf.ts";
import { Prng } from "./prng.ts";
import { dequantise, quantise, READABLE_TYPES } from "./quants.ts";

type TypeName = GgufTensor["type"];

/** The model with its block weights stored as Q4_0: smaller, and rougher. */
export function asQ40(model: Gguf): Gguf {
  return mapWeights(model, (tensor) => ({
    ...tensor,
    type: "Q4_0",
    data: quantise(dequantise(tensor.data, tensor.type), "Q4_0"),
  }));
}

/** The model with `layers` passing their input on unchanged, as if they had been left out. */
export function withoutLayers(model: Gguf, layers: readonly number[]): Gguf {
  const outputs = new Set(
    layers.flatMap((layer) => [`blk.${layer}.attn_output.weight`, `blk.${layer}.ffn_down.weight`]),
  );
  let found = 0;
  const tensors = model.tensors.map((tensor) => {
    if (!outputs.has(tensor.name)) return tensor;
    found += 1;
    // In every storage type all-zero bytes are zero weights: an integer times a scale of zero.
    return { ...tensor, data: new Uint8Array(tensor.data.length) };
  });
  assert(found === outputs.size, `the model has blocks ${layers.join(", ")}`);
  return { ...model, tensors };
}

/**
 * The model with normal noise on its block weights, `share` of each tensor's root mean square,
 * stored as Q8_0 so that rounding does not swallow it.
 */
export function withNoise(model: Gguf, share: number, seed: number): Gguf {
  const random = new Prng(seed);
  return mapWeights(model, (tensor) => {
    const weights = dequantise(tensor.data, tensor.type);
    let squares = 0;
    for (const weight of weights) squares += weight * weight;
    const size = share * Math.sqrt(squares / weights.length);
    for (const [at, weight] of weights.entries()) weights[at] = weight + size * random.normal();
    return { ...tensor, type: "Q8_0", data: quantise(weights, "Q8_0") };
  });
}

/** How many blocks the model has. */
export function layerCount(model: Gguf): number {
  const numbers = model.tensors.map(({ name }) => Number(/^blk\.(\d+)\./.exec(name)?.[1] ?? -1));
  return Math.max(...numbers) + 1;
}

/** How most of the block matrices are stored; undefined when that cannot be read here. */
export function weightType(model: Gguf): TypeName | undefined {
  const bytes = new Map<TypeName, number>();
  for (const tensor of model.tensors) {
    if (!isMatrix(tensor)) continue;
    bytes.set(tensor.type, (bytes.get(tensor.type) ?? 0) + tensor.data.length);
  }
  const [most] = [...bytes].toSorted(([, a], [, b]) => b - a);
  return most !== undefined && READABLE_TYPES.has(most[0]) ? most[0] : undefined;
}

function isMatrix({ name, dims }: GgufTensor): boolean {
  return name.startsWith("blk.") && dims.length === 2;
}

/** Changes every matrix that is stored like most of the blocks'. */
function mapWeights(model: Gguf, change: (tensor: GgufTensor) => GgufTensor): Gguf {
  const type = weightType(model);
  assert(type !== undefined, "the weights are stored in a type that can be read");
  const tensors = model.tensors.map((tensor) =>
    tensor.type === type && tensor.dims.length === 2 ? change(tensor) : tensor,
  );
  return { ...model, tensors };
}
