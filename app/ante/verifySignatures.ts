/**
 * Verifies every signature of a transaction: SIGN_MODE_DIRECT and SIGN_MODE_LEGACY_AMINO_JSON for
 * one key, the second alone for several keys under one account, as in the Cosmos SDK.
 */
import { MultiSignature } from "../../proto/gen/cosmos/crypto/multisig/v1beta1/multisig.ts";
import { SignMode } from "../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import type { ModeInfo, ModeInfoMulti } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { WireError } from "../../proto/wire/error.ts";
import { EMPTY_BYTES, equalBytes } from "../lib/bytes.ts";
import { aminoDigest, aminoMessage } from "../tx/amino.ts";
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
    known.signers.every((one, index) => isSame(one, signers[index]))
  );
}

function isSame(one: Signer, other: Signer | undefined): boolean {
  return (
    other !== undefined &&
    one.accountNumber === other.accountNumber &&
    one.sequence === other.sequence &&
    one.key.threshold === other.key.threshold &&
    one.key.keys.length === other.key.keys.length &&
    one.key.keys.every((key, i) => equalBytes(key, other.key.keys[i] ?? EMPTY_BYTES))
  );
}

/** What a signer signs in each mode, made when it is first needed. */
interface Digests {
  readonly direct: () => Uint8Array;
  readonly amino: () => Uint8Array;
}

function digestsOf(chainId: string, tx: Tx, signer: Signer): Digests {
  const { accountNumber, sequence } = signer;
  return {
    direct: () =>
      directDigest({
        bodyBytes: tx.bodyBytes,
        authInfoBytes: tx.authInfoBytes,
        chainId,
        accountNumber,
      }),
    amino: () => {
      const { memo, timeoutHeight } = tx.body;
      const { amount = [], gasLimit = 0n, payer = "", granter = "" } = tx.authInfo.fee ?? {};
      const fee = { amount, gasLimit, payer, granter };
      const place = { chainId, accountNumber, sequence, memo, timeoutHeight, fee };
      const messages = tx.messages.map(({ spec, value }) =>
        aminoMessage(spec.request as never, value, spec.amino),
      );
      return aminoDigest(messages, place);
    },
  };
}

function verifySingle(
  mode: ModeInfo | undefined,
  key: Uint8Array,
  signature: Uint8Array,
  digests: Digests,
): boolean {
  const asked = mode?.single?.mode;
  if (asked === SignMode.SIGN_MODE_DIRECT) return verifySignature(signature, digests.direct(), key);
  if (asked === SignMode.SIGN_MODE_LEGACY_AMINO_JSON) {
    return verifySignature(signature, digests.amino(), key);
  }
  throw sdkErrors.notSupported("sign modes other than DIRECT and LEGACY_AMINO_JSON");
}

/** Indices of the keys that sign. @throws ModuleError unless there is one bit for each key. */
function signingKeys({ bitarray }: ModeInfoMulti, count: number): number[] {
  const { elems, extraBitsStored } = bitarray ?? { elems: EMPTY_BYTES, extraBitsStored: 0 };
  const isWhole = elems.length === Math.ceil(count / 8) && extraBitsStored === count % 8;
  if (!isWhole) throw sdkErrors.unauthorized(`a bit array of ${count} keys is expected`);
  const isSet = (bit: number): boolean => ((elems[bit >> 3] as number) & (0x80 >> (bit & 7))) !== 0;
  const all = Array.from({ length: 8 * elems.length }, (_, bit) => bit).filter(isSet);
  if (all.some((bit) => bit >= count)) {
    throw sdkErrors.unauthorized("bits behind the last key are set");
  }
  return all;
}

function verifyMulti(
  mode: ModeInfo | undefined,
  { key }: Signer,
  signature: Uint8Array,
  digests: Digests,
): boolean {
  const multi = mode?.multi;
  if (multi === undefined) throw sdkErrors.unauthorized("a multisig account signs as several");
  const who = signingKeys(multi, key.keys.length);
  const { signatures } = readMultiSignature(signature);
  if (who.length !== signatures.length || who.length !== multi.modeInfos.length) {
    throw sdkErrors.unauthorized("bits, modes and signatures of a multisig must be as many");
  }
  if (who.length < (key.threshold ?? 0)) {
    throw sdkErrors.unauthorized(`${who.length} of ${key.threshold} signatures`);
  }
  // Every one is verified: one that is wrong is not hidden by enough others.
  const digest = digests.amino();
  return who.every((index, i) => {
    if (multi.modeInfos[i]?.single?.mode !== SignMode.SIGN_MODE_LEGACY_AMINO_JSON) {
      throw sdkErrors.notSupported("multisig in sign modes other than LEGACY_AMINO_JSON");
    }
    return verifySignature(signatures[i] as Uint8Array, digest, key.keys[index] as Uint8Array);
  });
}

function readMultiSignature(bytes: Uint8Array): MultiSignature {
  try {
    return MultiSignature.decode(bytes);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw sdkErrors.unauthorized(`not the signatures of several: ${error.message}`);
  }
}

/** @throws ModuleError naming chain id, account number and sequence that were expected. */
export function verifySignatures(chainId: string, tx: Tx, signers: readonly Signer[]): void {
  if (wasVerified(tx, chainId, signers)) return;
  signers.forEach((signer, index) => {
    const mode = tx.authInfo.signerInfos[index]?.modeInfo;
    const digests = digestsOf(chainId, tx, signer);
    const signature = tx.signatures[index] ?? EMPTY_BYTES;
    if (!isSigned(mode, signer, signature, digests)) {
      throw sdkErrors.unauthorized(
        `signature verification failed for ${signer.address}: check account number ` +
          `(${signer.accountNumber}), sequence (${signer.sequence}) and chain id (${chainId})`,
      );
    }
  });
  verified.set(tx, { chainId, signers });
}

function isSigned(
  mode: ModeInfo | undefined,
  signer: Signer,
  signature: Uint8Array,
  digests: Digests,
): boolean {
  const { keys, threshold } = signer.key;
  try {
    return threshold === undefined
      ? verifySingle(mode, keys[0] ?? EMPTY_BYTES, signature, digests)
      : verifyMulti(mode, signer, signature, digests);
  } catch (error) {
    // A key inside a message that amino cannot write.
    if (!(error instanceof WireError)) throw error;
    throw sdkErrors.txDecode(error.message);
  }
}
