/** The routes that OpenAI's clients know. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import type { KeyRecord } from "../journal/records.ts";
import { CHAT_SHAPE } from "../openai/chat.ts";
import { COMPLETIONS_SHAPE } from "../openai/completions.ts";
import { invalidValue, notFound } from "../openai/error.ts";
import { modelJson, modelList } from "../openai/models.ts";
import {
  type Asked,
  askedOf,
  type Draft,
  type ParameterTable,
  readParameters,
} from "../openai/parameter.ts";
import { RESPONSES_SHAPE } from "../openai/responses.ts";
import type { Shape } from "../openai/shape.ts";
import { CHAT, COMPLETIONS, RESPONSES } from "../openai/tables.ts";
import { CERTAINTIES } from "../home/config.ts";
import type { Work } from "../work/runner.ts";
import { countRequest, keyOf } from "./access.ts";
import { answerStream, answerWhole, clientSignal } from "./answer.ts";
import { type Gateway, publicUrlOf } from "./gateway.ts";

const SECOND_MS = 1_000;
const REPEAT_CHARACTERS_MAX = 255;
/** OpenAI's default where a chat has none. */
const COMPLETION_TOKENS = 16;

/** An endpoint that has a task done. */
export interface Endpoint {
  readonly path: string;
  readonly table: ParameterTable;
  readonly shape: Shape;
  /** The parameter that a task cannot be without. */
  readonly prompt: string;
  /** Most tokens where the request does not say; undefined: what the model allows. */
  readonly maxOutputTokens: number | undefined;
}

/** All of them. */
export const ENDPOINTS: readonly Endpoint[] = [
  {
    path: "/v1/chat/completions",
    table: CHAT,
    shape: CHAT_SHAPE,
    prompt: "messages",
    maxOutputTokens: undefined,
  },
  {
    path: "/v1/completions",
    table: COMPLETIONS,
    shape: COMPLETIONS_SHAPE,
    prompt: "prompt",
    maxOutputTokens: COMPLETION_TOKENS,
  },
  {
    path: "/v1/responses",
    table: RESPONSES,
    shape: RESPONSES_SHAPE,
    prompt: "input",
    maxOutputTokens: undefined,
  },
];

/** Attaches them. */
export function mountOpenAi(server: FastifyInstance, gateway: Gateway): void {
  for (const endpoint of ENDPOINTS) {
    server.post(endpoint.path, (request, reply) => run(gateway, endpoint, request, reply));
  }
  server.get("/v1/models", async (request) => {
    checkReader(gateway, request);
    return modelList(await gateway.models.list());
  });
  server.get("/v1/models/*", async (request) => {
    checkReader(gateway, request);
    // Ids of models may have slashes.
    const { "*": id } = request.params as { readonly "*": string };
    return modelJson(await gateway.models.find(id));
  });
  server.post("/v1/embeddings", async (request) => {
    keyOf(gateway, request);
    const message = "The protocol verifies no embeddings, so this gateway has none.";
    throw notFound(message, "unsupported_endpoint");
  });
}

/** A key that is given must be good; none is needed where the settings say so. */
function checkReader(gateway: Gateway, request: FastifyRequest): void {
  const isOpen = gateway.config.allowAnonymousModels;
  if (!isOpen || request.headers.authorization !== undefined) keyOf(gateway, request);
}

async function run(
  gateway: Gateway,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const key = keyOf(gateway, request);
  countRequest(gateway, key, reply);
  const draft = readParameters(endpoint.table, request.body);
  const asked = readAsked(gateway, endpoint, draft, request);
  const work = workOf(gateway, endpoint, { key, asked, request, reply });
  const context = {
    asked,
    metadata: draft.metadata ?? null,
    instructions: draft.instructions ?? null,
    publicUrl: publicUrlOf(gateway),
    created: Math.floor(gateway.now() / SECOND_MS),
  };
  const { shape } = endpoint;
  if (!asked.isStreamed) return answerWhole(gateway, shape, work, context, reply);
  return answerStream(gateway, shape, work, context, { request, reply });
}

/** The request of a body and its headers. @throws OpenAiError. */
export function readAsked(
  gateway: Pick<Gateway, "config">,
  { prompt, maxOutputTokens }: Endpoint,
  draft: Draft & { model: string },
  request: FastifyRequest,
): Asked {
  const header = request.headers["x-aegis-certainty"];
  if (header !== undefined) {
    const found = CERTAINTIES.find((each) => each === header);
    if (found === undefined) {
      throw invalidValue("x-aegis-certainty", `It must be one of ${CERTAINTIES.join(", ")}.`);
    }
    draft.certainty = found;
  }
  if (draft.maxOutputTokens === undefined && maxOutputTokens !== undefined) {
    draft.maxOutputTokens = maxOutputTokens;
  }
  return askedOf(draft, prompt, gateway.config);
}

interface WorkParts {
  readonly key: KeyRecord;
  readonly asked: Asked;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

function workOf(gateway: Gateway, endpoint: Endpoint, parts: WorkParts): Work {
  const { key, asked, request, reply } = parts;
  const { format } = asked;
  return {
    key,
    endpoint: endpoint.path,
    asked,
    schema: format === undefined ? undefined : gateway.schemaBytes(format),
    digest: sha256(utf8(JSON.stringify([endpoint.path, request.body]))),
    repeatOf: repeatOf(request),
    signal: clientSignal(gateway, reply),
  };
}

function repeatOf(request: FastifyRequest): string | undefined {
  const header = request.headers["idempotency-key"];
  if (header === undefined || header === "") return undefined;
  if (typeof header === "string" && header.length <= REPEAT_CHARACTERS_MAX) return header;
  throw invalidValue("Idempotency-Key", `It has at most ${REPEAT_CHARACTERS_MAX} characters.`);
}
