/**
 * The change of an epoch with 100 to 48,000 validators, in a whole application with its store: CPU
 * of all threads of the process. Alone it runs with
 * `node --import=tsx test/bench/epoch.bench.ts [SIZE…]`.
 */
import { type BlockCost, epochCost } from "../kit/epochCost.ts";

const SIZES: readonly number[] = [100, 1_000, 10_000, 48_000];
const EPOCHS = 7;

function row(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

function shown({ median, most }: BlockCost): string {
  return `${median.toFixed(1)} (${most.toFixed(1)})`;
}

const COLUMNS = ["validators", "block", "attestation", "last", "first", "both", "genesis s", "MiB"];
process.stdout.write("CPU ms, median (most):\n");
row(COLUMNS);
row(COLUMNS.map(() => "---"));
const asked = process.argv.slice(2).map(Number);
for (const size of asked.length > 0 ? asked : SIZES) {
  const cost = epochCost(size, EPOCHS);
  row([
    `${size}`,
    shown(cost.block),
    shown(cost.attestation),
    shown(cost.end),
    shown(cost.begin),
    shown(cost.change),
    cost.genesisSeconds.toFixed(1),
    cost.residentMiB.toFixed(0),
  ]);
}
