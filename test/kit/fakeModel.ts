/**
 * A model that costs nothing: logits are a fixed mix of a number for the weights and the tokens so
 * far, so that executor, verifier and daemon can be tested without a model file. Ids below 256 are
 * bytes. Prefill may be made to differ from single steps by a little, as on a real engine.
 */
import { hash } from "node:crypto";
import { CANDIDATES } from "../../app/asli/constants.ts";
import type { Candidates, Engine, ModelInfo } from "../../app/asli/engine.ts";

/** Which fake model. */
export interface FakeModelOptions {
  /** Other weights are another model. */
  readonly weights?: number;
  /** Largest difference, in nat, that a prefill adds to a logit. */
  readonly prefillNoise?: number;
  readonly contextLength?: number;
  readonly addBos?: boolean;
  /** Added to the end token's logit; by default so low that an answer never ends by itself. */
  readonly endBias?: number;
}

export const FAKE_VOCABULARY = 260;
export const FAKE_IM_START = 256;
export const FAKE_IM_END = 257;
export const FAKE_BOS = 258;

function mix(a: number, b: number): number {
  let h = Math.imul(a ^ b ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A fresh engine over the fake model. */
export function fakeModel(options: FakeModelOptions = {}): Engine {
  const { weights = 1, prefillNoise = 0, contextLength = 2048, endBias = -50 } = options;
  let context: number | undefined;
  const restart = (): number => mix(weights, 0x5eed);
  const candidates = (state: number, noise: number): Candidates => {
    const logits = Array.from({ length: FAKE_VOCABULARY }, (_, id) => {
      const x = mix(state, id) / 2 ** 32;
      const shift = noise * ((mix(state ^ 0x77777777, id) / 2 ** 32) * 2 - 1);
      return Math.fround(12 * x * x * x + shift + (id === FAKE_IM_END ? endBias : 0));
    });
    const ids = [...logits.keys()]
      .sort((a, b) => (logits[b] as number) - (logits[a] as number))
      .slice(0, CANDIDATES);
    return {
      ids: Uint32Array.from(ids),
      logits: Float32Array.from(ids, (id) => logits[id] as number),
    };
  };
  const model: ModelInfo = {
    sha256: hash("sha256", `fake model ${weights}`),
    vocabularySize: FAKE_VOCABULARY,
    contextLength,
    addBos: options.addBos ?? false,
    bos: FAKE_BOS,
    endTokens: [FAKE_IM_END],
    specialTokens: new Map([
      ["<|im_start|>", FAKE_IM_START],
      ["<|im_end|>", FAKE_IM_END],
    ]),
  };
  return {
    model,
    kernelClass: "fake",
    systemInfo: "no CPU feature is used",
    tokenize: async (text) => Uint32Array.from(new TextEncoder().encode(text)),
    detokenize: async (ids) => {
      return new TextDecoder().decode(Uint8Array.from([...ids].filter((id) => id < 256)));
    },
    begin: async (prompt, signal) => {
      signal?.throwIfAborted();
      context = prompt.reduce(mix, restart());
      return candidates(context, 0);
    },
    step: async (token) => {
      if (context === undefined) throw new Error("step before begin");
      context = mix(context, token);
      return candidates(context, 0);
    },
    prefill: async (prompt, output, signal) => {
      signal?.throwIfAborted();
      context = undefined;
      let state = prompt.reduce(mix, restart());
      return Array.from(output, (token) => {
        const found = candidates(state, prefillNoise);
        state = mix(state, token);
        return found;
      });
    },
    close: async () => {},
  };
}
