/** What a task request must be. */
import type { ModelRevision } from "../../proto/gen/aegis/tasks/v1/model.ts";
import type { Params } from "../../proto/gen/aegis/tasks/v1/params.ts";
import { Role, type Sampling, type TaskRequest } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { AsliError } from "../../app/asli/error.ts";
import { type Prompt, type Role as AsliRole, validatePrompt } from "../../app/asli/prompt.ts";
import { validateSampling } from "../../app/asli/sampler.ts";
import { validateStopStrings } from "../../app/asli/stop.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import { STREAM_KEY_BYTES, TARGET_COUNT_MAX } from "./constants.ts";
import { errors } from "./errors.ts";
import { promptSize } from "./fees.ts";

/** Template of a task that gives a raw prompt, whatever the model's is. */
const RAW_TEMPLATE = "raw/1";

const ROLE_NAMES: ReadonlyMap<number, AsliRole> = new Map([
  [Role.ROLE_SYSTEM, "system"],
  [Role.ROLE_USER, "user"],
  [Role.ROLE_ASSISTANT, "assistant"],
]);

/** The template that renders a request. */
export function templateOf(request: TaskRequest, revision: ModelRevision): string {
  return request.messages.length > 0 ? revision.template : RAW_TEMPLATE;
}

/** @throws ModuleError invalidTask, promptTooLong, tooManyOutputTokens or schemaUnsupported. */
export function checkRequest(request: TaskRequest, revision: ModelRevision, params: Params): void {
  const { messages, maxOutputTokens, targetCount, refundAddress } = request;
  if (promptSize(request).promptBytes > params.maxPromptBytes) throw errors.promptTooLong();
  if (messages.length > params.maxMessages) throw errors.invalidTask("too many messages");
  if (maxOutputTokens < 1) throw errors.invalidTask("max_output_tokens is at least 1");
  const most = Math.min(params.maxOutputTokens, revision.contextLength - 1);
  if (maxOutputTokens > most) throw errors.tooManyOutputTokens(`at most ${most}`);
  if (targetCount < 1 || targetCount > TARGET_COUNT_MAX) {
    throw errors.invalidTask(`target_count is 1 to ${TARGET_COUNT_MAX}`);
  }
  if (request.schema.length > 0) throw errors.schemaUnsupported();
  if (request.relay.length > params.maxRelayBytes) throw errors.invalidTask("relay is too long");
  if (request.maxFee > AMOUNT_MAX) throw errors.invalidTask("max_fee is not an amount");
  checkStreamKey(request);
  if (refundAddress !== "" && !isAccountAddress(refundAddress)) {
    throw errors.invalidAddress("refund_address");
  }
  if (request.sampling === undefined) throw errors.invalidTask("sampling is missing");
  checkInference(request, request.sampling, revision);
  if (request.sampling.temperatureMilli === 0 && targetCount > 1) {
    throw errors.invalidTask("at temperature 0 all calculations are the same: target_count 1");
  }
}

/** Who streams is one node: the one that may commit first. */
function checkStreamKey({ streamKey, targetCount }: TaskRequest): void {
  if (streamKey.length === 0) return;
  const [first] = streamKey;
  const isCompressed = first === 2 || first === 3;
  if (streamKey.length !== STREAM_KEY_BYTES || !isCompressed) {
    throw errors.invalidTask("stream_key is a compressed secp256k1 key of 33 bytes");
  }
  if (targetCount !== 1) throw errors.invalidTask("a task with a stream has target_count 1");
}

/** What ASLI itself demands. */
function checkInference(request: TaskRequest, sampling: Sampling, revision: ModelRevision): void {
  try {
    validatePrompt(promptOf(request, revision));
    validateSampling(sampling);
    validateStopStrings(request.stop);
  } catch (error) {
    if (error instanceof AsliError) throw errors.invalidTask(error.message);
    throw error;
  }
}

function promptOf(request: TaskRequest, revision: ModelRevision): Prompt {
  const { messages, prompt } = request;
  if (messages.length === 0) {
    if (prompt === "") throw errors.invalidTask("messages or prompt must be given");
    return { template: RAW_TEMPLATE, text: prompt };
  }
  if (prompt !== "") throw errors.invalidTask("messages or prompt, not both");
  if (revision.template !== "chatml/1") throw errors.invalidTask("the model takes a raw prompt");
  return {
    template: revision.template,
    messages: messages.map(({ role, content }) => {
      const name = ROLE_NAMES.get(role);
      if (name === undefined) throw errors.invalidTask("role");
      return { role: name, content };
    }),
  };
}
