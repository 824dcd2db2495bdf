/** The one function that takes stake, or licences that stand for it. */
import { moduleAddress } from "../../app/lib/address.ts";
import { assert, present } from "../../app/lib/assert.ts";
import { mulDiv, mulDivUp, smallerAmount } from "../../app/lib/coin.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { MILLION, SLASHING_ACCOUNT } from "./constants.ts";
import type { SlashingDeps } from "./deps.ts";
import { nodeSlashed } from "./events.ts";
import { type SlashReasonName, slashReasons } from "./reasons.ts";
import { nextIndex, params, slashes, totals, totalsOf } from "./state.ts";

/** One fault of one node. */
export interface NodeFault {
  /** Address of the node's own key. */
  readonly node: string;
  readonly reason: SlashReasonName;
  /** Part of the stake, from 0 to 1 in millionths; the rule of the task that was broken. */
  readonly fractionMillionths: bigint;
  /** Operators who share what is not burned; each counts once, the slashed one never. */
  readonly beneficiaries: readonly string[];
  /** Hash of the task, 32 bytes. */
  readonly reference: Uint8Array;
}

interface Division {
  readonly burned: bigint;
  readonly each: bigint;
}

/** Rounding is burned, so that nobody gains by it; with nobody to share, all is. */
function divide(amount: bigint, burnMillionths: number, sharers: number): Division {
  const rest = amount - mulDivUp(amount, BigInt(burnMillionths), MILLION);
  const each = sharers === 0 ? 0n : rest / BigInt(sharers);
  return { burned: amount - each * BigInt(sharers), each };
}

/**
 * Licences pay what the node's own tokens cannot. The tokens of burned ones are nobody's share:
 * they become network rewards. Where licences are only suspended, the operator forfeits what waits
 * for it instead.
 */
function slashLicences(
  deps: SlashingDeps,
  ctx: BlockContext,
  { node }: NodeFault,
  rest: bigint,
  operator: string,
): { readonly liquidated: readonly number[]; readonly suspended: readonly number[] } {
  if (rest === 0n) return { liquidated: [], suspended: [] };
  const penalty = deps.licences.penaliseNode(ctx, node, rest, SLASHING_ACCOUNT);
  if (penalty.tokens > 0n) deps.rewards.fundPool(ctx, SLASHING_ACCOUNT, penalty.tokens);
  if (penalty.suspended.length > 0) deps.rewards.forfeit(ctx, operator);
  return penalty;
}

/**
 * Takes the fraction of the node's stake, its own tokens first, then licences. Burns its part of
 * the tokens and shares the rest of them equally. Returns how many tokens were taken. It is
 * recorded even when there was nothing left to take.
 */
export function slashNode(deps: SlashingDeps, ctx: BlockContext, fault: NodeFault): bigint {
  const { node, fractionMillionths: fraction, reference } = fault;
  assert(fraction >= 0n && fraction <= MILLION, "a slash takes a part of the stake");
  assert(reference.length === 32, "a slash refers to a task");
  const operator = present(deps.stakes.nodeOperator(ctx, node), "the operator of a slashed node");
  const own = present(deps.stakes.nodeStake(ctx, node), "the stake of a slashed node");
  const licensed = deps.licences.slashableNodeStake(ctx, node);
  const wanted = mulDiv(own + licensed, fraction, MILLION);
  const ask = smallerAmount(wanted, own);
  const amount = deps.stakes.takeNodeStake(ctx, node, ask, SLASHING_ACCOUNT);
  assert(amount >= 0n && amount <= ask, "no more is taken than was asked for");
  const { liquidated, suspended } = slashLicences(deps, ctx, fault, wanted - ask, operator);

  const sharers = [...new Set(fault.beneficiaries)].filter((address) => address !== operator);
  const { burned, each } = divide(amount, params.require(ctx).slashBurnMillionths, sharers.length);
  const beneficiaries = each === 0n ? [] : sharers;
  for (const address of beneficiaries) {
    deps.bank.send(ctx, moduleAddress(SLASHING_ACCOUNT), address, each);
  }
  deps.bank.burn(ctx, SLASHING_ACCOUNT, burned);

  const reason = slashReasons[fault.reason];
  const index = nextIndex(ctx, node);
  const { height } = ctx.block;
  const taken = { amount, burned, liquidated, suspended };
  const record = { node, operator, reason, ...taken, beneficiaries, reference };
  const fractionMillionths = Number(fraction);
  slashes.set(ctx, [node, index], { ...record, index, height, fractionMillionths });
  const sums = totalsOf(ctx);
  totals.set(ctx, {
    ...sums,
    slashes: sums.slashes + 1n,
    amount: sums.amount + amount,
    burned: sums.burned + burned,
    liquidatedLicences: sums.liquidatedLicences + BigInt(liquidated.length),
    suspendedLicences: sums.suspendedLicences + BigInt(suspended.length),
  });
  ctx.emit(nodeSlashed, record);
  return amount;
}
