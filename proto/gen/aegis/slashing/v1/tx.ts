// Generated from proto/aegis/slashing/v1/tx.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Params } from "./slashing.ts";

export interface MsgUpdateParams {
  readonly authority: string;
  readonly params: Params | undefined;
}

function writeMsgUpdateParams(w: Writer, m: MsgUpdateParams): void {
  if (m.authority !== "") {
    w.tag(10);
    w.string(m.authority);
  }
  if (m.params !== undefined) {
    w.tag(18);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
}

function readMsgUpdateParams(r: Reader): MsgUpdateParams {
  let f1: string = "";
  let f2: Params | undefined = undefined;
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
        f2 = Params.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { authority: f1, params: f2 };
}

export const MsgUpdateParams: Codec<MsgUpdateParams> = codec<MsgUpdateParams>({
  typeUrl: "/aegis.slashing.v1.MsgUpdateParams",
  fields: [
    { name: "authority", jsonName: "authority", number: 1, kind: "string", repeated: false, optional: false },
    { name: "params", jsonName: "params", number: 2, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ authority: "", params: undefined }),
  write: writeMsgUpdateParams,
  read: readMsgUpdateParams,
});

export interface MsgUpdateParamsResponse {
}

function writeMsgUpdateParamsResponse(_w: Writer, _m: MsgUpdateParamsResponse): void {
}

function readMsgUpdateParamsResponse(r: Reader): MsgUpdateParamsResponse {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const MsgUpdateParamsResponse: Codec<MsgUpdateParamsResponse> = codec<MsgUpdateParamsResponse>({
  typeUrl: "/aegis.slashing.v1.MsgUpdateParamsResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgUpdateParamsResponse,
  read: readMsgUpdateParamsResponse,
});
