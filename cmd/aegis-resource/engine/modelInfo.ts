/** What a loaded model's file says about tokens, in the form that ASLI asks for. */
import type { LlamaModel, Token } from "node-llama-cpp";
import type { ModelInfo } from "../../../app/asli/engine.ts";
import { EngineError } from "./error.ts";

/** Kind of a control token in a GGUF's `tokenizer.ggml.token_type`. */
const CONTROL = 3;

/**
 * Reads the model's vocabulary.
 * @throws EngineError `model_invalid` when the file has none.
 */
export function readModelInfo(model: LlamaModel, sha256: string, contextLength: number): ModelInfo {
  const { tokens, types } = vocabulary(model);
  const specialTokens = new Map<string, number>();
  const endTokens: number[] = [];
  for (const [id, text] of tokens.entries()) {
    if (types[id] === CONTROL) specialTokens.set(text, id);
    if (model.isEogToken(id as Token)) endTokens.push(id);
  }
  const bos = model.tokens.shouldPrependBosToken ? model.tokens.bos : null;
  return {
    sha256,
    vocabularySize: tokens.length,
    contextLength,
    addBos: bos !== null,
    ...(bos === null ? {} : { bos }),
    endTokens,
    specialTokens,
  };
}

function vocabulary(model: LlamaModel): {
  tokens: readonly string[];
  types: readonly number[];
} {
  const section = model.fileInfo.metadata.tokenizer?.ggml as
    | { readonly tokens?: unknown; readonly token_type?: unknown }
    | undefined;
  const tokens = section?.tokens;
  const types = section?.token_type;
  if (!Array.isArray(tokens) || tokens.length === 0) {
    throw new EngineError("model_invalid", "the model file has no vocabulary");
  }
  return { tokens, types: Array.isArray(types) ? types : [] };
}
