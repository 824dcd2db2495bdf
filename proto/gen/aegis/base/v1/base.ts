// Generated from proto/aegis/base/v1/base.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** The outcome of one item of a list: both empty when it succeeded. */
export interface ItemResult {
  readonly codespace: string;
  readonly code: number;
}

function writeItemResult(w: Writer, m: ItemResult): void {
  if (m.codespace !== "") {
    w.tag(10);
    w.string(m.codespace);
  }
  if (m.code !== 0) {
    w.tag(16);
    w.uint32(m.code);
  }
}

function readItemResult(r: Reader): ItemResult {
  let f1: string = "";
  let f2: number = 0;
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
        f2 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { codespace: f1, code: f2 };
}

export const ItemResult: Codec<ItemResult> = codec<ItemResult>({
  typeUrl: "/aegis.base.v1.ItemResult",
  fields: [
    { name: "codespace", jsonName: "codespace", number: 1, kind: "string", repeated: false, optional: false },
    { name: "code", jsonName: "code", number: 2, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ codespace: "", code: 0 }),
  write: writeItemResult,
  read: readItemResult,
});
