/** Keys from mnemonics: BIP-39, HD path m/44'/118'/0'/0/0, as every Cosmos wallet derives them. */
import { Bip39, EnglishMnemonic, Random, Slip10, Slip10Curve, stringToPath } from "@cosmjs/crypto";

/** Coin type 118, first account. */
export const HD_PATH = "m/44'/118'/0'/0/0";

/** 24 new words. */
export function newMnemonic(): string {
  return Bip39.encode(Random.getBytes(32)).toString();
}

/**
 * The 32-byte secret key of a mnemonic.
 * @throws RangeError when the words or the path are not valid.
 */
export async function secretFromMnemonic(
  mnemonic: string,
  path: string = HD_PATH,
): Promise<Uint8Array> {
  let words: EnglishMnemonic;
  try {
    words = new EnglishMnemonic(mnemonic.trim().split(/\s+/).join(" "));
  } catch {
    throw new RangeError("not a valid mnemonic: 12 to 24 English words with a right checksum");
  }
  const seed = await Bip39.mnemonicToSeed(words);
  return Slip10.derivePath(Slip10Curve.Secp256k1, seed, stringToPath(path)).privkey;
}
