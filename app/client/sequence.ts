/**
 * Sends transactions of one key, one after the other, so that no sequence is used twice: the
 * sequence advances only when a node accepted the transaction, and is read anew after a mismatch.
 */
import { Query as AuthQuery } from "../../proto/gen/cosmos/auth/v1beta1/query.ts";
import { BaseAccount } from "../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import { GAS_PER_SIGNATURE, GAS_PER_TX_BYTE } from "../constants.ts";
import { feeFor, type GasPrice } from "../tx/gasPrice.ts";
import { sdkErrors } from "../tx/errors.ts";
import { type Broadcast, broadcast, type TxFailure } from "./broadcast.ts";
import { query } from "./query.ts";
import type { Rpc } from "./rpc.ts";
import { type Signer, signTx, type TxContent } from "./sign.ts";

/** Number and next sequence of an account. */
export interface AccountState {
  readonly accountNumber: bigint;
  readonly sequence: bigint;
}

/** @throws QueryError when the account does not exist, RpcError when the node is silent. */
export async function accountState(
  rpc: Pick<Rpc, "query">,
  address: string,
): Promise<AccountState> {
  const { account } = await query(rpc, AuthQuery.Account, { address });
  const { accountNumber, sequence } = BaseAccount.decode(account?.value ?? new Uint8Array(0));
  return { accountNumber, sequence };
}

export interface SequencedSigner {
  readonly address: string;
  /**
   * Signs and broadcasts; resolves when a node's mempool took it. Calls are served in order.
   * `onSigned` sees the bytes before they are sent, so that a journal can keep them.
   * @throws TxFailure when it is refused, RpcError when the node is silent.
   */
  send(
    content: TxContent,
    onSigned?: (bytes: Uint8Array) => void | Promise<void>,
  ): Promise<Broadcast>;
  /** Forgets what is known of the sequence; the next call reads it. */
  reset(): void;
}

const ATTEMPTS = 5;

/**
 * Pause before a sequence that did not fit is read again. A node tells that of the last block; own
 * transactions that wait in its mempool, such as those of a daemon before its restart, raise it
 * with the next.
 */
const RETRY_MS = 700;

/** Makes the sender of one key on one chain. */
export function sequencedSigner(
  rpc: Rpc,
  signer: Signer,
  chainId: string,
  retryMs: number = RETRY_MS,
): SequencedSigner {
  let known: AccountState | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const attempt: SequencedSigner["send"] = async (content, onSigned) => {
    for (let left = ATTEMPTS; ; left--) {
      known ??= await accountState(rpc, signer.address);
      const bytes = signTx(signer, content, { chainId, ...known });
      await onSigned?.(bytes);
      try {
        const sent = await broadcast(rpc, bytes);
        known = { ...known, sequence: known.sequence + 1n };
        return sent;
      } catch (error) {
        known = undefined;
        const { codespace, code } = error as Partial<TxFailure>;
        const isMismatch = codespace === "sdk" && code === sdkErrors.wrongSequence.code;
        if (!isMismatch || left <= 1) throw error;
        // The first time what we remembered may be old: then reading it is enough.
        if (left < ATTEMPTS) await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  };

  return {
    address: signer.address,
    send: (content, onSigned) => {
      const mine = last.then(() => attempt(content, onSigned));
      last = mine.catch(() => undefined);
      return mine;
    },
    reset: () => {
      known = undefined;
    },
  };
}

/** Room for envelope, fee, key and signature beside a transaction's messages, in bytes. */
const ENVELOPE_BYTES = 400n;

/**
 * Gas limit and fee of messages whose declared gas is known, without asking a node to simulate.
 */
export function gasAndFee(
  messages: TxContent["messages"],
  messageGas: bigint,
  price: GasPrice,
): { readonly gasLimit: bigint; readonly fee: bigint } {
  let bytes = ENVELOPE_BYTES;
  for (const { typeUrl, value } of messages) bytes += BigInt(typeUrl.length + value.length + 20);
  const gasLimit = messageGas + bytes * GAS_PER_TX_BYTE + GAS_PER_SIGNATURE;
  return { gasLimit, fee: feeFor(gasLimit, price) };
}
