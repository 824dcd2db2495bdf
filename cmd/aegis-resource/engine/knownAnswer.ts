/**
 * Proof of the kernel class: the bits of the logits at a fixed text. Names of CPUs and of features
 * cannot prove it, because part of the arithmetic comes from the system's own libraries.
 */
import type { Candidates, Engine } from "../../../app/asli/engine.ts";
import { hex, sha256 } from "../../../app/lib/bytes.ts";

/** Text whose plain tokens are the test prompt, unless a revision registers another. */
export const KNOWN_ANSWER_TEXT: string =
  "A node that computes must be able to show that it computes like all others: " +
  "1 + 1 = 2, water boils at 100 degrees, and the quick brown fox jumps over the lazy dog.";

/** Tokens decoded one by one after the prompt: a decode runs other kernels than a batch. */
const STEPS = 4;
const BYTES_PER_CANDIDATE = 8;

/** SmolLM2-135M-Instruct, Q4_1: the default model. */
const DEFAULT_MODEL = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53";

/** Known answers by kernel class and SHA-256 of the model. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  [
    `cpu-x64-avx2 ${DEFAULT_MODEL}`,
    "1ddccf97c662df197c62ed5e80b40926457126ea94b9330ee8ae20c27dc0d4e3",
  ],
  [
    `cpu-x64-avx512 ${DEFAULT_MODEL}`,
    "0d9267195db924ca1ec6ab5489d4e6d0f646f1bfc5d625adefe2c5f1738e70e4",
  ],
  [
    `cpu-x64-sse42 ${DEFAULT_MODEL}`,
    "6bab89d7d24f51370a333f786e4545cf0fb5008895cc88005ba3ae5309b247fb",
  ],
]);

/** The answer that `modelSha256` must give in `kernelClass`, when it is known here. */
export function expectedAnswer(kernelClass: string, modelSha256: string): string | undefined {
  return ANSWERS.get(`${kernelClass} ${modelSha256}`);
}

/**
 * SHA-256 in hex of the best candidates after the test prompt and after each of the four greedy
 * tokens that follow it: per candidate, best first, id and float32 logit, both little-endian.
 */
export async function knownAnswer(
  engine: Engine,
  text: string = KNOWN_ANSWER_TEXT,
): Promise<string> {
  const prompt = await engine.tokenize(text);
  let candidates = ordered(await engine.begin(prompt));
  const all = [encode(candidates)];
  for (let step = 0; step < STEPS; step += 1) {
    candidates = ordered(await engine.step(candidates.ids[0] as number));
    all.push(encode(candidates));
  }
  return hex(sha256(Buffer.concat(all)));
}

/** Candidates by logit descending, then id ascending. */
export function ordered({ ids, logits }: Candidates): Candidates {
  const order = Array.from(ids.keys()).sort(
    (a, b) =>
      (logits[b] as number) - (logits[a] as number) || (ids[a] as number) - (ids[b] as number),
  );
  return {
    ids: Uint32Array.from(order, (at) => ids[at] as number),
    logits: Float32Array.from(order, (at) => logits[at] as number),
  };
}

function encode({ ids, logits }: Candidates): Uint8Array {
  const bytes = new Uint8Array(ids.length * BYTES_PER_CANDIDATE);
  const view = new DataView(bytes.buffer);
  for (const [at, id] of ids.entries()) {
    view.setUint32(at * BYTES_PER_CANDIDATE, id, true);
    view.setFloat32(at * BYTES_PER_CANDIDATE + 4, logits[at] as number, true);
  }
  return bytes;
}
