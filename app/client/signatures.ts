/**
 * Signatures that are made apart and put together later: by several signers, by the keys of a
 * multisig, in amino JSON as a Ledger makes them. The simple case is in sign.ts.
 */
import type { SignMode } from "../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import {
  AuthInfo,
  type Fee,
  type ModeInfo,
  type SignerInfo,
  TxBody,
  TxRaw,
} from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import type { MessageRouter } from "../router/messages.ts";
import { decodeTx } from "../tx/decode.ts";
import { multiSignature } from "../tx/multisig.ts";
import { accountKey, addressOfKey, multisigAny } from "../tx/publicKey.ts";
import { aminoDigests, directDigest } from "../tx/signDoc.ts";
import type { SignPlace } from "./sign.ts";

/** What is signed: all of a transaction but who signs it. */
export interface UnsignedTx {
  readonly body: TxBody;
  readonly fee: Fee;
}

/** One signer of a transaction with what it brings. */
export interface SignerPart {
  readonly info: SignerInfo;
  readonly signature: Uint8Array;
}

/** The mode info of one signature. */
export function singleMode(mode: SignMode): ModeInfo {
  return { single: { mode }, multi: undefined };
}

/** A transaction with these signers, in the order of its messages' signers, then the fee payer. */
export function assembleTx({ body, fee }: UnsignedTx, parts: readonly SignerPart[]): Uint8Array {
  return TxRaw.encode({
    bodyBytes: TxBody.encode(body),
    authInfoBytes: authInfoBytes(
      fee,
      parts.map(({ info }) => info),
    ),
    signatures: parts.map(({ signature }) => signature),
  });
}

function authInfoBytes(fee: Fee, signerInfos: readonly SignerInfo[]): Uint8Array {
  return AuthInfo.encode(AuthInfo.create({ signerInfos, fee }));
}

/**
 * The digests of SIGN_MODE_LEGACY_AMINO_JSON: a signer signs the first, a verifier accepts any.
 * @throws ModuleError for a transaction that the chain would refuse whoever signs it.
 */
export function aminoSignDigests(
  router: MessageRouter,
  unsigned: UnsignedTx,
  place: SignPlace,
): readonly Uint8Array[] {
  const { messages, body } = decodeTx(router, assembleTx(unsigned, []));
  const { memo, timeoutHeight } = body;
  return aminoDigests({ ...place, messages, memo, timeoutHeight, fee: unsigned.fee });
}

/** The digest of SIGN_MODE_DIRECT, which depends on all who sign. */
export function directSignDigest(
  { body, fee }: UnsignedTx,
  signerInfos: readonly SignerInfo[],
  { chainId, accountNumber }: SignPlace,
): Uint8Array {
  return directDigest({
    bodyBytes: TxBody.encode(body),
    authInfoBytes: authInfoBytes(fee, signerInfos),
    chainId,
    accountNumber,
  });
}

/** An account of several keys. */
export interface Multisig {
  readonly address: string;
  readonly threshold: number;
  /** Compressed secp256k1 keys. Their order is part of the account. */
  readonly keys: readonly Uint8Array[];
  readonly publicKey: Any;
}

/**
 * The account of which `threshold` of `keys` must sign.
 * @throws ModuleError (invalid pubkey) when no account can have them.
 */
export function multisig(threshold: number, keys: readonly Uint8Array[]): Multisig {
  const publicKey = multisigAny(threshold, keys);
  const key = accountKey(publicKey, false);
  return { address: addressOfKey(key), threshold, keys, publicKey };
}

/** What a multisig brings when its keys at these places signed amino JSON. */
export function multisigPart(
  { keys, publicKey }: Pick<Multisig, "keys" | "publicKey">,
  sequence: bigint,
  signatures: ReadonlyMap<number, Uint8Array>,
): SignerPart {
  const { modeInfo, signature } = multiSignature(keys.length, signatures);
  return { info: { publicKey, modeInfo, sequence }, signature };
}
