/** Verifies every signature of a transaction, each in the mode that its signer chose. */
import { SignMode } from "../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import type { ModeInfo, SignerInfo } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { AMINO_TX_BYTES_MAX } from "../constants.ts";
import { EMPTY_BYTES } from "../lib/bytes.ts";
import type { Tx } from "../tx/decode.ts";
import { sdkErrors } from "../tx/errors.ts";
import { memberSignatures } from "../tx/multisig.ts";
import { aminoDigests, directDigest } from "../tx/signDoc.ts";
import { verifySignature } from "../tx/signature.ts";
import { isSameKey, type Signer } from "./signers.ts";

interface Verified {
  readonly chainId: string;
  readonly signers: readonly Signer[];
}

/**
 * What a decoded transaction was verified for. The same transaction passes CheckTx, a proposal and
 * FinalizeBlock; its bytes are the same object's, so only what they are verified against can
 * differ: modes, bit arrays, sequences and everything else that is signed stand in those bytes. A
 * pure optimisation: forgetting it changes no result.
 */
const verified = new WeakMap<Tx, Verified>();

function wasVerified(tx: Tx, chainId: string, signers: readonly Signer[]): boolean {
  const known = verified.get(tx);
  if (known === undefined || known.chainId !== chainId) return false;
  return (
    known.signers.length === signers.length &&
    known.signers.every((one, index) => {
      const other = signers[index];
      return (
        other !== undefined &&
        one.accountNumber === other.accountNumber &&
        isSameKey(one.publicKey, other.publicKey)
      );
    })
  );
}

/** @throws ModuleError naming chain id, account number and sequence that were expected. */
export function verifySignatures(chainId: string, tx: Tx, signers: readonly Signer[]): void {
  if (wasVerified(tx, chainId, signers)) return;
  signers.forEach((signer, index) => {
    const signature = tx.signatures[index] ?? EMPTY_BYTES;
    if (!isSigned({ chainId, tx, signer, info: tx.authInfo.signerInfos[index] }, signature)) {
      throw sdkErrors.unauthorized(
        `signature verification failed for ${signer.address}: check account number ` +
          `(${signer.accountNumber}), sequence (${signer.sequence}) and chain id (${chainId})`,
      );
    }
  });
  verified.set(tx, { chainId, signers });
}

/** One signer of one transaction. */
interface Signing {
  readonly chainId: string;
  readonly tx: Tx;
  readonly signer: Signer;
  readonly info: SignerInfo | undefined;
}

function isSigned(signing: Signing, signature: Uint8Array): boolean {
  const { key } = signing.signer;
  const { single, multi }: ModeInfo = signing.info?.modeInfo ?? {
    single: undefined,
    multi: undefined,
  };
  if (key.threshold === undefined) {
    const [point = EMPTY_BYTES] = key.keys;
    const digests = digestsOf(signing, single?.mode);
    return digests.some((digest) => verifySignature(signature, digest, point));
  }
  if (multi === undefined) throw sdkErrors.unauthorized("a multisig signs with a bit array");
  const members = memberSignatures(key, multi, signature);
  const digests = digestsOf(signing, SignMode.SIGN_MODE_LEGACY_AMINO_JSON);
  return members.every((one) =>
    digests.some((digest) => verifySignature(one.signature, digest, one.key)),
  );
}

/** What may have been signed: the one SignDoc, or each document that amino JSON has for it. */
function digestsOf(
  { chainId, tx, signer, info }: Signing,
  mode: SignMode | undefined,
): readonly Uint8Array[] {
  const { accountNumber, sequence } = signer;
  if (mode === SignMode.SIGN_MODE_DIRECT) {
    const { bodyBytes, authInfoBytes } = tx;
    return [directDigest({ bodyBytes, authInfoBytes, chainId, accountNumber })];
  }
  if (mode !== SignMode.SIGN_MODE_LEGACY_AMINO_JSON) {
    throw sdkErrors.notSupported(
      "sign modes other than SIGN_MODE_DIRECT and SIGN_MODE_LEGACY_AMINO_JSON",
    );
  }
  if (tx.bytes.length > AMINO_TX_BYTES_MAX) {
    throw sdkErrors.txTooLarge(`at most ${AMINO_TX_BYTES_MAX} bytes in amino JSON`);
  }
  // The document does not say whether the key is sent: without it there would be two transactions.
  if (info?.publicKey === undefined) {
    throw sdkErrors.invalidPubKey("amino JSON is sent with the public key");
  }
  const { memo, timeoutHeight } = tx.body;
  const { fee } = tx.authInfo;
  return aminoDigests({
    chainId,
    accountNumber,
    sequence,
    messages: tx.messages,
    fee,
    memo,
    timeoutHeight,
  });
}
