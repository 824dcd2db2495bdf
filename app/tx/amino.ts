/**
 * The JSON that SIGN_MODE_LEGACY_AMINO_JSON signs, rebuilt from a transaction (ADR-010). Wallets
 * show it to people and Ledgers sign nothing else. One document means one transaction: whatever
 * the JSON cannot tell is refused here or when the transaction is decoded. Free of Node, so that
 * clients in a browser make the same bytes.
 */
import { base64 } from "@scure/base";
import { LegacyAminoPubKey } from "../../proto/gen/cosmos/crypto/multisig/keys.ts";
import { PubKey as Ed25519PubKey } from "../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import { PubKey } from "../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import type { Fee } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import { Duration } from "../../proto/gen/google/protobuf/duration.ts";
import type { Codec, Field } from "../../proto/wire/codec.ts";
import { WireError } from "../../proto/wire/error.ts";
import { formatDecText, parseDec } from "../lib/dec.ts";
import type { AminoForm } from "../module/module.ts";
import { sdkErrors } from "./errors.ts";

/**
 * Whose document: the two differ in a few fields that are empty, one name and two characters.
 * Either says the same transaction, so a signature over either counts.
 */
export type AminoDialect = "sdk" | "cosmjs";

/** Plain JSON. */
export type AminoJson =
  | string
  | number
  | boolean
  | readonly AminoJson[]
  | { readonly [name: string]: AminoJson };

/** A message with what its JSON needs of its declaration. */
export interface AminoMessage {
  readonly spec: { readonly request: Codec<unknown>; readonly amino?: AminoForm | undefined };
  readonly value: unknown;
}

/** Everything that a document says. */
export interface AminoContent {
  readonly chainId: string;
  readonly accountNumber: bigint;
  readonly sequence: bigint;
  readonly messages: readonly AminoMessage[];
  readonly fee: Fee | undefined;
  readonly memo: string;
  readonly timeoutHeight: bigint;
}

/** How fields are written: what differs of a message, and in whose way. */
interface Style {
  readonly form: AminoForm;
  readonly dialect: AminoDialect;
}

/** Longer names cannot be signed with a Ledger Nano. */
export const AMINO_NAME_MAX = 39;

/** Type names of amino for keys that stand in messages, by their type URL. */
const KEY_NAMES: ReadonlyMap<string, string> = new Map([
  [Ed25519PubKey.typeUrl, "tendermint/PubKeyEd25519"],
  [PubKey.typeUrl, "tendermint/PubKeySecp256k1"],
  [LegacyAminoPubKey.typeUrl, "tendermint/PubKeyMultisigThreshold"],
]);

const ANY = "/google.protobuf.Any";
const COIN = "/cosmos.base.v1beta1.Coin";

/**
 * The texts whose UTF-8 bytes are hashed and signed: the SDK's, and cosmjs' where it is another.
 * @throws ModuleError when a message has no such form.
 */
export function aminoDocuments(content: AminoContent): readonly string[] {
  const sdk = plainDocument(content, "sdk");
  const cosmjs = plainDocument(content, "cosmjs");
  const isSame = sdk === cosmjs && !SEPARATORS.test(sdk);
  return isSame ? [escaped(sdk, "sdk")] : [escaped(sdk, "sdk"), escaped(cosmjs, "cosmjs")];
}

/** The text before characters are escaped. */
function plainDocument(content: AminoContent, dialect: AminoDialect): string {
  const { fee, timeoutHeight } = content;
  const document = sorted({
    account_number: `${content.accountNumber}`,
    chain_id: content.chainId,
    fee: sorted({
      amount: (fee?.amount ?? []).map(({ amount, denom }) => ({ amount, denom })),
      gas: `${fee?.gasLimit ?? 0n}`,
      ...(fee?.granter ? { granter: fee.granter } : {}),
      ...(fee?.payer ? { payer: fee.payer } : {}),
    }),
    memo: content.memo,
    msgs: content.messages.map((message) => aminoMessage(message, dialect)),
    sequence: `${content.sequence}`,
    ...(timeoutHeight === 0n ? {} : { timeout_height: `${timeoutHeight}` }),
  });
  return JSON.stringify(document);
}

/**
 * One message as `{type, value}`, keys sorted.
 * @throws ModuleError when it has no such form.
 */
export function aminoMessage({ spec, value }: AminoMessage, dialect: AminoDialect): AminoJson {
  const { typeUrl } = spec.request;
  const form = spec.amino ?? { name: aminoName(typeUrl) };
  const type = dialect === "sdk" ? (form.sdkName ?? form.name) : form.name;
  return { type, value: messageJson(spec.request as Codec<never>, { form, dialect }, value, "") };
}

/**
 * The name of a message that declares none: `aegis/<module>/<Message>`.
 * @throws ModuleError when it is not one of ours.
 */
function aminoName(typeUrl: string): string {
  const [, module, message] = /^\/aegis\.([a-z]+)\.v\d+\.(\w+)$/.exec(typeUrl) ?? [];
  if (module !== undefined && message !== undefined) return `aegis/${module}/${message}`;
  throw sdkErrors.notSupported(`${typeUrl} has no amino form: sign in SIGN_MODE_DIRECT`);
}

/** What Go escapes in JSON and JavaScript does not, besides those that cosmjs escapes too. */
const SEPARATORS = /[\u2028\u2029]/;

/** What JSON.stringify leaves and Go escapes. None of these stands outside of texts. */
function escaped(json: string, dialect: AminoDialect): string {
  const html = inAll(inAll(inAll(json, "&", "\\u0026"), "<", "\\u003c"), ">", "\\u003e");
  if (dialect === "cosmjs") return html;
  return inAll(inAll(html, "\u2028", "\\u2028"), "\u2029", "\\u2029");
}

/** `replaceAll`, several times faster in texts that are full of it. */
function inAll(text: string, what: string, by: string): string {
  return text.includes(what) ? text.split(what).join(by) : text;
}

function sorted(json: Readonly<Record<string, AminoJson>>): AminoJson {
  return Object.fromEntries(Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function messageJson(codec: Codec<never>, style: Style, value: unknown, path: string): AminoJson {
  if (codec.typeUrl === ANY) return keyJson(value as Any);
  if (codec.typeUrl === Duration.typeUrl) return durationJson(value as Duration);
  // Timestamps and their like have forms of their own that no message needs here.
  if (codec.typeUrl.startsWith("/google.")) throw noForm(codec.typeUrl);
  const json: Record<string, AminoJson> = {};
  for (const field of codec.fields) {
    const at = `${path}${field.jsonName}`;
    const item = (value as Readonly<Record<string, unknown>>)[field.name];
    if (item === undefined || isLeftOut(field, style, item, at)) continue;
    json[style.form.renamed?.[at] ?? field.jsonName] = field.repeated
      ? (item as readonly unknown[]).map((one) => itemJson(field, style, one, at))
      : itemJson(field, style, item, at);
  }
  return sorted(json);
}

/** Empty fields are left out, except what may be there or not, and lists of coins. */
function isLeftOut(field: Field, { form, dialect }: Style, item: unknown, at: string): boolean {
  if (!isEmpty(item) || field.optional) return false;
  if (dialect === "cosmjs" && form.full) return form.sparse?.includes(at) === true;
  return !(field.repeated && field.message?.().typeUrl === COIN);
}

function isEmpty(item: unknown): boolean {
  if (item === "" || item === 0 || item === 0n || item === false) return true;
  return (Array.isArray(item) || item instanceof Uint8Array) && item.length === 0;
}

function itemJson(field: Field, style: Style, item: unknown, at: string): AminoJson {
  if (item instanceof Uint8Array) return base64.encode(item);
  if (typeof item === "bigint") return `${item}`;
  if (field.message !== undefined) {
    return messageJson(field.message(), style, item, `${at}.`);
  }
  if (style.form.decimals?.includes(at)) return decimalJson(item as string);
  return item as string | number | boolean;
}

function decimalJson(wire: string): string {
  try {
    return formatDecText(parseDec(wire));
  } catch {
    throw sdkErrors.invalidRequest(`${wire.slice(0, 32)} is not a decimal`);
  }
}

/** Nanoseconds, as the SDK writes durations; only in the form that no other pair gives. */
function durationJson({ seconds, nanos }: Duration): AminoJson {
  if (seconds < 0n || nanos < 0 || nanos > 999_999_999) throw noForm(Duration.typeUrl);
  return `${seconds * 1_000_000_000n + BigInt(nanos)}`;
}

/** A public key in a message. */
function keyJson(any: Any): AminoJson {
  const type = KEY_NAMES.get(any.typeUrl);
  // Keys of one key only: consensus keys are never multisigs.
  if (type === undefined || any.typeUrl === LegacyAminoPubKey.typeUrl) throw noForm(any.typeUrl);
  const codec = any.typeUrl === PubKey.typeUrl ? PubKey : Ed25519PubKey;
  try {
    return { type, value: base64.encode(codec.decode(any.value).key) };
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw sdkErrors.invalidPubKey("not a public key");
  }
}

function noForm(typeUrl: string): Error {
  return sdkErrors.notSupported(`${typeUrl.slice(0, 100)} has no amino form`);
}
