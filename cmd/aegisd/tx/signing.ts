/** Signs transactions that were made elsewhere, one signer after the other. */
import { PubKey } from "../../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { SignMode } from "../../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import type { SignerInfo, Tx } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import { requiredAddresses } from "../../../app/ante/signers.ts";
import { anyOf, type SignPlace } from "../../../app/client/sign.ts";
import {
  aminoSignDigests,
  directSignDigest,
  type SignerPart,
  singleMode,
} from "../../../app/client/signatures.ts";
import { present } from "../../../app/lib/assert.ts";
import type { MessageRouter } from "../../../app/router/messages.ts";
import { decodeTx } from "../../../app/tx/decode.ts";
import { accountKey, addressOfKey } from "../../../app/tx/publicKey.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { KeyRecord } from "../keyring/keyFile.ts";
import type { Keyring } from "../keyring/keyring.ts";
import { bytesOf, type LooseSignature, partsOf, unsignedOf, withParts } from "./document.ts";

/** How simd names the modes. */
export const SIGN_MODES = ["direct", "amino-json"] as const;

export type SignModeName = (typeof SIGN_MODES)[number];

/** A key with the keyring that has its secret. */
export interface KeyAtHand {
  readonly keyring: Keyring;
  readonly record: KeyRecord;
}

/**
 * Who must sign, in order.
 * @throws ModuleError for a transaction that the chain would refuse whoever signs it.
 */
export function signersOfTx(router: MessageRouter, tx: Tx): readonly string[] {
  return requiredAddresses(decodeTx(router, bytesOf(tx)));
}

/** @throws CommandError unless `address` is among those who must sign. */
export function checkSigner(signers: readonly string[], address: string): void {
  if (signers.includes(address)) return;
  throw new CommandError(`${signers.join(" and ")} must sign this, not ${address}`, EXIT.key);
}

/** One signature by a key at hand, for its own account or for a multisig that it belongs to. */
export async function signLoose(
  router: MessageRouter,
  tx: Tx,
  { keyring, record }: KeyAtHand,
  place: SignPlace,
  modeName: SignModeName,
): Promise<LooseSignature> {
  const signer = await keyring.signer(record.name);
  const publicKey = anyOf(PubKey, { key: signer.publicKey });
  const mode =
    modeName === "direct" ? SignMode.SIGN_MODE_DIRECT : SignMode.SIGN_MODE_LEGACY_AMINO_JSON;
  const { sequence } = place;
  const info: SignerInfo = { publicKey, modeInfo: singleMode(mode), sequence };
  const digest =
    modeName === "direct"
      ? directSignDigest(unsignedOf(tx), [info], place)
      : present(aminoSignDigests(router, unsignedOf(tx), place)[0], "a document");
  return { publicKey, mode, signature: signer.sign(digest), sequence };
}

/** What a signer that is one key brings. */
export function partOf({ publicKey, mode, signature, sequence }: LooseSignature): SignerPart {
  return { info: { publicKey, modeInfo: singleMode(mode), sequence }, signature };
}

/** `tx` with what one more signer brings, in the order of its signers. */
export function withSigner(tx: Tx, signers: readonly string[], part: SignerPart): Tx {
  const parts = new Map(partsOf(tx).map((one) => [addressOf(one.info.publicKey), one]));
  parts.set(addressOf(part.info.publicKey), part);
  return withParts(
    tx,
    signers.flatMap((address) => parts.get(address) ?? []),
  );
}

/** The account of a public key; empty without one. @throws ModuleError when it is none. */
export function addressOf(publicKey: Any | undefined): string {
  return publicKey === undefined ? "" : addressOfKey(accountKey(publicKey, false));
}
