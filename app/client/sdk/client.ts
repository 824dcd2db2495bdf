/** The SDK's entry: a connection to a chain, with or without an account that pays. */
import { Query as AppQuery } from "../../../proto/gen/aegis/app/v1/app.ts";
import { Query, type QueryTaskResponse } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { Query as BankQuery } from "../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { EMPTY_BYTES, fromHex } from "../../lib/bytes.ts";
import { BASE_DENOM, uasi } from "../../lib/coin.ts";
import { query, QueryError } from "../query.ts";
import { TRUSTING_PERIOD_MS } from "../receipt/trust.ts";
import { verifyReceipt } from "../receipt/verify.ts";
import { anyOf } from "../sign.ts";
import { newStreamKey } from "../stream/request.ts";
import { Account, explained } from "./account.ts";
import { type Fetch, type NodeApi, nodeApi } from "./api.ts";
import { AegisError, invalidArgument, throwIfAborted } from "./error.ts";
import { sendFraud } from "./fraud.ts";
import { taskRequestOf } from "./request.ts";
import { modelView } from "./models.ts";
import { streamEvents } from "./streaming.ts";
import { type Submitted, Submitter } from "./submit.ts";
import type {
  AegisClient,
  Answer,
  AskOptions,
  ChatMessage,
  Included,
  ModelView,
  Price,
  StreamEvent,
  TaskView,
  VerifyOptions,
} from "./types.ts";
import { answerIn, isTerminal, taskView } from "./view.ts";
import { mnemonicWallet, type OfflineSigner, signerWallet, type Wallet } from "./wallet.ts";
import { Doorbell, type SocketMaker } from "./watch.ts";

/** How to reach the chain, and who pays. */
export interface ConnectOptions {
  /** A node's HTTP server. Default `http://127.0.0.1:1317`. */
  readonly url?: string;
  /** 12 to 24 words of the account that pays. */
  readonly mnemonic?: string;
  /** Another derivation than m/44'/118'/0'/0/0. */
  readonly path?: string;
  /** A signer of cosmjs, or Keplr's, instead. */
  readonly signer?: OfflineSigner;
  /** A wallet of the SDK instead. */
  readonly wallet?: Wallet;
  /** Instead of the platform's. */
  readonly fetch?: Fetch;
  /** Instead of the platform's; without any, tasks are polled. */
  readonly WebSocket?: SocketMaker;
}

const URL_DEFAULT = "http://127.0.0.1:1317";
const TIMEOUT_MS = 120_000;
const HASH = /^[0-9a-f]{64}$/;
const NOT_FOUND = 404;

type Prompt = string | readonly ChatMessage[];
type WaitOptions = Pick<AskOptions, "certainty" | "timeoutMs" | "signal">;

/**
 * Connects to a chain.
 * @throws AegisError `network` when the node does not answer, `wallet` or `invalid_argument`.
 */
export async function connect(options: ConnectOptions = {}): Promise<AegisClient> {
  const call: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const api = nodeApi(options.url ?? URL_DEFAULT, call);
  const platform = (globalThis as { readonly WebSocket?: SocketMaker }).WebSocket;
  const wallet = await walletOf(options);
  try {
    const { state } = await query(api, AppQuery.Status);
    const doorbell = new Doorbell(api.url, options.WebSocket ?? platform);
    return new Client({ api, fetch: call, wallet, doorbell, chainId: state?.chainId ?? "" });
  } catch (error) {
    throw explained(error);
  }
}

async function walletOf(options: ConnectOptions): Promise<Wallet | undefined> {
  const { wallet, signer, mnemonic, path } = options;
  if (wallet !== undefined) return wallet;
  if (signer !== undefined) return signerWallet(signer);
  return mnemonic === undefined ? undefined : mnemonicWallet(mnemonic, path);
}

interface ClientParts {
  readonly api: NodeApi;
  readonly fetch: Fetch;
  readonly chainId: string;
  readonly wallet: Wallet | undefined;
  readonly doorbell: Doorbell;
}

class Client implements AegisClient {
  readonly chainId: string;
  readonly address: string | undefined;
  private readonly api: NodeApi;
  private readonly fetch: typeof globalThis.fetch;
  private readonly doorbell: Doorbell;
  private readonly account: Account | undefined;
  private readonly submitter: Submitter | undefined;

  constructor({ api, fetch, chainId, wallet, doorbell }: ClientParts) {
    this.api = api;
    this.fetch = fetch as typeof globalThis.fetch;
    this.chainId = chainId;
    this.doorbell = doorbell;
    this.address = wallet?.address;
    if (wallet === undefined) return;
    this.account = new Account(api, wallet, chainId);
    this.submitter = new Submitter(api, this.account, wallet.address);
  }

  async ask(prompt: Prompt, options: AskOptions = {}): Promise<Answer> {
    const { taskHash, height } = await this.submit(prompt, options);
    options.onSubmitted?.(taskHash, height);
    return this.wait(taskHash, options);
  }

  async *stream(prompt: Prompt, options: AskOptions = {}): AsyncGenerator<StreamEvent, void> {
    // A key of its own: whoever has it can listen to this task, and nothing else.
    const key = (options.count ?? 1) === 1 ? newStreamKey() : undefined;
    const { taskHash, height } = await this.submit(prompt, options, key?.publicKey);
    options.onSubmitted?.(taskHash, height);
    yield { type: "submitted", taskHash, height };
    yield* streamEvents({
      ...{ api: this.api, fetch: this.fetch, chainId: this.chainId, taskHash },
      key,
      certainty: options.certainty ?? "soft_final",
      looks: this.looks(taskHash, options),
    });
  }

  async wait(taskHash: string, options: WaitOptions = {}): Promise<Answer> {
    for await (const response of this.looks(taskHash, options)) {
      const answer = answerIn(response, options.certainty ?? "soft_final");
      if (answer !== undefined) return answer;
    }
    throw new AegisError("network", "the connection is closed");
  }

  async task(taskHash: string): Promise<TaskView> {
    return taskView(await this.record(taskHash));
  }

  subscribe(taskHash: string, listener: (view: TaskView) => void): { close(): void } {
    const stop = new AbortController();
    void this.follow(taskHash, listener, stop.signal).catch(() => {});
    return { close: () => stop.abort() };
  }

  async quote(prompt: Prompt, options: AskOptions = {}): Promise<Price> {
    const model = await this.modelOf(options);
    const request = taskRequestOf(prompt, model.id, options);
    const { maxFee, submissionFee } = await this.asking(() =>
      query(this.api, Query.Quote, { request }),
    );
    const { promptPrice: promptPerThousand, outputPrice: outputPerThousand } = model;
    return { maxFee, submissionFee, promptPerThousand, outputPerThousand };
  }

  async models(): Promise<readonly ModelView[]> {
    return this.asking(async () => {
      const { models } = await query(this.api, Query.Models);
      const { nodes } = await query(this.api, Query.Nodes);
      return Promise.all(models.map(({ id }) => modelView(this.api, id, nodes)));
    });
  }

  async balance(address: string | undefined = this.address): Promise<bigint> {
    if (address === undefined) throw invalidArgument("address", "an account's address");
    const asked = { address, denom: BASE_DENOM };
    const { balance } = await this.asking(() => query(this.api, BankQuery.Balance, asked));
    return BigInt(balance?.amount ?? "0");
  }

  async proveStream(proof: Uint8Array): Promise<Included> {
    return sendFraud(this.paying(), this.address ?? "", proof);
  }

  async send(to: string, amount: bigint): Promise<Included> {
    const account = this.paying();
    const { address = "" } = this;
    const message = { fromAddress: address, toAddress: to, amount: [...uasi(amount)] };
    const { hash, height } = await account.send([anyOf(MsgSend, message)]);
    return { hash, height };
  }

  async receipt(taskHash: string): Promise<Uint8Array> {
    checkHash(taskHash);
    const { status, bytes } = await this.asking(() => this.api.bytes(`/receipt/${taskHash}`));
    if (status === 200) return bytes;
    if (status === NOT_FOUND) throw new AegisError("task_unknown", "no such task", { taskHash });
    throw new AegisError("not_provable", "there is no answer to prove yet", { taskHash, status });
  }

  verify(receipt: Uint8Array, options: VerifyOptions): ReturnType<AegisClient["verify"]> {
    const { trust, chainId = this.chainId } = options;
    if (!HASH.test(trust.toLowerCase())) throw invalidArgument("trust", "64 hex digits");
    return verifyReceipt(receipt, {
      ...{ trust: fromHex(trust), chainId },
      nowMs: options.nowMs ?? Date.now(),
      trustingPeriodMs: options.trustingPeriodMs ?? TRUSTING_PERIOD_MS,
    });
  }

  close(): void {
    this.doorbell.close();
  }

  private paying(): Account {
    if (this.account !== undefined) return this.account;
    throw new AegisError("wallet", "connected without a wallet: nobody can pay");
  }

  private async submit(
    prompt: Prompt,
    options: AskOptions,
    streamKey: Uint8Array = EMPTY_BYTES,
  ): Promise<Submitted> {
    if (this.submitter === undefined) {
      throw new AegisError("wallet", "connected without a wallet: nobody can pay");
    }
    throwIfAborted(options.signal);
    const { id } =
      options.model === undefined ? await this.modelOf(options) : { id: options.model };
    return this.submitter.submit({ ...taskRequestOf(prompt, id, options), streamKey });
  }

  /** The task as it is, again whenever something happens to it. */
  private async *looks(
    taskHash: string,
    { signal, timeoutMs = TIMEOUT_MS }: WaitOptions,
  ): AsyncGenerator<QueryTaskResponse, void> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      throwIfAborted(signal);
      // Before the look, so that nothing that happens meanwhile is missed.
      const next = this.doorbell.next(taskHash, signal);
      yield await this.record(taskHash);
      if (Date.now() >= deadline) {
        const text = `not done after ${timeoutMs} ms; the task goes on`;
        throw new AegisError("timeout", text, { taskHash });
      }
      await next;
    }
  }

  private async follow(
    taskHash: string,
    listener: (view: TaskView) => void,
    signal: AbortSignal,
  ): Promise<void> {
    let shown = "";
    for await (const response of this.looks(taskHash, { signal, timeoutMs: Infinity })) {
      const view = taskView(response);
      const seen = view.choices.map(({ state, logprobs }) => [state, logprobs !== undefined]);
      const now = JSON.stringify([view.state, seen]);
      if (now !== shown) listener(view);
      shown = now;
      if (isTerminal(view)) return;
    }
  }

  private async record(taskHash: string): Promise<QueryTaskResponse> {
    checkHash(taskHash);
    try {
      return await query(this.api, Query.Task, { taskHash: fromHex(taskHash) });
    } catch (error) {
      if (error instanceof QueryError && error.codespace === "tasks") {
        throw new AegisError("task_unknown", error.message, { taskHash });
      }
      throw explained(error);
    }
  }

  private async modelOf({ model }: AskOptions): Promise<ModelView> {
    const models = await this.models();
    const found = model === undefined ? models[0] : models.find(({ id }) => id === model);
    if (found !== undefined) return found;
    const text = model === undefined ? "the chain has no model" : `no model ${model}`;
    throw new AegisError("model_unknown", text, { model: model ?? "" });
  }

  private async asking<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw explained(error);
    }
  }
}

function checkHash(taskHash: string): void {
  if (!HASH.test(taskHash)) throw invalidArgument("taskHash", "64 lower-case hex digits");
}
