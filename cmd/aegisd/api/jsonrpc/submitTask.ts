/** `submitTask`: asks for inferences. */
import { Query } from "../../../../proto/gen/aegis/tasks/v1/query.ts";
import { ChatMessage, Sampling, TaskRequest } from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgSubmitTask } from "../../../../proto/gen/aegis/tasks/v1/tx.ts";
import { anyOf } from "../../../../app/client/sign.ts";
import { TX_BYTES_MAX } from "../../../../app/constants.ts";
import { EMPTY_BYTES, utf8 } from "../../../../app/lib/bytes.ts";
import { STREAM_KEY_BYTES } from "../../../../modules/tasks/index.ts";
import { ask } from "./chain.ts";
import { SIGN_DOCUMENT_EXAMPLE, EXAMPLE } from "./examples.ts";
import { badParam } from "./fault.ts";
import type { Method } from "./method.ts";
import { recordShape } from "./record.ts";
import {
  address,
  either,
  hexBytes,
  integer,
  list,
  optional,
  type Shape,
  text,
  uint64,
  type Values,
} from "./shape.ts";
import { submissionMethod, type Submitting } from "./submission.ts";

/** Items of one message; the chain's own parameter may be lower. */
const PROMPTS_MAX = 256;
const MESSAGES_MAX = 1_024;
const MODEL_CHARACTERS_MAX = 128;
const STOPS_MAX = 4;
const STOP_CHARACTERS_MAX = 64;
const UINT32_MAX = 2 ** 32 - 1;

type PromptParam = string | readonly ChatMessage[];

const PROMPT: Shape<PromptParam> = either(
  "A raw prompt, or messages for the model's template. It is public for ever.",
  [
    text("Raw prompt.", TX_BYTES_MAX),
    list("Messages in order.", recordShape(ChatMessage, TX_BYTES_MAX), MESSAGES_MAX),
  ],
  (value) => typeof value === "string",
);

const FIELDS: {
  readonly sender: Shape<string | undefined>;
  readonly model: Shape<string | undefined>;
  readonly prompts: Shape<readonly PromptParam[] | undefined>;
  readonly maxOutputTokens: Shape<number | undefined>;
  readonly targetCount: Shape<number | undefined>;
  readonly sampling: Shape<Sampling | undefined>;
  readonly stop: Shape<readonly string[] | undefined>;
  readonly schema: Shape<string | undefined>;
  readonly maxFee: Shape<bigint | undefined>;
  readonly refundAddress: Shape<string | undefined>;
  readonly relay: Shape<Uint8Array | undefined>;
  readonly streamKey: Shape<Uint8Array | undefined>;
} = {
  sender: optional(address("Who asks, pays and signs.")),
  model: optional(text("Id of a registered model.", MODEL_CHARACTERS_MAX)),
  prompts: optional(list("One task for each, with everything else the same.", PROMPT, PROMPTS_MAX)),
  maxOutputTokens: optional(integer("At most so many tokens in an answer.", 1, UINT32_MAX)),
  targetCount: optional(
    integer("Calculations with different seeds; 1 when left out, and at temperature 0.", 1, 16),
  ),
  sampling: optional(recordShape(Sampling, 0)),
  stop: optional(
    list("Texts that end an answer.", text("Stop string.", STOP_CHARACTERS_MAX), STOPS_MAX),
  ),
  schema: optional(
    text("IPFS CID of a decoding method and its parameters. Empty in ASLI version 1.", 1_024),
  ),
  maxFee: optional(
    uint64("Escrowed for each task, in uasi; the least that it needs when left out."),
  ),
  refundAddress: optional(address("Who gets back what is left; the sender when left out.")),
  relay: optional(hexBytes("Opaque data for a relayer.", TX_BYTES_MAX)),
  streamKey: optional(
    hexBytes(
      "Compressed secp256k1 key: whoever has it may listen while nodes compute.",
      STREAM_KEY_BYTES,
      STREAM_KEY_BYTES,
    ),
  ),
};

/** The method. */
export function submitTaskMethod(node: Submitting): Method {
  return submissionMethod(node, {
    name: "submitTask",
    summary: "Submit tasks: a signed MsgSubmitTask, or fields to make its sign document of.",
    description:
      "Prompts and answers are public. With fields, sender, model, prompts and maxOutputTokens " +
      "must be there. Tasks of one message stand or fall alone: see `items`.",
    fields: FIELDS,
    records: [ChatMessage, Sampling],
    kinds: [MsgSubmitTask],
    example: {
      params: {
        sender: EXAMPLE.address,
        publicKey: EXAMPLE.publicKey,
        model: "smollm2-135m-instruct",
        prompts: [[{ role: "USER", content: "What is a blockchain?" }]],
        maxOutputTokens: 64,
      },
      result: SIGN_DOCUMENT_EXAMPLE,
    },
    build: (fields) => {
      const { sender } = fields;
      if (sender === undefined) throw badParam("sender", "missing");
      const tasks = requestsOf(node, fields);
      return { signer: sender, message: anyOf(MsgSubmitTask, { sender, tasks }) };
    },
  });
}

function requestsOf({ backend }: Submitting, fields: Values<typeof FIELDS>): TaskRequest[] {
  const { model, prompts, maxOutputTokens } = fields;
  if (model === undefined) throw badParam("model", "missing");
  if (prompts === undefined) throw badParam("prompts", "missing");
  if (maxOutputTokens === undefined) throw badParam("maxOutputTokens", "missing");
  return prompts.map((prompt) => {
    const isRaw = typeof prompt === "string";
    const request = TaskRequest.create({
      model,
      messages: isRaw ? [] : prompt,
      prompt: isRaw ? prompt : "",
      sampling: fields.sampling ?? Sampling.create(),
      maxOutputTokens,
      stop: fields.stop ?? [],
      schema: utf8(fields.schema ?? ""),
      targetCount: fields.targetCount ?? 1,
      refundAddress: fields.refundAddress ?? "",
      relay: fields.relay ?? EMPTY_BYTES,
      streamKey: fields.streamKey ?? EMPTY_BYTES,
    });
    const maxFee = fields.maxFee ?? ask(backend, Query.Quote, { request }).maxFee;
    return { ...request, maxFee };
  });
}
