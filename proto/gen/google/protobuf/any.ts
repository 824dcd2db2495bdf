// Generated from proto/google/protobuf/any.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";

/** A message of any type, named by its type URL. */
export interface Any {
  readonly typeUrl: string;
  readonly value: Uint8Array;
}

function writeAny(w: Writer, m: Any): void {
  if (m.typeUrl !== "") {
    w.tag(10);
    w.string(m.typeUrl);
  }
  if (m.value.length > 0) {
    w.tag(18);
    w.bytes(m.value);
  }
}

function readAny(r: Reader): Any {
  let f1: string = "";
  let f2: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { typeUrl: f1, value: f2 };
}

export const Any: Codec<Any> = codec<Any>({
  typeUrl: "/google.protobuf.Any",
  fields: [
    { name: "typeUrl", jsonName: "type_url", number: 1, kind: "string", repeated: false, optional: false },
    { name: "value", jsonName: "value", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ typeUrl: "", value: new Uint8Array(0) }),
  write: writeAny,
  read: readAny,
});
