/**
 * Bytes of a transaction → what the ante chain and the handlers need. Decoding is strict (ADR-027):
 * the bytes that were signed are the only encoding of what they mean.
 */
import { AuthInfo, TxBody, TxRaw } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { WireError } from "../../proto/wire/error.ts";
import {
  DECODED_TX_CACHE_BYTES_MAX,
  DECODED_TX_CACHE_ENTRIES,
  TX_BYTES_MAX,
  TX_MESSAGES_MAX,
} from "../constants.ts";
import { latin1, sha256 } from "../lib/bytes.ts";
import { TwoGenerations } from "../lib/twoGenerations.ts";
import type { MessageRouter, RoutedMessage } from "../router/messages.ts";
import { sdkErrors } from "./errors.ts";

/** One message of a transaction with its declaration. */
export interface TxMessage {
  readonly spec: RoutedMessage;
  readonly value: unknown;
}

/** A decoded transaction. */
export interface Tx {
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`: the transaction's id. */
  readonly hash: Uint8Array;
  /** As received: signatures are over these bytes, never over a re-encoding. */
  readonly bodyBytes: Uint8Array;
  readonly authInfoBytes: Uint8Array;
  readonly body: TxBody;
  readonly authInfo: AuthInfo;
  readonly signatures: readonly Uint8Array[];
  readonly messages: readonly TxMessage[];
}

/** Turns a WireError of `work` into the coded error of unreadable transactions. */
function decoding<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw sdkErrors.txDecode(error.message);
  }
}

/** Decodes a transaction, or returns what it decoded the same bytes to before. */
export type TxDecoder = (bytes: Uint8Array) => Tx;

/**
 * A decoder that remembers: the same transaction is decoded for CheckTx, twice for a proposal and
 * for FinalizeBlock. Only transactions that decode are kept, and they are never modified.
 */
export function txDecoder(router: MessageRouter): TxDecoder {
  const known = new TwoGenerations<string, Tx>(DECODED_TX_CACHE_ENTRIES);
  return (bytes) => {
    if (bytes.length > TX_BYTES_MAX) throw sdkErrors.txTooLarge(`at most ${TX_BYTES_MAX} bytes`);
    const key = latin1(sha256(bytes));
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const tx = decodeTx(router, bytes);
    if (bytes.length <= DECODED_TX_CACHE_BYTES_MAX) known.set(key, tx);
    return tx;
  };
}

/**
 * Decodes a transaction and its messages, and runs each message's stateless `validate`.
 * @throws ModuleError: unreadable bytes, unknown message types, whatever `validate` refuses.
 */
export function decodeTx(router: MessageRouter, bytes: Uint8Array): Tx {
  if (bytes.length > TX_BYTES_MAX) throw sdkErrors.txTooLarge(`at most ${TX_BYTES_MAX} bytes`);
  const raw = decoding(() => TxRaw.decode(bytes));
  const body = decoding(() => TxBody.decode(raw.bodyBytes));
  const authInfo = decoding(() => AuthInfo.decode(raw.authInfoBytes));
  if (body.extensionOptions.length + body.nonCriticalExtensionOptions.length > 0) {
    throw sdkErrors.notSupported("extension options");
  }
  // Ignoring these would run a transaction that its signer wanted to be dead, or to be paid for.
  if (body.unordered || body.timeoutTimestamp !== undefined) {
    throw sdkErrors.notSupported("unordered transactions: use sequence and timeout_height");
  }
  if (authInfo.tip !== undefined) throw sdkErrors.notSupported("tips");
  if (body.messages.length === 0) throw sdkErrors.invalidRequest("a transaction has messages");
  if (body.messages.length > TX_MESSAGES_MAX) {
    throw sdkErrors.invalidRequest(`at most ${TX_MESSAGES_MAX} messages`);
  }
  const messages = body.messages.map(({ typeUrl, value }) => {
    const spec = router.get(typeUrl);
    if (spec === undefined) throw sdkErrors.unknownRequest(`no message of type ${typeUrl}`);
    return { spec, value: decoding(() => spec.request.decode(value)) };
  });
  for (const { spec, value } of messages) spec.validate(value);
  return {
    bytes,
    hash: sha256(bytes),
    bodyBytes: raw.bodyBytes,
    authInfoBytes: raw.authInfoBytes,
    body,
    authInfo,
    signatures: raw.signatures,
    messages,
  };
}
