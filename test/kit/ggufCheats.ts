/**
 * Dishonest copies of a model file: what a node might run instead of the model that it is paid for,
 * because it is cheaper, or to see whether anybody notices.
 */
import { assert } from "../../app/lib/assert.ts";
import type { Gguf, GgufTensor } from "./gguf.ts";
import { dequantise, quantise } from "./ggufQuants.ts";
import { Prng } from "./prng.ts";

/** The model with its Q4_1 weights stored as Q4_0: a tenth smaller, and rougher. */
export function asQ40(model: Gguf): Gguf {
  return mapTensors(model, "Q4_1", (tensor) => ({
    ...tensor,
    type: "Q4_0",
    data: quantise(dequantise(tensor.data, "Q4_1"), "Q4_0"),
  }));
}

/** The model with block `layer` passing its input on unchanged, as if it had been left out. */
export function withoutLayer(model: Gguf, layer: number): Gguf {
  const outputs = [`blk.${layer}.attn_output.weight`, `blk.${layer}.ffn_down.weight`];
  let found = 0;
  const tensors = model.tensors.map((tensor) => {
    if (!outputs.includes(tensor.name)) return tensor;
    found += 1;
    // In every storage type all-zero bytes are zero weights but in Q4_0, whose zero is 8.
    assert(tensor.type !== "Q4_0", "the weights are not stored as Q4_0");
    return { ...tensor, data: new Uint8Array(tensor.data.length) };
  });
  assert(found === outputs.length, `the model has a block ${layer}`);
  return { ...model, tensors };
}

/**
 * The model with normal noise on its Q4_1 weights, `share` of each tensor's root mean square,
 * stored as Q8_0 so that rounding does not swallow it.
 */
export function withNoise(model: Gguf, share: number, seed: number): Gguf {
  const random = new Prng(seed);
  return mapTensors(model, "Q4_1", (tensor) => {
    const weights = dequantise(tensor.data, "Q4_1");
    let squares = 0;
    for (const weight of weights) squares += weight * weight;
    const size = share * Math.sqrt(squares / weights.length);
    for (const [at, weight] of weights.entries()) weights[at] = weight + size * random.normal();
    return { ...tensor, type: "Q8_0", data: quantise(weights, "Q8_0") };
  });
}

function mapTensors(
  model: Gguf,
  type: GgufTensor["type"],
  change: (tensor: GgufTensor) => GgufTensor,
): Gguf {
  const tensors = model.tensors.map((tensor) => (tensor.type === type ? change(tensor) : tensor));
  return { ...model, tensors };
}
