/** Answers of GET /v1/models, with what a task costs. */
import type { ModelView } from "../../../app/client/sdk/types.ts";

const SECOND_MS = 1_000;

/** One model; prices in uasi per 1,000 tokens. */
export function modelJson(model: ModelView): unknown {
  return {
    id: model.id,
    object: "model",
    created: Math.floor((model.registeredMs ?? 0) / SECOND_MS),
    owned_by: "aegis",
    aegis: {
      revision: model.revision,
      context_length: model.contextLength,
      active_nodes: model.activeNodes,
      sha256: model.sha256,
      pricing: {
        denom: "uasi",
        prompt_per_1000_tokens: `${model.promptPrice}`,
        output_per_1000_tokens: `${model.outputPrice}`,
      },
    },
  };
}

/** All of them. */
export function modelList(models: readonly ModelView[]): unknown {
  return { object: "list", data: models.map(modelJson) };
}
