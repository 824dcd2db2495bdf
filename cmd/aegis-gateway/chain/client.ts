/**
 * A client of one account that connects when it is first needed: a node that does not answer is no
 * reason for a gateway not to start.
 */
import { AegisError, connect, type Wallet } from "../../../app/client/sdk/index.ts";
import type {
  AegisClient,
  Answer,
  AskOptions,
  ChatMessage,
  ModelView,
  Price,
  StreamEvent,
  TaskView,
} from "../../../app/client/sdk/types.ts";
import type { GatewayClient } from "./chain.ts";

type Prompt = string | readonly ChatMessage[];

/** Where clients connect to, and what chain has to be there. */
export interface Place {
  readonly url: string;
  readonly chainId: string;
}

/** One client. */
export class LateClient implements GatewayClient {
  readonly address: string | undefined;
  readonly #place: Place;
  readonly #wallet: Wallet | undefined;
  #client: Promise<AegisClient> | undefined;

  constructor(place: Place, wallet?: Wallet) {
    this.#place = place;
    this.#wallet = wallet;
    this.address = wallet?.address;
  }

  async ask(prompt: Prompt, options?: AskOptions): Promise<Answer> {
    return (await this.#connected()).ask(prompt, options);
  }

  async *stream(prompt: Prompt, options?: AskOptions): AsyncGenerator<StreamEvent> {
    yield* (await this.#connected()).stream(prompt, options);
  }

  async wait(
    taskHash: string,
    options?: Pick<AskOptions, "certainty" | "timeoutMs" | "signal">,
  ): Promise<Answer> {
    return (await this.#connected()).wait(taskHash, options);
  }

  async task(taskHash: string): Promise<TaskView> {
    return (await this.#connected()).task(taskHash);
  }

  async quote(prompt: Prompt, options?: AskOptions): Promise<Price> {
    return (await this.#connected()).quote(prompt, options);
  }

  async models(): Promise<readonly ModelView[]> {
    return (await this.#connected()).models();
  }

  async balance(address?: string): Promise<bigint> {
    return (await this.#connected()).balance(address);
  }

  async send(to: string, amount: bigint): ReturnType<AegisClient["send"]> {
    return (await this.#connected()).send(to, amount);
  }

  async proveStream(proof: Uint8Array): ReturnType<AegisClient["proveStream"]> {
    return (await this.#connected()).proveStream(proof);
  }

  async receipt(taskHash: string): Promise<Uint8Array> {
    return (await this.#connected()).receipt(taskHash);
  }

  close(): void {
    this.#client?.then(
      (client) => client.close(),
      () => {},
    );
  }

  #connected(): Promise<AegisClient> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }

  async #connect(): Promise<AegisClient> {
    const { url, chainId } = this.#place;
    const wallet = this.#wallet;
    const client = await connect({ url, ...(wallet === undefined ? {} : { wallet }) });
    if (client.chainId === chainId) return client;
    client.close();
    throw new AegisError("network", `${url} is on ${client.chainId}, not on ${chainId}`);
  }
}
