/** Parameters that several endpoints have, with one meaning everywhere. */
import { CERTAINTIES } from "../home/config.ts";
import { invalidValue, unsupported } from "./error.ts";
import { accepted, type Draft, type Parameter, refused, works } from "./parameter.ts";
import {
  isObject,
  type Json,
  readFlag,
  readList,
  readNumber,
  readObject,
  readOneOf,
  readString,
  readUasi,
  readWhole,
} from "./values.ts";

const MODEL_CHARACTERS_MAX = 128;
const OUTPUT_TOKENS_MAX = 1_000_000;
/** The chain's bounds of a task. */
const COUNT_MAX = 16;
const STOPS_MAX = 4;
const STOP_BYTES_MAX = 64;
const TOP_K_MAX = 64;
/** The least temperature above 0 that the sampler has. */
const TEMPERATURE_LEAST = 0.05;
/** The chain counts it in thousandths. */
const TOP_P_LEAST = 0.001;
const LABEL_CHARACTERS_MAX = 512;
const METADATA_ENTRIES_MAX = 16;
const SCHEMA_NAME = /^[A-Za-z0-9_-]{1,64}$/;

const SEED = "the chain draws the seed, so that nobody can choose an answer; leave it out";
const NO_TOOLS = "models of this chain call no tools";
const NO_PENALTY = "the verified sampler has no penalties; only 0 is possible";

/** The model's id. */
export const MODEL: Parameter = works(
  "id of a model of the chain",
  "MODEL",
  (draft, value, name) => {
    draft.model = readString(name, value, MODEL_CHARACTERS_MAX);
  },
);

/** 0, or 0.05 to 2. */
export const TEMPERATURE: Parameter = works(
  "0, or 0.05 to 2; 0.7 when left out",
  0.5,
  (draft, value, name) => {
    const temperature = readNumber(name, value, 0, 2);
    if (temperature > 0 && temperature < TEMPERATURE_LEAST) {
      const why = `between 0 and ${TEMPERATURE_LEAST} nothing can be verified; use 0, or more`;
      throw unsupported(name, why);
    }
    draft.temperature = temperature;
  },
);

/** 0 to 1. */
export const TOP_P: Parameter = works("0 to 1", 0.9, (draft, value, name) => {
  // To the chain 0 means no cut; to OpenAI's clients it means the best token only.
  draft.topP = Math.max(TOP_P_LEAST, readNumber(name, value, 0, 1));
});

/** Most tokens of an answer, whatever the endpoint calls it. */
export const MAX_TOKENS: Parameter = works("most tokens of one answer", 8, (draft, value, name) => {
  const most = readWhole(name, value, 1, OUTPUT_TOKENS_MAX);
  if (draft.maxOutputTokens !== undefined && draft.maxOutputTokens !== most) {
    throw invalidValue(name, "'max_tokens' and 'max_completion_tokens' differ: give one.");
  }
  draft.maxOutputTokens = most;
});

/** Texts that end an answer. */
export const STOP: Parameter = works(
  "a text or at most 4, each of 1 to 64 bytes",
  ["\n\n"],
  (draft, value, name) => {
    const list = typeof value === "string" ? [value] : readList(name, value, STOPS_MAX);
    draft.stop = list.map((each) => {
      const text = readString(name, each, STOP_BYTES_MAX);
      const bytes = Buffer.byteLength(text);
      if (bytes >= 1 && bytes <= STOP_BYTES_MAX) return text;
      throw invalidValue(name, `'${name}': each text has 1 to ${STOP_BYTES_MAX} bytes.`);
    });
  },
);

/** How many answers. */
export const COUNT: Parameter = works(
  "1 to 16 answers, each with a seed of its own; 1 at temperature 0 and in a stream",
  2,
  (draft, value, name) => {
    draft.count = readWhole(name, value, 1, COUNT_MAX);
  },
);

/** Whether the answer comes as it is made. */
export const STREAM: Parameter = works("server-sent events", true, (draft, value, name) => {
  draft.isStreamed = readFlag(name, value);
});

/** What a stream has besides text. */
export const STREAM_OPTIONS: Parameter = works(
  "include_usage; include_obfuscation must be false or left out",
  { include_usage: true },
  (draft, value, name) => {
    for (const [key, each] of Object.entries(readObject(name, value))) {
      const inner = `${name}.${key}`.slice(0, LABEL_CHARACTERS_MAX);
      if (key === "include_usage") draft.hasUsage = readFlag(inner, each);
      else if (key !== "include_obfuscation" || each !== false) {
        throw unsupported(inner, "this gateway has no such option");
      }
    }
  },
);

/** Refused everywhere: the seed comes from the beacon. */
export const SEED_REFUSED: Parameter = refused(SEED, 7);

/** Refused unless it is 0. */
export const PENALTY_REFUSED: Parameter = refused(NO_PENALTY, 0.5, [0]);

/** Refused unless it is empty. */
export const LOGIT_BIAS_REFUSED: Parameter = {
  ...refused("the verified sampler has no biases", { "50256": -100 }),
  read: (_draft, value, name) => {
    if (isObject(value) && Object.keys(value).length === 0) return;
    throw unsupported(name, "the verified sampler has no biases");
  },
};

/** Refused unless the list is empty. */
export const TOOLS_REFUSED: Parameter = refused(NO_TOOLS, [{ type: "function" }]);

/** Accepted as long as it calls none. */
export const TOOL_CHOICE: Parameter = refused(NO_TOOLS, "required", ["none", "auto"]);

/** Log-probabilities of alternatives are not in the fingerprint. */
export const TOP_LOGPROBS_REFUSED: Parameter = refused(
  "the fingerprint has the chosen token's log-probability only; only 0 is possible",
  5,
  [0],
);

/** Who the client's user is, for the client. */
export const LABEL: Parameter = accepted("a label of the client's own; not stored", "me", (v, n) =>
  readString(n, v, LABEL_CHARACTERS_MAX),
);

/** Labels of the client's own. */
export const METADATA: Parameter = {
  ...accepted("labels of the client's own; not stored", { job: "1" }, () => {}),
  read: (draft, value, name) => {
    const metadata = readObject(name, value);
    const entries = Object.entries(metadata);
    if (entries.length > METADATA_ENTRIES_MAX) {
      throw invalidValue(name, `'${name}' has more than ${METADATA_ENTRIES_MAX} entries.`);
    }
    for (const [, each] of entries) readString(name, each, LABEL_CHARACTERS_MAX);
    draft.metadata = metadata;
  },
};

/** Nothing is stored, so only false can be promised. */
export const STORE: Parameter = refused(
  "answers are not stored here; only false is possible",
  true,
  [false],
);

/** There is one tier. */
export const SERVICE_TIER: Parameter = accepted(
  "auto or default: there is one tier",
  "auto",
  (v, n) => readOneOf(n, v, ["auto", "default"]),
);

/** What only this gateway has: certainty, top_k, max_fee. */
export const AEGIS: Parameter = works(
  "{certainty, top_k, max_fee}: how sure to be, how many candidates, the most to pay in uasi",
  { certainty: "revealed", top_k: 40, max_fee: "100000000" },
  readAegis,
);

function readAegis(draft: Draft, value: unknown, name: string): void {
  for (const [key, each] of Object.entries(readObject(name, value))) {
    const inner = `${name}.${key}`.slice(0, LABEL_CHARACTERS_MAX);
    if (key === "certainty") draft.certainty = readOneOf(inner, each, CERTAINTIES);
    else if (key === "top_k") draft.topK = readWhole(inner, each, 1, TOP_K_MAX);
    else if (key === "max_fee") draft.maxFee = readUasi(inner, each);
    else throw unsupported(inner, "certainty, top_k and max_fee are what there is");
  }
}

/**
 * The form of an output: text, or JSON of a schema. `where` is the object with the schema's fields.
 * @throws OpenAiError for json_object, which has no grammar that could be verified.
 */
export function readFormat(draft: Draft, format: Json, name: string, where: unknown): void {
  const type = readOneOf(`${name}.type`, format["type"], ["text", "json_object", "json_schema"]);
  if (type === "text") return;
  if (type === "json_object") {
    throw unsupported(`${name}.type`, "json_object has no schema to verify; use json_schema");
  }
  const fields = readObject(`${name}.json_schema`, where);
  const title = readString(`${name}.name`, fields["name"], LABEL_CHARACTERS_MAX);
  if (!SCHEMA_NAME.test(title)) {
    throw invalidValue(`${name}.name`, "A schema's name has letters, digits, _ and -, at most 64.");
  }
  const { strict } = fields;
  if (strict !== undefined && strict !== null) readFlag(`${name}.strict`, strict);
  draft.format = { name: title, schema: readObject(`${name}.schema`, fields["schema"]) };
}
