/** Staking in the genesis file. */
import { GenesisState } from "../../proto/gen/aegis/staking/v1/genesis.ts";
import {
  type BeaconRecord,
  LicenceTotals,
  type Validator,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import type { BlockContext } from "../../app/module/context.ts";
import type { GenesisSpec, ValidatorUpdate } from "../../app/module/module.ts";
import { consensusKeyOf } from "./committee.ts";
import { DEFAULT_LICENCE_STAKE } from "./constants.ts";
import { checkDelegations, exportDelegations, initDelegations } from "./delegationGenesis.ts";
import type { StakingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { checkLicences, initLicences } from "./licenceGenesis.ts";
import { paramsSpec } from "./params.ts";
import { firstCommittee } from "./seats.ts";
import {
  beaconRecords,
  committees,
  licences,
  licenceStakeItem,
  licenceTotalsOf,
  params,
  validators,
} from "./state.ts";
import { checkPossessions, checkValidators, initValidators } from "./validatorGenesis.ts";
import { currentSet, type SetCache } from "./validatorSets.ts";

function checkRecords(records: readonly BeaconRecord[], list: readonly Validator[], most: number) {
  const unused = new Set(list.map(({ operator }) => operator));
  for (const { operator, draws, withheld } of records) {
    if (!unused.delete(operator)) {
      throw errors.invalidGenesis(`beacon record of ${operator}: unknown, or a second one`);
    }
    if (draws < 1 || draws > most || withheld >= 1n << BigInt(draws)) {
      throw errors.invalidGenesis(`beacon record of ${operator}: draws do not fit`);
    }
  }
}

function init(
  ctx: BlockContext,
  genesis: GenesisState,
  deps: StakingDeps,
  sets: SetCache,
): readonly ValidatorUpdate[] {
  checkPossessions(ctx.block.chainId, genesis.validators);
  params.set(ctx, genesis.params ?? paramsSpec.defaults);
  initValidators(ctx, genesis);
  initDelegations(deps, ctx, genesis);
  initLicences(deps, ctx, genesis);
  for (const record of genesis.beaconRecords) beaconRecords.set(ctx, record.operator, record);
  const members = firstCommittee(ctx, currentSet(ctx, sets));
  if (members.length > 0) committees.set(ctx, 0n, { fromHeight: 0n, members });
  return members.map(({ consensusAddress: address, power }) => ({
    publicKey: consensusKeyOf(ctx, address),
    power,
  }));
}

/** Staking's genesis. */
export function genesisSpec(deps: StakingDeps, sets: SetCache): GenesisSpec<GenesisState> {
  return {
    codec: GenesisState,
    defaults: {
      params: paramsSpec.defaults,
      validators: [],
      beaconRecords: [],
      licenceStake: DEFAULT_LICENCE_STAKE,
      licences: [],
      licenceTotals: LicenceTotals.create(),
      delegations: [],
      unbondingDelegations: [],
      redelegations: [],
      retiredKeys: [],
    },
    validate: (genesis) => {
      const limits = genesis.params ?? paramsSpec.defaults;
      paramsSpec.validate(limits);
      checkValidators(genesis.validators);
      checkRecords(genesis.beaconRecords, genesis.validators, limits.beaconWindow);
      checkDelegations(genesis);
      checkLicences(genesis);
    },
    init: (ctx, genesis) => init(ctx, genesis, deps, sets),
    export: (ctx) => ({
      params: params.require(ctx),
      validators: [...validators.entries(ctx)].map(([, validator]) => validator),
      beaconRecords: [...beaconRecords.entries(ctx)].map(([, record]) => record),
      licenceStake: licenceStakeItem.require(ctx),
      licences: [...licences.entries(ctx)].map(([, licence]) => licence),
      licenceTotals: licenceTotalsOf(ctx),
      ...exportDelegations(ctx),
    }),
  };
}
