/**
 * Validators and delegators whose keys all follow from a seed, for test networks of any size:
 * whoever knows the seed can act as each of them. Never for a network that is worth anything.
 */
import { GenesisState as BankGenesis } from "../../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import type { Balance } from "../../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import { GenesisState as StakingGenesis } from "../../../proto/gen/aegis/staking/v1/genesis.ts";
import type { Delegation, Validator } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { keySigner, type Signer } from "../../../app/client/sign.ts";
import { SLOTS_MAX } from "../../../app/checkpoint/chunks.ts";
import { addressBytes, moduleAddress } from "../../../app/lib/address.ts";
import { blsKeygen, blsPublicKey, provePossession } from "../../../app/lib/bls.ts";
import { preimage, sha256 } from "../../../app/lib/bytes.ts";
import { uasi } from "../../../app/lib/coin.ts";
import { addDec, decOf, formatDec, parseDec } from "../../../app/lib/dec.ts";
import { BONDED_POOL, genesisValidator, selfDelegation } from "../../../modules/staking/index.ts";
import { CommandError } from "../exit.ts";
import { type Ed25519Key, ed25519KeyOf } from "../home/cometKeys.ts";
import type { AppState } from "./document.ts";

const ASI = 1_000_000n;
/** Own stakes are 1 to this many ASI, delegations 1 to that many. */
const OWN_MAX_ASI = 1_000n;
const DELEGATED_MAX_ASI = 100n;
/** What every delegator and operator can pay fees from. */
const FUNDS = 100n * ASI;
const DELEGATIONS_PER_ACCOUNT = 4;
export const DELEGATIONS_MAX = 1_000_000;
const PROGRESS_EACH = 1_000;

type Role = "operator" | "consensus" | "bls" | "stake" | "delegator" | "delegation";

/** 32 bytes for one purpose of one number. */
function derived(seed: string, role: Role, index: number): Uint8Array {
  return sha256(
    preimage(
      { domain: "aegis/seeded/v1" },
      { text: seed },
      { text: role },
      { integer: BigInt(index) },
    ),
  );
}

/** Keys of one validator. */
export interface SeededValidator {
  readonly operator: Signer;
  readonly consensus: Ed25519Key;
  readonly blsSecret: Uint8Array;
}

/** Keys of validator `index`, whose slot is its index in a genesis of its own. */
export function seededValidator(seed: string, index: number): SeededValidator {
  return {
    operator: keySigner(derived(seed, "operator", index)),
    consensus: ed25519KeyOf(derived(seed, "consensus", index)),
    blsSecret: seededBlsSecret(seed, index),
  };
}

/** The BLS secret of validator `index` alone: all that an attestation needs. */
export function seededBlsSecret(seed: string, index: number): Uint8Array {
  return blsKeygen(derived(seed, "bls", index));
}

/** The account of delegator `index`. */
export function seededDelegator(seed: string, index: number): Signer {
  return keySigner(derived(seed, "delegator", index));
}

/** 1 to `most` ASI in uasi, by the seed. */
function amountOf(seed: string, role: Role, index: number, most: bigint): bigint {
  const [word = 0n] = new BigUint64Array(derived(seed, role, index).slice(0, 8).buffer);
  return (1n + (word % most)) * ASI;
}

export interface SeededOptions {
  readonly seed: string;
  /** Proofs of possession are for this chain only. */
  readonly chainId: string;
  readonly validators: number;
  readonly delegations: number;
  /** Own stake of each in uasi; by the seed when left out. */
  readonly stake?: bigint | undefined;
  /** Told what is done, now and then. */
  readonly progress: (told: string) => void;
}

function founders({ seed, chainId, validators, stake, progress }: SeededOptions): Validator[] {
  return Array.from({ length: validators }, (_, index) => {
    if (index % PROGRESS_EACH === 0) progress(`keys of validator ${index} of ${validators}`);
    const { operator, consensus, blsSecret } = seededValidator(seed, index);
    const claim = { operator: addressBytes(operator.address), chainId };
    return genesisValidator({
      operator: operator.address,
      consensusPublicKey: consensus.publicKey,
      blsPublicKey: blsPublicKey(blsSecret),
      possessionProof: provePossession(blsSecret, claim),
      stake: stake ?? amountOf(seed, "stake", index, OWN_MAX_ASI),
      moniker: `seeded-${index}`,
      slot: index,
    });
  });
}

/** Delegations of further accounts, a few of each to neighbouring validators. */
function delegationsOf(options: SeededOptions, list: Validator[]): Delegation[] {
  const { seed, delegations, progress } = options;
  let delegator = "";
  return Array.from({ length: delegations }, (_, index) => {
    if (index % DELEGATIONS_PER_ACCOUNT === 0) {
      delegator = seededDelegator(seed, index / DELEGATIONS_PER_ACCOUNT).address;
    }
    if (index % (10 * PROGRESS_EACH) === 0) progress(`delegation ${index} of ${delegations}`);
    const at = (index * 7) % list.length;
    const validator = list[at] as Validator;
    const amount = amountOf(seed, "delegation", index, DELEGATED_MAX_ASI);
    const shares = addDec(parseDec(validator.delegatorShares), decOf(amount));
    list[at] = {
      ...validator,
      tokens: validator.tokens + amount,
      delegatorShares: formatDec(shares),
    };
    return { delegator, operator: validator.operator, shares: formatDec(decOf(amount)) };
  });
}

/** Delegations of one account to one validator are one. */
function summed(list: readonly Delegation[]): Delegation[] {
  const sums = new Map<string, Delegation>();
  for (const one of list) {
    const key = `${one.delegator}/${one.operator}`;
    const other = sums.get(key);
    const shares =
      other === undefined
        ? one.shares
        : formatDec(addDec(parseDec(other.shares), parseDec(one.shares)));
    sums.set(key, { ...one, shares });
  }
  return [...sums.values()];
}

/**
 * Adds seeded validators and delegations to a genesis that has no validators.
 * @throws CommandError when it has some, or numbers are out of range.
 */
export function addSeeded(state: AppState, options: SeededOptions): AppState {
  const { validators: count, delegations: shares } = options;
  if (!Number.isInteger(count) || count < 1 || count > SLOTS_MAX) {
    throw new CommandError(`validators must be between 1 and ${SLOTS_MAX}`);
  }
  if (!Number.isInteger(shares) || shares < 0 || shares > DELEGATIONS_MAX) {
    throw new CommandError(`delegations must be between 0 and ${DELEGATIONS_MAX}`);
  }
  const staking = StakingGenesis.fromJson(state["staking"]);
  if (staking.validators.length > 0) {
    throw new CommandError("the genesis has validators: begin with a new one");
  }
  const validators = founders(options);
  const own = validators.map(selfDelegation);
  const others = summed(delegationsOf(options, validators));
  const bonded = validators.reduce((sum, { tokens }) => sum + tokens, 0n);
  const delegators = new Set(others.map(({ delegator }) => delegator));
  const operators = validators.map(({ operator }) => operator);
  const bank = BankGenesis.fromJson(state["bank"]);
  const funded: Balance[] = [...operators, ...delegators].map((address) => ({
    address,
    coins: uasi(FUNDS),
  }));
  const pool = { address: moduleAddress(BONDED_POOL), coins: uasi(bonded) };
  return {
    ...state,
    staking: StakingGenesis.toJson({ ...staking, validators, delegations: [...own, ...others] }),
    bank: BankGenesis.toJson({
      ...bank,
      balances: [...bank.balances, ...funded, pool],
      supply: [],
    }),
  };
}
