/**
 * JSON-RPC 2.0: a text becomes calls, and their answers a text. Calls of a batch run one after the
 * other, so that a sender's transactions keep their order.
 */
import type { Logger } from "../../../../app/lib/log.ts";
import { type FaultJson, faultJson, RpcFault } from "./fault.ts";
import type { Call, Method } from "./method.ts";
import { readMembers } from "./shape.ts";

/** Calls in one batch. */
export const BATCH_MAX = 32;
/** Answers of a batch together; one alone can be longer. */
const BATCH_CHARACTERS_MAX = 8_388_608;
const ID_CHARACTERS_MAX = 128;

type Id = string | number | null;

interface Reply {
  readonly jsonrpc: "2.0";
  readonly id: Id;
  readonly result?: unknown;
  readonly error?: FaultJson;
}

/** What answers texts. */
export interface Dispatcher {
  /** The answer's text; undefined when there were notifications only. Never rejects. */
  answer(text: string, call: Call): Promise<string | undefined>;
}

/** The text that answers a request which could not even be read. */
export function faultText(fault: RpcFault): string {
  return JSON.stringify(failed(null, fault));
}

/** A dispatcher of `methods`; `logger` hears of failures that are ours. */
export function dispatcher(methods: readonly Method[], logger: Logger): Dispatcher {
  const byName = new Map(methods.map((one) => [one.name, one]));
  const serve = async (request: unknown, call: Call): Promise<Reply | undefined> => {
    const id = idOf(request);
    let isNotification = false;
    try {
      const envelope = envelopeOf(request);
      isNotification = envelope.isNotification;
      const found = byName.get(envelope.method);
      if (found === undefined) throw new RpcFault("methodNotFound");
      const params = readMembers(found.params, envelope.params, "");
      const result = await found.run(params, call);
      return isNotification ? undefined : { jsonrpc: "2.0", id, result };
    } catch (error) {
      const fault = error instanceof RpcFault ? error : unexpected(error, logger);
      return isNotification ? undefined : failed(id, fault);
    }
  };
  return {
    answer: async (text, call) => {
      let request: unknown;
      try {
        request = JSON.parse(text);
      } catch {
        return faultText(new RpcFault("parseError"));
      }
      if (!Array.isArray(request)) return textOf(await serve(request, call));
      if (request.length === 0) return faultText(new RpcFault("invalidRequest", "empty batch"));
      if (request.length > BATCH_MAX) {
        return faultText(new RpcFault("invalidRequest", `more than ${BATCH_MAX} calls`));
      }
      return await answerBatch(request, (one) => serve(one, call));
    },
  };
}

async function answerBatch(
  requests: readonly unknown[],
  serve: (request: unknown) => Promise<Reply | undefined>,
): Promise<string | undefined> {
  const replies: string[] = [];
  let characters = 0;
  for (const one of requests) {
    const isFull = characters > BATCH_CHARACTERS_MAX;
    const fault = new RpcFault("limitExceeded", "the answers before are too long: ask again");
    const reply = isFull ? failed(idOf(one), fault) : await serve(one);
    if (reply !== undefined) replies.push(JSON.stringify(reply));
    characters += replies.at(-1)?.length ?? 0;
    // The node makes blocks in this very process: a batch must not hold it up.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return replies.length === 0 ? undefined : `[${replies.join(",")}]`;
}

function textOf(reply: Reply | undefined): string | undefined {
  return reply === undefined ? undefined : JSON.stringify(reply);
}

function failed(id: Id, fault: RpcFault): Reply {
  return { jsonrpc: "2.0", id, error: faultJson(fault) };
}

function unexpected(error: unknown, logger: Logger): RpcFault {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  logger.error("a JSON-RPC method failed unexpectedly: please report this", { stack });
  return new RpcFault("internal");
}

interface Envelope {
  readonly isNotification: boolean;
  readonly method: string;
  readonly params: unknown;
}

const MEMBERS = new Set(["jsonrpc", "id", "method", "params"]);

/** @throws RpcFault invalidRequest. */
function envelopeOf(request: unknown): Envelope {
  if (typeof request !== "object" || request === null || Array.isArray(request)) {
    throw new RpcFault("invalidRequest", "expected an object");
  }
  const { jsonrpc, id, method, params = {} } = request as Readonly<Record<string, unknown>>;
  if (jsonrpc !== "2.0") throw new RpcFault("invalidRequest", 'jsonrpc must be "2.0"');
  if (!isId(id)) throw new RpcFault("invalidRequest", "id is a string, an integer or null");
  if (typeof method !== "string") throw new RpcFault("invalidRequest", "method is a string");
  for (const name of Object.keys(request)) {
    if (!MEMBERS.has(name)) throw new RpcFault("invalidRequest", `${name.slice(0, 64)} is unknown`);
  }
  if (typeof params !== "object" || params === null) {
    throw new RpcFault("invalidRequest", "params is an object");
  }
  return { isNotification: id === undefined, method, params };
}

/** The id to answer under, also when the rest is wrong. */
function idOf(request: unknown): Id {
  const { id } = (request ?? {}) as { readonly id?: unknown };
  return isId(id) ? (id ?? null) : null;
}

function isId(id: unknown): id is Id | undefined {
  if (typeof id === "string") return id.length <= ID_CHARACTERS_MAX;
  return id === undefined || id === null || Number.isSafeInteger(id);
}
