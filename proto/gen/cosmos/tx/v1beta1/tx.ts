// Generated from proto/cosmos/tx/v1beta1/tx.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Coin } from "../../base/v1beta1/coin.ts";
import { CompactBitArray } from "../../crypto/multisig/v1beta1/multisig.ts";
import { SignMode } from "../signing/v1beta1/signing.ts";
import { Any } from "../../../google/protobuf/any.ts";
import { Timestamp } from "../../../google/protobuf/timestamp.ts";

/** A transaction with its parts decoded. */
export interface Tx {
  readonly body: TxBody | undefined;
  readonly authInfo: AuthInfo | undefined;
  readonly signatures: readonly Uint8Array[];
}

function writeTx(w: Writer, m: Tx): void {
  if (m.body !== undefined) {
    w.tag(10);
    { const s = w.open(); TxBody.write(w, m.body); w.close(s); }
  }
  if (m.authInfo !== undefined) {
    w.tag(18);
    { const s = w.open(); AuthInfo.write(w, m.authInfo); w.close(s); }
  }
  for (const v of m.signatures) {
    w.tag(26);
    w.bytes(v);
  }
}

function readTx(r: Reader): Tx {
  let f1: TxBody | undefined = undefined;
  let f2: AuthInfo | undefined = undefined;
  const f3: Uint8Array[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = TxBody.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = AuthInfo.read(r);
        r.leave(outer);
        break;
      }
      case 26:
        f3.push(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { body: f1, authInfo: f2, signatures: f3 };
}

export const Tx: Codec<Tx> = codec<Tx>({
  typeUrl: "/cosmos.tx.v1beta1.Tx",
  fields: [
    { name: "body", jsonName: "body", number: 1, kind: "message", repeated: false, optional: true, message: () => TxBody as Codec<never> },
    { name: "authInfo", jsonName: "auth_info", number: 2, kind: "message", repeated: false, optional: true, message: () => AuthInfo as Codec<never> },
    { name: "signatures", jsonName: "signatures", number: 3, kind: "bytes", repeated: true, optional: false },
  ],
  defaults: () => ({ body: undefined, authInfo: undefined, signatures: [] }),
  write: writeTx,
  read: readTx,
});

/** A transaction as it travels: signatures are over exactly these bytes. */
export interface TxRaw {
  readonly bodyBytes: Uint8Array;
  readonly authInfoBytes: Uint8Array;
  readonly signatures: readonly Uint8Array[];
}

function writeTxRaw(w: Writer, m: TxRaw): void {
  if (m.bodyBytes.length > 0) {
    w.tag(10);
    w.bytes(m.bodyBytes);
  }
  if (m.authInfoBytes.length > 0) {
    w.tag(18);
    w.bytes(m.authInfoBytes);
  }
  for (const v of m.signatures) {
    w.tag(26);
    w.bytes(v);
  }
}

function readTxRaw(r: Reader): TxRaw {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: Uint8Array = new Uint8Array(0);
  const f3: Uint8Array[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 26:
        f3.push(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { bodyBytes: f1, authInfoBytes: f2, signatures: f3 };
}

export const TxRaw: Codec<TxRaw> = codec<TxRaw>({
  typeUrl: "/cosmos.tx.v1beta1.TxRaw",
  fields: [
    { name: "bodyBytes", jsonName: "body_bytes", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "authInfoBytes", jsonName: "auth_info_bytes", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "signatures", jsonName: "signatures", number: 3, kind: "bytes", repeated: true, optional: false },
  ],
  defaults: () => ({ bodyBytes: new Uint8Array(0), authInfoBytes: new Uint8Array(0), signatures: [] }),
  write: writeTxRaw,
  read: readTxRaw,
});

/** What SIGN_MODE_DIRECT signs. */
export interface SignDoc {
  readonly bodyBytes: Uint8Array;
  readonly authInfoBytes: Uint8Array;
  readonly chainId: string;
  readonly accountNumber: bigint;
}

function writeSignDoc(w: Writer, m: SignDoc): void {
  if (m.bodyBytes.length > 0) {
    w.tag(10);
    w.bytes(m.bodyBytes);
  }
  if (m.authInfoBytes.length > 0) {
    w.tag(18);
    w.bytes(m.authInfoBytes);
  }
  if (m.chainId !== "") {
    w.tag(26);
    w.string(m.chainId);
  }
  if (m.accountNumber !== 0n) {
    w.tag(32);
    w.uint64(m.accountNumber);
  }
}

function readSignDoc(r: Reader): SignDoc {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: Uint8Array = new Uint8Array(0);
  let f3: string = "";
  let f4: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { bodyBytes: f1, authInfoBytes: f2, chainId: f3, accountNumber: f4 };
}

export const SignDoc: Codec<SignDoc> = codec<SignDoc>({
  typeUrl: "/cosmos.tx.v1beta1.SignDoc",
  fields: [
    { name: "bodyBytes", jsonName: "body_bytes", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "authInfoBytes", jsonName: "auth_info_bytes", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "chainId", jsonName: "chain_id", number: 3, kind: "string", repeated: false, optional: false },
    { name: "accountNumber", jsonName: "account_number", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ bodyBytes: new Uint8Array(0), authInfoBytes: new Uint8Array(0), chainId: "", accountNumber: 0n }),
  write: writeSignDoc,
  read: readSignDoc,
});

/** What a transaction does. */
export interface TxBody {
  readonly messages: readonly Any[];
  readonly memo: string;
  readonly timeoutHeight: bigint;
  readonly unordered: boolean;
  readonly timeoutTimestamp: Timestamp | undefined;
  readonly extensionOptions: readonly Any[];
  readonly nonCriticalExtensionOptions: readonly Any[];
}

function writeTxBody(w: Writer, m: TxBody): void {
  for (const v of m.messages) {
    w.tag(10);
    { const s = w.open(); Any.write(w, v); w.close(s); }
  }
  if (m.memo !== "") {
    w.tag(18);
    w.string(m.memo);
  }
  if (m.timeoutHeight !== 0n) {
    w.tag(24);
    w.uint64(m.timeoutHeight);
  }
  if (m.unordered) {
    w.tag(32);
    w.bool(m.unordered);
  }
  if (m.timeoutTimestamp !== undefined) {
    w.tag(42);
    { const s = w.open(); Timestamp.write(w, m.timeoutTimestamp); w.close(s); }
  }
  for (const v of m.extensionOptions) {
    w.tag(8186);
    { const s = w.open(); Any.write(w, v); w.close(s); }
  }
  for (const v of m.nonCriticalExtensionOptions) {
    w.tag(16378);
    { const s = w.open(); Any.write(w, v); w.close(s); }
  }
}

function readTxBody(r: Reader): TxBody {
  const f1: Any[] = [];
  let f2: string = "";
  let f3: bigint = 0n;
  let f4: boolean = false;
  let f5: Timestamp | undefined = undefined;
  const f1023: Any[] = [];
  const f2047: Any[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Any.read(r));
        r.leave(outer);
        break;
      }
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.bool());
        break;
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 8186: {
        const outer = r.enter();
        f1023.push(Any.read(r));
        r.leave(outer);
        break;
      }
      case 16378: {
        const outer = r.enter();
        f2047.push(Any.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { messages: f1, memo: f2, timeoutHeight: f3, unordered: f4, timeoutTimestamp: f5, extensionOptions: f1023, nonCriticalExtensionOptions: f2047 };
}

export const TxBody: Codec<TxBody> = codec<TxBody>({
  typeUrl: "/cosmos.tx.v1beta1.TxBody",
  fields: [
    { name: "messages", jsonName: "messages", number: 1, kind: "message", repeated: true, optional: false, message: () => Any as Codec<never> },
    { name: "memo", jsonName: "memo", number: 2, kind: "string", repeated: false, optional: false },
    { name: "timeoutHeight", jsonName: "timeout_height", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "unordered", jsonName: "unordered", number: 4, kind: "bool", repeated: false, optional: false },
    { name: "timeoutTimestamp", jsonName: "timeout_timestamp", number: 5, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "extensionOptions", jsonName: "extension_options", number: 1023, kind: "message", repeated: true, optional: false, message: () => Any as Codec<never> },
    { name: "nonCriticalExtensionOptions", jsonName: "non_critical_extension_options", number: 2047, kind: "message", repeated: true, optional: false, message: () => Any as Codec<never> },
  ],
  defaults: () => ({ messages: [], memo: "", timeoutHeight: 0n, unordered: false, timeoutTimestamp: undefined, extensionOptions: [], nonCriticalExtensionOptions: [] }),
  write: writeTxBody,
  read: readTxBody,
});

/** Who signs a transaction and what it may cost. */
export interface AuthInfo {
  readonly signerInfos: readonly SignerInfo[];
  readonly fee: Fee | undefined;
  readonly tip: Tip | undefined;
}

function writeAuthInfo(w: Writer, m: AuthInfo): void {
  for (const v of m.signerInfos) {
    w.tag(10);
    { const s = w.open(); SignerInfo.write(w, v); w.close(s); }
  }
  if (m.fee !== undefined) {
    w.tag(18);
    { const s = w.open(); Fee.write(w, m.fee); w.close(s); }
  }
  if (m.tip !== undefined) {
    w.tag(26);
    { const s = w.open(); Tip.write(w, m.tip); w.close(s); }
  }
}

function readAuthInfo(r: Reader): AuthInfo {
  const f1: SignerInfo[] = [];
  let f2: Fee | undefined = undefined;
  let f3: Tip | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(SignerInfo.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Fee.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = Tip.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { signerInfos: f1, fee: f2, tip: f3 };
}

export const AuthInfo: Codec<AuthInfo> = codec<AuthInfo>({
  typeUrl: "/cosmos.tx.v1beta1.AuthInfo",
  fields: [
    { name: "signerInfos", jsonName: "signer_infos", number: 1, kind: "message", repeated: true, optional: false, message: () => SignerInfo as Codec<never> },
    { name: "fee", jsonName: "fee", number: 2, kind: "message", repeated: false, optional: true, message: () => Fee as Codec<never> },
    { name: "tip", jsonName: "tip", number: 3, kind: "message", repeated: false, optional: true, message: () => Tip as Codec<never> },
  ],
  defaults: () => ({ signerInfos: [], fee: undefined, tip: undefined }),
  write: writeAuthInfo,
  read: readAuthInfo,
});

/** One signer: its key, how it signs, and its account's sequence. */
export interface SignerInfo {
  readonly publicKey: Any | undefined;
  readonly modeInfo: ModeInfo | undefined;
  readonly sequence: bigint;
}

function writeSignerInfo(w: Writer, m: SignerInfo): void {
  if (m.publicKey !== undefined) {
    w.tag(10);
    { const s = w.open(); Any.write(w, m.publicKey); w.close(s); }
  }
  if (m.modeInfo !== undefined) {
    w.tag(18);
    { const s = w.open(); ModeInfo.write(w, m.modeInfo); w.close(s); }
  }
  if (m.sequence !== 0n) {
    w.tag(24);
    w.uint64(m.sequence);
  }
}

function readSignerInfo(r: Reader): SignerInfo {
  let f1: Any | undefined = undefined;
  let f2: ModeInfo | undefined = undefined;
  let f3: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Any.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = ModeInfo.read(r);
        r.leave(outer);
        break;
      }
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { publicKey: f1, modeInfo: f2, sequence: f3 };
}

export const SignerInfo: Codec<SignerInfo> = codec<SignerInfo>({
  typeUrl: "/cosmos.tx.v1beta1.SignerInfo",
  fields: [
    { name: "publicKey", jsonName: "public_key", number: 1, kind: "message", repeated: false, optional: true, message: () => Any as Codec<never> },
    { name: "modeInfo", jsonName: "mode_info", number: 2, kind: "message", repeated: false, optional: true, message: () => ModeInfo as Codec<never> },
    { name: "sequence", jsonName: "sequence", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ publicKey: undefined, modeInfo: undefined, sequence: 0n }),
  write: writeSignerInfo,
  read: readSignerInfo,
});

/** How a signer signs: alone, or as several under one key. */
export interface ModeInfo {
  readonly single: ModeInfoSingle | undefined;
  readonly multi: ModeInfoMulti | undefined;
}

function writeModeInfo(w: Writer, m: ModeInfo): void {
  if (m.single !== undefined) {
    w.tag(10);
    { const s = w.open(); ModeInfoSingle.write(w, m.single); w.close(s); }
  }
  if (m.multi !== undefined) {
    w.tag(18);
    { const s = w.open(); ModeInfoMulti.write(w, m.multi); w.close(s); }
  }
}

function readModeInfo(r: Reader): ModeInfo {
  let f1: ModeInfoSingle | undefined = undefined;
  let f2: ModeInfoMulti | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = ModeInfoSingle.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = ModeInfoMulti.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { single: f1, multi: f2 };
}

export const ModeInfo: Codec<ModeInfo> = codec<ModeInfo>({
  typeUrl: "/cosmos.tx.v1beta1.ModeInfo",
  fields: [
    { name: "single", jsonName: "single", number: 1, kind: "message", repeated: false, optional: true, message: () => ModeInfoSingle as Codec<never> },
    { name: "multi", jsonName: "multi", number: 2, kind: "message", repeated: false, optional: true, message: () => ModeInfoMulti as Codec<never> },
  ],
  defaults: () => ({ single: undefined, multi: undefined }),
  write: writeModeInfo,
  read: readModeInfo,
});

export interface ModeInfoSingle {
  readonly mode: SignMode;
}

function writeModeInfoSingle(w: Writer, m: ModeInfoSingle): void {
  if (m.mode !== 0) {
    w.tag(8);
    w.int32(m.mode);
  }
}

function readModeInfoSingle(r: Reader): ModeInfoSingle {
  let f1: SignMode = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { mode: f1 };
}

export const ModeInfoSingle: Codec<ModeInfoSingle> = codec<ModeInfoSingle>({
  typeUrl: "/cosmos.tx.v1beta1.ModeInfo.Single",
  fields: [
    { name: "mode", jsonName: "mode", number: 1, kind: "enum", repeated: false, optional: false, values: SignMode },
  ],
  defaults: () => ({ mode: 0 }),
  write: writeModeInfoSingle,
  read: readModeInfoSingle,
});

export interface ModeInfoMulti {
  readonly bitarray: CompactBitArray | undefined;
  readonly modeInfos: readonly ModeInfo[];
}

function writeModeInfoMulti(w: Writer, m: ModeInfoMulti): void {
  if (m.bitarray !== undefined) {
    w.tag(10);
    { const s = w.open(); CompactBitArray.write(w, m.bitarray); w.close(s); }
  }
  for (const v of m.modeInfos) {
    w.tag(18);
    { const s = w.open(); ModeInfo.write(w, v); w.close(s); }
  }
}

function readModeInfoMulti(r: Reader): ModeInfoMulti {
  let f1: CompactBitArray | undefined = undefined;
  const f2: ModeInfo[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = CompactBitArray.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(ModeInfo.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { bitarray: f1, modeInfos: f2 };
}

export const ModeInfoMulti: Codec<ModeInfoMulti> = codec<ModeInfoMulti>({
  typeUrl: "/cosmos.tx.v1beta1.ModeInfo.Multi",
  fields: [
    { name: "bitarray", jsonName: "bitarray", number: 1, kind: "message", repeated: false, optional: true, message: () => CompactBitArray as Codec<never> },
    { name: "modeInfos", jsonName: "mode_infos", number: 2, kind: "message", repeated: true, optional: false, message: () => ModeInfo as Codec<never> },
  ],
  defaults: () => ({ bitarray: undefined, modeInfos: [] }),
  write: writeModeInfoMulti,
  read: readModeInfoMulti,
});

/** What is paid and how much gas may be used. */
export interface Fee {
  readonly amount: readonly Coin[];
  readonly gasLimit: bigint;
  readonly payer: string;
  readonly granter: string;
}

function writeFee(w: Writer, m: Fee): void {
  for (const v of m.amount) {
    w.tag(10);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
  if (m.gasLimit !== 0n) {
    w.tag(16);
    w.uint64(m.gasLimit);
  }
  if (m.payer !== "") {
    w.tag(26);
    w.string(m.payer);
  }
  if (m.granter !== "") {
    w.tag(34);
    w.string(m.granter);
  }
}

function readFee(r: Reader): Fee {
  const f1: Coin[] = [];
  let f2: bigint = 0n;
  let f3: string = "";
  let f4: string = "";
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
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
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
  return { amount: f1, gasLimit: f2, payer: f3, granter: f4 };
}

export const Fee: Codec<Fee> = codec<Fee>({
  typeUrl: "/cosmos.tx.v1beta1.Fee",
  fields: [
    { name: "amount", jsonName: "amount", number: 1, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
    { name: "gasLimit", jsonName: "gas_limit", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "payer", jsonName: "payer", number: 3, kind: "string", repeated: false, optional: false },
    { name: "granter", jsonName: "granter", number: 4, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ amount: [], gasLimit: 0n, payer: "", granter: "" }),
  write: writeFee,
  read: readFee,
});

/** Retired by the Cosmos SDK, but still on the wire. */
export interface Tip {
  readonly amount: readonly Coin[];
  readonly tipper: string;
}

function writeTip(w: Writer, m: Tip): void {
  for (const v of m.amount) {
    w.tag(10);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
  if (m.tipper !== "") {
    w.tag(18);
    w.string(m.tipper);
  }
}

function readTip(r: Reader): Tip {
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
  return { amount: f1, tipper: f2 };
}

export const Tip: Codec<Tip> = codec<Tip>({
  typeUrl: "/cosmos.tx.v1beta1.Tip",
  fields: [
    { name: "amount", jsonName: "amount", number: 1, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
    { name: "tipper", jsonName: "tipper", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ amount: [], tipper: "" }),
  write: writeTip,
  read: readTip,
});
