/**
 * Cost of ASLI per output position, beside the engine's own work; alone it runs with
 * `node --import=tsx test/bench/asli.bench.ts`.
 *
 * Last: Node 20.20.2, one of 2 shared AMD EPYC cores, 2026-11-22, in ms: rank 0.035, sample 0.105
 * (with top_p 0.151), fingerprint 0.043, deficit 0.104 (with top_p 0.146).
 */
import { pathToFileURL } from "node:url";
import { deficit } from "../../app/asli/check.ts";
import { CANDIDATES } from "../../app/asli/constants.ts";
import { fingerprintEntry } from "../../app/asli/fingerprint.ts";
import { gumbelNoise } from "../../app/asli/gumbel.ts";
import { rankCandidates } from "../../app/asli/quantise.ts";
import { sampleToken } from "../../app/asli/sampler.ts";
import { sha256, utf8 } from "../../app/lib/bytes.ts";

const POSITIONS = 2_000;
const WARM_UP_POSITIONS = 300;

/** Milliseconds per position of `work`, after a warm-up. */
function cost(work: (position: number) => unknown): number {
  for (let position = 0; position < WARM_UP_POSITIONS; position += 1) work(position);
  const start = process.hrtime.bigint();
  for (let position = 0; position < POSITIONS; position += 1) work(position);
  return Number(process.hrtime.bigint() - start) / 1e6 / POSITIONS;
}

/** Prints milliseconds per output position for each stage. */
export function run(): void {
  const seed = sha256(utf8("bench"));
  const noise = gumbelNoise(seed);
  const ids = Uint32Array.from({ length: CANDIDATES }, (_, at) => (at * 7919) % 49_152);
  const logits = Float32Array.from({ length: CANDIDATES }, (_, at) => ((at * 37) % 128) / -12);
  const ranked = rankCandidates({ ids, logits });
  const limits = { deficitClip: 4096, topPSlackMilli: 20 };
  const plain = { temperatureMilli: 800, topK: 0, topPMilli: 0 };
  const cut = { ...plain, topPMilli: 950 };
  const token = ranked.ids[3] as number;
  const stages: Readonly<Record<string, (position: number) => unknown>> = {
    "rank 128 candidates": () => rankCandidates({ ids, logits }),
    "sample, 64 candidates": (position) => sampleToken(ranked, plain, noise, position),
    "sample, top_p 0.95": (position) => sampleToken(ranked, cut, noise, position),
    fingerprint: (position) => fingerprintEntry(ranked, token, seed, position),
    deficit: (position) => deficit(ranked, { token, position }, plain, noise, limits),
    "deficit, top_p 0.95": (position) => deficit(ranked, { token, position }, cut, noise, limits),
  };
  console.log("ASLI, milliseconds per output position");
  for (const [name, work] of Object.entries(stages)) {
    console.log(`  ${name.padEnd(24)} ${cost(work).toFixed(4)}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) run();
