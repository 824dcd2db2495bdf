// Generated from proto/aegis/staking/v1/tx.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Params } from "./staking.ts";

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
  typeUrl: "/aegis.staking.v1.MsgUpdateParams",
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
  typeUrl: "/aegis.staking.v1.MsgUpdateParamsResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgUpdateParamsResponse,
  read: readMsgUpdateParamsResponse,
});

/** Puts a licence of a validator's operator behind that validator. */
export interface MsgAddValidatorLicence {
  readonly operator: string;
  readonly number: number;
}

function writeMsgAddValidatorLicence(w: Writer, m: MsgAddValidatorLicence): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.number !== 0) {
    w.tag(16);
    w.uint32(m.number);
  }
}

function readMsgAddValidatorLicence(r: Reader): MsgAddValidatorLicence {
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
  return { operator: f1, number: f2 };
}

export const MsgAddValidatorLicence: Codec<MsgAddValidatorLicence> = codec<MsgAddValidatorLicence>({
  typeUrl: "/aegis.staking.v1.MsgAddValidatorLicence",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "number", jsonName: "number", number: 2, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", number: 0 }),
  write: writeMsgAddValidatorLicence,
  read: readMsgAddValidatorLicence,
});

export interface MsgAddValidatorLicenceResponse {
}

function writeMsgAddValidatorLicenceResponse(_w: Writer, _m: MsgAddValidatorLicenceResponse): void {
}

function readMsgAddValidatorLicenceResponse(r: Reader): MsgAddValidatorLicenceResponse {
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

export const MsgAddValidatorLicenceResponse: Codec<MsgAddValidatorLicenceResponse> = codec<MsgAddValidatorLicenceResponse>({
  typeUrl: "/aegis.staking.v1.MsgAddValidatorLicenceResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgAddValidatorLicenceResponse,
  read: readMsgAddValidatorLicenceResponse,
});

/** Begins to take a licence back from behind a validator. */
export interface MsgRemoveValidatorLicence {
  readonly operator: string;
  readonly number: number;
}

function writeMsgRemoveValidatorLicence(w: Writer, m: MsgRemoveValidatorLicence): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.number !== 0) {
    w.tag(16);
    w.uint32(m.number);
  }
}

function readMsgRemoveValidatorLicence(r: Reader): MsgRemoveValidatorLicence {
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
  return { operator: f1, number: f2 };
}

export const MsgRemoveValidatorLicence: Codec<MsgRemoveValidatorLicence> = codec<MsgRemoveValidatorLicence>({
  typeUrl: "/aegis.staking.v1.MsgRemoveValidatorLicence",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "number", jsonName: "number", number: 2, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", number: 0 }),
  write: writeMsgRemoveValidatorLicence,
  read: readMsgRemoveValidatorLicence,
});

export interface MsgRemoveValidatorLicenceResponse {
  readonly releasingUntilMs: bigint;
}

function writeMsgRemoveValidatorLicenceResponse(w: Writer, m: MsgRemoveValidatorLicenceResponse): void {
  if (m.releasingUntilMs !== 0n) {
    w.tag(8);
    w.uint64(m.releasingUntilMs);
  }
}

function readMsgRemoveValidatorLicenceResponse(r: Reader): MsgRemoveValidatorLicenceResponse {
  let f1: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { releasingUntilMs: f1 };
}

export const MsgRemoveValidatorLicenceResponse: Codec<MsgRemoveValidatorLicenceResponse> = codec<MsgRemoveValidatorLicenceResponse>({
  typeUrl: "/aegis.staking.v1.MsgRemoveValidatorLicenceResponse",
  fields: [
    { name: "releasingUntilMs", jsonName: "releasing_until_ms", number: 1, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ releasingUntilMs: 0n }),
  write: writeMsgRemoveValidatorLicenceResponse,
  read: readMsgRemoveValidatorLicenceResponse,
});

/** Burns a licence that backs nothing and pays its owner what it stands for. */
export interface MsgRedeemLicence {
  readonly owner: string;
  readonly number: number;
}

function writeMsgRedeemLicence(w: Writer, m: MsgRedeemLicence): void {
  if (m.owner !== "") {
    w.tag(10);
    w.string(m.owner);
  }
  if (m.number !== 0) {
    w.tag(16);
    w.uint32(m.number);
  }
}

function readMsgRedeemLicence(r: Reader): MsgRedeemLicence {
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
  return { owner: f1, number: f2 };
}

export const MsgRedeemLicence: Codec<MsgRedeemLicence> = codec<MsgRedeemLicence>({
  typeUrl: "/aegis.staking.v1.MsgRedeemLicence",
  fields: [
    { name: "owner", jsonName: "owner", number: 1, kind: "string", repeated: false, optional: false },
    { name: "number", jsonName: "number", number: 2, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ owner: "", number: 0 }),
  write: writeMsgRedeemLicence,
  read: readMsgRedeemLicence,
});

export interface MsgRedeemLicenceResponse {
  readonly amount: bigint;
}

function writeMsgRedeemLicenceResponse(w: Writer, m: MsgRedeemLicenceResponse): void {
  if (m.amount !== 0n) {
    w.tag(8);
    w.uint64(m.amount);
  }
}

function readMsgRedeemLicenceResponse(r: Reader): MsgRedeemLicenceResponse {
  let f1: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { amount: f1 };
}

export const MsgRedeemLicenceResponse: Codec<MsgRedeemLicenceResponse> = codec<MsgRedeemLicenceResponse>({
  typeUrl: "/aegis.staking.v1.MsgRedeemLicenceResponse",
  fields: [
    { name: "amount", jsonName: "amount", number: 1, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ amount: 0n }),
  write: writeMsgRedeemLicenceResponse,
  read: readMsgRedeemLicenceResponse,
});

/** Gives a validator the BLS key with which it signs beacons and checkpoints. Only then it can have a seat. */
export interface MsgRegisterBlsKey {
  readonly operator: string;
  readonly publicKey: Uint8Array;
  readonly possessionProof: Uint8Array;
}

function writeMsgRegisterBlsKey(w: Writer, m: MsgRegisterBlsKey): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.publicKey.length > 0) {
    w.tag(18);
    w.bytes(m.publicKey);
  }
  if (m.possessionProof.length > 0) {
    w.tag(26);
    w.bytes(m.possessionProof);
  }
}

function readMsgRegisterBlsKey(r: Reader): MsgRegisterBlsKey {
  let f1: string = "";
  let f2: Uint8Array = new Uint8Array(0);
  let f3: Uint8Array = new Uint8Array(0);
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
      case 26:
        r.single(last, tag);
        f3 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, publicKey: f2, possessionProof: f3 };
}

export const MsgRegisterBlsKey: Codec<MsgRegisterBlsKey> = codec<MsgRegisterBlsKey>({
  typeUrl: "/aegis.staking.v1.MsgRegisterBlsKey",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "publicKey", jsonName: "public_key", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "possessionProof", jsonName: "possession_proof", number: 3, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", publicKey: new Uint8Array(0), possessionProof: new Uint8Array(0) }),
  write: writeMsgRegisterBlsKey,
  read: readMsgRegisterBlsKey,
});

export interface MsgRegisterBlsKeyResponse {
}

function writeMsgRegisterBlsKeyResponse(_w: Writer, _m: MsgRegisterBlsKeyResponse): void {
}

function readMsgRegisterBlsKeyResponse(r: Reader): MsgRegisterBlsKeyResponse {
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

export const MsgRegisterBlsKeyResponse: Codec<MsgRegisterBlsKeyResponse> = codec<MsgRegisterBlsKeyResponse>({
  typeUrl: "/aegis.staking.v1.MsgRegisterBlsKeyResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgRegisterBlsKeyResponse,
  read: readMsgRegisterBlsKeyResponse,
});
