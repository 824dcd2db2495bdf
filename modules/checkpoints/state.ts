/** Collections of checkpoints. */
import {
  Attestation,
  Checkpoint,
  Params,
} from "../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import {
  bytesValue,
  integerValue,
  protoValue,
  uint32Key,
  uint64Key,
} from "../../app/module/collections/codecs.ts";
import { type Item, type StateMap, StateSchema } from "../../app/module/collections/schema.ts";

export const schema: StateSchema = new StateSchema("checkpoints");

export const params: Item<Params> = schema.item(0, "params", protoValue(Params));

/** The epoch that runs as far as this module knows; absent before the first block. */
export const runningEpoch: Item<bigint> = schema.item(1, "running epoch", integerValue);

/** Epoch → its checkpoint. */
export const checkpoints: StateMap<bigint, Checkpoint> = schema.map(
  2,
  "checkpoints",
  uint64Key,
  protoValue(Checkpoint),
);

/** Epoch → who signed its checkpoint; absent until somebody did. */
export const attestations: StateMap<bigint, Attestation> = schema.map(
  3,
  "attestations",
  uint64Key,
  protoValue(Attestation),
);

/** Rank → bitfield of who signed; the RECENT_FINALS final checkpoints of highest rank. */
export const recentFinals: StateMap<bigint, Uint8Array> = schema.map(
  4,
  "recent final checkpoints",
  uint64Key,
  bytesValue,
);

/** Chunk → final checkpoints missed in a row (MISSED_CHUNK); absent when nobody missed any. */
export const missedChunks: StateMap<number, Uint8Array> = schema.map(
  5,
  "missed checkpoints",
  uint32Key,
  bytesValue,
);

/** The slot from which on somebody may have missed too many; absent when nobody has. */
export const missedSweep: Item<bigint> = schema.item(
  6,
  "sweep of missed checkpoints",
  integerValue,
);

/** Epoch of an open checkpoint → bitfield of who signed another one too. */
export const doublesFound: StateMap<bigint, Uint8Array> = schema.map(
  7,
  "double attestations",
  uint64Key,
  bytesValue,
);

/** Epoch → bitfield of those among them that are not punished yet. */
export const doublesToPunish: StateMap<bigint, Uint8Array> = schema.map(
  8,
  "double attestations to punish",
  uint64Key,
  bytesValue,
);
