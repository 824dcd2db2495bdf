/** What is always true of validators and how they sign. */
import { hex } from "../../app/lib/bytes.ts";
import type { Invariant } from "../../app/module/module.ts";
import { CHUNK_BITS, JAILED_FOREVER_MS } from "./constants.ts";
import type { SlashingDeps } from "./deps.ts";
import {
  missedChunks,
  seatsItem,
  signingInfos,
  tombstonedKeys,
  tombstones,
} from "./validatorState.ts";
import { missedIn } from "./window.ts";

const windows: Invariant = {
  name: "windows",
  check: (ctx) => {
    const bits = new Map<string, number>();
    for (const [[operator, chunk], piece] of missedChunks.entries(ctx)) {
      const places = (signingInfos.get(ctx, operator)?.window ?? 0) - chunk * CHUNK_BITS;
      const missed = missedIn(piece.bits, places);
      if (missed !== missedIn(piece.bits)) return `${operator} missed heights beyond its window`;
      bits.set(operator, (bits.get(operator) ?? 0) + missed);
    }
    for (const [operator, { missedBlocks }] of signingInfos.entries(ctx)) {
      const missed = bits.get(operator) ?? 0;
      if (missed !== missedBlocks) return `${operator} missed ${missedBlocks}, bits say ${missed}`;
    }
    return undefined;
  },
};

const sittings: Invariant = {
  name: "sittings",
  check: (ctx) => {
    const seated = new Set(seatsItem.get(ctx)?.seats.map(({ operator }) => operator));
    for (const [operator, { seatedFrom }] of signingInfos.entries(ctx)) {
      if (seatedFrom > 0n && !seated.has(operator)) return `${operator} sits without a seat`;
      if (seatedFrom > ctx.block.height) return `${operator} sits in the future, ${seatedFrom}`;
    }
    return undefined;
  },
};

/** The buried are in jail for ever, as long as they are validators. */
function burials({ staking }: SlashingDeps): Invariant {
  return {
    name: "tombstones",
    check: (ctx) => {
      const keys = new Set<string>();
      for (const [operator, { consensusAddresses }] of tombstones.entries(ctx)) {
        for (const address of consensusAddresses) keys.add(`${hex(address)} ${operator}`);
        const validator = staking.validator(ctx, operator);
        if (validator === undefined) continue;
        if (validator.jailedHeight === 0n) return `${operator} is tombstoned and not jailed`;
        const untilMs = signingInfos.get(ctx, operator)?.jailedUntilMs ?? 0n;
        if (untilMs !== JAILED_FOREVER_MS) return `${operator} is jailed until ${untilMs} only`;
      }
      for (const [address, operator] of tombstonedKeys.entries(ctx)) {
        if (!keys.delete(`${hex(address)} ${operator}`)) return `${hex(address)} is nobody's`;
      }
      return keys.size === 0 ? undefined : `${keys.size} tombstoned keys are not known`;
    },
  };
}

export function validatorInvariants(deps: SlashingDeps): readonly Invariant[] {
  return [windows, sittings, burials(deps)];
}
