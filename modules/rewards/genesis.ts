/** The books of rewards in the genesis file. */
import { GenesisState, type QueuedCalculation } from "../../proto/gen/aegis/rewards/v1/genesis.ts";
import { type EpochRewards, Totals } from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { GenesisSpec } from "../../app/module/module.ts";
import type { RewardsDeps } from "./deps.ts";
import {
  checkDistribution,
  distributionDefaults,
  exportDistribution,
  initDistribution,
} from "./distributionGenesis.ts";
import { errors } from "./errors.ts";
import { paramsSpec } from "./params.ts";
import { poolBalance } from "./pool.ts";
import { epochs, forfeitures, params, queue, totals, totalsOf, unpaidEpochs } from "./state.ts";

function isUnpaid({ isClosed, paid, calculations }: EpochRewards): boolean {
  return isClosed && paid < calculations;
}

function checkQueued({ epoch, index, calculation }: QueuedCalculation): void {
  const where = `queue (${epoch}, ${index})`;
  if (calculation === undefined) throw errors.invalidGenesis(`${where}: calculation is missing`);
  const { fee, referenceFee, executors, verifiers } = calculation;
  if (fee === 0n || fee > AMOUNT_MAX || referenceFee > AMOUNT_MAX) {
    throw errors.invalidGenesis(`${where}: fees are out of range`);
  }
  const earners = [...executors, ...verifiers];
  if (earners.length === 0 || !earners.every(isAccountAddress)) {
    throw errors.invalidGenesis(`${where}: nobody earns it, or not an account address`);
  }
}

/** An epoch's queue holds exactly its calculations that are not paid. */
function checkEpoch(record: EpochRewards, waiting: readonly QueuedCalculation[]): void {
  const where = `epoch ${record.epoch}`;
  if (record.paid > record.calculations || (!record.isClosed && record.paid > 0n)) {
    throw errors.invalidGenesis(`${where}: more is paid than it has`);
  }
  if (record.poolPaid > record.poolEmission) {
    throw errors.invalidGenesis(`${where}: more of the pool is paid than it has`);
  }
  if (record.fees > AMOUNT_MAX || record.taskEmission > AMOUNT_MAX) {
    throw errors.invalidGenesis(`${where}: amounts exceed 2^63 - 1`);
  }
  const indexes = new Set(waiting.map(({ index }) => index));
  let fees = 0n;
  for (const { index, calculation } of waiting) {
    fees += calculation?.fee ?? 0n;
    if (index < record.paid || index >= record.calculations) {
      throw errors.invalidGenesis(`${where}: calculation ${index} does not wait`);
    }
  }
  if (BigInt(indexes.size) !== record.calculations - record.paid) {
    throw errors.invalidGenesis(`${where}: the queue lacks some of its calculations`);
  }
  if (record.paid === 0n ? fees !== record.fees : fees > record.fees) {
    throw errors.invalidGenesis(`${where}: fees are ${record.fees}, the queue's sum to ${fees}`);
  }
}

function validate(genesis: GenesisState): void {
  paramsSpec.validate(genesis.params ?? paramsSpec.defaults);
  const waiting = new Map<bigint, QueuedCalculation[]>();
  const places = new Set<string>();
  for (const queued of genesis.queue) {
    checkQueued(queued);
    places.add(`${queued.epoch}/${queued.index}`);
    waiting.set(queued.epoch, [...(waiting.get(queued.epoch) ?? []), queued]);
  }
  if (places.size !== genesis.queue.length) throw errors.invalidGenesis("a queue place is taken");
  const seen = new Set<bigint>();
  for (const record of genesis.epochs) {
    if (seen.has(record.epoch)) throw errors.invalidGenesis(`epoch ${record.epoch} stands twice`);
    seen.add(record.epoch);
    checkEpoch(record, waiting.get(record.epoch) ?? []);
  }
  const operators = new Set(genesis.forfeitures.map(({ operator }) => operator));
  const isFit = operators.size === genesis.forfeitures.length;
  if (!isFit || ![...operators].every(isAccountAddress)) {
    throw errors.invalidGenesis("forfeitures: an operator twice, or no account address");
  }
  checkDistribution(genesis);
  for (const epoch of waiting.keys()) {
    if (!seen.has(epoch)) throw errors.invalidGenesis(`queue of the unknown epoch ${epoch}`);
  }
}

/** What the bank holds for the pool must cover the books, and what epochs may still take of it. */
function checkPool(deps: RewardsDeps, ctx: QueryContext): void {
  const { poolReceived, poolPaid } = totalsOf(ctx);
  const held = poolBalance(deps, ctx);
  if (held !== poolReceived - poolPaid) {
    throw errors.invalidGenesis(`pool holds ${held}, books say ${poolReceived} - ${poolPaid}`);
  }
  let promised = 0n;
  for (const epoch of unpaidEpochs.keys(ctx)) {
    const { poolEmission, poolPaid: taken } = epochs.require(ctx, epoch);
    promised += poolEmission - taken;
  }
  if (promised > held) throw errors.invalidGenesis(`pool holds ${held} and promised ${promised}`);
}

function init(deps: RewardsDeps, ctx: BlockContext, genesis: GenesisState): readonly [] {
  params.set(ctx, genesis.params ?? paramsSpec.defaults);
  const sums = genesis.totals ?? Totals.create();
  if (Totals.encode(sums).length > 0) totals.set(ctx, sums);
  for (const record of genesis.epochs) {
    epochs.set(ctx, record.epoch, record);
    if (isUnpaid(record)) unpaidEpochs.add(ctx, record.epoch);
  }
  for (const { epoch, index, calculation } of genesis.queue) {
    queue.set(ctx, [epoch, index], present(calculation, "a validated calculation"));
  }
  for (const mark of genesis.forfeitures) forfeitures.set(ctx, mark.operator, mark);
  checkPool(deps, ctx);
  initDistribution(deps, ctx, genesis);
  return [];
}

/** The genesis of rewards. Bank and staking must be initialised before it. */
export function genesisSpec(deps: RewardsDeps): GenesisSpec<GenesisState> {
  return {
    codec: GenesisState,
    defaults: {
      params: paramsSpec.defaults,
      totals: Totals.create(),
      epochs: [],
      queue: [],
      forfeitures: [],
      ...distributionDefaults,
    },
    validate,
    init: (ctx, genesis) => init(deps, ctx, genesis),
    export: (ctx) => ({
      params: params.require(ctx),
      totals: totalsOf(ctx),
      epochs: [...epochs.entries(ctx)].map(([, record]) => record),
      queue: [...queue.entries(ctx)].map(([[epoch, index], calculation]) => ({
        epoch,
        index,
        calculation,
      })),
      forfeitures: [...forfeitures.entries(ctx)].map(([, mark]) => mark),
      ...exportDistribution(ctx),
    }),
  };
}
