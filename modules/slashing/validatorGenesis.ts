/** What the genesis file says of validators: how they sign, who is buried, what they lost. */
import type { GenesisState } from "../../proto/gen/aegis/slashing/v1/genesis.ts";
import type {
  MissedChunk,
  SigningInfo,
  Tombstone,
  ValidatorSlash,
} from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import { ADDRESS_BYTES, isAccountAddress } from "../../app/lib/address.ts";
import { hex } from "../../app/lib/bytes.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { CHUNK_BITS, CHUNK_BYTES, JAILED_FOREVER_MS, WINDOW_LIMIT } from "./constants.ts";
import { errors } from "./errors.ts";
import { isFraction } from "./params.ts";
import { FAULTS } from "./punish.ts";
import { heightsCounted } from "./signing.ts";
import {
  missedChunks,
  signingInfos,
  tombstonedKeys,
  tombstones,
  validatorSlashes,
} from "./validatorState.ts";
import { missedIn } from "./window.ts";

type Fault = string | undefined;

/** Throws what `faultOf` finds in one of a list, under the name of what it is. */
function checkAll<T extends { readonly operator: string }>(
  what: string,
  list: readonly T[],
  faultOf: (one: T) => Fault,
): void {
  for (const one of list) {
    const fault = isAccountAddress(one.operator) ? faultOf(one) : "not an account address";
    if (fault !== undefined) throw errors.invalidGenesis(`${what} of ${one.operator}: ${fault}`);
  }
}

/** A validator's slashes are numbered from 0 without gaps, in order. */
function checkSlashes(list: readonly ValidatorSlash[]): void {
  const next = new Map<string, bigint>();
  checkAll("slash", list, ({ operator, index, fault, height, infractionHeight, ...taken }) => {
    const expected = next.get(operator) ?? 0n;
    next.set(operator, expected + 1n);
    if (index !== expected) return `index ${index} is not ${expected}`;
    if (!FAULTS.has(fault)) return "unknown fault";
    if (infractionHeight > height) return "punished before it happened";
    if (!isFraction(taken.fraction)) return "fraction is not between 0 and 1";
    return taken.burned > AMOUNT_MAX || taken.power > AMOUNT_MAX ? "too much" : undefined;
  });
}

function checkInfos(list: readonly SigningInfo[], chunks: readonly MissedChunk[]): void {
  const missed = new Map<string, number>();
  for (const { operator, bits } of chunks) {
    missed.set(operator, (missed.get(operator) ?? 0) + missedIn(bits));
  }
  const windows = new Map<string, number>();
  checkAll("signing info", list, (info) => {
    const { operator, window, seatedFrom, missedBlocks, jailedUntilMs } = info;
    if (windows.has(operator)) return "it stands there twice";
    windows.set(operator, window);
    if (window < 1 || window > WINDOW_LIMIT) return `window is not in 1 to ${WINDOW_LIMIT}`;
    if (seatedFrom !== 0n) return "nobody sits in a genesis";
    if (jailedUntilMs > JAILED_FOREVER_MS) return "jailed for longer than for ever";
    const bits = missed.get(operator) ?? 0;
    return missedBlocks === bits ? undefined : `missed_blocks ${missedBlocks}, bits ${bits}`;
  });
  const seen = new Set<string>();
  checkAll("missed chunk", chunks, ({ operator, chunk, bits }) => {
    const window = windows.get(operator) ?? 0;
    if (seen.has(`${operator}/${chunk}`)) return "it stands there twice";
    seen.add(`${operator}/${chunk}`);
    if (bits.length !== CHUNK_BYTES || missedIn(bits) === 0) return "bits are none";
    const places = window - chunk * CHUNK_BITS;
    return missedIn(bits, places) === missedIn(bits) ? undefined : "bits beyond the window";
  });
}

function checkTombstones(list: readonly Tombstone[]): void {
  const operators = new Set<string>();
  const keys = new Set<string>();
  checkAll("tombstone", list, ({ operator, consensusAddresses, fault }) => {
    if (operators.has(operator)) return "it stands there twice";
    operators.add(operator);
    if (!FAULTS.has(fault)) return "unknown fault";
    if (consensusAddresses.length === 0) return "it has no key";
    for (const address of consensusAddresses) {
      if (address.length !== ADDRESS_BYTES) return "a consensus address has 20 bytes";
      if (keys.has(hex(address))) return "another has the same key";
      keys.add(hex(address));
    }
    return undefined;
  });
}

/** @throws ModuleError invalidGenesis. */
export function checkValidators(genesis: GenesisState): void {
  checkSlashes(genesis.validatorSlashes);
  checkInfos(genesis.signingInfos, genesis.missedChunks);
  checkTombstones(genesis.tombstones);
}

export function initValidators(ctx: BlockContext, genesis: GenesisState): void {
  for (const slash of genesis.validatorSlashes) {
    validatorSlashes.set(ctx, [slash.operator, slash.index], slash);
  }
  for (const info of genesis.signingInfos) signingInfos.set(ctx, info.operator, info);
  for (const one of genesis.missedChunks) missedChunks.set(ctx, [one.operator, one.chunk], one);
  for (const tombstone of genesis.tombstones) {
    tombstones.set(ctx, tombstone.operator, tombstone);
    for (const address of tombstone.consensusAddresses) {
      tombstonedKeys.set(ctx, address, tombstone.operator);
    }
  }
}

/** Sittings end: seats, and what stands behind them, are of heights of this chain. */
export function exportValidators(
  ctx: QueryContext,
): Pick<GenesisState, "validatorSlashes" | "signingInfos" | "missedChunks" | "tombstones"> {
  const signing = [...signingInfos.entries(ctx)].map(([, info]) => ({
    ...info,
    indexOffset: heightsCounted(info, ctx.block.height),
    seatedFrom: 0n,
  }));
  return {
    validatorSlashes: [...validatorSlashes.entries(ctx)].map(([, slash]) => slash),
    signingInfos: signing,
    missedChunks: [...missedChunks.entries(ctx)].map(([, chunk]) => chunk),
    tombstones: [...tombstones.entries(ctx)].map(([, tombstone]) => tombstone),
  };
}
