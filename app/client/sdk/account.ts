/**
 * The account that pays: one transaction after the other gets its sequence, is signed and offered;
 * waiting for blocks is done side by side.
 */
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import { feeFor, type GasPrice } from "../../tx/gasPrice.ts";
import { broadcast, TxFailure, TxTimeout, waitForTx } from "../broadcast.ts";
import { QueryError } from "../query.ts";
import type { IncludedTx } from "../rpc.ts";
import { RpcError } from "../rpcError.ts";
import { type AccountState, accountState } from "../sequence.ts";
import { simulationTx } from "../sign.ts";
import type { NodeApi } from "./api.ts";
import { AegisError } from "./error.ts";
import type { Wallet } from "./wallet.ts";

/** Gas is offered with some room: state may change between simulation and block. */
const GAS_PERCENT = 130n;
const ATTEMPTS = 5;
const RETRY_MS = 700;
const INCLUDED_MS = 60_000;
const WRONG_SEQUENCE = 32;
const INSUFFICIENT_FUNDS = 5;

/** Sends transactions of one wallet. */
export class Account {
  private readonly api: NodeApi;
  private readonly wallet: Wallet;
  private readonly chainId: string;
  private known: AccountState | undefined;
  private price: Promise<GasPrice> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(api: NodeApi, wallet: Wallet, chainId: string) {
    this.api = api;
    this.wallet = wallet;
    this.chainId = chainId;
  }

  /**
   * Sends messages in a transaction of their own and waits for its block.
   * @throws AegisError `insufficient_funds`, `refused`, `timeout`, `network`, `wallet`
   */
  async send(messages: readonly Any[]): Promise<IncludedTx> {
    const mine = this.last.then(() => this.offer(messages));
    this.last = mine.catch(() => undefined);
    try {
      return await waitForTx(this.api, (await mine).hash, INCLUDED_MS);
    } catch (error) {
      throw explained(error);
    }
  }

  private async offer(messages: readonly Any[]): Promise<{ readonly hash: string }> {
    for (let left = ATTEMPTS; ; left -= 1) {
      const committed = await accountState(this.api, this.wallet.address);
      // What waits in the mempool is ahead of the state.
      const ahead = this.known !== undefined && this.known.sequence > committed.sequence;
      const state = ahead ? (this.known as AccountState) : committed;
      const gasLimit = await this.gasOf(messages, committed.sequence);
      const fee = feeFor(gasLimit, await this.gasPrice());
      const place = { chainId: this.chainId, ...state };
      const bytes = await this.wallet.sign({ messages, gasLimit, fee }, place);
      try {
        const sent = await broadcast(this.api, bytes);
        this.known = { ...state, sequence: state.sequence + 1n };
        return sent;
      } catch (error) {
        this.known = undefined;
        const { codespace, code } = error as Partial<TxFailure>;
        if (codespace !== "sdk" || code !== WRONG_SEQUENCE || left <= 1) throw error;
        if (left < ATTEMPTS) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  private async gasOf(messages: readonly Any[], sequence: bigint): Promise<bigint> {
    const empty = { messages, gasLimit: 0n, fee: 0n };
    const used = await this.api.simulate(simulationTx(this.wallet.publicKey, empty, sequence));
    return (used * GAS_PERCENT) / 100n;
  }

  private gasPrice(): Promise<GasPrice> {
    this.price ??= this.api.gasPrice().catch((error: unknown) => {
      this.price = undefined;
      throw error;
    });
    return this.price;
  }
}

/** Any failure in the SDK's words. */
export function explained(error: unknown): AegisError {
  if (error instanceof AegisError) return error;
  if (error instanceof TxTimeout) return new AegisError("timeout", error.message);
  if (error instanceof TxFailure || error instanceof QueryError) return refusal(error);
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RpcError && /insufficient funds/i.test(message)) {
    return new AegisError("insufficient_funds", message, {}, { cause: error });
  }
  return new AegisError("network", message, {}, { cause: error });
}

/** A refusal of the chain with its code. */
export function refusal(error: {
  readonly codespace: string;
  readonly code: number;
  readonly message: string;
}): AegisError {
  const { codespace, code, message } = error;
  const isPoor = codespace === "sdk" && code === INSUFFICIENT_FUNDS;
  return new AegisError(isPoor ? "insufficient_funds" : "refused", message, { codespace, code });
}
