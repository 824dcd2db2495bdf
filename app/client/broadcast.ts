/** Sends transactions and waits for the block that includes them. */
import { fromHex, hex, sha256 } from "../lib/bytes.ts";
import type { CheckAnswer, IncludedTx, Rpc } from "./rpc.ts";
import { RpcError } from "./rpcError.ts";

/** A transaction was refused, by a mempool or in a block. */
export class TxFailure extends Error {
  override readonly name = "TxFailure";
  readonly codespace: string;
  readonly code: number;
  /** Upper-case hex. */
  readonly hash: string;

  constructor(hash: string, codespace: string, code: number, log: string) {
    super(`${log} (${codespace} code ${code})`);
    this.codespace = codespace;
    this.code = code;
    this.hash = hash;
  }
}

/** Nothing is known of a transaction after the time limit; it may still be included. */
export class TxTimeout extends Error {
  override readonly name = "TxTimeout";
}

export interface Broadcast {
  /** Upper-case hex of the transaction's hash. */
  readonly hash: string;
}

/**
 * Whether `error` says that the node's mempool has, or lately had, the very transaction: as good as
 * accepted. CometBFT says so as an error of the RPC method, not as the answer of a check.
 */
export function isInMempool(error: unknown): boolean {
  return error instanceof RpcError && error.message.includes("tx already exists in cache");
}

/** @throws TxFailure when CheckTx refuses, RpcError when the node is silent. */
export async function broadcast(
  rpc: Pick<Rpc, "broadcastSync">,
  tx: Uint8Array,
): Promise<Broadcast> {
  let answer: CheckAnswer;
  try {
    answer = await rpc.broadcastSync(tx);
  } catch (error) {
    if (!isInMempool(error)) throw error;
    return { hash: hex(sha256(tx)).toUpperCase() };
  }
  if (answer.code === 0) return { hash: answer.hash };
  throw new TxFailure(answer.hash, answer.codespace, answer.code, answer.log);
}

const POLL_MS = 200;

/**
 * The transaction in its block.
 * @throws TxFailure when it failed there; TxTimeout when no block has it in time.
 */
export async function waitForTx(
  rpc: Pick<Rpc, "tx">,
  hash: string,
  timeoutMs: number = 60_000,
): Promise<IncludedTx> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await rpc.tx(fromHex(hash));
    if (found !== undefined) {
      if (found.code === 0) return found;
      throw new TxFailure(hash, found.codespace, found.code, found.log);
    }
    if (Date.now() > deadline) throw new TxTimeout(`no block has ${hash} after ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
