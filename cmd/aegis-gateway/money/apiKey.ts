/**
 * Keys of clients: `sk-aegis-` and 32 random bytes. Only a key's SHA-256 is stored; its public name
 * is the beginning of that hash, by which it is found before the whole hash is compared.
 */
import { randomBytes } from "node:crypto";
import { hex, sha256, utf8 } from "../../../app/lib/bytes.ts";
import type { Journal } from "../journal/journal.ts";
import type { KeyRecord } from "../journal/records.ts";

const PREFIX = "sk-aegis-";
const KEY_BYTES = 32;
/** 43 characters of base64url are 32 bytes. */
const FORM = /^sk-aegis-[A-Za-z0-9_-]{43}$/;
const ID_BYTES = 8;
const NAME_CHARACTERS_MAX = 64;

/** What a new key is for. */
export interface NewKey {
  readonly owner: string;
  readonly name: string;
  readonly spendingLimit: bigint | undefined;
}

/** Public name of the key with this hash. */
function idOf(hash: Uint8Array): string {
  return `key_${hex(hash.subarray(0, ID_BYTES))}`;
}

/** Whether `name` is short and has no control characters. */
export function isKeyName(name: string): boolean {
  return name.length <= NAME_CHARACTERS_MAX && !/\p{Cc}/u.test(name);
}

/** Makes a key and stores its hash. The text is told this once and never again. */
export function createKey(
  { keys }: Pick<Journal, "keys">,
  { owner, name, spendingLimit }: NewKey,
  nowMs: number,
): { readonly text: string; readonly record: KeyRecord } {
  const text = `${PREFIX}${randomBytes(KEY_BYTES).toString("base64url")}`;
  const hash = sha256(utf8(text));
  const createdMs = nowMs;
  const id = idOf(hash);
  const record = { id, hash, owner, name, spendingLimit, createdMs, revokedMs: undefined };
  keys.add(record);
  return { text, record };
}

/** The key in force whose text this is; undefined for every other text. */
export function checkKey({ keys }: Pick<Journal, "keys">, text: string): KeyRecord | undefined {
  if (!FORM.test(text)) return undefined;
  const hash = sha256(utf8(text));
  const key = keys.check(idOf(hash), hash);
  return key?.revokedMs === undefined ? key : undefined;
}
