/** A client of one account through the RPC of a node. */
import { TxFailure } from "../../../app/client/broadcast.ts";
import { makeReceipt } from "../../../app/client/receipt/make.ts";
import { encodeReceipt } from "../../../app/client/receipt/format.ts";
import { nodeSource } from "../../../app/client/receipt/node.ts";
import { query, QueryError } from "../../../app/client/query.ts";
import type { Rpc } from "../../../app/client/rpc.ts";
import type {
  Answer,
  AskOptions,
  Certainty,
  ChatMessage,
  ModelView,
  Price,
  StreamEvent,
  TaskView,
} from "../../../app/client/sdk/types.ts";
import { gasAndFee, type SequencedSigner, sequencedSigner } from "../../../app/client/sequence.ts";
import { anyOf, type Signer, type TxContent } from "../../../app/client/sign.ts";
import { fromHex, hex } from "../../../app/lib/bytes.ts";
import { BASE_DENOM, parseAmount, uasi } from "../../../app/lib/coin.ts";
import type { GasPrice } from "../../../app/tx/fee.ts";
import { gasTable, tasksGas } from "../../../modules/tasks/index.ts";
import { Query, type QueryTaskResponse } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { MsgSubmitTask, MsgSubmitTaskResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { Query as BankQuery } from "../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { TxMsgData } from "../../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import type { IncludedTx } from "../../../app/client/rpc.ts";
import type { Blocks } from "./blocks.ts";
import type { GatewayClient, SubmitOptions } from "./chain.ts";
import { AegisError, asAegisError, noAccount, refusal } from "./chainError.ts";
import { answerOf, requestOf, viewOf } from "./taskForm.ts";

/** Blocks in which a transaction must be included; after that it never is. */
export const TX_BLOCKS = 30;
const SEND_GAS = 60_000n;
const ANSWER_MS = 120_000;
const INCLUSION_MS = 60_000;

/** What clients of one chain share. */
export interface NodeParts {
  readonly rpc: Rpc;
  readonly chainId: string;
  readonly gasPrice: GasPrice;
  readonly blocks: Blocks;
}

type WaitOptions = Pick<AskOptions, "certainty" | "timeoutMs" | "signal">;
type Prompt = string | readonly ChatMessage[];

interface Submitted {
  readonly taskHash: string;
  readonly height: number;
}

/** One client. */
export class NodeClient implements GatewayClient {
  readonly address: string | undefined;
  readonly #parts: NodeParts;
  readonly #sender: SequencedSigner | undefined;

  constructor(parts: NodeParts, signer?: Signer) {
    this.#parts = parts;
    this.address = signer?.address;
    this.#sender =
      signer === undefined ? undefined : sequencedSigner(parts.rpc, signer, parts.chainId);
  }

  async ask(prompt: Prompt, options: SubmitOptions = {}): Promise<Answer> {
    const { taskHash, height } = await this.#submit(prompt, options);
    options.onSubmitted?.(taskHash, height);
    return this.wait(taskHash, options);
  }

  /** Without a node that streams, an answer's text comes at its reveal. */
  async *stream(prompt: Prompt, options: SubmitOptions = {}): AsyncGenerator<StreamEvent> {
    const { taskHash, height } = await this.#submit(prompt, options);
    options.onSubmitted?.(taskHash, height);
    yield { type: "submitted", taskHash, height };
    const revealed = await this.wait(taskHash, { ...options, certainty: "revealed" });
    const [choice] = revealed.choices;
    yield { type: "text", text: revealed.text, tokenIds: choice?.tokenIds ?? [] };
    yield { type: "state", state: revealed.state };
    const answer = await this.wait(taskHash, options);
    if (answer.state !== revealed.state) yield { type: "state", state: answer.state };
    yield { type: "answer", answer };
  }

  async wait(taskHash: string, options: WaitOptions = {}): Promise<Answer> {
    const { certainty = "soft_final", timeoutMs = ANSWER_MS } = options;
    const late = new AegisError("timeout", `no ${certainty} answer after ${timeoutMs} ms.`);
    return withLimit(timeoutMs, late, options.signal, async (signal) => {
      let height = 0;
      for (;;) {
        const answer = await this.#look(taskHash, certainty);
        if (answer !== undefined) return answer;
        height = await this.#parts.blocks.next(Math.max(height, this.#parts.blocks.height), signal);
      }
    });
  }

  async task(taskHash: string): Promise<TaskView> {
    return viewOf(await this.#task(taskHash));
  }

  async quote(prompt: Prompt, options: AskOptions = {}): Promise<Price> {
    const request = requestOf(prompt, options);
    const { maxFee, submissionFee } = await this.#query(Query.Quote, { request });
    const { revision } = await this.#query(Query.Model, { model: request.model });
    return {
      maxFee,
      submissionFee,
      promptPerThousand: revision?.promptPrice ?? 0n,
      outputPerThousand: revision?.outputPrice ?? 0n,
    };
  }

  async models(): Promise<readonly ModelView[]> {
    const { models } = await this.#query(Query.Models, {});
    const views = models.map(async ({ id }): Promise<ModelView | undefined> => {
      const { revision, activeOperators } = await this.#query(Query.Model, { model: id });
      if (revision === undefined) return undefined;
      return {
        id,
        revision: revision.number,
        contextLength: revision.contextLength,
        promptPrice: revision.promptPrice,
        outputPrice: revision.outputPrice,
        activeNodes: activeOperators,
        sha256: hex(revision.ggufSha256),
        registeredMs: Number(revision.actsFromMs),
      };
    });
    return (await Promise.all(views)).filter((view) => view !== undefined);
  }

  async balance(address: string = this.address ?? ""): Promise<bigint> {
    const asked = { address, denom: BASE_DENOM };
    const { balance } = await this.#query(BankQuery.Balance, asked);
    return parseAmount(balance?.amount ?? "0");
  }

  async send(to: string, amount: bigint): Promise<{ hash: string; height: number }> {
    const message = { fromAddress: this.address ?? "", toAddress: to, amount: [...uasi(amount)] };
    const included = await this.#broadcast([anyOf(MsgSend, message)], SEND_GAS);
    return { hash: included.hash, height: included.tx.height };
  }

  async receipt(taskHash: string): Promise<Uint8Array> {
    try {
      return encodeReceipt(await makeReceipt(nodeSource(this.#parts.rpc.url), fromHex(taskHash)));
    } catch (error) {
      throw asAegisError(error);
    }
  }

  async #submit(prompt: Prompt, options: SubmitOptions): Promise<Submitted> {
    const price = options.maxFee === undefined ? await this.quote(prompt, options) : undefined;
    const maxFee = options.maxFee ?? price?.maxFee ?? 0n;
    const request = requestOf(prompt, { ...options, maxFee });
    const message = { sender: this.address ?? "", tasks: [request] };
    const gas = tasksGas + gasTable.calculation * BigInt(Math.max(0, request.targetCount - 1));
    const { tx } = await this.#broadcast([anyOf(MsgSubmitTask, message)], gas, options.signal);
    const [response] = TxMsgData.decode(tx.data).msgResponses;
    const said = MsgSubmitTaskResponse.decode(response?.value ?? new Uint8Array(0));
    const [taskHash] = said.taskHashes;
    const [result] = said.results;
    if (taskHash === undefined || result === undefined || result.code !== 0) {
      throw refusal(result?.codespace ?? "", result?.code ?? 0, "the task was not taken");
    }
    return { taskHash: hex(taskHash), height: tx.height };
  }

  async #broadcast(
    messages: TxContent["messages"],
    gas: bigint,
    signal?: AbortSignal,
  ): Promise<{ readonly hash: string; readonly tx: IncludedTx }> {
    if (this.#sender === undefined) {
      throw new AegisError("invalid_argument", "this connection only reads");
    }
    signal?.throwIfAborted();
    const { gasPrice, blocks, rpc } = this.#parts;
    const { gasLimit, fee } = gasAndFee(messages, gas, gasPrice);
    try {
      const { height } = await rpc.status();
      const timeoutHeight = BigInt(height + TX_BLOCKS);
      const { hash } = await this.#sender.send({ messages, gasLimit, fee, timeoutHeight });
      const late = new AegisError("timeout", `no block has the transaction ${hash} yet.`);
      const tx = await withLimit(INCLUSION_MS, late, signal, async (limit) => {
        let seen = height;
        for (;;) {
          const found = await rpc.tx(fromHex(hash));
          if (found !== undefined) return found;
          seen = await blocks.next(seen, limit);
        }
      });
      if (tx.code !== 0) throw new TxFailure(hash, tx.codespace, tx.code, tx.log);
      return { hash, tx };
    } catch (error) {
      // Of an account that the chain does not know yet nothing can be asked.
      const isNone = error instanceof QueryError && error.message.includes("not found");
      throw isNone ? noAccount() : asAegisError(error);
    }
  }

  async #look(taskHash: string, certainty: Certainty): Promise<Answer | undefined> {
    return answerOf(await this.#task(taskHash), certainty);
  }

  #task(taskHash: string): Promise<QueryTaskResponse> {
    return this.#query(Query.Task, { taskHash: fromHex(taskHash) });
  }

  async #query<Q, A>(method: Parameters<typeof query<Q, A>>[1], asked: Partial<Q>): Promise<A> {
    try {
      return await query(this.#parts.rpc, method, asked);
    } catch (error) {
      throw asAegisError(error);
    }
  }
}

/** Runs `work` with a signal that aborts with `late` after `ms`, or when the caller's does. */
async function withLimit<T>(
  ms: number,
  late: AegisError,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(late), ms);
  const both = signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal]);
  try {
    return await work(both);
  } finally {
    clearTimeout(timer);
  }
}
