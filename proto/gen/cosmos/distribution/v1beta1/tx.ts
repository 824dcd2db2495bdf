// Generated from proto/cosmos/distribution/v1beta1/tx.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Coin } from "../../base/v1beta1/coin.ts";

/** Names the account that a delegator's rewards go to. */
export interface MsgSetWithdrawAddress {
  readonly delegatorAddress: string;
  readonly withdrawAddress: string;
}

function writeMsgSetWithdrawAddress(w: Writer, m: MsgSetWithdrawAddress): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
  if (m.withdrawAddress !== "") {
    w.tag(18);
    w.string(m.withdrawAddress);
  }
}

function readMsgSetWithdrawAddress(r: Reader): MsgSetWithdrawAddress {
  let f1: string = "";
  let f2: string = "";
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegatorAddress: f1, withdrawAddress: f2 };
}

export const MsgSetWithdrawAddress: Codec<MsgSetWithdrawAddress> = codec<MsgSetWithdrawAddress>({
  typeUrl: "/cosmos.distribution.v1beta1.MsgSetWithdrawAddress",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "withdrawAddress", jsonName: "withdraw_address", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegatorAddress: "", withdrawAddress: "" }),
  write: writeMsgSetWithdrawAddress,
  read: readMsgSetWithdrawAddress,
});

export interface MsgSetWithdrawAddressResponse {
}

function writeMsgSetWithdrawAddressResponse(_w: Writer, _m: MsgSetWithdrawAddressResponse): void {
}

function readMsgSetWithdrawAddressResponse(r: Reader): MsgSetWithdrawAddressResponse {
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

export const MsgSetWithdrawAddressResponse: Codec<MsgSetWithdrawAddressResponse> = codec<MsgSetWithdrawAddressResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.MsgSetWithdrawAddressResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgSetWithdrawAddressResponse,
  read: readMsgSetWithdrawAddressResponse,
});

export interface MsgWithdrawDelegatorReward {
  readonly delegatorAddress: string;
  readonly validatorAddress: string;
}

function writeMsgWithdrawDelegatorReward(w: Writer, m: MsgWithdrawDelegatorReward): void {
  if (m.delegatorAddress !== "") {
    w.tag(10);
    w.string(m.delegatorAddress);
  }
  if (m.validatorAddress !== "") {
    w.tag(18);
    w.string(m.validatorAddress);
  }
}

function readMsgWithdrawDelegatorReward(r: Reader): MsgWithdrawDelegatorReward {
  let f1: string = "";
  let f2: string = "";
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
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { delegatorAddress: f1, validatorAddress: f2 };
}

export const MsgWithdrawDelegatorReward: Codec<MsgWithdrawDelegatorReward> = codec<MsgWithdrawDelegatorReward>({
  typeUrl: "/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward",
  fields: [
    { name: "delegatorAddress", jsonName: "delegator_address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "validatorAddress", jsonName: "validator_address", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ delegatorAddress: "", validatorAddress: "" }),
  write: writeMsgWithdrawDelegatorReward,
  read: readMsgWithdrawDelegatorReward,
});

export interface MsgWithdrawDelegatorRewardResponse {
  readonly amount: readonly Coin[];
}

function writeMsgWithdrawDelegatorRewardResponse(w: Writer, m: MsgWithdrawDelegatorRewardResponse): void {
  for (const v of m.amount) {
    w.tag(10);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
}

function readMsgWithdrawDelegatorRewardResponse(r: Reader): MsgWithdrawDelegatorRewardResponse {
  const f1: Coin[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Coin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { amount: f1 };
}

export const MsgWithdrawDelegatorRewardResponse: Codec<MsgWithdrawDelegatorRewardResponse> = codec<MsgWithdrawDelegatorRewardResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.MsgWithdrawDelegatorRewardResponse",
  fields: [
    { name: "amount", jsonName: "amount", number: 1, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ amount: [] }),
  write: writeMsgWithdrawDelegatorRewardResponse,
  read: readMsgWithdrawDelegatorRewardResponse,
});

export interface MsgWithdrawValidatorCommission {
  readonly validatorAddress: string;
}

function writeMsgWithdrawValidatorCommission(w: Writer, m: MsgWithdrawValidatorCommission): void {
  if (m.validatorAddress !== "") {
    w.tag(10);
    w.string(m.validatorAddress);
  }
}

function readMsgWithdrawValidatorCommission(r: Reader): MsgWithdrawValidatorCommission {
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
  return { validatorAddress: f1 };
}

export const MsgWithdrawValidatorCommission: Codec<MsgWithdrawValidatorCommission> = codec<MsgWithdrawValidatorCommission>({
  typeUrl: "/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission",
  fields: [
    { name: "validatorAddress", jsonName: "validator_address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ validatorAddress: "" }),
  write: writeMsgWithdrawValidatorCommission,
  read: readMsgWithdrawValidatorCommission,
});

export interface MsgWithdrawValidatorCommissionResponse {
  readonly amount: readonly Coin[];
}

function writeMsgWithdrawValidatorCommissionResponse(w: Writer, m: MsgWithdrawValidatorCommissionResponse): void {
  for (const v of m.amount) {
    w.tag(10);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
}

function readMsgWithdrawValidatorCommissionResponse(r: Reader): MsgWithdrawValidatorCommissionResponse {
  const f1: Coin[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Coin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { amount: f1 };
}

export const MsgWithdrawValidatorCommissionResponse: Codec<MsgWithdrawValidatorCommissionResponse> = codec<MsgWithdrawValidatorCommissionResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommissionResponse",
  fields: [
    { name: "amount", jsonName: "amount", number: 1, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ amount: [] }),
  write: writeMsgWithdrawValidatorCommissionResponse,
  read: readMsgWithdrawValidatorCommissionResponse,
});

export interface MsgFundCommunityPool {
  readonly amount: readonly Coin[];
  readonly depositor: string;
}

function writeMsgFundCommunityPool(w: Writer, m: MsgFundCommunityPool): void {
  for (const v of m.amount) {
    w.tag(10);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
  if (m.depositor !== "") {
    w.tag(18);
    w.string(m.depositor);
  }
}

function readMsgFundCommunityPool(r: Reader): MsgFundCommunityPool {
  const f1: Coin[] = [];
  let f2: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Coin.read(r));
        r.leave(outer);
        break;
      }
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { amount: f1, depositor: f2 };
}

export const MsgFundCommunityPool: Codec<MsgFundCommunityPool> = codec<MsgFundCommunityPool>({
  typeUrl: "/cosmos.distribution.v1beta1.MsgFundCommunityPool",
  fields: [
    { name: "amount", jsonName: "amount", number: 1, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
    { name: "depositor", jsonName: "depositor", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ amount: [], depositor: "" }),
  write: writeMsgFundCommunityPool,
  read: readMsgFundCommunityPool,
});

export interface MsgFundCommunityPoolResponse {
}

function writeMsgFundCommunityPoolResponse(_w: Writer, _m: MsgFundCommunityPoolResponse): void {
}

function readMsgFundCommunityPoolResponse(r: Reader): MsgFundCommunityPoolResponse {
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

export const MsgFundCommunityPoolResponse: Codec<MsgFundCommunityPoolResponse> = codec<MsgFundCommunityPoolResponse>({
  typeUrl: "/cosmos.distribution.v1beta1.MsgFundCommunityPoolResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgFundCommunityPoolResponse,
  read: readMsgFundCommunityPoolResponse,
});
