/**
 * How validators sign. Heights count while a validator has a seat and is not jailed: a sitting.
 * It is not written again until it ends, so that a block that everybody signs writes nothing.
 */
import type { Params, Seat, SigningInfo } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import { consensusAddress } from "../../app/lib/address.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { BlockContext, LastCommitVote, QueryContext } from "../../app/module/context.ts";
import type { SlashingDeps } from "./deps.ts";
import { liveness } from "./events.ts";
import { mostMissed } from "./params.ts";
import { params } from "./state.ts";
import { seatsItem, signingInfos } from "./validatorState.ts";
import { clearWindow, flipMissed, isMissed } from "./window.ts";

/** What a window is judged by. */
interface Limits {
  readonly window: number;
  /** Most heights of it that may be missed. */
  readonly missed: number;
}

function limitsOf(current: Params): Limits {
  return { window: current.signedBlocksWindow, missed: mostMissed(current) };
}

/** How a validator signs; the beginning of it when nothing is known yet. */
export function infoOf(ctx: QueryContext, operator: string): SigningInfo {
  const known = signingInfos.get(ctx, operator);
  if (known !== undefined) return known;
  return {
    operator,
    startHeight: ctx.block.height,
    indexOffset: 0n,
    seatedFrom: 0n,
    jailedUntilMs: 0n,
    missedBlocks: 0,
    window: params.require(ctx).signedBlocksWindow,
  };
}

/** Heights that count for a validator, with those up to `height`. */
export function heightsCounted({ indexOffset, seatedFrom }: SigningInfo, height: bigint): bigint {
  return seatedFrom === 0n ? indexOffset : indexOffset + height + 1n - seatedFrom;
}

/** Ends a sitting with `last`, the last height that counts; nothing when there is none. */
export function endSitting(ctx: BlockContext, operator: string, last: bigint): void {
  const info = signingInfos.get(ctx, operator);
  if (info === undefined || info.seatedFrom === 0n) return;
  const indexOffset = heightsCounted(info, last);
  signingInfos.set(ctx, operator, { ...info, indexOffset, seatedFrom: 0n });
}

/** A validator cannot be unjailed before `untilMs` on the protocol clock. */
export function jailUntil(ctx: BlockContext, operator: string, untilMs: bigint): void {
  const info = infoOf(ctx, operator);
  if (untilMs <= info.jailedUntilMs) return;
  signingInfos.set(ctx, operator, { ...info, jailedUntilMs: untilMs });
}

/** Counts the last commit; returns who has missed too much, with a new window before it. */
export function countCommit(deps: SlashingDeps, ctx: BlockContext): readonly string[] {
  const { lastCommit } = ctx.block;
  const limits = limitsOf(params.require(ctx));
  const seats = seatsOf(deps, ctx);
  return lastCommit.flatMap((vote, at) => {
    const operator = seats[at]?.operator ?? "";
    if (operator === "") return [];
    return isDown(deps, ctx, operator, vote, limits) ? [operator] : [];
  });
}

/** Whose the seats of the last commit are; who has none any more does not sit any more. */
function seatsOf(deps: SlashingDeps, ctx: BlockContext): readonly Seat[] {
  const { lastCommit, height } = ctx.block;
  const before = seatsItem.get(ctx)?.seats ?? [];
  const isSame =
    lastCommit.length === before.length &&
    lastCommit.every(({ address }, at) =>
      equalBytes(address, (before[at] as Seat).consensusAddress),
    );
  if (isSame) return before;
  const seats = lastCommit.map(({ address }): Seat => {
    const validator = deps.staking.validatorByConsensusAddress(ctx, address);
    return { consensusAddress: address, operator: validator?.operator ?? "" };
  });
  const seated = new Set(seats.map(({ operator }) => operator));
  for (const { operator } of before) {
    if (operator !== "" && !seated.has(operator)) endSitting(ctx, operator, height - 1n);
  }
  if (seats.length === 0) seatsItem.delete(ctx);
  else seatsItem.set(ctx, { seats });
  return seats;
}

/** Counts one vote. */
function isDown(
  deps: SlashingDeps,
  ctx: BlockContext,
  operator: string,
  { present: isPresent, address }: LastCommitVote,
  limits: Limits,
): boolean {
  const { height } = ctx.block;
  const info = sitting(deps, ctx, operator, limits.window);
  if (info === undefined) return false;
  const counted = heightsCounted(info, height);
  const index = Number((counted - 1n) % BigInt(limits.window));
  const wasMissed = info.missedBlocks > 0 && isMissed(ctx, operator, index);
  let { missedBlocks } = info;
  if (wasMissed === isPresent) {
    flipMissed(ctx, operator, index);
    missedBlocks += isPresent ? -1 : 1;
    signingInfos.set(ctx, operator, { ...info, missedBlocks });
  }
  if (!isPresent) {
    const shown = { missed_blocks: `${missedBlocks}`, height: `${height}` };
    ctx.emit(liveness, { address: consensusAddress(address), ...shown });
  }
  if (missedBlocks <= limits.missed || counted < BigInt(limits.window)) return false;
  restart(ctx, { ...info, missedBlocks });
  return true;
}

/** The window begins anew: a punished validator must not be punished again for the same heights. */
function restart(ctx: BlockContext, info: SigningInfo): void {
  clearWindow(ctx, info.operator);
  const anew = { indexOffset: 0n, seatedFrom: 0n, missedBlocks: 0 };
  signingInfos.set(ctx, info.operator, { ...info, ...anew });
}

/** The running sitting of a validator with a seat, which begins now if need be; none in jail. */
function sitting(
  deps: SlashingDeps,
  ctx: BlockContext,
  operator: string,
  window: number,
): SigningInfo | undefined {
  const info = infoOf(ctx, operator);
  if (info.seatedFrom > 0n && info.window === window) return info;
  if (deps.staking.validator(ctx, operator)?.jailedHeight !== 0n) return undefined;
  const { height } = ctx.block;
  let begun: SigningInfo = { ...info, seatedFrom: height };
  if (info.window !== window) {
    clearWindow(ctx, operator);
    begun = { ...begun, window, startHeight: height, indexOffset: 0n, missedBlocks: 0 };
  }
  signingInfos.set(ctx, operator, begun);
  return begun;
}
