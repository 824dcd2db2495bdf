// Generated from proto/cosmos/base/query/v1beta1/pagination.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../../wire/codec.ts";
import type { Reader } from "../../../../../wire/reader.ts";
import type { Writer } from "../../../../../wire/writer.ts";

/** Which page of a list is asked for: by key or by offset, not both. */
export interface PageRequest {
  readonly key: Uint8Array;
  readonly offset: bigint;
  readonly limit: bigint;
  readonly countTotal: boolean;
  readonly reverse: boolean;
}

function writePageRequest(w: Writer, m: PageRequest): void {
  if (m.key.length > 0) {
    w.tag(10);
    w.bytes(m.key);
  }
  if (m.offset !== 0n) {
    w.tag(16);
    w.uint64(m.offset);
  }
  if (m.limit !== 0n) {
    w.tag(24);
    w.uint64(m.limit);
  }
  if (m.countTotal) {
    w.tag(32);
    w.bool(m.countTotal);
  }
  if (m.reverse) {
    w.tag(40);
    w.bool(m.reverse);
  }
}

function readPageRequest(r: Reader): PageRequest {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: boolean = false;
  let f5: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.bool());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { key: f1, offset: f2, limit: f3, countTotal: f4, reverse: f5 };
}

export const PageRequest: Codec<PageRequest> = codec<PageRequest>({
  typeUrl: "/cosmos.base.query.v1beta1.PageRequest",
  fields: [
    { name: "key", jsonName: "key", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "offset", jsonName: "offset", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "limit", jsonName: "limit", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "countTotal", jsonName: "count_total", number: 4, kind: "bool", repeated: false, optional: false },
    { name: "reverse", jsonName: "reverse", number: 5, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ key: new Uint8Array(0), offset: 0n, limit: 0n, countTotal: false, reverse: false }),
  write: writePageRequest,
  read: readPageRequest,
});

/** Where the next page begins (empty when there is none) and, when asked for, the total. */
export interface PageResponse {
  readonly nextKey: Uint8Array;
  readonly total: bigint;
}

function writePageResponse(w: Writer, m: PageResponse): void {
  if (m.nextKey.length > 0) {
    w.tag(10);
    w.bytes(m.nextKey);
  }
  if (m.total !== 0n) {
    w.tag(16);
    w.uint64(m.total);
  }
}

function readPageResponse(r: Reader): PageResponse {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
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
  return { nextKey: f1, total: f2 };
}

export const PageResponse: Codec<PageResponse> = codec<PageResponse>({
  typeUrl: "/cosmos.base.query.v1beta1.PageResponse",
  fields: [
    { name: "nextKey", jsonName: "next_key", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "total", jsonName: "total", number: 2, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ nextKey: new Uint8Array(0), total: 0n }),
  write: writePageResponse,
  read: readPageResponse,
});
