/**
 * Blocks of 1,000 changed keys on states of 10^4 and 10^6 keys: hashing (FinalizeBlock), making
 * durable (Commit), memory, and a restart. Alone it runs with
 * `node --import=tsx test/bench/store.bench.ts [KEYS…]`.
 *
 * Last: Node 20.20.2, one of 2 shared AMD EPYC cores, 2026-11-22, CPU ms at the median of 150
 * blocks: 10^4 keys 7.0 + 5.4 (update), 14.9 + 10.2 (insert); 10^6 keys 13 to 23 + 14.8 (update,
 * the first on an idle machine), 26.0 + 23.3 (insert); 0.9 GB resident; restart 7.0 s.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asBuffer, compareBytes, sha256, uint32BigEndian } from "../../app/lib/bytes.ts";
import type { Change } from "../../app/store/changes.ts";
import { openStore, type Store } from "../../app/store/multistore.ts";
import { Prng } from "../kit/prng.ts";

const SIZES: readonly number[] = [10_000, 1_000_000];
const BLOCK_KEYS = 1_000;
const BLOCKS = 150;
const FILL_KEYS = 10_000;
const KEPT_VERSIONS = 100;
const VALUE_BYTES = 100;

/** Milliseconds of wall clock, and of all processors together: others may be using this machine. */
interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
}

interface Timing {
  readonly apply: Cost[];
  readonly commit: Cost[];
}

/** Keys as modules have them: a collection's number and a 20-byte address. */
function keyAt(number: number): Uint8Array {
  return Uint8Array.from([1, ...sha256(uint32BigEndian(number)).subarray(0, 20)]);
}

function change(number: number, version: number): Change {
  const value = new Uint8Array(VALUE_BYTES);
  asBuffer(value).writeUInt32BE(number, 0);
  asBuffer(value).writeUInt32BE(version + 1, 4);
  return [keyAt(number), value];
}

function costOf(work: () => void): Cost {
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return {
    wallMs: Number(process.hrtime.bigint() - start) / 1e6,
    cpuMs: (user + system) / 1_000,
  };
}

function runBlock(store: Store, numbers: Iterable<number>, timing: Timing): void {
  const height = store.latest().height + 1n;
  const list = Array.from(numbers, (number) => change(number, Number(height)));
  list.sort(([a], [b]) => compareBytes(a, b));
  const changes = new Map([["bank", list]]);
  timing.apply.push(costOf(() => store.apply(changes, height)));
  timing.commit.push(costOf(() => store.commit()));
}

function percentile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
}

function print(cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

function report(keys: number, what: string, { apply, commit }: Timing): void {
  const rss = (process.memoryUsage().rss / 1e6).toFixed(0);
  const cells = [apply, commit].flatMap((costs) => {
    const cpu = costs.map(({ cpuMs }) => cpuMs);
    const wall = costs.map(({ wallMs }) => wallMs);
    return [percentile(cpu, 0.5), percentile(wall, 0.5), percentile(wall, 0.95)];
  });
  print([keys, what, ...cells, rss]);
}

function drawn(random: Prng, keys: number): Set<number> {
  const numbers = new Set<number>();
  while (numbers.size < BLOCK_KEYS) numbers.add(random.below(keys));
  return numbers;
}

function fill(store: Store, keys: number): void {
  const timing = { apply: [], commit: [] };
  for (let from = 0; from < keys; from += FILL_KEYS) {
    runBlock(store, range(from, Math.min(keys, from + FILL_KEYS)), timing);
  }
}

function* range(from: number, to: number): Generator<number> {
  for (let number = from; number < to; number += 1) yield number;
}

function measure(keys: number): void {
  const folder = mkdtempSync(join(tmpdir(), "aegis-bench-"));
  const path = join(folder, "state.db");
  const options = { path, storeNames: ["auth", "bank"], keptVersions: KEPT_VERSIONS };
  const open = (): Store => openStore(options);
  try {
    let store = open();
    const random = new Prng(keys);
    fill(store, keys);
    const updates: Timing = { apply: [], commit: [] };
    // The first hundred blocks still move the large blocks of the filling into the base.
    for (let i = 0; i < KEPT_VERSIONS; i += 1) {
      runBlock(store, drawn(random, keys), { apply: [], commit: [] });
    }
    for (let i = 0; i < BLOCKS; i += 1) runBlock(store, drawn(random, keys), updates);
    report(keys, "update", updates);
    const inserts: Timing = { apply: [], commit: [] };
    for (let i = 0; i < BLOCKS; i += 1) {
      const from = keys + i * BLOCK_KEYS;
      runBlock(store, range(from, from + BLOCK_KEYS), inserts);
    }
    report(keys, "insert", inserts);
    store.close();
    const megabytes = (statSync(path).size / 1e6).toFixed(0);
    const { wallMs, cpuMs } = costOf(() => {
      store = open();
    });
    const rss = (process.memoryUsage().rss / 1e6).toFixed(0);
    const what = `restart from ${megabytes} MB`;
    print([keys, what, cpuMs.toFixed(0), wallMs.toFixed(0), "", "", "", "", rss]);
    store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2).map(Number);
const columns = ["apply CPU ms", "wall", "p95", "commit CPU ms", "wall", "p95", "RSS MB"];
print(["keys", "block of 1,000 keys", ...columns]);
print(Array.from({ length: columns.length + 2 }, () => "---"));
for (const keys of asked.length > 0 ? asked : SIZES) measure(keys);
