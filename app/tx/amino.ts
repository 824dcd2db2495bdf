/**
 * Amino JSON: what SIGN_MODE_LEGACY_AMINO_JSON signs, which is how Ledger and many wallets sign.
 * The document is made anew from the protobuf message, by one rule for all messages and the few
 * exceptions that Cosmos' own messages have. Two different messages never have one document.
 */
import { PubKey as Ed25519Key } from "../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import { PubKey as Secp256k1Key } from "../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import type { Codec, Field } from "../../proto/wire/codec.ts";
import { toJson } from "../../proto/wire/json.ts";
import { base64, sha256, utf8 } from "../lib/bytes.ts";
import type { AminoForm } from "../module/module.ts";
import { sdkErrors } from "./errors.ts";

/** Longer names cannot be signed with a Ledger Nano. */
export const AMINO_NAME_MAX = 39;

type Plain = Readonly<Record<string, unknown>>;
type AnyCodec = Codec<never>;

const ANY = "/google.protobuf.Any";
const COIN = "/cosmos.base.v1beta1.Coin";
const DURATION = "/google.protobuf.Duration";
const TIMESTAMP = "/google.protobuf.Timestamp";
/** Places of a decimal. */
const DEC_PLACES = 18;
const NANOS_PER_SECOND = 1_000_000_000n;

/** Keys as amino writes them. */
const KEY_TYPES: ReadonlyMap<string, readonly [name: string, codec: typeof Ed25519Key]> = new Map([
  [Ed25519Key.typeUrl, ["tendermint/PubKeyEd25519", Ed25519Key]],
  [Secp256k1Key.typeUrl, ["tendermint/PubKeySecp256k1", Secp256k1Key]],
]);

/** The name of a message that declares none: `aegis/<module>/<Message>`. */
export function aminoName(typeUrl: string): string {
  const [, module, message] = /^\/aegis\.([a-z]+)\.v\d+\.(\w+)$/.exec(typeUrl) ?? [];
  if (module === undefined || message === undefined) {
    throw sdkErrors.notSupported(`${typeUrl} has no amino form: sign with SIGN_MODE_DIRECT`);
  }
  return `aegis/${module}/${message}`;
}

/**
 * `value` as the amino form `{type, value}`.
 * @throws ModuleError when it has none; WireError when a key or time in it is malformed.
 */
export function aminoMessage(codec: AnyCodec, value: unknown, form: AminoForm | undefined): Plain {
  const known = form ?? { name: aminoName(codec.typeUrl) };
  return { type: known.name, value: fieldsOf(codec, value as Plain, known, "") };
}

function fieldsOf(codec: AnyCodec, value: Plain, form: AminoForm, path: string): Plain {
  const out: Record<string, unknown> = {};
  const isFull = form.full === true || codec.typeUrl === COIN;
  for (const field of codec.fields) {
    const at = `${path}${field.jsonName}`;
    const item = value[field.name];
    const isKept = isFull && form.sparse?.includes(at) !== true;
    if (isEmpty(field, item) && !(isKept && item !== undefined)) continue;
    const one = (each: unknown): unknown => fieldOf(field, each, form, at);
    const written = field.repeated ? (item as readonly unknown[]).map(one) : one(item);
    out[form.renamed?.[at] ?? field.jsonName] = written;
  }
  return out;
}

/** What protobuf does not put on the wire. A message that is there is written, even empty. */
function isEmpty(field: Field, item: unknown): boolean {
  if (field.repeated) return (item as readonly unknown[]).length === 0;
  if (field.optional) return item === undefined;
  if (item instanceof Uint8Array) return item.length === 0;
  return item === "" || item === 0 || item === 0n || item === false;
}

function fieldOf(field: Field, item: unknown, form: AminoForm, at: string): unknown {
  if (typeof item === "bigint") return item.toString();
  if (item instanceof Uint8Array) return base64(item);
  if (typeof item === "string") return form.decimals?.includes(at) ? decimal(item) : item;
  if (field.message === undefined || item === undefined) return item;
  const codec = field.message();
  if (codec.typeUrl === ANY) return keyOf(item as Any);
  if (codec.typeUrl === TIMESTAMP) return toJson(codec, item);
  if (codec.typeUrl === DURATION) {
    const { seconds, nanos } = item as { readonly seconds: bigint; readonly nanos: number };
    return (seconds * NANOS_PER_SECOND + BigInt(nanos)).toString();
  }
  return fieldsOf(codec, item as Plain, form, `${at}.`);
}

/** 10^18ths with all places; what is no plain integer stays, and is signed as it is. */
function decimal(text: string): string {
  if (!/^(0|[1-9]\d*)$/.test(text)) return text;
  const digits = text.padStart(DEC_PLACES + 1, "0");
  return `${digits.slice(0, -DEC_PLACES)}.${digits.slice(-DEC_PLACES)}`;
}

function keyOf(any: Any): Plain {
  const known = KEY_TYPES.get(any.typeUrl);
  if (known === undefined) throw sdkErrors.notSupported(`${any.typeUrl} in amino JSON`);
  const [type, codec] = known;
  return { type, value: base64(codec.decode(any.value).key) };
}

/** What is signed beside the messages. */
export interface AminoPlace {
  readonly chainId: string;
  readonly accountNumber: bigint;
  readonly sequence: bigint;
  readonly memo: string;
  /** 0 for none. */
  readonly timeoutHeight: bigint;
  readonly fee: {
    readonly amount: readonly { readonly denom: string; readonly amount: string }[];
    readonly gasLimit: bigint;
    readonly payer: string;
    readonly granter: string;
  };
}

/** The bytes that are signed: sorted JSON with `&`, `<` and `>` escaped. */
export function aminoSignBytes(messages: readonly Plain[], place: AminoPlace): Uint8Array {
  const { amount, gasLimit, payer, granter } = place.fee;
  const document = {
    account_number: `${place.accountNumber}`,
    chain_id: place.chainId,
    fee: {
      amount: amount.map((coin) => ({ amount: coin.amount, denom: coin.denom })),
      gas: `${gasLimit}`,
      ...(granter === "" ? {} : { granter }),
      ...(payer === "" ? {} : { payer }),
    },
    memo: place.memo,
    msgs: messages,
    sequence: `${place.sequence}`,
    ...(place.timeoutHeight === 0n ? {} : { timeout_height: `${place.timeoutHeight}` }),
  };
  const json = JSON.stringify(sorted(document))
    .replaceAll("&", "\\u0026")
    .replaceAll("<", "\\u003c")
    .replaceAll(">", "\\u003e");
  return utf8(json);
}

/** SHA-256 of the document: the 32-byte digest that is signed. */
export function aminoDigest(messages: readonly Plain[], place: AminoPlace): Uint8Array {
  return sha256(aminoSignBytes(messages, place));
}

/** Names in JSON are ASCII, so any order of their units is the order of their bytes. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, item]) => [name, sorted(item)]));
}
