// Generated from proto/aegis/checkpoints/v1/tx.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Params, SignedCheckpoint } from "./checkpoints.ts";

/** Brings signatures of a checkpoint that is open. Anybody may send it. */
export interface MsgAttest {
  readonly sender: string;
  readonly epoch: bigint;
  readonly signers: Uint8Array;
  readonly signature: Uint8Array;
}

function writeMsgAttest(w: Writer, m: MsgAttest): void {
  if (m.sender !== "") {
    w.tag(10);
    w.string(m.sender);
  }
  if (m.epoch !== 0n) {
    w.tag(16);
    w.uint64(m.epoch);
  }
  if (m.signers.length > 0) {
    w.tag(26);
    w.bytes(m.signers);
  }
  if (m.signature.length > 0) {
    w.tag(34);
    w.bytes(m.signature);
  }
}

function readMsgAttest(r: Reader): MsgAttest {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: Uint8Array = new Uint8Array(0);
  let f4: Uint8Array = new Uint8Array(0);
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
      case 26:
        r.single(last, tag);
        f3 = r.value(r.bytes());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { sender: f1, epoch: f2, signers: f3, signature: f4 };
}

export const MsgAttest: Codec<MsgAttest> = codec<MsgAttest>({
  typeUrl: "/aegis.checkpoints.v1.MsgAttest",
  fields: [
    { name: "sender", jsonName: "sender", number: 1, kind: "string", repeated: false, optional: false },
    { name: "epoch", jsonName: "epoch", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "signers", jsonName: "signers", number: 3, kind: "bytes", repeated: false, optional: false },
    { name: "signature", jsonName: "signature", number: 4, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ sender: "", epoch: 0n, signers: new Uint8Array(0), signature: new Uint8Array(0) }),
  write: writeMsgAttest,
  read: readMsgAttest,
});

export interface MsgAttestResponse {
  readonly newSigners: number;
  readonly signedPower: bigint;
  readonly final: boolean;
}

function writeMsgAttestResponse(w: Writer, m: MsgAttestResponse): void {
  if (m.newSigners !== 0) {
    w.tag(8);
    w.uint32(m.newSigners);
  }
  if (m.signedPower !== 0n) {
    w.tag(16);
    w.uint64(m.signedPower);
  }
  if (m.final) {
    w.tag(24);
    w.bool(m.final);
  }
}

function readMsgAttestResponse(r: Reader): MsgAttestResponse {
  let f1: number = 0;
  let f2: bigint = 0n;
  let f3: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { newSigners: f1, signedPower: f2, final: f3 };
}

export const MsgAttestResponse: Codec<MsgAttestResponse> = codec<MsgAttestResponse>({
  typeUrl: "/aegis.checkpoints.v1.MsgAttestResponse",
  fields: [
    { name: "newSigners", jsonName: "new_signers", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "signedPower", jsonName: "signed_power", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "final", jsonName: "final", number: 3, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ newSigners: 0, signedPower: 0n, final: false }),
  write: writeMsgAttestResponse,
  read: readMsgAttestResponse,
});

/** Shows that validators signed two different checkpoints of one epoch. Anybody may send it. */
export interface MsgDoubleAttestation {
  readonly sender: string;
  readonly epoch: bigint;
  readonly first: SignedCheckpoint | undefined;
  readonly second: SignedCheckpoint | undefined;
}

function writeMsgDoubleAttestation(w: Writer, m: MsgDoubleAttestation): void {
  if (m.sender !== "") {
    w.tag(10);
    w.string(m.sender);
  }
  if (m.epoch !== 0n) {
    w.tag(16);
    w.uint64(m.epoch);
  }
  if (m.first !== undefined) {
    w.tag(26);
    { const s = w.open(); SignedCheckpoint.write(w, m.first); w.close(s); }
  }
  if (m.second !== undefined) {
    w.tag(34);
    { const s = w.open(); SignedCheckpoint.write(w, m.second); w.close(s); }
  }
}

function readMsgDoubleAttestation(r: Reader): MsgDoubleAttestation {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: SignedCheckpoint | undefined = undefined;
  let f4: SignedCheckpoint | undefined = undefined;
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
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = SignedCheckpoint.read(r);
        r.leave(outer);
        break;
      }
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = SignedCheckpoint.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { sender: f1, epoch: f2, first: f3, second: f4 };
}

export const MsgDoubleAttestation: Codec<MsgDoubleAttestation> = codec<MsgDoubleAttestation>({
  typeUrl: "/aegis.checkpoints.v1.MsgDoubleAttestation",
  fields: [
    { name: "sender", jsonName: "sender", number: 1, kind: "string", repeated: false, optional: false },
    { name: "epoch", jsonName: "epoch", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "first", jsonName: "first", number: 3, kind: "message", repeated: false, optional: true, message: () => SignedCheckpoint as Codec<never> },
    { name: "second", jsonName: "second", number: 4, kind: "message", repeated: false, optional: true, message: () => SignedCheckpoint as Codec<never> },
  ],
  defaults: () => ({ sender: "", epoch: 0n, first: undefined, second: undefined }),
  write: writeMsgDoubleAttestation,
  read: readMsgDoubleAttestation,
});

export interface MsgDoubleAttestationResponse {
  readonly found: number;
}

function writeMsgDoubleAttestationResponse(w: Writer, m: MsgDoubleAttestationResponse): void {
  if (m.found !== 0) {
    w.tag(8);
    w.uint32(m.found);
  }
}

function readMsgDoubleAttestationResponse(r: Reader): MsgDoubleAttestationResponse {
  let f1: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { found: f1 };
}

export const MsgDoubleAttestationResponse: Codec<MsgDoubleAttestationResponse> = codec<MsgDoubleAttestationResponse>({
  typeUrl: "/aegis.checkpoints.v1.MsgDoubleAttestationResponse",
  fields: [
    { name: "found", jsonName: "found", number: 1, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ found: 0 }),
  write: writeMsgDoubleAttestationResponse,
  read: readMsgDoubleAttestationResponse,
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
  typeUrl: "/aegis.checkpoints.v1.MsgUpdateParams",
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
  typeUrl: "/aegis.checkpoints.v1.MsgUpdateParamsResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgUpdateParamsResponse,
  read: readMsgUpdateParamsResponse,
});
