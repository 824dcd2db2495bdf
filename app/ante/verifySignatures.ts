/** Verifies every signature of a transaction in SIGN_MODE_DIRECT. */
import { SignMode } from "../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import { equalBytes } from "../lib/bytes.ts";
import type { Tx } from "../tx/decode.ts";
import { sdkErrors } from "../tx/errors.ts";
import { directDigest } from "../tx/signDoc.ts";
import { verifySignature } from "../tx/signature.ts";
import type { Signer } from "./signers.ts";

interface Verified {
  readonly chainId: string;
  readonly signers: readonly Signer[];
}

/**
 * What a decoded transaction was verified for. The same transaction passes CheckTx, a proposal and
 * FinalizeBlock; its bytes are the same object's, so only what they are verified against can
 * differ. A pure optimisation: forgetting it changes no result.
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
        equalBytes(one.key, other.key)
      );
    })
  );
}

/** @throws ModuleError naming chain id, account number and sequence that were expected. */
export function verifySignatures(chainId: string, tx: Tx, signers: readonly Signer[]): void {
  if (wasVerified(tx, chainId, signers)) return;
  signers.forEach((signer, index) => {
    const mode = tx.authInfo.signerInfos[index]?.modeInfo?.single?.mode;
    if (mode !== SignMode.SIGN_MODE_DIRECT) {
      throw sdkErrors.notSupported("sign modes other than SIGN_MODE_DIRECT");
    }
    const digest = directDigest({
      bodyBytes: tx.bodyBytes,
      authInfoBytes: tx.authInfoBytes,
      chainId,
      accountNumber: signer.accountNumber,
    });
    const signature = tx.signatures[index] ?? new Uint8Array(0);
    if (!verifySignature(signature, digest, signer.key)) {
      throw sdkErrors.unauthorized(
        `signature verification failed for ${signer.address}: check account number ` +
          `(${signer.accountNumber}), sequence (${signer.sequence}) and chain id (${chainId})`,
      );
    }
  });
  verified.set(tx, { chainId, signers });
}
