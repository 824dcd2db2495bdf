/**
 * The prompt renderer. A prompt becomes a list of pieces: control tokens by name, and texts that
 * the engine tokenises one by one with special tokens off, so that no text can become a control
 * token and no user can forge a role.
 */
import { AsliError } from "./error.ts";

/** Whose words a message holds. */
export type Role = "system" | "user" | "assistant";

/** Roles in the order of their numbers on the chain, from 1. */
export const ROLES: readonly Role[] = ["system", "user", "assistant"];

export interface Message {
  readonly role: Role;
  readonly content: string;
}

/** What is asked, and in which template. */
export type Prompt =
  | { readonly template: "chatml/1"; readonly messages: readonly Message[] }
  | { readonly template: "raw/1"; readonly text: string };

/** Template ids that this version renders. */
export type Template = Prompt["template"];

export const TEMPLATES: readonly Template[] = ["chatml/1", "raw/1"];

/** A control token by its name, the model's beginning-of-text token if it wants one, or a text. */
export type PromptPiece =
  | { readonly special: string }
  | { readonly beginning: true }
  | { readonly text: string };

/**
 * Checks what a prompt may hold: at least one message, known roles, Unicode scalar values, no NUL.
 * @throws AsliError `prompt_invalid`.
 */
export function validatePrompt(prompt: Prompt): void {
  if (prompt.template === "raw/1") {
    validateText(prompt.text);
    return;
  }
  if (prompt.messages.length === 0) throw invalid("there is no message");
  for (const message of prompt.messages) {
    if (!ROLES.includes(message.role)) throw invalid("a role is system, user or assistant");
    validateText(message.content);
  }
}

function validateText(text: string): void {
  if (text.includes("\0")) throw invalid("text must not hold NUL");
  // With the u flag a surrogate matches only where it stands alone.
  if (/[\ud800-\udfff]/u.test(text)) throw invalid("text must be valid Unicode");
}

function invalid(message: string): AsliError {
  return new AsliError("prompt_invalid", `prompt: ${message}`);
}

/**
 * The pieces of a prompt, in order. An empty text makes no piece.
 * @throws AsliError `prompt_invalid` as `validatePrompt` does.
 */
export function renderPrompt(prompt: Prompt): PromptPiece[] {
  validatePrompt(prompt);
  const pieces = prompt.template === "raw/1" ? raw(prompt.text) : chatml(prompt.messages);
  return pieces.filter((piece) => !("text" in piece) || piece.text.length > 0);
}

function raw(text: string): PromptPiece[] {
  return [{ beginning: true }, { text }];
}

function chatml(messages: readonly Message[]): PromptPiece[] {
  const turns = messages.flatMap(({ role, content }): PromptPiece[] => [
    { special: "<|im_start|>" },
    { text: `${role}\n` },
    { text: content },
    { special: "<|im_end|>" },
    { text: "\n" },
  ]);
  return [...turns, { special: "<|im_start|>" }, { text: "assistant\n" }];
}
