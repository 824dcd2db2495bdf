// Generated from proto/cosmos/slashing/v1beta1/tx.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** The operator's; sent when the jail's time is over. */
export interface MsgUnjail {
  readonly validatorAddr: string;
}

function writeMsgUnjail(w: Writer, m: MsgUnjail): void {
  if (m.validatorAddr !== "") {
    w.tag(10);
    w.string(m.validatorAddr);
  }
}

function readMsgUnjail(r: Reader): MsgUnjail {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { validatorAddr: f1 };
}

export const MsgUnjail: Codec<MsgUnjail> = codec<MsgUnjail>({
  typeUrl: "/cosmos.slashing.v1beta1.MsgUnjail",
  fields: [
    { name: "validatorAddr", jsonName: "validator_addr", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ validatorAddr: "" }),
  write: writeMsgUnjail,
  read: readMsgUnjail,
});

export interface MsgUnjailResponse {
}

function writeMsgUnjailResponse(_w: Writer, _m: MsgUnjailResponse): void {
}

function readMsgUnjailResponse(r: Reader): MsgUnjailResponse {
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

export const MsgUnjailResponse: Codec<MsgUnjailResponse> = codec<MsgUnjailResponse>({
  typeUrl: "/cosmos.slashing.v1beta1.MsgUnjailResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgUnjailResponse,
  read: readMsgUnjailResponse,
});
