/** Collections of staking. */
import {
  BeaconRecord,
  Committee,
  Params,
  Validator,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import {
  addressKey,
  fixedKey,
  protoValue,
  textValue,
  uint64Key,
} from "../../app/module/collections/codecs.ts";
import { type Item, type StateMap, StateSchema } from "../../app/module/collections/schema.ts";

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
