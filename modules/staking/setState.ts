/** Collections of the validator set: what every validator has of power and key, 256 to a value. */
import { bytesValue, pairKey, uint32Key, uint64Key } from "../../app/module/collections/codecs.ts";
import type { StateMap } from "../../app/module/collections/schema.ts";
import { schema } from "./state.ts";

/** Chunk → powers of its slots (POWER_CHUNK); who is not bonded has 0. */
export const powerChunks: StateMap<number, Uint8Array> = schema.map(
  28,
  "power chunks",
  uint32Key,
  bytesValue,
);

/** Chunk → raw BLS keys of its slots (KEY_CHUNK). */
export const keyChunks: StateMap<number, Uint8Array> = schema.map(
  29,
  "key chunks",
  uint32Key,
  bytesValue,
);

/** (epoch, chunk) → what the chunk was when the epoch began, once it has changed since. */
export type SavedChunks = StateMap<readonly [bigint, number], Uint8Array>;

export const savedPowers: SavedChunks = schema.map(
  30,
  "power chunks of epochs",
  pairKey(uint64Key, uint32Key),
  bytesValue,
);

export const savedKeys: SavedChunks = schema.map(
  31,
  "key chunks of epochs",
  pairKey(uint64Key, uint32Key),
  bytesValue,
);

/** Epoch → commitment of its validator set. */
export const commitments: StateMap<bigint, Uint8Array> = schema.map(
  32,
  "commitments",
  uint64Key,
  bytesValue,
);
