/** Signatures of a multisig account: which of its keys signed, and with what. */
import {
  CompactBitArray,
  MultiSignature,
} from "../../proto/gen/cosmos/crypto/multisig/v1beta1/multisig.ts";
import { SignMode } from "../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import type { ModeInfo, ModeInfoMulti } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { WireError } from "../../proto/wire/error.ts";
import { sdkErrors } from "./errors.ts";
import type { AccountKey } from "./publicKey.ts";

/** One signature and the key that it must be of. */
export interface MemberSignature {
  readonly key: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * The signatures of a multisig with their keys; none is verified yet.
 * @throws ModuleError when they are not at least as many as the threshold, each of another key, all
 * in amino JSON, in the one encoding that they have.
 */
export function memberSignatures(
  { threshold = 1, keys }: AccountKey,
  { bitarray, modeInfos }: ModeInfoMulti,
  encoded: Uint8Array,
): readonly MemberSignature[] {
  if (!modeInfos.every(isAminoMode)) {
    throw sdkErrors.notSupported("multisigs sign in SIGN_MODE_LEGACY_AMINO_JSON");
  }
  const signers = signersIn(bitarray, keys.length);
  if (signers.length < threshold) {
    throw sdkErrors.unauthorized(`${signers.length} of ${threshold} signatures`);
  }
  const signatures = decodeSignatures(encoded);
  if (signatures.length !== signers.length || modeInfos.length !== signers.length) {
    throw sdkErrors.unauthorized(`the bit array names ${signers.length} signers`);
  }
  return signers.map((signer, at) => ({
    key: keys[signer] as Uint8Array,
    signature: signatures[at] as Uint8Array,
  }));
}

function isAminoMode({ single }: ModeInfo): boolean {
  return single?.mode === SignMode.SIGN_MODE_LEGACY_AMINO_JSON;
}

/** Positions of the bits that are set. @throws ModuleError unless it has one bit for each key. */
function signersIn(bits: CompactBitArray | undefined, count: number): number[] {
  const { elems, extraBitsStored } = bits ?? CompactBitArray.create();
  const isOfCount = elems.length === Math.ceil(count / 8) && extraBitsStored === count % 8;
  if (!isOfCount) throw sdkErrors.unauthorized(`the bit array has not ${count} bits`);
  const set: number[] = [];
  for (let at = 0; at < elems.length * 8; at++) {
    const isSet = ((elems[at >> 3] as number) & (0x80 >> (at & 7))) !== 0;
    if (isSet && at >= count) throw sdkErrors.unauthorized("unused bits of the bit array are set");
    if (isSet) set.push(at);
  }
  return set;
}

function decodeSignatures(encoded: Uint8Array): readonly Uint8Array[] {
  try {
    return MultiSignature.decode(encoded).signatures;
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw sdkErrors.unauthorized("not a MultiSignature");
  }
}

/** What a signer info and a signature are of a multisig whose keys at these places signed. */
export function multiSignature(
  count: number,
  signatures: ReadonlyMap<number, Uint8Array>,
): { readonly modeInfo: ModeInfo; readonly signature: Uint8Array } {
  const places = [...signatures.keys()].sort((a, b) => a - b);
  const elems = new Uint8Array(Math.ceil(count / 8));
  for (const at of places) elems[at >> 3] = (elems[at >> 3] as number) | (0x80 >> (at & 7));
  const mode = { single: { mode: SignMode.SIGN_MODE_LEGACY_AMINO_JSON }, multi: undefined };
  const bitarray = { elems, extraBitsStored: count % 8 };
  return {
    modeInfo: { single: undefined, multi: { bitarray, modeInfos: places.map(() => mode) } },
    signature: MultiSignature.encode({
      signatures: places.map((at) => signatures.get(at) as Uint8Array),
    }),
  };
}
