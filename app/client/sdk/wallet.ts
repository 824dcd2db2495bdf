/** Who signs: a secret here, or a wallet elsewhere, in either of the two modes of Cosmos. */
import { PubKey } from "../../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { SignMode } from "../../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import { AuthInfo, Fee, TxBody, TxRaw } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { fromBase64 } from "../../lib/bytes.ts";
import { uasi } from "../../lib/coin.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { MsgSubmitStreamFraud, MsgSubmitTask } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { type AminoMessage, aminoMessage } from "../../tx/amino.ts";
import { anyOf, keySigner, signDocOf, type SignPlace, signTx, type TxContent } from "../sign.ts";
import { secretFromMnemonic } from "../wallet.ts";
import { AegisError } from "./error.ts";

/** An account that pays and signs. */
export interface Wallet {
  readonly address: string;
  /** Compressed secp256k1 key, 33 bytes. */
  readonly publicKey: Uint8Array;
  /** Bytes of the signed transaction. @throws AegisError `wallet` when it does not sign. */
  readonly sign: (content: TxContent, place: SignPlace) => Promise<Uint8Array>;
}

interface WalletAccount {
  readonly address: string;
  readonly pubkey: Uint8Array;
}

interface Signed {
  readonly signature: { readonly signature: string };
}

/** cosmjs' `OfflineDirectSigner`, or what Keplr gives. */
export interface DirectSigner {
  getAccounts(): Promise<readonly WalletAccount[]>;
  signDirect(
    address: string,
    doc: {
      readonly bodyBytes: Uint8Array;
      readonly authInfoBytes: Uint8Array;
      readonly chainId: string;
      readonly accountNumber: bigint;
    },
  ): Promise<Signed & { readonly signed: { bodyBytes: Uint8Array; authInfoBytes: Uint8Array } }>;
}

/** cosmjs' `OfflineAminoSigner`: a Ledger, for instance. */
export interface AminoSigner {
  getAccounts(): Promise<readonly WalletAccount[]>;
  signAmino(address: string, doc: AminoDoc): Promise<Signed & { readonly signed: AminoDoc }>;
}

/** cosmjs' `StdSignDoc`. */
export interface AminoDoc {
  readonly chain_id: string;
  readonly account_number: string;
  readonly sequence: string;
  readonly fee: { readonly amount: readonly AminoCoin[]; readonly gas: string };
  readonly msgs: readonly { readonly type: string; readonly value: unknown }[];
  readonly memo: string;
}

interface AminoCoin {
  readonly denom: string;
  readonly amount: string;
}

/** Whoever signs elsewhere. */
export type OfflineSigner = DirectSigner | AminoSigner;

/** The wallet of a 32-byte secret. @throws RangeError when it is none. */
export function secretWallet(secret: Uint8Array): Wallet {
  const signer = keySigner(secret);
  const { address, publicKey } = signer;
  return { address, publicKey, sign: async (content, place) => signTx(signer, content, place) };
}

/** The wallet of 12 to 24 words. @throws AegisError `invalid_argument` when they are none. */
export async function mnemonicWallet(mnemonic: string, path?: string): Promise<Wallet> {
  try {
    return secretWallet(await secretFromMnemonic(mnemonic, path));
  } catch (error) {
    const message = error instanceof Error ? error.message : "not a mnemonic";
    throw new AegisError("invalid_argument", message, { param: "mnemonic" });
  }
}

/** The first account of a signer. @throws AegisError `wallet` when it has none. */
export async function signerWallet(signer: OfflineSigner): Promise<Wallet> {
  const [account] = await asked(() => signer.getAccounts());
  if (account === undefined) throw new AegisError("wallet", "the wallet has no account");
  const { address, pubkey: publicKey } = account;
  const sign: Wallet["sign"] =
    "signDirect" in signer
      ? (content, place) => signDirect(signer, account, content, place)
      : (content, place) => signAmino(signer, account, content, place);
  return { address, publicKey, sign };
}

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AegisError("wallet", `the wallet refuses: ${reason}`, {}, { cause: error });
  }
}

async function signDirect(
  signer: DirectSigner,
  { address, pubkey }: WalletAccount,
  content: TxContent,
  place: SignPlace,
): Promise<Uint8Array> {
  const doc = signDocOf(pubkey, content, place);
  const { signed, signature } = await asked(() => signer.signDirect(address, doc));
  const { bodyBytes, authInfoBytes } = signed;
  return TxRaw.encode({
    bodyBytes,
    authInfoBytes,
    signatures: [fromBase64(signature.signature)],
  });
}

async function signAmino(
  signer: AminoSigner,
  { address, pubkey }: WalletAccount,
  content: TxContent,
  { chainId, accountNumber, sequence }: SignPlace,
): Promise<Uint8Array> {
  const doc: AminoDoc = {
    chain_id: chainId,
    account_number: `${accountNumber}`,
    sequence: `${sequence}`,
    fee: { amount: uasi(content.fee), gas: `${content.gasLimit}` },
    msgs: content.messages.map(aminoOf),
    memo: content.memo ?? "",
  };
  const { signed, signature } = await asked(() => signer.signAmino(address, doc));
  // A wallet may change fee and memo before it signs.
  const fee = Fee.create({ amount: [...signed.fee.amount], gasLimit: BigInt(signed.fee.gas) });
  const mode = SignMode.SIGN_MODE_LEGACY_AMINO_JSON;
  const info = {
    publicKey: anyOf(PubKey, { key: pubkey }),
    modeInfo: { single: { mode }, multi: undefined },
    sequence,
  };
  return TxRaw.encode({
    bodyBytes: TxBody.encode(TxBody.create({ messages: content.messages, memo: signed.memo })),
    authInfoBytes: AuthInfo.encode(AuthInfo.create({ signerInfos: [info], fee })),
    signatures: [fromBase64(signature.signature)],
  });
}

type Spec = AminoMessage["spec"];

/** The messages that the SDK sends. */
const SPECS: readonly Spec[] = [
  { request: MsgSubmitTask as Codec<unknown> },
  { request: MsgSubmitStreamFraud as Codec<unknown> },
  { request: MsgSend as Codec<unknown>, amino: { name: "cosmos-sdk/MsgSend" } },
];

function aminoOf({ typeUrl, value }: Any): AminoDoc["msgs"][number] {
  const spec = SPECS.find(({ request }) => request.typeUrl === typeUrl);
  if (spec === undefined) throw new AegisError("wallet", `${typeUrl} has no amino form here`);
  const message = { spec, value: spec.request.decode(value) };
  return aminoMessage(message, "cosmjs") as unknown as AminoDoc["msgs"][number];
}
