/** A key as text that can be carried elsewhere: sealed under a passphrase of its own. */
import { fromBase64, utf8, utf8Text } from "../../../app/lib/bytes.ts";
import { CommandError, EXIT } from "../exit.ts";
import { SealError, type Sealed, seal, unseal } from "./seal.ts";

const BEGIN = "-----BEGIN AEGIS PRIVATE KEY-----";
const END = "-----END AEGIS PRIVATE KEY-----";
const BESIDE: Uint8Array = utf8("aegis/exported-key/v1");
const COLUMNS = 64;
const ARMOR_CHARACTERS_MAX = 10_000;

/** The armored text of a 32-byte secret. */
export function armor(secret: Uint8Array, passphrase: string, cost?: number): string {
  const body = Buffer.from(JSON.stringify(seal(secret, passphrase, BESIDE, cost)));
  const lines = body.toString("base64").match(new RegExp(`.{1,${COLUMNS}}`, "g")) ?? [];
  return [BEGIN, ...lines, END, ""].join("\n");
}

/** @throws CommandError when the text is not an armored key or the passphrase is wrong. */
export function unarmor(text: string, passphrase: string): Uint8Array {
  const sealed = parseArmor(text);
  try {
    return unseal(sealed, passphrase, BESIDE);
  } catch (error) {
    const reason = error instanceof SealError ? error.message : "the text is damaged";
    throw new CommandError(`cannot import the key: ${reason}`, EXIT.key);
  }
}

function parseArmor(text: string): Sealed {
  const lines = text
    .slice(0, ARMOR_CHARACTERS_MAX)
    .trim()
    .split(/\s*\n\s*/);
  try {
    if (lines.at(0) !== BEGIN || lines.at(-1) !== END) throw new RangeError("no armor");
    return JSON.parse(utf8Text(fromBase64(lines.slice(1, -1).join("")))) as Sealed;
  } catch {
    throw new CommandError(
      `cannot import the key: expected text that begins ${BEGIN}, as "aegisd keys export" prints`,
      EXIT.key,
    );
  }
}
