/** Collections of staking. */
import {
  BeaconRecord,
  Committee,
  Licence,
  LicenceTotals,
  type LicenceUse,
  Params,
  Validator,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import {
  addressKey,
  fixedKey,
  integerValue,
  type KeyCodec,
  pairKey,
  protoValue,
  textValue,
  uint32Key,
  uint64Key,
} from "../../app/module/collections/codecs.ts";
import {
  type Item,
  type KeySet,
  type Readable,
  type StateMap,
  StateSchema,
} from "../../app/module/collections/schema.ts";

export const schema: StateSchema = new StateSchema("staking");

export const params: Item<Params> = schema.item(0, "params", protoValue(Params));

/** Operator → validator. Validators are never removed: their keys must stay known. */
export const validators: StateMap<string, Validator> = schema.map(
  1,
  "validators",
  addressKey,
  protoValue(Validator),
);

/** Consensus address → operator. */
export const operators: StateMap<Uint8Array, string> = schema.map(
  2,
  "operators by consensus address",
  fixedKey(20),
  textValue,
);

/** First height → the committee from that height on. Old ones are removed. */
export const committees: StateMap<bigint, Committee> = schema.map(
  3,
  "committees",
  uint64Key,
  protoValue(Committee),
);

/** Operator → its last draws of the beacon. */
export const beaconRecords: StateMap<string, BeaconRecord> = schema.map(
  4,
  "beacon records",
  addressKey,
  protoValue(BeaconRecord),
);

/** What each licence stands for, in uasi: set by genesis, never changed. */
export const licenceStakeItem: Item<bigint> = schema.item(5, "licence stake", integerValue);

/** Absent when no licence was issued. */
export const licenceTotals: Item<LicenceTotals> = schema.item(
  6,
  "licence totals",
  protoValue(LicenceTotals),
);

/** Number → licence; liquidated and redeemed ones are removed. */
export const licences: StateMap<number, Licence> = schema.map(
  7,
  "licences",
  uint32Key,
  protoValue(Licence),
);

export const licencesByOwner: KeySet<readonly [string, number]> = schema.set(
  8,
  "licences by owner",
  pairKey(addressKey, uint32Key),
);

/** What is backed (use, address) and the licence's number. */
type BackerKey = readonly [use: LicenceUse, of: readonly [address: string, number: number]];

const backerKey: KeyCodec<BackerKey> = pairKey(uint32Key, pairKey(addressKey, uint32Key));

export const licencesByBacker: KeySet<BackerKey> = schema.set(
  9,
  "licences by what they back",
  backerKey,
);

/** Bytes of a key that lead to all licences behind something. */
export function backerPrefix(use: LicenceUse, address: string): Uint8Array {
  return pairKey(uint32Key, addressKey).encode([use, address]);
}

/** Licences by the clock at which they become free. */
export const licenceReleases: KeySet<readonly [bigint, number]> = schema.set(
  10,
  "licence releases",
  pairKey(uint64Key, uint32Key),
);

/** Licences by the epoch in which their suspension ends. */
export const licenceSuspensions: KeySet<readonly [bigint, number]> = schema.set(
  11,
  "licence suspensions",
  pairKey(uint64Key, uint32Key),
);

/** Licences since genesis. */
export function licenceTotalsOf(ctx: Readable): LicenceTotals {
  return licenceTotals.get(ctx) ?? LicenceTotals.create();
}
