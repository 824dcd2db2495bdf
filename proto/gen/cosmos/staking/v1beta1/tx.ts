// Generated from proto/cosmos/staking/v1beta1/tx.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Coin } from "../../base/v1beta1/coin.ts";
import { CommissionRates, Description, Params } from "./staking.ts";
import { Any } from "../../../google/protobuf/any.ts";
import { Timestamp } from "../../../google/protobuf/timestamp.ts";

export interface MsgCreateValidator {
  readonly description: Description | undefined;
  readonly commission: CommissionRates | undefined;
  readonly minSelfDelegation: string;
  readonly delegatorAddress: string;
  readonly validatorAddress: string;
  readonly pubkey: Any | undefined;
  readonly value: Coin | undefined;
}

function writeMsgCreateValidator(w: Writer, m: MsgCreateValidator): void {
  if (m.description !== undefined) {
    w.tag(10);
    { const s = w.open(); Description.write(w, m.description); w.close(s); }
  }
  if (m.commission !== undefined) {
    w.tag(18);
    { const s = w.open(); CommissionRates.write(w, m.commission); w.close(s); }
  }
  if (m.minSelfDelegation !== "") {
    w.tag(26);
    w.string(m.minSelfDelegation);
  }
  if (m.delegatorAddress !== "") {
    w.tag(34);
    w.string(m.delegatorAddress);
  }
  if (m.validatorAddress !== "") {
    w.tag(42);
    w.string(m.validatorAddress);
  }
  if (m.pubkey !== undefined) {
    w.tag(50);
    { const s = w.open(); Any.write(w, m.pubkey); w.close(s); }
  }
  if (m.value !== undefined) {
    w.tag(58);
    { const s = w.open(); Coin.write(w, m.value); w.close(s); }
  }
}

function readMsgCreateValidator(r: Reader): MsgCreateValidator {
  let f1: Description | undefined = undefined;
  let f2: CommissionRates | undefined = undefined;
  let f3: string = "";
  let f4: string = "";
  let f5: string = "";
  let f6: Any | undefined = undefined;
  let f7: Coin | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Description.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = CommissionRates.read(r);
        r.leave(outer);
        break;
      }
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 50: {
        r.single(last, tag);
        const outer = r.enter();
        f6 = Any.read(r);
        r.leave(outer);
        break;
      }
      case 58: {
        r.single(last, tag);
        const outer = r.enter();
        f7 = Coin.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { description: f1, commission: f2, minSelfDelegation: f3, delegatorAddress: f4, validatorAddress: f5, pubkey: f6, value: f7 };
}

export const MsgCreateValidator: Codec<MsgCreateValidator> = codec<MsgCreateValidator>({
  typeUrl: "/cosmos.staking.v1beta1.MsgCreateValidator",
  fields: [
    { name: "description", jsonName: "description", number: 1, kind: "message", repeated: false, optional: true, message: () => Description as Codec<never> },
    { name: "commission", jsonName: "commission", number: 2, kind: "message", repeated: false, optional: true, message: () => CommissionRates as Codec<never> },
    { name: "minSelfDelegation", jsonName: "min_self_delegation", number: 3, kind: "string", repeated: false, optional: false },
    { name: "delegatorAddress", jsonName: "delegator_address", number: 4, kind: "string", repeated: false, optional: false },
    { name: "validatorAddress", jsonName: "validator_address", number: 5, kind: "string", repeated: false, optional: false },
    { name: "pubkey", jsonName: "pubkey", number: 6, kind: "message", repeated: false, optional: true, message: () => Any as Codec<never> },
    { name: "value", jsonName: "value", number: 7, kind: "message", repeated: false, optional: true, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ description: undefined, commission: undefined, minSelfDelegation: "", delegatorAddress: "", validatorAddress: "", pubkey: undefined, value: undefined }),
  write: writeMsgCreateValidator,
  read: readMsgCreateValidator,
});

export interface MsgCreateValidatorResponse {
}

function writeMsgCreateValidatorResponse(_w: Writer, _m: MsgCreateValidatorResponse): void {
}

function readMsgCreateValidatorResponse(r: Reader): MsgCreateValidatorResponse {
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

export const MsgCreateValidatorResponse: Codec<MsgCreateValidatorResponse> = codec<MsgCreateValidatorResponse>({
  typeUrl: "/cosmos.staking.v1beta1.MsgCreateValidatorResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgCreateValidatorResponse,
  read: readMsgCreateValidatorResponse,
});

/** Empty numbers and texts that are "[do-not-modify]" stay as they are. */
export interface MsgEditValidator {
  readonly description: Description | undefined;
  readonly validatorAddress: string;
  readonly commissionRate: string;
  readonly minSelfDelegation: string;
}

function writeMsgEditValidator(w: Writer, m: MsgEditValidator): void {
  if (m.description !== undefined) {
    w.tag(10);
    { const s = w.open(); Description.write(w, m.description); w.close(s); }
  }
  if (m.validatorAddress !== "") {
    w.tag(18);
    w.string(m.validatorAddress);
  }
  if (m.commissionRate !== "") {
    w.tag(26);
    w.string(m.commissionRate);
  }
  if (m.minSelfDelegation !== "") {
    w.tag(34);
    w.string(m.minSelfDelegation);
  }
}

function readMsgEditValidator(r: Reader): MsgEditValidator {
  let f1: Description | undefined = undefined;
  let f2: string = "";
  let f3: string = "";
  let f4: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Description.read(r);
        r.leave(outer);
        break;
      }
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { description: f1, validatorAddress: f2, commissionRate: f3, minSelfDelegation: f4 };
}

export const MsgEditValidator: Codec<MsgEditValidator> = codec<MsgEditValidator>({
  typeUrl: "/cosmos.staking.v1beta1.MsgEditValidator",
  fields: [
    { name: "description", jsonName: "description", number: 1, kind: "message", repeated: false, optional: true, message: () => Description as Codec<never> },
    { name: "validatorAddress", jsonName: "validator_address", number: 2, kind: "string", repeated: false, optional: false },
    { name: "commissionRate", jsonName: "commission_rate", number: 3, kind: "string", repeated: false, optional: false },
    { name: "minSelfDelegation", jsonName: "min_self_delegation", number: 4, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ description: undefined, validatorAddress: "", commissionRate: "", minSelfDelegation: "" }),
  write: writeMsgEditValidator,
  read: readMsgEditValidator,
});

export interface MsgEditValidatorResponse {
}

function writeMsgEditValidatorResponse(_w: Writer, _m: MsgEditValidatorResponse): void {
}

function readMsgEditValidatorResponse(r: Reader): MsgEditValidatorResponse {
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

export const MsgEditValidatorResponse: Codec<MsgEditValidatorResponse> = codec<MsgEditValidatorResponse>({
  typeUrl: "/cosmos.staking.v1beta1.MsgEditValidatorResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgEditValidatorResponse,
  read: readMsgEditValidatorResponse,
});

export interface MsgDelegate {
  readonly delegatorAddress: string;
  readonly validatorAddress: string;
  readonly amount: Coin | undefined;
}

function writeMsgDelegate(w: Writer, m: MsgDelegate): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
  if (m.validatorAddress !== "") {
    w.tag(18);
    w.string(m.validatorAddress);
  }
  if (m.amount !== undefined) {
    w.tag(26);
    { const s = w.open(); Coin.write(w, m.amount); w.close(s); }
  }
}

function readMsgDelegate(r: Reader): MsgDelegate {
  let f1: string = "";
  let f2: string = "";
  let f3: Coin | undefined = undefined;
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
        r.single(last, tag);
        const outer = r.enter();
        f3 = Coin.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegatorAddress: f1, validatorAddress: f2, amount: f3 };
}

export const MsgDelegate: Codec<MsgDelegate> = codec<MsgDelegate>({
  typeUrl: "/cosmos.staking.v1beta1.MsgDelegate",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorAddress", jsonName: "validator_address", number: 2, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 3, kind: "message", repeated: false, optional: true, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ delegatorAddress: "", validatorAddress: "", amount: undefined }),
  write: writeMsgDelegate,
  read: readMsgDelegate,
});

export interface MsgDelegateResponse {
}

function writeMsgDelegateResponse(_w: Writer, _m: MsgDelegateResponse): void {
}

function readMsgDelegateResponse(r: Reader): MsgDelegateResponse {
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

export const MsgDelegateResponse: Codec<MsgDelegateResponse> = codec<MsgDelegateResponse>({
  typeUrl: "/cosmos.staking.v1beta1.MsgDelegateResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgDelegateResponse,
  read: readMsgDelegateResponse,
});

export interface MsgBeginRedelegate {
  readonly delegatorAddress: string;
  readonly validatorSrcAddress: string;
  readonly validatorDstAddress: string;
  readonly amount: Coin | undefined;
}

function writeMsgBeginRedelegate(w: Writer, m: MsgBeginRedelegate): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
  if (m.validatorSrcAddress !== "") {
    w.tag(18);
    w.string(m.validatorSrcAddress);
  }
  if (m.validatorDstAddress !== "") {
    w.tag(26);
    w.string(m.validatorDstAddress);
  }
  if (m.amount !== undefined) {
    w.tag(34);
    { const s = w.open(); Coin.write(w, m.amount); w.close(s); }
  }
}

function readMsgBeginRedelegate(r: Reader): MsgBeginRedelegate {
  let f1: string = "";
  let f2: string = "";
  let f3: string = "";
  let f4: Coin | undefined = undefined;
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
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = Coin.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegatorAddress: f1, validatorSrcAddress: f2, validatorDstAddress: f3, amount: f4 };
}

export const MsgBeginRedelegate: Codec<MsgBeginRedelegate> = codec<MsgBeginRedelegate>({
  typeUrl: "/cosmos.staking.v1beta1.MsgBeginRedelegate",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorSrcAddress", jsonName: "validator_src_address", number: 2, kind: "string", repeated: false, optional: false },
    { name: "validatorDstAddress", jsonName: "validator_dst_address", number: 3, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 4, kind: "message", repeated: false, optional: true, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ delegatorAddress: "", validatorSrcAddress: "", validatorDstAddress: "", amount: undefined }),
  write: writeMsgBeginRedelegate,
  read: readMsgBeginRedelegate,
});

export interface MsgBeginRedelegateResponse {
  readonly completionTime: Timestamp | undefined;
}

function writeMsgBeginRedelegateResponse(w: Writer, m: MsgBeginRedelegateResponse): void {
  if (m.completionTime !== undefined) {
    w.tag(10);
    { const s = w.open(); Timestamp.write(w, m.completionTime); w.close(s); }
  }
}

function readMsgBeginRedelegateResponse(r: Reader): MsgBeginRedelegateResponse {
  let f1: Timestamp | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { completionTime: f1 };
}

export const MsgBeginRedelegateResponse: Codec<MsgBeginRedelegateResponse> = codec<MsgBeginRedelegateResponse>({
  typeUrl: "/cosmos.staking.v1beta1.MsgBeginRedelegateResponse",
  fields: [
    { name: "completionTime", jsonName: "completion_time", number: 1, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
  ],
  defaults: () => ({ completionTime: undefined }),
  write: writeMsgBeginRedelegateResponse,
  read: readMsgBeginRedelegateResponse,
});

export interface MsgUndelegate {
  readonly delegatorAddress: string;
  readonly validatorAddress: string;
  readonly amount: Coin | undefined;
}

function writeMsgUndelegate(w: Writer, m: MsgUndelegate): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
  if (m.validatorAddress !== "") {
    w.tag(18);
    w.string(m.validatorAddress);
  }
  if (m.amount !== undefined) {
    w.tag(26);
    { const s = w.open(); Coin.write(w, m.amount); w.close(s); }
  }
}

function readMsgUndelegate(r: Reader): MsgUndelegate {
  let f1: string = "";
  let f2: string = "";
  let f3: Coin | undefined = undefined;
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
        r.single(last, tag);
        const outer = r.enter();
        f3 = Coin.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegatorAddress: f1, validatorAddress: f2, amount: f3 };
}

export const MsgUndelegate: Codec<MsgUndelegate> = codec<MsgUndelegate>({
  typeUrl: "/cosmos.staking.v1beta1.MsgUndelegate",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorAddress", jsonName: "validator_address", number: 2, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 3, kind: "message", repeated: false, optional: true, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ delegatorAddress: "", validatorAddress: "", amount: undefined }),
  write: writeMsgUndelegate,
  read: readMsgUndelegate,
});

export interface MsgUndelegateResponse {
  readonly completionTime: Timestamp | undefined;
  readonly amount: Coin | undefined;
}

function writeMsgUndelegateResponse(w: Writer, m: MsgUndelegateResponse): void {
  if (m.completionTime !== undefined) {
    w.tag(10);
    { const s = w.open(); Timestamp.write(w, m.completionTime); w.close(s); }
  }
  if (m.amount !== undefined) {
    w.tag(18);
    { const s = w.open(); Coin.write(w, m.amount); w.close(s); }
  }
}

function readMsgUndelegateResponse(r: Reader): MsgUndelegateResponse {
  let f1: Timestamp | undefined = undefined;
  let f2: Coin | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Coin.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { completionTime: f1, amount: f2 };
}

export const MsgUndelegateResponse: Codec<MsgUndelegateResponse> = codec<MsgUndelegateResponse>({
  typeUrl: "/cosmos.staking.v1beta1.MsgUndelegateResponse",
  fields: [
    { name: "completionTime", jsonName: "completion_time", number: 1, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "amount", jsonName: "amount", number: 2, kind: "message", repeated: false, optional: true, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ completionTime: undefined, amount: undefined }),
  write: writeMsgUndelegateResponse,
  read: readMsgUndelegateResponse,
});

/** Delegates again what was being taken back. */
export interface MsgCancelUnbondingDelegation {
  readonly delegatorAddress: string;
  readonly validatorAddress: string;
  readonly amount: Coin | undefined;
  readonly creationHeight: bigint;
}

function writeMsgCancelUnbondingDelegation(w: Writer, m: MsgCancelUnbondingDelegation): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
  if (m.validatorAddress !== "") {
    w.tag(18);
    w.string(m.validatorAddress);
  }
  if (m.amount !== undefined) {
    w.tag(26);
    { const s = w.open(); Coin.write(w, m.amount); w.close(s); }
  }
  if (m.creationHeight !== 0n) {
    w.tag(32);
    w.int64(m.creationHeight);
  }
}

function readMsgCancelUnbondingDelegation(r: Reader): MsgCancelUnbondingDelegation {
  let f1: string = "";
  let f2: string = "";
  let f3: Coin | undefined = undefined;
  let f4: bigint = 0n;
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
        r.single(last, tag);
        const outer = r.enter();
        f3 = Coin.read(r);
        r.leave(outer);
        break;
      }
      case 32:
        r.single(last, tag);
        f4 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegatorAddress: f1, validatorAddress: f2, amount: f3, creationHeight: f4 };
}

export const MsgCancelUnbondingDelegation: Codec<MsgCancelUnbondingDelegation> = codec<MsgCancelUnbondingDelegation>({
  typeUrl: "/cosmos.staking.v1beta1.MsgCancelUnbondingDelegation",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorAddress", jsonName: "validator_address", number: 2, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 3, kind: "message", repeated: false, optional: true, message: () => Coin as Codec<never> },
    { name: "creationHeight", jsonName: "creation_height", number: 4, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ delegatorAddress: "", validatorAddress: "", amount: undefined, creationHeight: 0n }),
  write: writeMsgCancelUnbondingDelegation,
  read: readMsgCancelUnbondingDelegation,
});

export interface MsgCancelUnbondingDelegationResponse {
}

function writeMsgCancelUnbondingDelegationResponse(_w: Writer, _m: MsgCancelUnbondingDelegationResponse): void {
}

function readMsgCancelUnbondingDelegationResponse(r: Reader): MsgCancelUnbondingDelegationResponse {
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

export const MsgCancelUnbondingDelegationResponse: Codec<MsgCancelUnbondingDelegationResponse> = codec<MsgCancelUnbondingDelegationResponse>({
  typeUrl: "/cosmos.staking.v1beta1.MsgCancelUnbondingDelegationResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgCancelUnbondingDelegationResponse,
  read: readMsgCancelUnbondingDelegationResponse,
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
  typeUrl: "/cosmos.staking.v1beta1.MsgUpdateParams",
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
  typeUrl: "/cosmos.staking.v1beta1.MsgUpdateParamsResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgUpdateParamsResponse,
  read: readMsgUpdateParamsResponse,
});

/** Gives a validator another consensus key. */
export interface MsgRotateConsPubKey {
  readonly validatorAddress: string;
  readonly newPubkey: Any | undefined;
}

function writeMsgRotateConsPubKey(w: Writer, m: MsgRotateConsPubKey): void {
  if (m.validatorAddress !== "") {
    w.tag(10);
    w.string(m.validatorAddress);
  }
  if (m.newPubkey !== undefined) {
    w.tag(18);
    { const s = w.open(); Any.write(w, m.newPubkey); w.close(s); }
  }
}

function readMsgRotateConsPubKey(r: Reader): MsgRotateConsPubKey {
  let f1: string = "";
  let f2: Any | undefined = undefined;
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
        f2 = Any.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { validatorAddress: f1, newPubkey: f2 };
}

export const MsgRotateConsPubKey: Codec<MsgRotateConsPubKey> = codec<MsgRotateConsPubKey>({
  typeUrl: "/cosmos.staking.v1beta1.MsgRotateConsPubKey",
  fields: [
    { name: "validatorAddress", jsonName: "validator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "newPubkey", jsonName: "new_pubkey", number: 2, kind: "message", repeated: false, optional: true, message: () => Any as Codec<never> },
  ],
  defaults: () => ({ validatorAddress: "", newPubkey: undefined }),
  write: writeMsgRotateConsPubKey,
  read: readMsgRotateConsPubKey,
});

export interface MsgRotateConsPubKeyResponse {
}

function writeMsgRotateConsPubKeyResponse(_w: Writer, _m: MsgRotateConsPubKeyResponse): void {
}

function readMsgRotateConsPubKeyResponse(r: Reader): MsgRotateConsPubKeyResponse {
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

export const MsgRotateConsPubKeyResponse: Codec<MsgRotateConsPubKeyResponse> = codec<MsgRotateConsPubKeyResponse>({
  typeUrl: "/cosmos.staking.v1beta1.MsgRotateConsPubKeyResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgRotateConsPubKeyResponse,
  read: readMsgRotateConsPubKeyResponse,
});
