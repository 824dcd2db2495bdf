/** Load for a running network: signed bank sends, handed over without waiting for an answer. */
import { isInMempool } from "../app/client/broadcast.ts";
import { accountState } from "../app/client/sequence.ts";
import type { Rpc } from "../app/client/rpc.ts";
import { anyOf, type Signer, signTx } from "../app/client/sign.ts";
import { uasi } from "../app/lib/coin.ts";
import { feeFor, parseGasPrice } from "../app/tx/fee.ts";
import { MsgSend } from "../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { LOCAL_GAS_PRICE } from "./setup.ts";
import { pause } from "./stop.ts";

const SEND_GAS = 100_000n;

/** How much, and how fast. */
export interface LoadOptions {
  readonly chainId: string;
  /** Who receives one uasi with each. */
  readonly to: string;
  readonly count: number;
  /** Pause between two transactions, in milliseconds; 0 for none. */
  readonly pauseMs: number;
}

/**
 * Signs and sends `count` transactions of one account, in order of sequence.
 * Resolves to how many were handed over. @throws RpcError when the node is silent.
 */
export async function sendLoad(rpc: Rpc, signer: Signer, options: LoadOptions): Promise<number> {
  const { accountNumber, sequence } = await accountState(rpc, signer.address);
  const message = { fromAddress: signer.address, toAddress: options.to, amount: uasi(1n) };
  const messages = [anyOf(MsgSend, MsgSend.create(message))];
  const fee = feeFor(SEND_GAS, parseGasPrice(LOCAL_GAS_PRICE));
  for (let i = 0; i < options.count; i += 1) {
    const place = { chainId: options.chainId, accountNumber, sequence: sequence + BigInt(i) };
    await handOver(rpc, signTx(signer, { messages, gasLimit: SEND_GAS, fee }, place));
    if (options.pauseMs > 0) await pause(options.pauseMs);
  }
  return options.count;
}

/** The sequence is that of the last block: a load before may still wait with the same bytes. */
async function handOver(rpc: Rpc, tx: Uint8Array): Promise<void> {
  try {
    await rpc.broadcastAsync(tx);
  } catch (error) {
    if (!isInMempool(error)) throw error;
  }
}
