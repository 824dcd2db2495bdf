// Generated from proto/cosmos/upgrade/v1beta1/upgrade.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Any } from "../../../google/protobuf/any.ts";
import { Timestamp } from "../../../google/protobuf/timestamp.ts";

/** What happens at a height: programs that do not know `name` stop there. */
export interface Plan {
  readonly name: string;
  readonly time: Timestamp | undefined;
  readonly height: bigint;
  readonly info: string;
  readonly upgradedClientState: Any | undefined;
}

function writePlan(w: Writer, m: Plan): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  if (m.time !== undefined) {
    w.tag(18);
    { const s = w.open(); Timestamp.write(w, m.time); w.close(s); }
  }
  if (m.height !== 0n) {
    w.tag(24);
    w.int64(m.height);
  }
  if (m.info !== "") {
    w.tag(34);
    w.string(m.info);
  }
  if (m.upgradedClientState !== undefined) {
    w.tag(42);
    { const s = w.open(); Any.write(w, m.upgradedClientState); w.close(s); }
  }
}

function readPlan(r: Reader): Plan {
  let f1: string = "";
  let f2: Timestamp | undefined = undefined;
  let f3: bigint = 0n;
  let f4: string = "";
  let f5: Any | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = Any.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, time: f2, height: f3, info: f4, upgradedClientState: f5 };
}

export const Plan: Codec<Plan> = codec<Plan>({
  typeUrl: "/cosmos.upgrade.v1beta1.Plan",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "time", jsonName: "time", number: 2, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "height", jsonName: "height", number: 3, kind: "int64", repeated: false, optional: false },
    { name: "info", jsonName: "info", number: 4, kind: "string", repeated: false, optional: false },
    { name: "upgradedClientState", jsonName: "upgraded_client_state", number: 5, kind: "message", repeated: false, optional: true, message: () => Any as Codec<never> },
  ],
  defaults: () => ({ name: "", time: undefined, height: 0n, info: "", upgradedClientState: undefined }),
  write: writePlan,
  read: readPlan,
});

export interface ModuleVersion {
  readonly name: string;
  readonly version: bigint;
}

function writeModuleVersion(w: Writer, m: ModuleVersion): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
  if (m.version !== 0n) {
    w.tag(16);
    w.uint64(m.version);
  }
}

function readModuleVersion(r: Reader): ModuleVersion {
  let f1: string = "";
  let f2: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1, version: f2 };
}

export const ModuleVersion: Codec<ModuleVersion> = codec<ModuleVersion>({
  typeUrl: "/cosmos.upgrade.v1beta1.ModuleVersion",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
    { name: "version", jsonName: "version", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "", version: 0n }),
  write: writeModuleVersion,
  read: readModuleVersion,
});
