/**
 * Bytes of a transaction → what the ante chain and the handlers need. Decoding is strict (ADR-027):
 * the bytes that were signed are the only encoding of what they mean.
 */
import { type AuthInfo, AuthInfo as AuthInfoCodec } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { type TxBody, TxBody as TxBodyCodec, TxRaw } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { WireError } from "../../proto/wire/error.ts";
import { TX_BYTES_MAX, TX_MESSAGES_MAX } from "../constants.ts";
import { sha256 } from "../lib/bytes.ts";
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

/**
 * Decodes a transaction and its messages, and runs each message's stateless `validate`.
 * @throws ModuleError: unreadable bytes, unknown message types, whatever `validate` refuses.
 */
export function decodeTx(router: MessageRouter, bytes: Uint8Array): Tx {
  if (bytes.length > TX_BYTES_MAX) throw sdkErrors.txTooLarge(`at most ${TX_BYTES_MAX} bytes`);
  const raw = decoding(() => TxRaw.decode(bytes));
  const body = decoding(() => TxBodyCodec.decode(raw.bodyBytes));
  const authInfo = decoding(() => AuthInfoCodec.decode(raw.authInfoBytes));
  if (body.extensionOptions.length + body.nonCriticalExtensionOptions.length > 0) {
    throw sdkErrors.notSupported("extension options");
  }
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
