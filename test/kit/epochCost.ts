/** What blocks cost a whole application with its store, by the number of validators. */
import { assert } from "../../app/lib/assert.ts";
import { checkpoints } from "../../modules/checkpoints/state.ts";
import { Crowd } from "./crowd.ts";
import { Attesters } from "./crowdAttest.ts";

const EPOCH_BLOCKS = 10n;
const DELEGATIONS_PER_VALIDATOR = 4;
/** Of that many validators one does not attest, others in each epoch: nobody is punished. */
const ABSENT_ONE_IN = 10;
/** Before that checkpoints do not close yet, and the code is not compiled. */
const WARM_EPOCHS = 8;

/** CPU of all threads of the process, in milliseconds, as median and maximum over epochs. */
export interface BlockCost {
  readonly median: number;
  readonly most: number;
}

export interface EpochCost {
  readonly validators: number;
  readonly delegations: number;
  readonly genesisSeconds: number;
  /** A block in which nothing happens. */
  readonly block: BlockCost;
  /** One with an attestation of nine tenths of all validators. */
  readonly attestation: BlockCost;
  /** The last block of an epoch: the next set, the next committee. */
  readonly end: BlockCost;
  /** The first block of one: a checkpoint closes, and its attesters are paid. */
  readonly begin: BlockCost;
  /** Both together, for the same epoch. */
  readonly change: BlockCost;
  readonly residentMiB: number;
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function costOf(list: readonly number[]): BlockCost {
  const sorted = list.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? 0, most: sorted.at(-1) ?? 0 };
}

/** Plays epochs in which nine tenths attest, and measures every block. */
export function epochCost(validators: number, epochs: number): EpochCost {
  const delegations = validators * DELEGATIONS_PER_VALIDATOR;
  const started = performance.now();
  const crowd = new Crowd({ validators, delegations, epochBlocks: EPOCH_BLOCKS });
  const genesisSeconds = (performance.now() - started) / 1_000;
  const attesters = new Attesters(crowd, validators, ABSENT_ONE_IN);
  const kinds = { block: [], attestation: [], end: [], begin: [] } as Record<string, number[]>;
  const changes: number[] = [];
  for (let epoch = 0; epoch < epochs + WARM_EPOCHS; epoch += 1) {
    for (let at = 1n; at <= EPOCH_BLOCKS; at += 1n) {
      const attests = at === 3n && epoch > 0;
      const request = crowd.request({ txs: attests ? [attesters.transaction()] : [] });
      const cost = cpuMs(() => {
        const { txResults } = crowd.execute(request);
        assert(
          txResults.every(({ code }) => code === 0),
          "attestations are accepted",
        );
      });
      if (epoch < WARM_EPOCHS) continue;
      if (at === 1n) changes.push((kinds["end"]?.at(-1) ?? 0) + cost);
      const kind = attests ? "attestation" : at === 1n ? "begin" : "block";
      kinds[at === EPOCH_BLOCKS ? "end" : kind]?.push(cost);
    }
  }
  const final = checkpoints.get(crowd.context, crowd.context.block.epoch - 1n)?.finalHeight ?? 0n;
  assert(final > 0n, "checkpoints become final");
  const of = (kind: string): BlockCost => costOf(kinds[kind] ?? []);
  return {
    validators,
    delegations,
    genesisSeconds,
    block: of("block"),
    attestation: of("attestation"),
    end: of("end"),
    begin: of("begin"),
    // The first epoch that is measured began with one that is not.
    change: costOf(changes.slice(1)),
    residentMiB: process.memoryUsage().rss / 2 ** 20,
  };
}
