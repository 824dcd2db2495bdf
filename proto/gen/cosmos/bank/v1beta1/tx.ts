// Generated from proto/cosmos/bank/v1beta1/tx.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Input, Output, Params } from "./bank.ts";
import { Coin } from "../../base/v1beta1/coin.ts";

export interface MsgSend {
  readonly fromAddress: string;
  readonly toAddress: string;
  readonly amount: readonly Coin[];
}

function writeMsgSend(w: Writer, m: MsgSend): void {
  if (m.fromAddress !== "") {
    w.tag(10);
    w.string(m.fromAddress);
  }
  if (m.toAddress !== "") {
    w.tag(18);
    w.string(m.toAddress);
  }
  for (const v of m.amount) {
    w.tag(26);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
}

function readMsgSend(r: Reader): MsgSend {
  let f1: string = "";
  let f2: string = "";
  const f3: Coin[] = [];
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
        f2 = r.value(r.string());
        break;
      case 26: {
        const outer = r.enter();
        f3.push(Coin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { fromAddress: f1, toAddress: f2, amount: f3 };
}

export const MsgSend: Codec<MsgSend> = codec<MsgSend>({
  typeUrl: "/cosmos.bank.v1beta1.MsgSend",
  fields: [
    { name: "fromAddress", jsonName: "from_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "toAddress", jsonName: "to_address", number: 2, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 3, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ fromAddress: "", toAddress: "", amount: [] }),
  write: writeMsgSend,
  read: readMsgSend,
});

export interface MsgSendResponse {
}

function writeMsgSendResponse(_w: Writer, _m: MsgSendResponse): void {
}

function readMsgSendResponse(r: Reader): MsgSendResponse {
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

export const MsgSendResponse: Codec<MsgSendResponse> = codec<MsgSendResponse>({
  typeUrl: "/cosmos.bank.v1beta1.MsgSendResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgSendResponse,
  read: readMsgSendResponse,
});

/** One payer, several who are paid. */
export interface MsgMultiSend {
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
}

function writeMsgMultiSend(w: Writer, m: MsgMultiSend): void {
  for (const v of m.inputs) {
    w.tag(10);
    { const s = w.open(); Input.write(w, v); w.close(s); }
  }
  for (const v of m.outputs) {
    w.tag(18);
    { const s = w.open(); Output.write(w, v); w.close(s); }
  }
}

function readMsgMultiSend(r: Reader): MsgMultiSend {
  const f1: Input[] = [];
  const f2: Output[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Input.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(Output.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { inputs: f1, outputs: f2 };
}

export const MsgMultiSend: Codec<MsgMultiSend> = codec<MsgMultiSend>({
  typeUrl: "/cosmos.bank.v1beta1.MsgMultiSend",
  fields: [
    { name: "inputs", jsonName: "inputs", number: 1, kind: "message", repeated: true, optional: false, message: () => Input as Codec<never> },
    { name: "outputs", jsonName: "outputs", number: 2, kind: "message", repeated: true, optional: false, message: () => Output as Codec<never> },
  ],
  defaults: () => ({ inputs: [], outputs: [] }),
  write: writeMsgMultiSend,
  read: readMsgMultiSend,
});

export interface MsgMultiSendResponse {
}

function writeMsgMultiSendResponse(_w: Writer, _m: MsgMultiSendResponse): void {
}

function readMsgMultiSendResponse(r: Reader): MsgMultiSendResponse {
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

export const MsgMultiSendResponse: Codec<MsgMultiSendResponse> = codec<MsgMultiSendResponse>({
  typeUrl: "/cosmos.bank.v1beta1.MsgMultiSendResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgMultiSendResponse,
  read: readMsgMultiSendResponse,
});

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
  typeUrl: "/cosmos.bank.v1beta1.MsgUpdateParams",
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
  typeUrl: "/cosmos.bank.v1beta1.MsgUpdateParamsResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgUpdateParamsResponse,
  read: readMsgUpdateParamsResponse,
});
