/** Clients that ask a gateway again and again, each with a key and a wallet of its own. */
import OpenAI from "openai";
import { MODEL_ID } from "../../localnet/defaultModel.ts";

/** One request that was answered. */
export interface Answered {
  readonly client: number;
  readonly task: string;
  readonly firstTextMs: number;
  readonly totalMs: number;
}

/** What came of all of them. */
export interface ClientsLog {
  readonly answered: Answered[];
  /** Errors by their code, or by their text. */
  readonly failed: Map<string, number>;
}

/** What each of them asks. */
export interface ClientsPlan {
  readonly url: string;
  readonly keys: readonly string[];
  readonly maxTokens: number;
  /** Whether one more request shall be made. */
  readonly goesOn: () => boolean;
}

/** Runs one client per key, each with one request at a time, as long as the plan goes on. */
export async function runClients(plan: ClientsPlan): Promise<ClientsLog> {
  const log: ClientsLog = { answered: [], failed: new Map() };
  await Promise.all(
    plan.keys.map(async (apiKey, client) => {
      const openai = new OpenAI({ apiKey, baseURL: `${plan.url}/v1`, maxRetries: 0 });
      for (let i = 0; plan.goesOn(); i += 1) {
        try {
          log.answered.push(await askOnce(openai, client, i, plan.maxTokens));
        } catch (error) {
          const { code, message } = error as { readonly code?: string; readonly message: string };
          const name = code ?? message;
          log.failed.set(name, (log.failed.get(name) ?? 0) + 1);
        }
      }
    }),
  );
  return log;
}

async function askOnce(
  openai: OpenAI,
  client: number,
  i: number,
  maxTokens: number,
): Promise<Answered> {
  const startedMs = Date.now();
  const stream = await openai.chat.completions.create({
    model: MODEL_ID,
    max_tokens: maxTokens,
    messages: [{ role: "user", content: `Client ${client}, question ${i}: name a colour.` }],
    stream: true,
  });
  let firstTextMs = 0;
  let task = "";
  for await (const chunk of stream) {
    const text = chunk.choices[0]?.delta.content ?? "";
    if (text !== "" && firstTextMs === 0) firstTextMs = Date.now() - startedMs;
    const { aegis } = chunk as { readonly aegis?: { readonly task: string } };
    if (aegis !== undefined) task = aegis.task;
  }
  if (task === "") throw new Error("the stream ended without its task");
  return { client, task, firstTextMs, totalMs: Date.now() - startedMs };
}
