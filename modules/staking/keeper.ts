/** What the host and other modules may ask of validators. */
import {
  type Committee,
  type JailReason,
  LicenceUse,
  type Validator,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import type { BeaconStaking } from "../../app/beacon/deps.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { type Dec, DEC_ZERO } from "../../app/lib/dec.ts";
import { addressKey, uint32Key } from "../../app/module/collections/codecs.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { beaconSigner, recordBeaconDraw } from "./beacon.ts";
import { committeeAt, hadSeat } from "./committee.ts";
import { BONDED_POOL } from "./constants.ts";
import { isBelowPromise } from "./delegations.ts";
import { delegations, delegationsByValidator, slots } from "./delegationState.ts";
import type { StakingDeps } from "./deps.ts";
import { freeLicences, type LicencePenalty, penalise, slashableStake } from "./licenceFaults.ts";
import { type Backed, type Backing, backingOf, beginRelease, useLicences } from "./licences.ts";
import { isBonded } from "./pools.ts";
import { tokensFromShares, tokensFromSharesTruncated } from "./shares.ts";
import { slash, type ValidatorFault, type ValidatorPenalty } from "./slash.ts";
import { jail, unjail } from "./status.ts";
import type { ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import { type SetCache, validatorSetAt } from "./validatorSets.ts";
import { licencesByBacker, licenceStakeItem, operators, params, validators } from "./state.ts";

interface Readers {
  readonly validator: (ctx: QueryContext, operator: string) => Validator | undefined;
  readonly validatorByConsensusAddress: (
    ctx: QueryContext,
    address: Uint8Array,
  ) => Validator | undefined;
  /** The committee that signs `height`; undefined when it is no longer kept. */
  readonly committee: (ctx: QueryContext, height: bigint) => Committee | undefined;
  /**
   * The BLS key (48 bytes) of a validator that had a seat at `height` or at most two heights
   * before; undefined for all others.
   */
  readonly blsKey: (
    ctx: QueryContext,
    address: Uint8Array,
    height: bigint,
  ) => Uint8Array | undefined;
  /** All validators in order of operator. */
  readonly validators: (ctx: QueryContext) => IterableIterator<Validator>;
  /** Who has a slot now. */
  readonly operatorOfSlot: (ctx: QueryContext, slot: number) => string | undefined;
  /** How long what leaves a validator can still be slashed, on the protocol clock. */
  readonly unbondingTimeMs: (ctx: QueryContext) => bigint;
}

/** Licences behind resource nodes; tasks and slashing ask for them. */
interface LicenceKeeper {
  /** What each stands for, in uasi. */
  readonly licenceStake: (ctx: QueryContext) => bigint;
  readonly nodeLicences: (ctx: QueryContext, node: string) => Backing;
  /** Every node that has any. */
  readonly licensedNodes: (ctx: QueryContext) => readonly string[];
  /** @throws ModuleError as useLicences does. */
  readonly backNode: (
    ctx: BlockContext,
    owner: string,
    node: string,
    numbers: readonly number[],
  ) => void;
  /** @throws ModuleError as beginRelease does. */
  readonly releaseNodeLicence: (
    ctx: BlockContext,
    owner: string,
    node: string,
    number: number,
    untilMs: bigint,
  ) => void;
  /** The node is gone. */
  readonly freeNode: (ctx: BlockContext, node: string) => void;
  /** What a fault of the node can take of its licences, in uasi. */
  readonly slashableNodeStake: (ctx: QueryContext, node: string) => bigint;
  /** Makes the node's licences pay for a fault; tokens of burned ones go to `toModule`. */
  readonly penaliseNode: (
    ctx: BlockContext,
    node: string,
    amount: bigint,
    toModule: string,
  ) => LicencePenalty;
}

/** Delegations and faults; rewards and slashing ask for them. Shares and values are decimals. */
interface DelegationKeeper {
  readonly delegation: (
    ctx: QueryContext,
    delegator: string,
    operator: string,
  ) => { readonly shares: Dec } | undefined;
  /** Operators that an account delegates to, in order of address. */
  readonly delegationsOf: (ctx: QueryContext, delegator: string) => IterableIterator<string>;
  /** Delegators of a validator with their shares, in order of address. */
  readonly delegatorsOf: (
    ctx: QueryContext,
    operator: string,
  ) => IterableIterator<readonly [delegator: string, shares: Dec]>;
  readonly tokensFromShares: (validator: Validator, shares: Dec) => Dec;
  readonly tokensFromSharesTruncated: (validator: Validator, shares: Dec) => Dec;
  /** Bonded validators in order of operator. */
  readonly bondedValidators: (ctx: QueryContext) => IterableIterator<Validator>;
  /** Tokens of all bonded validators, licences left out. */
  readonly totalBonded: (ctx: QueryContext) => bigint;
  readonly slash: (ctx: BlockContext, fault: ValidatorFault) => ValidatorPenalty;
  /** Nothing when the validator is jailed already, or gone. */
  readonly jail: (ctx: BlockContext, consensusAddress: Uint8Array, reason: JailReason) => void;
  /** Nothing when the validator is not jailed. */
  readonly unjail: (ctx: BlockContext, consensusAddress: Uint8Array) => void;
  /** Whether an operator's own delegation is worth less than it promised to keep. */
  readonly isBelowPromise: (ctx: QueryContext, operator: string) => boolean;
}

export interface StakingKeeper extends BeaconStaking, Readers, LicenceKeeper, DelegationKeeper {
  /** The validator set of the running epoch or of one of the SETS_KEPT before it. */
  readonly validatorSet: (ctx: QueryContext, epoch: bigint) => ValidatorSet | undefined;
}

function byAddress(ctx: QueryContext, address: Uint8Array): Validator | undefined {
  const operator = address.length === 20 ? operators.get(ctx, address) : undefined;
  return operator === undefined ? undefined : validators.require(ctx, operator);
}

/** The licences behind a node, as others name it. */
function node(address: string): Backed {
  return { use: LicenceUse.LICENCE_USE_NODE, address };
}

/** Makes the keeper. */
export function stakingKeeper(deps: StakingDeps, sets: SetCache): StakingKeeper {
  return {
    ...readers,
    ...licenceKeeper(deps),
    ...delegationReaders,
    validatorSet: (ctx, epoch) => validatorSetAt(ctx, sets, epoch),
    totalBonded: (ctx) => deps.bank.balance(ctx, moduleAddress(BONDED_POOL)),
    slash: (ctx, fault) => slash(deps, ctx, fault),
    jail: (ctx, address, reason) => {
      const operator = operators.get(ctx, address);
      if (operator !== undefined) jail(deps, ctx, operator, reason);
    },
    unjail: (ctx, address) => unjail(deps, ctx, operators.require(ctx, address)),
    recordBeaconDraw: (ctx, draw) => recordBeaconDraw(deps, ctx, draw),
  };
}

type DelegationReaders = Omit<DelegationKeeper, "totalBonded" | "slash" | "jail" | "unjail">;

const delegationReaders: DelegationReaders = {
  delegation: (ctx, delegator, operator) => {
    const shares = delegations.get(ctx, [delegator, operator]);
    return shares === undefined ? undefined : { shares };
  },
  *delegationsOf(ctx, delegator) {
    const prefix = addressKey.encode(delegator);
    for (const [[, operator]] of delegations.entries(ctx, { prefix })) yield operator;
  },
  *delegatorsOf(ctx, operator) {
    const prefix = addressKey.encode(operator);
    for (const [, delegator] of delegationsByValidator.keys(ctx, { prefix })) {
      yield [delegator, delegations.require(ctx, [delegator, operator])] as const;
    }
  },
  tokensFromShares,
  tokensFromSharesTruncated,
  *bondedValidators(ctx) {
    for (const [, validator] of validators.entries(ctx)) {
      if (isBonded(validator)) yield validator;
    }
  },
  isBelowPromise: (ctx, operator) => {
    const held = delegations.get(ctx, [operator, operator]) ?? DEC_ZERO;
    return isBelowPromise(validators.require(ctx, operator), held);
  },
};

function licenceKeeper(deps: StakingDeps): LicenceKeeper {
  return {
    licenceStake: (ctx) => licenceStakeItem.require(ctx),
    nodeLicences: (ctx, address) => backingOf(ctx, node(address)),
    licensedNodes: (ctx) => {
      const prefix = uint32Key.encode(LicenceUse.LICENCE_USE_NODE);
      const keys = [...licencesByBacker.keys(ctx, { prefix })];
      return [...new Set(keys.map(([, [address]]) => address))];
    },
    backNode: (ctx, owner, address, numbers) =>
      useLicences(deps, ctx, owner, numbers, node(address)),
    releaseNodeLicence: (ctx, owner, address, number, untilMs) =>
      beginRelease(deps, ctx, owner, number, node(address), untilMs),
    freeNode: (ctx, address) => freeLicences(ctx, node(address)),
    slashableNodeStake: (ctx, address) => slashableStake(ctx, node(address)),
    penaliseNode: (ctx, address, amount, toModule) =>
      penalise(deps, ctx, node(address), amount, toModule),
  };
}

const readers: Omit<BeaconStaking, "recordBeaconDraw"> & Readers = {
  validator: (ctx, operator) => validators.get(ctx, operator),
  validatorByConsensusAddress: byAddress,
  committee: committeeAt,
  blsKey: (ctx, address, height) =>
    hadSeat(ctx, address, height) ? byAddress(ctx, address)?.blsPublicKey : undefined,
  *validators(ctx) {
    for (const [, validator] of validators.entries(ctx)) yield validator;
  },
  operatorOfSlot: (ctx, slot) => slots.get(ctx, slot),
  unbondingTimeMs: (ctx) => params.require(ctx).unbondingTimeMs,
  beaconSigner,
};
