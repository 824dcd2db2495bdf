/** Collections of delegations, of what is taken or moved from validators, and of their queues. */
import {
  HistoricalHeader,
  Redelegation,
  RetiredKey,
  UnbondingDelegation,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import { utf8, utf8Text } from "../../app/lib/bytes.ts";
import { type Dec, formatDec, parseDec } from "../../app/lib/dec.ts";
import {
  addressKey,
  fixedKey,
  integerValue,
  type KeyCodec,
  pairKey,
  protoValue,
  textValue,
  tripleKey,
  uint32Key,
  uint64Key,
  type ValueCodec,
} from "../../app/module/collections/codecs.ts";
import type { KeySet, StateMap } from "../../app/module/collections/schema.ts";
import { schema } from "./state.ts";

const decValue: ValueCodec<Dec> = {
  encode: (value) => utf8(formatDec(value)),
  decode: (bytes) => parseDec(utf8Text(bytes)),
};

/** Two addresses; which ones the collection says. */
export type Pair = readonly [string, string];

/** Delegator, source and destination, in the order that the collection says. */
export type Triple = readonly [string, string, string];

export const pairOfAddresses: KeyCodec<Pair> = pairKey(addressKey, addressKey);
const tripleOfAddresses: KeyCodec<Triple> = tripleKey(addressKey, addressKey, addressKey);

/** (delegator, operator) → shares, always positive. */
export const delegations: StateMap<Pair, Dec> = schema.map(
  12,
  "delegations",
  pairOfAddresses,
  decValue,
);

/** (operator, delegator). */
export const delegationsByValidator: KeySet<Pair> = schema.set(
  13,
  "delegations by validator",
  pairOfAddresses,
);

/** (delegator, operator) → what is being taken back. */
export const unbondings: StateMap<Pair, UnbondingDelegation> = schema.map(
  14,
  "unbonding delegations",
  pairOfAddresses,
  protoValue(UnbondingDelegation),
);

/** (operator, delegator). */
export const unbondingsByValidator: KeySet<Pair> = schema.set(
  15,
  "unbonding delegations by validator",
  pairOfAddresses,
);

/** Protocol clock and (delegator, operator). */
export const unbondingQueue: KeySet<readonly [bigint, Pair]> = schema.set(
  16,
  "unbonding queue",
  pairKey(uint64Key, pairOfAddresses),
);

/** (delegator, source, destination) → what was moved lately. */
export const redelegations: StateMap<Triple, Redelegation> = schema.map(
  17,
  "redelegations",
  tripleOfAddresses,
  protoValue(Redelegation),
);

/** (source, delegator, destination). */
export const redelegationsBySource: KeySet<Triple> = schema.set(
  18,
  "redelegations by source",
  tripleOfAddresses,
);

/** (destination, delegator, source). */
export const redelegationsByDestination: KeySet<Triple> = schema.set(
  19,
  "redelegations by destination",
  tripleOfAddresses,
);

/** Protocol clock and (delegator, source, destination). */
export const redelegationQueue: KeySet<readonly [bigint, Triple]> = schema.set(
  20,
  "redelegation queue",
  pairKey(uint64Key, tripleOfAddresses),
);

/** Protocol clock and operator of validators that unbond, or should be removed. */
export const validatorQueue: KeySet<readonly [bigint, string]> = schema.set(
  21,
  "validator queue",
  pairKey(uint64Key, addressKey),
);

/** Slot → operator. */
export const slots: StateMap<number, string> = schema.map(22, "slots", uint32Key, textValue);

/** Slots that were given back → the epoch in which they were. */
export const freeSlots: StateMap<number, bigint> = schema.map(
  23,
  "free slots",
  uint32Key,
  integerValue,
);

/** BLS public key → operator. */
export const blsKeys: StateMap<Uint8Array, string> = schema.map(
  24,
  "operators by BLS key",
  fixedKey(48),
  textValue,
);

/** Consensus address of a key that was replaced → the key. `operators` knows the address too. */
export const retiredKeys: StateMap<Uint8Array, RetiredKey> = schema.map(
  25,
  "retired consensus keys",
  fixedKey(20),
  protoValue(RetiredKey),
);

/** (operator, consensus address) of retired keys. */
export const retiredByOperator: KeySet<readonly [string, Uint8Array]> = schema.set(
  26,
  "retired keys by operator",
  pairKey(addressKey, fixedKey(20)),
);

/** Protocol clock and consensus address of retired keys. */
export const retiredQueue: KeySet<readonly [bigint, Uint8Array]> = schema.set(
  27,
  "retired key queue",
  pairKey(uint64Key, fixedKey(20)),
);

/** Height → what is kept of its header. */
export const history: StateMap<bigint, HistoricalHeader> = schema.map(
  33,
  "historical headers",
  uint64Key,
  protoValue(HistoricalHeader),
);

/** Operators of validators that are not bonded. */
export const notBonded: KeySet<string> = schema.set(34, "validators not bonded", addressKey);
