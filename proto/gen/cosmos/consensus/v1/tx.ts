// Generated from proto/cosmos/consensus/v1/tx.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { ABCIParams, BlockParams, EvidenceParams, ValidatorParams } from "../../../tendermint/types/params.ts";

export interface MsgUpdateParams {
  readonly authority: string;
  readonly block: BlockParams | undefined;
  readonly evidence: EvidenceParams | undefined;
  readonly validator: ValidatorParams | undefined;
  readonly abci: ABCIParams | undefined;
}

function writeMsgUpdateParams(w: Writer, m: MsgUpdateParams): void {
  if (m.authority !== "") {
    w.tag(10);
    w.string(m.authority);
  }
  if (m.block !== undefined) {
    w.tag(18);
    { const s = w.open(); BlockParams.write(w, m.block); w.close(s); }
  }
  if (m.evidence !== undefined) {
    w.tag(26);
    { const s = w.open(); EvidenceParams.write(w, m.evidence); w.close(s); }
  }
  if (m.validator !== undefined) {
    w.tag(34);
    { const s = w.open(); ValidatorParams.write(w, m.validator); w.close(s); }
  }
  if (m.abci !== undefined) {
    w.tag(42);
    { const s = w.open(); ABCIParams.write(w, m.abci); w.close(s); }
  }
}

function readMsgUpdateParams(r: Reader): MsgUpdateParams {
  let f1: string = "";
  let f2: BlockParams | undefined = undefined;
  let f3: EvidenceParams | undefined = undefined;
  let f4: ValidatorParams | undefined = undefined;
  let f5: ABCIParams | undefined = undefined;
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
        f2 = BlockParams.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = EvidenceParams.read(r);
        r.leave(outer);
        break;
      }
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = ValidatorParams.read(r);
        r.leave(outer);
        break;
      }
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = ABCIParams.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { authority: f1, block: f2, evidence: f3, validator: f4, abci: f5 };
}

export const MsgUpdateParams: Codec<MsgUpdateParams> = codec<MsgUpdateParams>({
  typeUrl: "/cosmos.consensus.v1.MsgUpdateParams",
  fields: [
    { name: "authority", jsonName: "authority", number: 1, kind: "string", repeated: false, optional: false },
    { name: "block", jsonName: "block", number: 2, kind: "message", repeated: false, optional: true, message: () => BlockParams as Codec<never> },
    { name: "evidence", jsonName: "evidence", number: 3, kind: "message", repeated: false, optional: true, message: () => EvidenceParams as Codec<never> },
    { name: "validator", jsonName: "validator", number: 4, kind: "message", repeated: false, optional: true, message: () => ValidatorParams as Codec<never> },
    { name: "abci", jsonName: "abci", number: 5, kind: "message", repeated: false, optional: true, message: () => ABCIParams as Codec<never> },
  ],
  defaults: () => ({ authority: "", block: undefined, evidence: undefined, validator: undefined, abci: undefined }),
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
  typeUrl: "/cosmos.consensus.v1.MsgUpdateParamsResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgUpdateParamsResponse,
  read: readMsgUpdateParamsResponse,
});
