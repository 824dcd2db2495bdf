/**
 * One account per owner, derived from the gateway's key: what an owner deposits pays for the tasks
 * of that owner's keys only, and a backup of one key is a backup of all.
 */
import { createHmac } from "node:crypto";
import { keySigner, type Signer } from "../../../app/client/sign.ts";
import { assert } from "../../../app/lib/assert.ts";

const DOMAIN = "aegis/gateway/account/v1";
/** A hash is not a key with probability 2^-128. */
const ATTEMPTS = 4;

/** 32 bytes that follow from the master key and `text` alone. */
export function hmac32(master: Uint8Array, text: string): Uint8Array {
  return new Uint8Array(createHmac("sha256", master).update(text).digest());
}

/** The secret key of `owner`'s account, 32 bytes: HMAC-SHA256 of the owner under the master key. */
export function accountSecret(master: Uint8Array, owner: string): Uint8Array {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const secret = hmac32(master, `${DOMAIN}\n${owner}\n${attempt}`);
    if (isSecret(secret)) return secret;
  }
  assert(false, "four hashes in a row are no keys");
}

/** Signs for `owner`'s account. */
export function accountSigner(master: Uint8Array, owner: string): Signer {
  return keySigner(accountSecret(master, owner));
}

function isSecret(secret: Uint8Array): boolean {
  try {
    keySigner(secret);
    return true;
  } catch {
    return false;
  }
}
