// Generated from proto/aegis/staking/v1/genesis.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { BeaconRecord, Delegation, Licence, LicenceTotals, Params, Redelegation, RetiredKey, UnbondingDelegation, Validator } from "./staking.ts";

export interface GenesisState {
  readonly params: Params | undefined;
  readonly validators: readonly Validator[];
  readonly beaconRecords: readonly BeaconRecord[];
  readonly licenceStake: bigint;
  readonly licences: readonly Licence[];
  readonly licenceTotals: LicenceTotals | undefined;
  readonly delegations: readonly Delegation[];
  readonly unbondingDelegations: readonly UnbondingDelegation[];
  readonly redelegations: readonly Redelegation[];
  readonly retiredKeys: readonly RetiredKey[];
}

function writeGenesisState(w: Writer, m: GenesisState): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
  for (const v of m.validators) {
    w.tag(18);
    { const s = w.open(); Validator.write(w, v); w.close(s); }
  }
  for (const v of m.beaconRecords) {
    w.tag(26);
    { const s = w.open(); BeaconRecord.write(w, v); w.close(s); }
  }
  if (m.licenceStake !== 0n) {
    w.tag(32);
    w.uint64(m.licenceStake);
  }
  for (const v of m.licences) {
    w.tag(42);
    { const s = w.open(); Licence.write(w, v); w.close(s); }
  }
  if (m.licenceTotals !== undefined) {
    w.tag(50);
    { const s = w.open(); LicenceTotals.write(w, m.licenceTotals); w.close(s); }
  }
  for (const v of m.delegations) {
    w.tag(58);
    { const s = w.open(); Delegation.write(w, v); w.close(s); }
  }
  for (const v of m.unbondingDelegations) {
    w.tag(66);
    { const s = w.open(); UnbondingDelegation.write(w, v); w.close(s); }
  }
  for (const v of m.redelegations) {
    w.tag(74);
    { const s = w.open(); Redelegation.write(w, v); w.close(s); }
  }
  for (const v of m.retiredKeys) {
    w.tag(82);
    { const s = w.open(); RetiredKey.write(w, v); w.close(s); }
  }
}

function readGenesisState(r: Reader): GenesisState {
  let f1: Params | undefined = undefined;
  const f2: Validator[] = [];
  const f3: BeaconRecord[] = [];
  let f4: bigint = 0n;
  const f5: Licence[] = [];
  let f6: LicenceTotals | undefined = undefined;
  const f7: Delegation[] = [];
  const f8: UnbondingDelegation[] = [];
  const f9: Redelegation[] = [];
  const f10: RetiredKey[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Params.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(Validator.read(r));
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(BeaconRecord.read(r));
        r.leave(outer);
        break;
      }
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      case 42: {
        const outer = r.enter();
        f5.push(Licence.read(r));
        r.leave(outer);
        break;
      }
      case 50: {
        r.single(last, tag);
        const outer = r.enter();
        f6 = LicenceTotals.read(r);
        r.leave(outer);
        break;
      }
      case 58: {
        const outer = r.enter();
        f7.push(Delegation.read(r));
        r.leave(outer);
        break;
      }
      case 66: {
        const outer = r.enter();
        f8.push(UnbondingDelegation.read(r));
        r.leave(outer);
        break;
      }
      case 74: {
        const outer = r.enter();
        f9.push(Redelegation.read(r));
        r.leave(outer);
        break;
      }
      case 82: {
        const outer = r.enter();
        f10.push(RetiredKey.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1, validators: f2, beaconRecords: f3, licenceStake: f4, licences: f5, licenceTotals: f6, delegations: f7, unbondingDelegations: f8, redelegations: f9, retiredKeys: f10 };
}

export const GenesisState: Codec<GenesisState> = codec<GenesisState>({
  typeUrl: "/aegis.staking.v1.GenesisState",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
    { name: "validators", jsonName: "validators", number: 2, kind: "message", repeated: true, optional: false, message: () => Validator as Codec<never> },
    { name: "beaconRecords", jsonName: "beacon_records", number: 3, kind: "message", repeated: true, optional: false, message: () => BeaconRecord as Codec<never> },
    { name: "licenceStake", jsonName: "licence_stake", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "licences", jsonName: "licences", number: 5, kind: "message", repeated: true, optional: false, message: () => Licence as Codec<never> },
    { name: "licenceTotals", jsonName: "licence_totals", number: 6, kind: "message", repeated: false, optional: true, message: () => LicenceTotals as Codec<never> },
    { name: "delegations", jsonName: "delegations", number: 7, kind: "message", repeated: true, optional: false, message: () => Delegation as Codec<never> },
    { name: "unbondingDelegations", jsonName: "unbonding_delegations", number: 8, kind: "message", repeated: true, optional: false, message: () => UnbondingDelegation as Codec<never> },
    { name: "redelegations", jsonName: "redelegations", number: 9, kind: "message", repeated: true, optional: false, message: () => Redelegation as Codec<never> },
    { name: "retiredKeys", jsonName: "retired_keys", number: 10, kind: "message", repeated: true, optional: false, message: () => RetiredKey as Codec<never> },
  ],
  defaults: () => ({ params: undefined, validators: [], beaconRecords: [], licenceStake: 0n, licences: [], licenceTotals: undefined, delegations: [], unbondingDelegations: [], redelegations: [], retiredKeys: [] }),
  write: writeGenesisState,
  read: readGenesisState,
});
