/** Messages of a chat, in OpenAI's several forms, as the chain has them: role and text. */
import type { ChatMessage } from "../../../app/client/sdk/types.ts";
import { invalidValue, unsupported } from "./error.ts";
import { readList, readObject, readOneOf, readString } from "./values.ts";

const MESSAGES_MAX = 256;
const PARTS_MAX = 256;
const CONTENT_CHARACTERS_MAX = 1_048_576;
const ROLES = ["system", "developer", "user", "assistant"] as const;
/** Fields of a message besides role and content, each refused unless it is empty. */
const REFUSED_FIELDS: ReadonlyMap<string, string> = new Map([
  ["name", "the chat template has no names"],
  ["tool_calls", "models of this chain call no tools"],
  ["tool_call_id", "models of this chain call no tools"],
  ["function_call", "models of this chain call no tools"],
  ["audio", "tasks are text only"],
  ["refusal", "tasks have no refusals"],
]);

/** Names of the part that is text: the one of chats, and those of responses. */
const TEXT_PARTS = new Set(["text", "input_text", "output_text"]);

/**
 * The messages under the parameter `name`; `extra` are further fields that the endpoint has.
 * @throws OpenAiError naming the message and its field.
 */
export function readMessages(
  name: string,
  value: unknown,
  extra: ReadonlySet<string> = new Set(),
): readonly ChatMessage[] {
  const list = readList(name, value, MESSAGES_MAX);
  if (list.length === 0) throw invalidValue(name, `'${name}' is empty.`);
  return list.map((each, i) => readMessage(`${name}[${i}]`, each, extra));
}

function readMessage(name: string, value: unknown, extra: ReadonlySet<string>): ChatMessage {
  const message = readObject(name, value);
  if (message["role"] === "tool" || message["role"] === "function") {
    throw unsupported(`${name}.role`, "models of this chain call no tools");
  }
  const role = readOneOf(`${name}.role`, message["role"], ROLES);
  for (const [field, each] of Object.entries(message)) {
    if (field === "role" || field === "content" || extra.has(field)) continue;
    const isEmpty = each === null || (Array.isArray(each) && each.length === 0);
    const why = REFUSED_FIELDS.get(field);
    if (isEmpty && why !== undefined) continue;
    throw unsupported(`${name}.${field}`.slice(0, 128), why ?? "messages have role and content");
  }
  return {
    // The model's templates know one role for who gives instructions.
    role: role === "developer" ? "system" : role,
    content: readContent(`${name}.content`, message["content"]),
  };
}

function readContent(name: string, value: unknown): string {
  if (typeof value === "string") return readString(name, value, CONTENT_CHARACTERS_MAX);
  const parts = readList(name, value, PARTS_MAX).map((each, i) => {
    const inner = `${name}[${i}]`;
    const part = readObject(inner, each);
    const type = readString(`${inner}.type`, part["type"], CONTENT_CHARACTERS_MAX);
    if (!TEXT_PARTS.has(type)) {
      throw unsupported(`${inner}.type`, `'${type.slice(0, 40)}' is no text; tasks are text only`);
    }
    return readString(`${inner}.text`, part["text"], CONTENT_CHARACTERS_MAX);
  });
  return parts.join("");
}
