// Generated from proto/google/protobuf/duration.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";

/** A span of time; both fields have the same sign. */
export interface Duration {
  readonly seconds: bigint;
  readonly nanos: number;
}

function writeDuration(w: Writer, m: Duration): void {
  if (m.seconds !== 0n) {
    w.tag(8);
    w.int64(m.seconds);
  }
  if (m.nanos !== 0) {
    w.tag(16);
    w.int32(m.nanos);
  }
}

function readDuration(r: Reader): Duration {
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

export const Duration: Codec<Duration> = codec<Duration>({
  typeUrl: "/google.protobuf.Duration",
  fields: [
    { name: "seconds", jsonName: "seconds", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "nanos", jsonName: "nanos", number: 2, kind: "int32", repeated: false, optional: false },
  ],
  defaults: () => ({ seconds: 0n, nanos: 0 }),
  write: writeDuration,
  read: readDuration,
});
