/** Who must sign a transaction, with which key and at which sequence. */
import { PubKey } from "../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import type { SignerInfo } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { TX_SIGNERS_MAX } from "../constants.ts";
import { isAccountAddress } from "../lib/address.ts";
import { equalBytes } from "../lib/bytes.ts";
import type { QueryContext } from "../module/context.ts";
import type { Tx } from "../tx/decode.ts";
import { sdkErrors } from "../tx/errors.ts";
import { type AccountKey, accountKey, addressOfKey } from "../tx/publicKey.ts";
import type { AnteAccount, AnteDeps } from "./deps.ts";

/** One required signer. */
export interface Signer {
  readonly address: string;
  readonly accountNumber: bigint;
  readonly sequence: bigint;
  /** The key as Any, as it will be kept in the account. */
  readonly publicKey: Any;
  /** The same key, decoded. */
  readonly key: AccountKey;
  /** Whether the account has its key already. */
  readonly isKeyKnown: boolean;
}

/** Signers of the messages in order, then the fee payer; each once. @throws ModuleError. */
export function requiredAddresses(tx: Tx): readonly string[] {
  const addresses = new Set<string>();
  for (const { spec, value } of tx.messages) addresses.add(spec.signer(value));
  const payer = tx.authInfo.fee?.payer ?? "";
  if (payer !== "") addresses.add(payer);
  if ((tx.authInfo.fee?.granter ?? "") !== "") throw sdkErrors.notSupported("fee granters");
  for (const address of addresses) {
    if (!isAccountAddress(address)) throw sdkErrors.invalidAddress(address.slice(0, 100));
  }
  if (addresses.size > TX_SIGNERS_MAX) {
    throw sdkErrors.tooManySignatures(`at most ${TX_SIGNERS_MAX}`);
  }
  return [...addresses];
}

function signerOf(address: string, account: AnteAccount, info: SignerInfo): Signer {
  const publicKey = account.pubKey ?? info.publicKey;
  if (publicKey === undefined) throw sdkErrors.invalidPubKey(`${address} has none yet: send it`);
  const isKeyKnown = account.pubKey !== undefined;
  const key = accountKey(publicKey, isKeyKnown);
  if (!isKeyKnown && addressOfKey(key) !== address) {
    throw sdkErrors.invalidPubKey(`key does not match ${address}`);
  }
  // Amino JSON does not sign the key: another one here would be another transaction.
  if (info.publicKey !== undefined && !isSameKey(info.publicKey, publicKey)) {
    throw sdkErrors.invalidPubKey(`not the key of ${address}`);
  }
  return {
    address,
    accountNumber: account.accountNumber,
    sequence: info.sequence,
    publicKey,
    key,
    isKeyKnown,
  };
}

/** Whether both are one key: keys have one encoding. */
export function isSameKey(a: Any, b: Any): boolean {
  return a === b || (a.typeUrl === b.typeUrl && equalBytes(a.value, b.value));
}

/** A key-less signer of a simulation: clients simulate before they sign. */
function simulatedSigner(address: string, account: AnteAccount): Signer {
  return {
    address,
    accountNumber: account.accountNumber,
    sequence: account.sequence,
    publicKey: { typeUrl: PubKey.typeUrl, value: new Uint8Array(0) },
    key: { threshold: undefined, keys: [] },
    isKeyKnown: true,
  };
}

/**
 * The required signers with their keys, after checking that signer infos, signatures and sequences
 * fit the accounts.
 * @throws ModuleError.
 */
export function signersOf(
  ctx: QueryContext,
  deps: AnteDeps,
  tx: Tx,
  mode: string,
): readonly Signer[] {
  const addresses = requiredAddresses(tx);
  const infos = tx.authInfo.signerInfos;
  const isSimulation = mode === "simulate";
  if (!isSimulation) {
    if (tx.signatures.length === 0) throw sdkErrors.noSignatures();
    if (tx.signatures.length !== addresses.length || infos.length !== addresses.length) {
      throw sdkErrors.unauthorized(`expected ${addresses.length} signers, got ${infos.length}`);
    }
  }
  return addresses.map((address, index) => {
    const account = deps.auth.account(ctx, address);
    if (account === undefined) throw sdkErrors.unknownAddress(`account ${address} does not exist`);
    const info = infos[index];
    if (isSimulation || info === undefined) return simulatedSigner(address, account);
    if (info.sequence !== account.sequence) {
      throw sdkErrors.wrongSequence(
        `account sequence mismatch, expected ${account.sequence}, got ${info.sequence}`,
      );
    }
    return signerOf(address, account, info);
  });
}
