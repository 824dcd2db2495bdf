/**
 * Checkpoints in the genesis file: who is known to be alive, and what was missed. Checkpoints
 * themselves are left out: they name a chain, and heights, that a new chain does not have.
 */
import { GenesisState } from "../../proto/gen/aegis/checkpoints/v1/genesis.ts";
import { CHUNKS_MAX, MISSED_CHUNK } from "../../app/checkpoint/chunks.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { GenesisSpec } from "../../app/module/module.ts";
import { BITFIELD_BYTES_MAX, RECENT_FINALS } from "./constants.ts";
import { errors } from "./errors.ts";
import { resumeSweep } from "./missed.ts";
import { paramsSpec } from "./params.ts";
import { missedChunks, params, recentFinals } from "./state.ts";

const NONE_MISSED = MISSED_CHUNK.empty();

function validate(genesis: GenesisState): void {
  paramsSpec.validate(genesis.params ?? paramsSpec.defaults);
  const { recentSigners, missed } = genesis;
  if (recentSigners.length > RECENT_FINALS) {
    throw errors.invalidGenesis(`recent_signers: ${RECENT_FINALS} at most`);
  }
  for (const { length } of recentSigners) {
    if (length === 0 || length > BITFIELD_BYTES_MAX) {
      throw errors.invalidGenesis(`recent_signers: a bitfield of ${length} bytes`);
    }
  }
  let next = 0;
  for (const { chunk, counts } of missed) {
    const where = `missed chunk ${chunk}`;
    if (chunk < next || chunk >= CHUNKS_MAX) throw errors.invalidGenesis(`${where}: out of order`);
    if (counts.length !== NONE_MISSED.length || equalBytes(counts, NONE_MISSED)) {
      throw errors.invalidGenesis(`${where}: ${NONE_MISSED.length} counts, not all of them 0`);
    }
    next = chunk + 1;
  }
}

export const genesisSpec: GenesisSpec<GenesisState> = {
  codec: GenesisState,
  defaults: { params: paramsSpec.defaults, recentSigners: [], missed: [] },
  validate,
  init: (ctx, genesis) => {
    params.set(ctx, genesis.params ?? paramsSpec.defaults);
    // Ranks below those of epochs.
    for (const [rank, signers] of genesis.recentSigners.entries()) {
      recentFinals.set(ctx, BigInt(rank), signers);
    }
    for (const { chunk, counts } of genesis.missed) missedChunks.set(ctx, chunk, counts);
    resumeSweep(ctx);
    return [];
  },
  export: (ctx) => ({
    params: params.require(ctx),
    recentSigners: [...recentFinals.entries(ctx)].map(([, signers]) => signers),
    missed: [...missedChunks.entries(ctx)].map(([chunk, counts]) => ({ chunk, counts })),
  }),
};
