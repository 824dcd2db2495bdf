/**
 * Checkpoints at 48,000 validators: commitments, partials, proofs of finality. Alone it runs with
 * `node --import=tsx test/bench/checkpoint.bench.ts`.
 *
 * Last: Node 20.20.2, one of 2 shared AMD EPYC cores, 2026-11-23, median CPU ms: commitment from
 * nothing 97, after changes in 20 chunks 0.9 (powers) or 1.8 (keys), in all 188 6.6 or 15; power
 * chunks read and written 2.4; partial of 6,000 signers 6.5, of 24,000 22, of 47,000 4; proof with
 * 0, 1, 10, 33 % absent: 6.6, 145, 929, 2,312 kB, verified in 2, 7, 20, 56.
 */
import { bitfieldOf } from "../../app/checkpoint/bitfield.ts";
import {
  CHUNK_SLOTS,
  KEY_CHUNK,
  POWER_CHUNK,
  REWARD_CHUNK,
  SLOTS_MAX,
} from "../../app/checkpoint/chunks.ts";
import { checkpointMessage } from "../../app/checkpoint/message.ts";
import { type PartialSignature, verifyPartial } from "../../app/checkpoint/partial.ts";
import {
  checkpointProof,
  decodeCheckpointProof,
  encodeCheckpointProof,
  verifyCheckpointProof,
} from "../../app/checkpoint/proof.ts";
import { type ChunkTree, chunkTree, ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import { chunksOf, keyAt, signAll } from "../kit/checkpointSet.ts";
import { Prng } from "../kit/prng.ts";

const ROUNDS = 9;
const CHANGES_PER_CHUNK = 5;
const ABSENT_PERCENT: readonly number[] = [0, 1, 10, 33];

interface Chunk {
  readonly power: Uint8Array;
  readonly keys: Uint8Array;
}

function cpuMs(work: (round: number) => void, round: number): number {
  const before = process.cpuUsage();
  work(round);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function row(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

/** CPU ms of all threads: the first time, when nothing is compiled yet, and the median. */
function measure(what: string, work: (round: number) => void, bytes?: number): void {
  const costs = Array.from({ length: ROUNDS }, (_, round) => cpuMs(work, round));
  const median = costs.toSorted((a, b) => a - b)[ROUNDS >> 1] as number;
  const size = bytes === undefined ? "" : String(bytes);
  row([what, (costs[0] as number).toFixed(1), median.toFixed(1), size]);
}

function check(holds: boolean): void {
  if (!holds) throw new Error("the bench measures something that does not hold");
}

const random = new Prng(48);
const powers = new Map(
  Array.from({ length: SLOTS_MAX }, (_, slot) => [slot, 1 + random.below(10 ** 6)]),
);
const chunks = [...chunksOf(powers)];

function setOf(trees: readonly ChunkTree[]): ValidatorSet {
  return new ValidatorSet("aegis-bench-1", 9n, trees);
}

function treesOf(some: readonly (readonly [number, Chunk])[], before?: readonly ChunkTree[]) {
  return some.map(([chunk, { power, keys }]) => chunkTree(chunk, power, keys, before?.[chunk]));
}

/** The first chunks with a few other powers, and other keys where `withKeys`. */
function changedChunks(count: number, round: number, withKeys: boolean): [number, Chunk][] {
  return chunks.slice(0, count).map(([chunk, { power, keys }]) => {
    let next = { power, keys };
    for (let i = 0; i < CHANGES_PER_CHUNK; i += 1) {
      const index = i * 25;
      const other = 10 ** 6 + 1 + round;
      next = { ...next, power: POWER_CHUNK.put(next.power, index, other) };
      if (!withKeys) continue;
      const key = keyAt((chunk * CHUNK_SLOTS + index + 1 + round) % SLOTS_MAX);
      next = { ...next, keys: KEY_CHUNK.put(next.keys, index, key) };
    }
    return [chunk, next];
  });
}

function benchChunks(): void {
  measure("power: 188 chunks read and written", () => {
    for (const [, { power }] of chunks) POWER_CHUNK.encode(POWER_CHUNK.decode(power));
  });
  let rewards = chunks.map(() => REWARD_CHUNK.empty());
  measure("rewards: 188 chunks read, added to, written", () => {
    rewards = rewards.map((chunk) =>
      REWARD_CHUNK.encode(REWARD_CHUNK.decode(chunk).map((uasi) => uasi + 123_456n)),
    );
  });
}

function benchCommitment(trees: readonly ChunkTree[]): void {
  measure("commitment from nothing", () => void setOf(treesOf(chunks)));
  for (const withKeys of [false, true]) {
    for (const count of [1, 10, 20, chunks.length]) {
      const rounds = Array.from({ length: ROUNDS }, (_, i) => changedChunks(count, i, withKeys));
      const what = `commitment after 5 ${withKeys ? "keys" : "powers"} in each of ${count} chunks`;
      measure(what, (round) => {
        const changed = treesOf(rounds[round] ?? [], trees);
        setOf([...changed, ...trees.slice(count)]);
      });
    }
  }
}

/** All slots but `absent` drawn ones. */
function signersWithout(absent: number): number[] {
  const missing = new Set<number>();
  while (missing.size < absent) missing.add(random.below(SLOTS_MAX));
  return [...powers.keys()].filter((slot) => !missing.has(slot));
}

function benchPartials(set: ValidatorSet): void {
  const block = { height: 1_000n, blockHash: new Uint8Array(32), appHash: new Uint8Array(32) };
  const { chainId, epoch } = set.parts;
  const message = checkpointMessage({ ...block, chainId, epoch, commitment: set.commitment });
  const partialOf = (slots: readonly number[]): PartialSignature => ({
    signers: bitfieldOf(set.slots, slots),
    signature: signAll(slots, message),
  });
  for (const count of [100, 6_000, 24_000, 47_000]) {
    const partial = partialOf(signersWithout(SLOTS_MAX - count));
    measure(`partial of ${count} signers verified`, () => {
      check(verifyPartial(set, message, partial).ok);
    });
  }
  for (const percent of ABSENT_PERCENT) {
    const partial = partialOf(signersWithout((SLOTS_MAX * percent) / 100));
    const bytes = encodeCheckpointProof(checkpointProof(set, block, partial));
    measure(
      `proof with ${percent} % absent made`,
      () => {
        encodeCheckpointProof(checkpointProof(set, block, partial));
      },
      bytes.length,
    );
    measure(`proof with ${percent} % absent verified`, () => {
      const proof = decodeCheckpointProof(bytes);
      check(proof !== undefined && verifyCheckpointProof(proof, set.commitment).final);
    });
  }
}

row(["48,000 validators", "first CPU ms", "median CPU ms", "bytes"]);
row(["---", "---", "---", "---"]);
const trees = treesOf(chunks);
benchChunks();
benchCommitment(trees);
benchPartials(setOf(trees));
