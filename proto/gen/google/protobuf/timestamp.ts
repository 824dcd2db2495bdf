// Generated from proto/google/protobuf/timestamp.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";

/** A point in time: seconds since 1970 (UTC) and nanoseconds. */
export interface Timestamp {
  readonly seconds: bigint;
  readonly nanos: number;
}

function writeTimestamp(w: Writer, m: Timestamp): void {
  if (m.seconds !== 0n) {
    w.tag(8);
    w.int64(m.seconds);
  }
  if (m.nanos !== 0) {
    w.tag(16);
    w.int32(m.nanos);
  }
}

function readTimestamp(r: Reader): Timestamp {
  let f1: bigint = 0n;
  let f2: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { seconds: f1, nanos: f2 };
}

export const Timestamp: Codec<Timestamp> = codec<Timestamp>({
  typeUrl: "/google.protobuf.Timestamp",
  fields: [
    { name: "seconds", jsonName: "seconds", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "nanos", jsonName: "nanos", number: 2, kind: "int32", repeated: false, optional: false },
  ],
  defaults: () => ({ seconds: 0n, nanos: 0 }),
  write: writeTimestamp,
  read: readTimestamp,
});
