/** Validators in the genesis file: checked whole, because a chain cannot start with wrong ones. */
import { GenesisState } from "../../proto/gen/aegis/staking/v1/genesis.ts";
import {
  type BeaconRecord,
  JailReason,
  LicenceTotals,
  type Params,
  type Validator,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import { addressBytes, isAccountAddress, moduleAddress } from "../../app/lib/address.ts";
import { isBlsPublicKey, isPossession } from "../../app/lib/bls.ts";
import { hex, utf8 } from "../../app/lib/bytes.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import type { BlockContext } from "../../app/module/context.ts";
import type { GenesisSpec, ValidatorUpdate } from "../../app/module/module.ts";
import { committeeAt, consensusAddress, seats } from "./committee.ts";
import { BONDED_POOL, DEFAULT_LICENCE_STAKE, MONIKER_BYTES_MAX } from "./constants.ts";
import type { StakingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { checkLicences, initLicences } from "./licenceGenesis.ts";
import { paramsSpec } from "./params.ts";
import {
  beaconRecords,
  committees,
  licences,
  licenceStakeItem,
  licenceTotalsOf,
  operators,
  params,
  validators,
} from "./state.ts";

function checkValidator(validator: Validator, limits: Params): string | undefined {
  const monikerBytes = utf8(validator.moniker).length;
  const isJailed = validator.jailReason !== JailReason.JAIL_REASON_UNSPECIFIED;
  if (!isAccountAddress(validator.operator)) return "operator is not an account address";
  if (validator.consensusPublicKey.length !== 32) return "consensus_public_key needs 32 bytes";
  if (!isBlsPublicKey(validator.blsPublicKey)) return "bls_public_key is not a BLS12-381 key";
  if (validator.possessionProof.length !== 96) return "possession_proof needs 96 bytes";
  if (validator.selfStake < limits.minSelfStake) return `self_stake below ${limits.minSelfStake}`;
  if (monikerBytes === 0) return "moniker is empty";
  if (monikerBytes > MONIKER_BYTES_MAX) return `moniker exceeds ${MONIKER_BYTES_MAX} bytes`;
  if (isJailed !== validator.jailedHeight > 0n) return "jail_reason and jailed_height disagree";
  return undefined;
}

/** Stake of `list` together. @throws ModuleError naming the first that is wrong. */
function checkValidators(list: readonly Validator[], limits: Params): bigint {
  const unique = new Set<string>();
  let total = 0n;
  for (const validator of list) {
    const wrong = checkValidator(validator, limits);
    if (wrong !== undefined) {
      throw errors.invalidGenesis(`validator ${validator.moniker || validator.operator}: ${wrong}`);
    }
    const { operator, consensusPublicKey, blsPublicKey } = validator;
    for (const key of [operator, hex(consensusPublicKey), hex(blsPublicKey)]) {
      if (unique.has(key)) throw errors.invalidGenesis(`two validators share ${key}`);
      unique.add(key);
    }
    total += validator.selfStake;
  }
  if (total > AMOUNT_MAX) throw errors.invalidGenesis("stakes sum to more than 2^63 - 1");
  const active = seats(list).length;
  if (active > limits.committeeSize) {
    throw errors.invalidGenesis(`${active} validators for ${limits.committeeSize} seats`);
  }
  if (list.length > 0 && active === 0) throw errors.invalidGenesis("all validators are jailed");
  return total;
}

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

/**
 * Checks every proof of possession of a genesis file, which are bound to the chain's id.
 * @throws ModuleError naming the validator.
 */
export function checkPossessions(chainId: string, list: readonly Validator[]): void {
  for (const { operator, blsPublicKey, possessionProof, moniker } of list) {
    const claim = { publicKey: blsPublicKey, operator: addressBytes(operator), chainId };
    if (isPossession(claim, possessionProof)) continue;
    throw errors.invalidGenesis(`validator ${moniker}: no proof of its BLS key on ${chainId}`);
  }
}

function init(
  ctx: BlockContext,
  genesis: GenesisState,
  deps: StakingDeps,
): readonly ValidatorUpdate[] {
  checkPossessions(ctx.block.chainId, genesis.validators);
  const stake = genesis.validators.reduce((sum, { selfStake }) => sum + selfStake, 0n);
  const held = deps.bank.balance(ctx, moduleAddress(BONDED_POOL));
  if (held !== stake) {
    throw errors.invalidGenesis(`${BONDED_POOL} holds ${held}, stakes sum to ${stake}`);
  }
  params.set(ctx, genesis.params ?? paramsSpec.defaults);
  for (const validator of genesis.validators) {
    validators.set(ctx, validator.operator, validator);
    operators.set(ctx, consensusAddress(validator.consensusPublicKey), validator.operator);
  }
  initLicences(deps, ctx, genesis);
  for (const record of genesis.beaconRecords) beaconRecords.set(ctx, record.operator, record);
  const members = seats(genesis.validators);
  if (members.length > 0) committees.set(ctx, 0n, { fromHeight: 0n, members });
  return (committeeAt(ctx, 0n)?.members ?? []).map(({ consensusAddress: address, power }) => ({
    publicKey: validators.require(ctx, operators.require(ctx, address)).consensusPublicKey,
    power,
  }));
}

/** Staking's genesis. */
export function genesisSpec(deps: StakingDeps): GenesisSpec<GenesisState> {
  return {
    codec: GenesisState,
    defaults: {
      params: paramsSpec.defaults,
      validators: [],
      beaconRecords: [],
      licenceStake: DEFAULT_LICENCE_STAKE,
      licences: [],
      licenceTotals: LicenceTotals.create(),
    },
    validate: (genesis) => {
      const limits = genesis.params ?? paramsSpec.defaults;
      paramsSpec.validate(limits);
      checkValidators(genesis.validators, limits);
      checkRecords(genesis.beaconRecords, genesis.validators, limits.beaconWindow);
      checkLicences(genesis);
    },
    init: (ctx, genesis) => init(ctx, genesis, deps),
    export: (ctx) => ({
      params: params.require(ctx),
      validators: [...validators.entries(ctx)].map(([, validator]) => validator),
      beaconRecords: [...beaconRecords.entries(ctx)].map(([, record]) => record),
      licenceStake: licenceStakeItem.require(ctx),
      licences: [...licences.entries(ctx)].map(([, licence]) => licence),
      licenceTotals: licenceTotalsOf(ctx),
    }),
  };
}
