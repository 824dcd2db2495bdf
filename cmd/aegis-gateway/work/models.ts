/** Models of the chain, asked for at most every few seconds. */
import type { ModelView } from "../../../app/client/sdk/types.ts";
import type { GatewayClient } from "../chain/chain.ts";
import { notFound } from "../openai/error.ts";

const FRESH_MS = 5_000;

/** The models that the chain has. */
export class Models {
  readonly #client: GatewayClient;
  readonly #now: () => number;
  #list: readonly ModelView[] = [];
  #askedMs = Number.NEGATIVE_INFINITY;

  constructor(client: GatewayClient, now: () => number) {
    this.#client = client;
    this.#now = now;
  }

  /** All. @throws AegisError when the node does not answer. */
  async list(): Promise<readonly ModelView[]> {
    const nowMs = this.#now();
    if (nowMs - this.#askedMs > FRESH_MS) {
      this.#list = await this.#client.models();
      this.#askedMs = nowMs;
    }
    return this.#list;
  }

  /** The model `id`. @throws OpenAiError (404) when there is none. */
  async find(id: string): Promise<ModelView> {
    const found = (await this.list()).find((model) => model.id === id);
    if (found !== undefined) return found;
    const name = JSON.stringify(id.slice(0, 64));
    const message = `The model ${name} does not exist: GET /v1/models lists all.`;
    throw notFound(message, "model_not_found", "model");
  }
}
