/** Slashing in the genesis file. */
import { GenesisState } from "../../proto/gen/aegis/slashing/v1/genesis.ts";
import { type Slash, SlashReason, Totals } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import type { GenesisSpec } from "../../app/module/module.ts";
import { errors } from "./errors.ts";
import { paramsSpec } from "./params.ts";
import { params, slashes, totals, totalsOf } from "./state.ts";
import { checkValidators, exportValidators, initValidators } from "./validatorGenesis.ts";

const REASONS: ReadonlySet<number> = new Set(Object.values(SlashReason));

function checkSlash(slash: Slash): void {
  const { node, index, operator, beneficiaries, reason, amount, burned, reference } = slash;
  const where = `slash ${index} of ${node}`;
  if (![node, operator, ...beneficiaries].every(isAccountAddress)) {
    throw errors.invalidGenesis(`${where}: not an account address`);
  }
  if (reason === SlashReason.SLASH_REASON_UNSPECIFIED || !REASONS.has(reason)) {
    throw errors.invalidGenesis(`${where}: unknown reason`);
  }
  if (amount > AMOUNT_MAX || burned > amount) {
    throw errors.invalidGenesis(`${where}: burned ${burned} of ${amount}`);
  }
  if (reference.length !== 32) throw errors.invalidGenesis(`${where}: reference needs 32 bytes`);
}

function lengths(lists: readonly (readonly number[])[]): bigint {
  return lists.reduce((sum, list) => sum + BigInt(list.length), 0n);
}

/** A node's slashes are numbered from 0 without gaps, in order. */
function validate(genesis: GenesisState): void {
  paramsSpec.validate(genesis.params ?? paramsSpec.defaults);
  checkValidators(genesis);
  const next = new Map<string, bigint>();
  for (const slash of genesis.slashes) {
    checkSlash(slash);
    const expected = next.get(slash.node) ?? 0n;
    if (slash.index !== expected) {
      throw errors.invalidGenesis(`slash ${slash.index} of ${slash.node} is not ${expected}`);
    }
    next.set(slash.node, expected + 1n);
  }
  const sums = genesis.totals ?? Totals.create();
  const amount = genesis.slashes.reduce((sum, slash) => sum + slash.amount, 0n);
  const burned = genesis.slashes.reduce((sum, slash) => sum + slash.burned, 0n);
  const count = BigInt(genesis.slashes.length);
  const all = [...genesis.slashes, ...genesis.validatorSlashes];
  const liquidated = lengths(all.map((slash) => slash.liquidated));
  const suspended = lengths(all.map((slash) => slash.suspended));
  if (sums.liquidatedLicences !== liquidated || sums.suspendedLicences !== suspended) {
    throw errors.invalidGenesis(`totals of licences are not ${liquidated} and ${suspended}`);
  }
  if (sums.slashes !== count || sums.amount !== amount || sums.burned !== burned) {
    throw errors.invalidGenesis(`totals are not the sums ${count}, ${amount}, ${burned}`);
  }
  checkValidatorTotals(sums, genesis);
}

function checkValidatorTotals(sums: Totals, { validatorSlashes }: GenesisState): void {
  const burned = validatorSlashes.reduce((sum, slash) => sum + slash.burned, 0n);
  const count = BigInt(validatorSlashes.length);
  if (sums.validatorSlashes === count && sums.validatorBurned === burned) return;
  throw errors.invalidGenesis(`totals of validators are not ${count} and ${burned}`);
}

export const genesisSpec: GenesisSpec<GenesisState> = {
  codec: GenesisState,
  defaults: {
    params: paramsSpec.defaults,
    totals: Totals.create(),
    slashes: [],
    validatorSlashes: [],
    signingInfos: [],
    missedChunks: [],
    tombstones: [],
  },
  validate,
  init: (ctx, genesis) => {
    params.set(ctx, genesis.params ?? paramsSpec.defaults);
    const sums = genesis.totals ?? Totals.create();
    if (sums.slashes + sums.validatorSlashes > 0n) totals.set(ctx, sums);
    initValidators(ctx, genesis);
    for (const slash of genesis.slashes) slashes.set(ctx, [slash.node, slash.index], slash);
    return [];
  },
  export: (ctx) => ({
    params: params.require(ctx),
    totals: totalsOf(ctx),
    slashes: [...slashes.entries(ctx)].map(([, slash]) => slash),
    ...exportValidators(ctx),
  }),
};
