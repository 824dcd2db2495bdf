/**
 * The prompt's token ids, made by whoever runs or checks a job from the job itself: nobody takes
 * another's ids.
 */
import type { Engine } from "./engine.ts";
import { AsliError } from "./error.ts";
import type { Job } from "./job.ts";
import { type PromptPiece, renderPrompt } from "./prompt.ts";

/** Why a model cannot answer a job. The reason follows from job and model alone. */
export type UnservableReason =
  /** The prompt leaves no room for one output token. */
  | "prompt_too_long"
  /** The prompt has no token, so there is nothing to go on from. */
  | "prompt_empty"
  /** The model has not the control tokens of the template. */
  | "template_unsupported";

export type PromptIds = { readonly ids: Uint32Array } | { readonly unservable: UnservableReason };

/**
 * Renders and tokenises the job's prompt.
 * @throws AsliError `prompt_invalid`; `context_too_small` when the engine was loaded with a smaller
 * context than the job's.
 */
export async function promptIds(engine: Engine, job: Job): Promise<PromptIds> {
  if (engine.model.contextLength < job.contextLength) {
    const { contextLength } = engine.model;
    throw new AsliError(
      "context_too_small",
      `the engine holds ${contextLength} tokens, the job needs ${job.contextLength}`,
    );
  }
  const ids: number[] = [];
  for (const piece of renderPrompt(job.prompt)) {
    const pieceIds = await idsOfPiece(engine, piece);
    if (pieceIds === undefined) return { unservable: "template_unsupported" };
    // One by one: a long text has more ids than a call may have arguments.
    for (const id of pieceIds) ids.push(id);
  }
  if (ids.length === 0) return { unservable: "prompt_empty" };
  if (ids.length >= job.contextLength) return { unservable: "prompt_too_long" };
  return { ids: Uint32Array.from(ids) };
}

async function idsOfPiece(
  engine: Engine,
  piece: PromptPiece,
): Promise<Iterable<number> | undefined> {
  if ("text" in piece) return engine.tokenize(piece.text);
  if ("special" in piece) {
    const id = engine.model.specialTokens.get(piece.special);
    return id === undefined ? undefined : [id];
  }
  const { addBos, bos } = engine.model;
  return addBos && bos !== undefined ? [bos] : [];
}
