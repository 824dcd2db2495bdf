/** Verifies every signature of a transaction in SIGN_MODE_DIRECT. */
import { SignMode } from "../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import type { Tx } from "../tx/decode.ts";
import { sdkErrors } from "../tx/errors.ts";
import { directDigest } from "../tx/signDoc.ts";
import type { SignatureCache } from "../tx/signature.ts";
import type { Signer } from "./signers.ts";

/** @throws ModuleError naming chain id, account number and sequence that were expected. */
export function verifySignatures(
  chainId: string,
  tx: Tx,
  signers: readonly Signer[],
  cache: SignatureCache,
): void {
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
    if (!cache.verify(signature, digest, signer.key)) {
      throw sdkErrors.unauthorized(
        `signature verification failed for ${signer.address}: check account number ` +
          `(${signer.accountNumber}), sequence (${signer.sequence}) and chain id (${chainId})`,
      );
    }
  });
}
