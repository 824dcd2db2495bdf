/** Checks that the messages share; none needs state. */
import type { PartialSignature } from "../../../app/checkpoint/partial.ts";
import { isAccountAddress } from "../../../app/lib/address.ts";
import { BLS_SIGNATURE_BYTES } from "../../../app/lib/bls.ts";
import { ATTESTATION_GAS, BITFIELD_BYTES_MAX, SIGNER_GAS } from "../constants.ts";
import { errors } from "../errors.ts";

/** @throws ModuleError invalidAddress. */
export function validateSender(sender: string): void {
  if (!isAccountAddress(sender)) throw errors.invalidAddress("sender");
}

/** @throws ModuleError invalidBitfield, noSigners or malformed. */
export function validatePartial({ signers, signature }: PartialSignature): void {
  if (signers.length > BITFIELD_BYTES_MAX) throw errors.invalidBitfield("its length");
  if (signers.every((byte) => byte === 0)) throw errors.noSigners();
  if (signature.length !== BLS_SIGNATURE_BYTES) throw errors.malformed("signature");
}

/** What one attestation by so many costs. */
export function attestationGas(signers: number): bigint {
  return ATTESTATION_GAS + SIGNER_GAS * BigInt(signers);
}
