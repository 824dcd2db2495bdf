/**
 * What lies behind a validator at a height, as clients see it, and what a slash makes of it: an
 * arithmetic of its own, so that a mistake of the chain's is not made twice.
 */
import { query } from "../../app/client/query.ts";
import type { Rpc } from "../../app/client/rpc.ts";
import type { ValidatorSlash } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import { Query, QueryValidatorRequest } from "../../proto/gen/cosmos/staking/v1beta1/query.ts";

/** 1 as a decimal of 18 digits, as shares and fractions are written. */
const ONE = 10n ** 18n;
const UASI_PER_POWER = 1_000_000n;

/** Tokens in uasi; shares are decimals of 18 digits. */
export interface Stake {
  readonly tokens: bigint;
  readonly shares: bigint;
  readonly isJailed: boolean;
  /** Shares by delegator. */
  readonly held: Readonly<Record<string, bigint>>;
}

/** Tokens that left a validator and that faults of it still reach. */
export interface Gone {
  readonly delegator: string;
  /** Height of the block in which they left. */
  readonly height: bigint;
  readonly initial: bigint;
}

/** What is being taken back. */
interface Unbonding extends Gone {
  readonly balance: bigint;
}

/** What was moved, and the shares that this made elsewhere. */
interface Move extends Gone {
  readonly shares: bigint;
}

/** A validator, what left it, and the validator to which some of that went. */
export interface StakeBook {
  readonly stake: Stake;
  readonly unbondings: readonly Unbonding[];
  readonly moves: readonly Move[];
  readonly destination: Stake;
}

/** The validator's stake after the block of `height`. */
export async function readStake(rpc: Rpc, operator: string, height?: number): Promise<Stake> {
  const asked = QueryValidatorRequest.create({ validatorAddr: operator });
  const { validator } = await query(rpc, Query.Validator, asked, height);
  const { delegationResponses } = await query(rpc, Query.ValidatorDelegations, asked, height);
  const held = delegationResponses.flatMap(({ delegation }) =>
    delegation === undefined ? [] : [[delegation.delegatorAddress, BigInt(delegation.shares)]],
  );
  return {
    tokens: BigInt(validator?.tokens ?? 0),
    shares: BigInt(validator?.delegatorShares ?? 0),
    isJailed: validator?.jailed ?? false,
    held: Object.fromEntries(held),
  };
}

/** The book of `operator` after the block of `height`; what left went to `destination`. */
export async function readBook(
  rpc: Rpc,
  operator: string,
  destination: string,
  height: number,
): Promise<StakeBook> {
  const asked = { validatorAddr: operator };
  const back = await query(rpc, Query.ValidatorUnbondingDelegations, asked, height);
  const from = { srcValidatorAddr: operator };
  const moved = await query(rpc, Query.Redelegations, from, height);
  const unbondings = back.unbondingResponses.flatMap(({ delegatorAddress, entries }) =>
    entries.map((entry) => ({
      delegator: delegatorAddress,
      height: entry.creationHeight,
      initial: BigInt(entry.initialBalance),
      balance: BigInt(entry.balance),
    })),
  );
  const moves = moved.redelegationResponses.flatMap(({ redelegation, entries }) =>
    entries.flatMap(({ redelegationEntry: entry }) => {
      if (redelegation === undefined || entry === undefined) return [];
      return {
        delegator: redelegation.delegatorAddress,
        height: entry.creationHeight,
        initial: BigInt(entry.initialBalance),
        shares: BigInt(entry.sharesDst),
      };
    }),
  );
  return {
    stake: await readStake(rpc, operator, height),
    unbondings: inOrder(unbondings),
    moves: inOrder(moves),
    destination: await readStake(rpc, destination, height),
  };
}

/** Whole ASI of `tokens`. */
export function wholeAsi(tokens: bigint): bigint {
  return tokens / UASI_PER_POWER;
}

/** What `shares` of a validator are worth, in uasi, rounded down. */
export function worth({ tokens, shares }: Stake, held: bigint): bigint {
  return shares === 0n ? 0n : (held * tokens) / shares;
}

/** A book after a slash, and how many entries of what had left it reached. */
export interface Slashed {
  readonly book: StakeBook;
  readonly reached: number;
  readonly burned: bigint;
}

/**
 * What `slash` makes of `book`: a part of the stake at the fault is due. What left since then pays
 * the same part of itself, and the validator's tokens pay the rest.
 */
export function slashed(book: StakeBook, slash: ValidatorSlash): Slashed {
  const fraction = BigInt(slash.fraction);
  const partOf = (amount: bigint): bigint => (amount * fraction) / ONE;
  const isReached = ({ height }: Gone): boolean => height >= slash.infractionHeight;
  const left = [...book.unbondings, ...book.moves].filter(isReached);
  const dueElsewhere = left.reduce((sum, { initial }) => sum + partOf(initial), 0n);
  const due = partOf(slash.power * UASI_PER_POWER) - dueElsewhere;
  let burned = due;
  const unbondings = book.unbondings.map((one) => {
    if (!isReached(one)) return one;
    burned += partOf(one.initial);
    return { ...one, balance: one.balance - partOf(one.initial) };
  });
  let { destination } = book;
  for (const { delegator, shares } of book.moves.filter(isReached)) {
    const taken = half(shares * fraction);
    const tokens = worth(destination, taken);
    destination = less(destination, delegator, taken, tokens);
    burned += tokens;
  }
  const stake = { ...book.stake, tokens: book.stake.tokens - due, isJailed: true };
  return { book: { ...book, stake, unbondings, destination }, reached: left.length, burned };
}

/**
 * `book` with what was taken back or moved away in the block of `height`, one transaction of
 * `amount` at most, as `after` says that there was one.
 */
export function withLeft(
  book: StakeBook,
  after: StakeBook,
  height: bigint,
  amount: bigint,
): StakeBook {
  const leftNow = ({ height: at }: Gone): boolean => at === height;
  const [unbonding] = after.unbondings.filter(leftNow);
  const [move] = after.moves.filter(leftNow);
  const one = unbonding ?? move;
  if (one === undefined) return book;
  const { stake } = book;
  const shares = (stake.shares * amount) / stake.tokens;
  // To the nearest 18th digit before it is cut: shares of what was slashed are rarely whole.
  const initial = half((shares * stake.tokens * ONE * ONE) / stake.shares) / ONE;
  const left = less(stake, one.delegator, shares, initial);
  const entry = { delegator: one.delegator, height, initial };
  if (move === undefined) {
    const unbondings = inOrder([...book.unbondings, { ...entry, balance: initial }]);
    return { ...book, stake: left, unbondings };
  }
  const { destination: to } = book;
  const issued = (to.shares * initial) / to.tokens;
  const held = { ...to.held, [entry.delegator]: (to.held[entry.delegator] ?? 0n) + issued };
  const destination = { ...to, tokens: to.tokens + initial, shares: to.shares + issued, held };
  return {
    ...book,
    stake: left,
    destination,
    moves: inOrder([...book.moves, { ...entry, shares: issued }]),
  };
}

/** By delegator, then by height. */
function inOrder<G extends Gone>(list: readonly G[]): G[] {
  const key = ({ delegator, height }: Gone): string =>
    `${delegator} ${`${height}`.padStart(20, "0")}`;
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function less(stake: Stake, delegator: string, shares: bigint, tokens: bigint): Stake {
  const held = { ...stake.held, [delegator]: (stake.held[delegator] ?? 0n) - shares };
  return { ...stake, tokens: stake.tokens - tokens, shares: stake.shares - shares, held };
}

/** `value` ÷ 10^18 to the nearest integer, from the middle to the even one. */
function half(value: bigint): bigint {
  const [down, rest] = [value / ONE, value % ONE];
  if (rest * 2n < ONE || (rest * 2n === ONE && down % 2n === 0n)) return down;
  return down + 1n;
}
