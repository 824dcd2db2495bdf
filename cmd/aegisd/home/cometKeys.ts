/** Ed25519 keys in CometBFT's JSON forms. */
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { base64, concatBytes, fromBase64, hex, sha256 } from "../../../app/lib/bytes.ts";

/** An Ed25519 key pair, 32 bytes each. */
export interface Ed25519Key {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** A new random key. */
export function newEd25519Key(): Ed25519Key {
  const { privateKey } = generateKeyPairSync("ed25519");
  const jwk = privateKey.export({ format: "jwk" });
  return {
    publicKey: new Uint8Array(Buffer.from(jwk.x ?? "", "base64url")),
    secretKey: new Uint8Array(Buffer.from(jwk.d ?? "", "base64url")),
  };
}

/** The key whose secret half, 32 bytes, is given. */
export function ed25519KeyOf(secretKey: Uint8Array): Ed25519Key {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), secretKey]);
  const jwk = createPrivateKey({ key: der, format: "der", type: "pkcs8" }).export({
    format: "jwk",
  });
  return { publicKey: new Uint8Array(Buffer.from(jwk.x ?? "", "base64url")), secretKey };
}

/** First 20 bytes of SHA-256 of a consensus key: how CometBFT names a validator and a node. */
export function cometAddress(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).slice(0, 20);
}

function secretJson(key: Ed25519Key): unknown {
  const value = base64(concatBytes(key.secretKey, key.publicKey));
  return { type: "tendermint/PrivKeyEd25519", value };
}

/** Content of node_key.json. */
export function nodeKeyJson(key: Ed25519Key): unknown {
  return { priv_key: secretJson(key) };
}

/** Content of priv_validator_key.json. */
export function validatorKeyJson(key: Ed25519Key): unknown {
  return {
    address: hex(cometAddress(key.publicKey)).toUpperCase(),
    pub_key: { type: "tendermint/PubKeyEd25519", value: base64(key.publicKey) },
    priv_key: secretJson(key),
  };
}

/**
 * The public key in node_key.json or priv_validator_key.json.
 * @throws RangeError when the file has another form.
 */
export function publicKeyOf(json: unknown): Uint8Array {
  const value = (json as { priv_key?: { value?: unknown } } | null)?.priv_key?.value;
  const bytes = typeof value === "string" ? fromBase64(value) : new Uint8Array(0);
  if (bytes.length !== 64) throw new RangeError("not an Ed25519 key file of CometBFT");
  // The second half is derived from the first; a file that was edited by hand may lie.
  return ed25519KeyOf(bytes.subarray(0, 32)).publicKey;
}

/** CometBFT's id of a node: lower-case hex of its address. */
export function nodeId(publicKey: Uint8Array): string {
  return hex(cometAddress(publicKey));
}
