/** Routes of this gateway's own: prices, tasks, usage, receipts, the faucet. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isAccountAddress } from "../../../app/lib/address.ts";
import type { RequestRecord } from "../journal/records.ts";
import { invalidValue, notFound, OpenAiError } from "../openai/error.ts";
import { readParameters } from "../openai/parameter.ts";
import { readObject, readOneOf, readString } from "../openai/values.ts";
import { chainCode, failureOf } from "../work/failure.ts";
import { countRequest, keyOf } from "./access.ts";
import type { Gateway } from "./gateway.ts";
import { ENDPOINTS, readAsked } from "./openai.ts";

const TASK = /^[0-9a-f]{64}$/;
const USAGE_ROWS = 100;
const FAUCET_PAUSE_MS = 60_000;
const FAUCET_ADDRESSES_MAX = 10_000;
const SECOND_MS = 1_000;

/** Attaches them. */
export function mountAegis(server: FastifyInstance, gateway: Gateway): void {
  server.post("/v1/aegis/quote", (request, reply) => quote(gateway, request, reply));
  server.get("/v1/aegis/usage", async (request) => usage(gateway, request));
  server.get("/v1/aegis/tasks/:task", async (request) => task(gateway, request));
  server.get("/v1/aegis/receipts/:task", (request, reply) => receipt(gateway, request, reply));
  const { faucetUasi } = gateway.config;
  if (faucetUasi > 0) mountFaucet(server, gateway, BigInt(faucetUasi));
}

/** What a request would cost: its body, with the endpoint that it is for. */
async function quote(
  gateway: Gateway,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const key = keyOf(gateway, request);
  countRequest(gateway, key, reply);
  const { endpoint: path = ENDPOINTS[0]?.path, ...body } = readObject("body", request.body);
  const paths = ENDPOINTS.map((each) => each.path);
  const chosen = readOneOf("endpoint", path, paths);
  const endpoint = ENDPOINTS.find((each) => each.path === chosen);
  if (endpoint === undefined) throw notFound("There is no such endpoint.", "not_found");
  const asked = readAsked(gateway, endpoint, readParameters(endpoint.table, body), request);
  await gateway.models.find(asked.model);
  const { client, giveBack } = await gateway.chain.borrow(key.owner);
  try {
    const schema = asked.format === undefined ? {} : { schema: gateway.schemaBytes(asked.format) };
    const price = await client.quote(asked.prompt, { ...asked.options, ...schema });
    return {
      object: "aegis.quote",
      model: asked.model,
      denom: "uasi",
      max_fee: `${price.maxFee}`,
      submission_fee: `${price.submissionFee}`,
      prompt_per_1000_tokens: `${price.promptPerThousand}`,
      output_per_1000_tokens: `${price.outputPerThousand}`,
    };
  } catch (error) {
    throw failureOf(error) ?? error;
  } finally {
    giveBack();
  }
}

function rowJson(row: RequestRecord): unknown {
  return {
    id: row.id,
    endpoint: row.endpoint,
    model: row.model,
    created: Math.floor(row.createdMs / SECOND_MS),
    stage: row.stage,
    task: row.task ?? null,
    state: row.state === "" ? null : row.state,
    max_fee: `${row.maxFee}`,
    charged: row.charged === undefined ? null : `${row.charged}`,
    refunded: row.refunded === undefined ? null : `${row.refunded}`,
  };
}

/** What the key asked for, newest first, with what it was charged and got back. */
function usage(gateway: Gateway, request: FastifyRequest): unknown {
  const key = keyOf(gateway, request);
  const { before } = readObject("query", request.query);
  const isNumber = typeof before === "string" && /^\d{1,15}$/.test(before);
  if (before !== undefined && !isNumber) throw invalidValue("before", "'before' must be an id.");
  const below = before === undefined ? Number.MAX_SAFE_INTEGER : Number(before);
  const { requests } = gateway.journal;
  const { charged, reserved } = requests.spent(key.id);
  return {
    object: "list",
    spent: `${charged}`,
    reserved: `${reserved}`,
    spending_limit: key.spendingLimit === undefined ? null : `${key.spendingLimit}`,
    data: requests.ofKey(key.id, USAGE_ROWS, below).map(rowJson),
  };
}

function taskHashOf(request: FastifyRequest): string {
  const { task: hash } = request.params as { readonly task: string };
  if (TASK.test(hash)) return hash;
  throw invalidValue("task", "A task's hash has 64 lower-case hex digits.");
}

/** A task that the key's owner paid for, as it stands now. */
async function task(gateway: Gateway, request: FastifyRequest): Promise<unknown> {
  const { owner } = keyOf(gateway, request);
  const hash = taskHashOf(request);
  const row = gateway.journal.requests.ofTask(hash);
  if (row?.owner !== owner) throw notFound("This owner has no such task.", "task_not_found");
  try {
    const view = await gateway.chain.reader.task(hash);
    if (view.settled !== undefined) {
      gateway.journal.requests.settled(row.id, view.state, view.settled);
    }
    const fresh = gateway.journal.requests.ofTask(hash) ?? row;
    return {
      ...(rowJson({ ...fresh, state: view.state }) as object),
      height: view.height,
      choices: view.choices.map(({ index, text, finishReason, executor, state }) => ({
        index,
        text,
        finish_reason: finishReason,
        executor,
        state,
      })),
    };
  } catch (error) {
    throw failureOf(error) ?? error;
  }
}

/** Receipts prove to everybody, so they need no key. */
async function receipt(
  gateway: Gateway,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const hash = taskHashOf(request);
  try {
    const bytes = await gateway.chain.reader.receipt(hash);
    return await reply.type("application/json").send(Buffer.from(bytes));
  } catch (error) {
    const code = chainCode(error);
    if (code === "not_found" || code === "task_unknown") {
      throw notFound("There is no such task.", "task_not_found");
    }
    throw failureOf(error) ?? error;
  }
}

function mountFaucet(server: FastifyInstance, gateway: Gateway, amount: bigint): void {
  const { chain, now, log } = gateway;
  const given = new Map<string, number>();
  server.post("/v1/aegis/faucet", async (request) => {
    const fields = readObject("body", request.body);
    const address = readString("address", fields["address"], 128);
    if (!isAccountAddress(address)) {
      throw invalidValue("address", "It must be an account's address.");
    }
    const waitMs = (given.get(address) ?? 0) + FAUCET_PAUSE_MS - now();
    if (waitMs > 0) {
      throw new OpenAiError(429, "rate_limit_error", "this address was given to a moment ago", {
        code: "rate_limit_exceeded",
        retryAfterSeconds: Math.ceil(waitMs / SECOND_MS),
      });
    }
    if (given.size >= FAUCET_ADDRESSES_MAX) given.clear();
    given.set(address, now());
    try {
      const { hash, height } = await (await chain.own()).send(address, amount);
      log.info("faucet", { address, amount: `${amount}`, hash });
      return { address, amount: `${amount}`, hash, height };
    } catch (error) {
      given.delete(address);
      throw failureOf(error) ?? error;
    }
  });
}
