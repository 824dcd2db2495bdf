// Generated from proto/cosmos/auth/v1beta1/auth.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Any } from "../../../google/protobuf/any.ts";

/** An account: its key (unknown until it signs), its number and the next sequence. */
export interface BaseAccount {
  readonly address: string;
  readonly pubKey: Any | undefined;
  readonly accountNumber: bigint;
  readonly sequence: bigint;
}

function writeBaseAccount(w: Writer, m: BaseAccount): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  if (m.pubKey !== undefined) {
    w.tag(18);
    { const s = w.open(); Any.write(w, m.pubKey); w.close(s); }
  }
  if (m.accountNumber !== 0n) {
    w.tag(24);
    w.uint64(m.accountNumber);
  }
  if (m.sequence !== 0n) {
    w.tag(32);
    w.uint64(m.sequence);
  }
}

function readBaseAccount(r: Reader): BaseAccount {
  let f1: string = "";
  let f2: Any | undefined = undefined;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
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
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
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
  return { address: f1, pubKey: f2, accountNumber: f3, sequence: f4 };
}

export const BaseAccount: Codec<BaseAccount> = codec<BaseAccount>({
  typeUrl: "/cosmos.auth.v1beta1.BaseAccount",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "pubKey", jsonName: "pub_key", number: 2, kind: "message", repeated: false, optional: true, message: () => Any as Codec<never> },
    { name: "accountNumber", jsonName: "account_number", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "sequence", jsonName: "sequence", number: 4, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ address: "", pubKey: undefined, accountNumber: 0n, sequence: 0n }),
  write: writeBaseAccount,
  read: readBaseAccount,
});

/** An account that a module holds coins in. */
export interface ModuleAccount {
  readonly baseAccount: BaseAccount | undefined;
  readonly name: string;
  readonly permissions: readonly string[];
}

function writeModuleAccount(w: Writer, m: ModuleAccount): void {
  if (m.baseAccount !== undefined) {
    w.tag(10);
    { const s = w.open(); BaseAccount.write(w, m.baseAccount); w.close(s); }
  }
  if (m.name !== "") {
    w.tag(18);
    w.string(m.name);
  }
  for (const v of m.permissions) {
    w.tag(26);
    w.string(v);
  }
}

function readModuleAccount(r: Reader): ModuleAccount {
  let f1: BaseAccount | undefined = undefined;
  let f2: string = "";
  const f3: string[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = BaseAccount.read(r);
        r.leave(outer);
        break;
      }
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 26:
        f3.push(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { baseAccount: f1, name: f2, permissions: f3 };
}

export const ModuleAccount: Codec<ModuleAccount> = codec<ModuleAccount>({
  typeUrl: "/cosmos.auth.v1beta1.ModuleAccount",
  fields: [
    { name: "baseAccount", jsonName: "base_account", number: 1, kind: "message", repeated: false, optional: true, message: () => BaseAccount as Codec<never> },
    { name: "name", jsonName: "name", number: 2, kind: "string", repeated: false, optional: false },
    { name: "permissions", jsonName: "permissions", number: 3, kind: "string", repeated: true, optional: false },
  ],
  defaults: () => ({ baseAccount: undefined, name: "", permissions: [] }),
  write: writeModuleAccount,
  read: readModuleAccount,
});

/** Limits and costs of transactions. */
export interface Params {
  readonly maxMemoCharacters: bigint;
  readonly txSigLimit: bigint;
  readonly txSizeCostPerByte: bigint;
  readonly sigVerifyCostEd25519: bigint;
  readonly sigVerifyCostSecp256k1: bigint;
}

function writeParams(w: Writer, m: Params): void {
  if (m.maxMemoCharacters !== 0n) {
    w.tag(8);
    w.uint64(m.maxMemoCharacters);
  }
  if (m.txSigLimit !== 0n) {
    w.tag(16);
    w.uint64(m.txSigLimit);
  }
  if (m.txSizeCostPerByte !== 0n) {
    w.tag(24);
    w.uint64(m.txSizeCostPerByte);
  }
  if (m.sigVerifyCostEd25519 !== 0n) {
    w.tag(32);
    w.uint64(m.sigVerifyCostEd25519);
  }
  if (m.sigVerifyCostSecp256k1 !== 0n) {
    w.tag(40);
    w.uint64(m.sigVerifyCostSecp256k1);
  }
}

function readParams(r: Reader): Params {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: bigint = 0n;
  let f5: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
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
        f4 = r.value(r.uint64());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { maxMemoCharacters: f1, txSigLimit: f2, txSizeCostPerByte: f3, sigVerifyCostEd25519: f4, sigVerifyCostSecp256k1: f5 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/cosmos.auth.v1beta1.Params",
  fields: [
    { name: "maxMemoCharacters", jsonName: "max_memo_characters", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "txSigLimit", jsonName: "tx_sig_limit", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "txSizeCostPerByte", jsonName: "tx_size_cost_per_byte", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "sigVerifyCostEd25519", jsonName: "sig_verify_cost_ed25519", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "sigVerifyCostSecp256k1", jsonName: "sig_verify_cost_secp256k1", number: 5, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ maxMemoCharacters: 0n, txSigLimit: 0n, txSizeCostPerByte: 0n, sigVerifyCostEd25519: 0n, sigVerifyCostSecp256k1: 0n }),
  write: writeParams,
  read: readParams,
});
