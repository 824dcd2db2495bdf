/**
 * The first block and the change of an epoch with 100 to 48,000 validators, in a whole application
 * with its store: CPU of all threads of the process. Alone it runs with
 * `node --import=tsx test/bench/epoch.bench.ts [SIZE…]`.
 */
import { Crowd } from "../kit/crowd.ts";

const SIZES: readonly number[] = [100, 1_000, 10_000, 48_000];
const EPOCHS = 7;
const EPOCH_BLOCKS = 10n;
const DELEGATIONS_PER_VALIDATOR = 4;

interface Cost {
  readonly cpuMs: number;
  readonly wallMs: number;
}

function cost(work: () => void): Cost {
  const cpu = process.cpuUsage();
  const start = performance.now();
  work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1_000, wallMs: performance.now() - start };
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[list.length >> 1] as number;
}

/** Costs of blocks that end an epoch, that begin one, and of all others. */
function measure(validators: number): void {
  let crowd: Crowd | undefined;
  const delegations = validators * DELEGATIONS_PER_VALIDATOR;
  const genesis = cost(() => {
    crowd = new Crowd({ validators, delegations, epochBlocks: EPOCH_BLOCKS });
  });
  const chain = crowd as unknown as Crowd;
  const ends: number[] = [];
  const begins: number[] = [];
  const others: number[] = [];
  let isBeginning = false;
  while (ends.length < EPOCHS) {
    const request = chain.request();
    const { cpuMs } = cost(() => chain.execute(request));
    const { isEpochEnd } = chain.context.block;
    if (isEpochEnd) ends.push(cpuMs);
    else if (isBeginning) begins.push(cpuMs);
    else others.push(cpuMs);
    isBeginning = isEpochEnd;
  }
  const figures = [
    genesis.wallMs / 1_000,
    median(others),
    ends[0] as number,
    median(ends.slice(1)),
    Math.max(...ends.slice(1)),
    median(begins),
    process.memoryUsage().rss / 2 ** 20,
  ];
  const cells = [String(validators), ...figures.map((figure) => figure.toFixed(1))];
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

process.stdout.write(
  "| validators | genesis s | block ms | first end ms | end ms | most ms | begin ms | RSS MiB |\n" +
    "| --- | --- | --- | --- | --- | --- | --- | --- |\n",
);
const asked = process.argv.slice(2).map(Number);
for (const size of asked.length > 0 ? asked : SIZES) measure(size);
