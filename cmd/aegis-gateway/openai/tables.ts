/** Every parameter of every endpoint, and what becomes of it. */
import { invalidValue, unsupported } from "./error.ts";
import { readMessages } from "./messages.ts";
import { accepted, type ParameterTable, refused, works } from "./parameter.ts";
import {
  AEGIS,
  COUNT,
  LABEL,
  LOGIT_BIAS_REFUSED,
  MAX_TOKENS,
  METADATA,
  MODEL,
  PENALTY_REFUSED,
  readFormat,
  SEED_REFUSED,
  SERVICE_TIER,
  STOP,
  STORE,
  STREAM,
  STREAM_OPTIONS,
  TEMPERATURE,
  TOOL_CHOICE,
  TOOLS_REFUSED,
  TOP_LOGPROBS_REFUSED,
  TOP_P,
} from "./shared.ts";
import { readFlag, readList, readObject, readOneOf, readString, readWhole } from "./values.ts";

const PROMPT_CHARACTERS_MAX = 1_048_576;
const PARALLEL = "models of this chain call no tools; leave it out";
const NO_REASONING = "models of this chain do not reason apart from their answer";
const NO_STORE = "answers are not stored here";
const TEXT_ONLY = "tasks are text only";
/** Fields that items of a response's input may have besides role and content. */
const ITEM_FIELDS: ReadonlySet<string> = new Set(["type", "id", "status"]);

/** Parameters of all three. */
const COMMON = {
  model: MODEL,
  temperature: TEMPERATURE,
  top_p: TOP_P,
  stream: STREAM,
  stream_options: STREAM_OPTIONS,
  user: LABEL,
  aegis: AEGIS,
} satisfies ParameterTable;

/** POST /v1/chat/completions. */
export const CHAT: ParameterTable = {
  ...COMMON,
  messages: works(
    "text of system, developer (as system), user and assistant; other parts are refused",
    [{ role: "user", content: "Say hello." }],
    (draft, value, name) => {
      draft.prompt = readMessages(name, value);
    },
  ),
  max_tokens: MAX_TOKENS,
  max_completion_tokens: MAX_TOKENS,
  stop: STOP,
  n: COUNT,
  logprobs: works("the chosen token's, from soft_final on", true, (draft, value, name) => {
    draft.hasLogprobs = readFlag(name, value);
  }),
  top_logprobs: TOP_LOGPROBS_REFUSED,
  response_format: works("text or json_schema", { type: "text" }, (draft, value, name) => {
    const format = readObject(name, value);
    readFormat(draft, format, name, format["json_schema"]);
  }),
  seed: SEED_REFUSED,
  presence_penalty: PENALTY_REFUSED,
  frequency_penalty: PENALTY_REFUSED,
  logit_bias: LOGIT_BIAS_REFUSED,
  tools: TOOLS_REFUSED,
  tool_choice: TOOL_CHOICE,
  parallel_tool_calls: refused(PARALLEL, true),
  functions: TOOLS_REFUSED,
  function_call: TOOL_CHOICE,
  modalities: {
    ...refused(TEXT_ONLY, ["text", "audio"]),
    read: (_draft, value, name) => {
      const list = readList(name, value, 8);
      if (list.some((each) => each !== "text")) throw unsupported(name, TEXT_ONLY);
    },
  },
  audio: refused(TEXT_ONLY, { voice: "alloy", format: "mp3" }),
  prediction: refused("nothing predicted is used", { type: "content", content: "a" }),
  reasoning_effort: refused(NO_REASONING, "low", ["none"]),
  verbosity: refused("say in the prompt how long an answer should be", "low"),
  web_search_options: refused("models of this chain search nothing", {}),
  store: STORE,
  metadata: METADATA,
  service_tier: SERVICE_TIER,
  safety_identifier: LABEL,
  prompt_cache_key: LABEL,
  prompt_cache_retention: refused("prompts are not cached", "24h"),
};

/** POST /v1/completions. */
export const COMPLETIONS: ParameterTable = {
  ...COMMON,
  prompt: works("one text, not tokens, not several", "Once upon a time", (draft, value, name) => {
    const [one, ...more] = Array.isArray(value) ? (value as unknown[]) : [value];
    if (more.length > 0 || typeof one === "number" || Array.isArray(one)) {
      throw unsupported(name, "a task has one prompt, which is text; send one request for each");
    }
    const text = readString(name, one, PROMPT_CHARACTERS_MAX);
    if (text === "") throw invalidValue(name, `'${name}' is empty.`);
    draft.prompt = text;
  }),
  max_tokens: MAX_TOKENS,
  stop: STOP,
  n: COUNT,
  logprobs: works(
    "0: the chosen token's, from soft_final on; more is refused",
    0,
    (draft, v, n) => {
      if (readWhole(n, v, 0, 5) > 0) {
        throw unsupported(n, "the fingerprint has the chosen token's log-probability only; use 0");
      }
      draft.hasLogprobs = true;
    },
  ),
  best_of: refused("every answer that is computed is paid for and given; use n", 3, [1]),
  echo: refused("an answer does not repeat its prompt", true, [false]),
  suffix: refused("models of this chain continue a text, they fill no gaps", "the end", [""]),
  seed: SEED_REFUSED,
  presence_penalty: PENALTY_REFUSED,
  frequency_penalty: PENALTY_REFUSED,
  logit_bias: LOGIT_BIAS_REFUSED,
};

/** POST /v1/responses. */
export const RESPONSES: ParameterTable = {
  ...COMMON,
  input: works(
    "a text, or messages of text",
    [{ type: "message", role: "user", content: [{ type: "input_text", text: "Say hello." }] }],
    (draft, value, name) => {
      if (typeof value === "string") {
        const content = readString(name, value, PROMPT_CHARACTERS_MAX);
        draft.prompt = [{ role: "user", content }];
        return;
      }
      for (const [i, item] of readList(name, value, 256).entries()) {
        const type = readObject(`${name}[${i}]`, item)["type"] ?? "message";
        if (type !== "message") throw unsupported(`${name}[${i}].type`, TEXT_ONLY);
      }
      draft.prompt = readMessages(name, value, ITEM_FIELDS);
    },
  ),
  instructions: works("a system message before the input", "Be brief.", (draft, value, name) => {
    draft.instructions = readString(name, value, PROMPT_CHARACTERS_MAX);
  }),
  max_output_tokens: MAX_TOKENS,
  text: works("format text or json_schema", { format: { type: "text" } }, (draft, value, name) => {
    const { format, ...rest } = readObject(name, value);
    for (const [key, each] of Object.entries(rest)) {
      if (each !== null) throw unsupported(`${name}.${key}`.slice(0, 128), "only format is known");
    }
    if (format === undefined || format === null) return;
    const inner = `${name}.format`;
    readFormat(draft, readObject(inner, format), inner, format);
  }),
  include: works(
    "message.output_text.logprobs, from soft_final on; all else is refused",
    ["message.output_text.logprobs"],
    (draft, value, name) => {
      for (const each of readList(name, value, 16)) {
        if (each !== "message.output_text.logprobs") {
          throw unsupported(name, "only message.output_text.logprobs can be included");
        }
        draft.hasLogprobs = true;
      }
    },
  ),
  top_logprobs: TOP_LOGPROBS_REFUSED,
  tools: TOOLS_REFUSED,
  tool_choice: TOOL_CHOICE,
  parallel_tool_calls: refused(PARALLEL, true),
  max_tool_calls: refused(PARALLEL, 1),
  reasoning: refused(NO_REASONING, { effort: "low" }),
  store: STORE,
  previous_response_id: refused(NO_STORE, "resp_1"),
  conversation: refused(NO_STORE, "conv_1"),
  background: refused("a response is waited for; GET /v1/aegis/tasks shows it later", true, [
    false,
  ]),
  prompt: refused("this gateway keeps no prompts", { id: "pmpt_1" }),
  truncation: accepted("disabled: nothing is cut", "disabled", (v, n) => {
    if (readOneOf(n, v, ["disabled", "auto"]) === "auto") {
      throw unsupported(n, "a prompt that does not fit is refused; only disabled is possible");
    }
  }),
  metadata: METADATA,
  service_tier: SERVICE_TIER,
  safety_identifier: LABEL,
  prompt_cache_key: LABEL,
  prompt_cache_retention: refused("prompts are not cached", "24h"),
};
