/** Signs transactions in SIGN_MODE_DIRECT, as wallets do. */
import { PubKey } from "../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { SignMode } from "../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import {
  AuthInfo,
  Fee,
  type SignDoc,
  TxBody,
  TxRaw,
} from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import type { Codec } from "../../proto/wire/codec.ts";
import { addressOfPublicKey } from "../lib/address.ts";
import { uasi } from "../lib/coin.ts";
import { isSecretKey, publicKeyOf, signDigest } from "../lib/secp256k1.ts";
import { directDigest } from "../tx/signDoc.ts";

/** A key that signs. The secret stays inside. */
export interface Signer {
  readonly address: string;
  /** Compressed secp256k1 key, 33 bytes. */
  readonly publicKey: Uint8Array;
  /** 64-byte signature, low s, over a 32-byte digest. */
  readonly sign: (digest: Uint8Array) => Uint8Array;
}

/**
 * A signer of a 32-byte secret key.
 * @throws RangeError when it is not a valid secp256k1 key.
 */
export function keySigner(secret: Uint8Array): Signer {
  if (!isSecretKey(secret)) throw new RangeError("not a secp256k1 secret key");
  const publicKey = publicKeyOf(secret);
  return {
    address: addressOfPublicKey(publicKey),
    publicKey,
    sign: (digest) => signDigest(digest, secret),
  };
}

/** What a signature depends on besides the transaction. */
export interface SignPlace {
  readonly chainId: string;
  readonly accountNumber: bigint;
  readonly sequence: bigint;
}

export interface TxContent {
  readonly messages: readonly Any[];
  readonly memo?: string | undefined;
  readonly timeoutHeight?: bigint | undefined;
  readonly gasLimit: bigint;
  /** In uasi. */
  readonly fee: bigint;
}

/** `value` as the Any of a transaction. */
export function anyOf<T>(codec: Codec<T>, value: T): Any {
  return { typeUrl: codec.typeUrl, value: codec.encode(value) };
}

function parts(publicKey: Uint8Array, content: TxContent, sequence: bigint, mode: number) {
  const bodyBytes = TxBody.encode(
    TxBody.create({
      messages: content.messages,
      memo: content.memo ?? "",
      timeoutHeight: content.timeoutHeight ?? 0n,
    }),
  );
  const authInfoBytes = AuthInfo.encode(
    AuthInfo.create({
      signerInfos: [
        {
          publicKey: anyOf(PubKey, { key: publicKey }),
          modeInfo: { single: { mode }, multi: undefined },
          sequence,
        },
      ],
      fee: Fee.create({ amount: uasi(content.fee), gasLimit: content.gasLimit }),
    }),
  );
  return { bodyBytes, authInfoBytes };
}

/** What the key of `publicKey` has to sign in SIGN_MODE_DIRECT. */
export function signDocOf(publicKey: Uint8Array, content: TxContent, place: SignPlace): SignDoc {
  const { chainId, accountNumber, sequence } = place;
  const encoded = parts(publicKey, content, sequence, SignMode.SIGN_MODE_DIRECT);
  return { ...encoded, chainId, accountNumber };
}

/** The bytes of a signed transaction. */
export function signTx(signer: Signer, content: TxContent, place: SignPlace): Uint8Array {
  const doc = signDocOf(signer.publicKey, content, place);
  const { bodyBytes, authInfoBytes } = doc;
  return TxRaw.encode({ bodyBytes, authInfoBytes, signatures: [signer.sign(directDigest(doc))] });
}

/** The bytes of a transaction to simulate: one empty signature, as cosmjs sends. */
export function simulationTx(
  publicKey: Uint8Array,
  content: TxContent,
  sequence: bigint,
): Uint8Array {
  const encoded = parts(publicKey, content, sequence, SignMode.SIGN_MODE_UNSPECIFIED);
  return TxRaw.encode({ ...encoded, signatures: [new Uint8Array(0)] });
}
