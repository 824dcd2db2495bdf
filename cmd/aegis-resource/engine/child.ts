/**
 * The engine's child process: loads one model and answers its parent's requests, one after the
 * other. A model that crashes the library takes down this process and nothing else.
 */
import type { Token } from "node-llama-cpp";
import { AsliError } from "../../../app/asli/error.ts";
import { type Generated, type Generation, generateBySteps } from "../../../app/asli/generate.ts";
import { assert, present } from "../../../app/lib/assert.ts";
import { EngineError, oneLine } from "./error.ts";
import { type BatchHooks, Evaluator } from "./evaluator.ts";
import { type LoadedModel, loadModel } from "./library.ts";
import type {
  ChildMessage,
  EngineCallName,
  EngineCalls,
  Failure,
  ParentMessage,
} from "./messages.ts";
import { packCandidates } from "./packed.ts";

/** A message costs about as much as sampling a token, so not each token is a sign of life. */
const SIGN_OF_LIFE_MS = 250;

type Request = Exclude<ParentMessage, { readonly abort: number }>;
type Output = EngineCalls[EngineCallName]["output"];

let loaded: LoadedModel | undefined;
let evaluator: Evaluator | undefined;
let queue: Promise<void> = Promise.resolve();
const aborts = new Map<number, AbortController>();

function send(message: ChildMessage): void {
  // Without a channel the parent is gone, and "disconnect" ends this process.
  process.send?.(message);
}

async function load(input: EngineCalls["load"]["input"]): Promise<Output> {
  assert(loaded === undefined, "a child loads one model");
  loaded = await loadModel(input);
  evaluator = new Evaluator(loaded.sequence, loaded.info);
  return { model: loaded.info, systemInfo: loaded.systemInfo, engine: loaded.engine };
}

function detokenize(ids: Uint32Array): string {
  const { model, info } = present(loaded, "the model");
  // The library aborts the process on an id that it does not know.
  if (ids.some((id) => id >= info.vocabularySize)) {
    throw new EngineError("request_invalid", "a token is not in the vocabulary");
  }
  return model.detokenize(
    Array.from(ids, (id) => id as Token),
    false,
  );
}

/** Samples here, so that no candidates go to the parent; `id` is the request's. */
function generate(
  id: number,
  generation: Generation,
  run: Evaluator,
  hooks: BatchHooks,
): Promise<Generated> {
  const engine = {
    begin: (prompt: Uint32Array) => run.begin(prompt, hooks),
    step: (token: number) => run.step(token),
    detokenize: async (ids: Uint32Array) => detokenize(ids),
  };
  let heard = performance.now();
  return generateBySteps(engine, generation, {
    signal: hooks.signal,
    onToken: (sampled) => {
      const now = performance.now();
      if (generation.streamed) send({ id, sampled });
      if (generation.streamed || now - heard < SIGN_OF_LIFE_MS) return;
      heard = now;
      send({ id, progress: true });
    },
  });
}

async function answer(request: Request, signal: AbortSignal): Promise<Output> {
  if (request.call === "load") return load(request.input);
  if (request.call === "tokenize") {
    return Uint32Array.from(present(loaded, "the model").model.tokenize(request.input, false));
  }
  if (request.call === "detokenize") return detokenize(request.input);
  const run = present(evaluator, "the model");
  const hooks = { signal, onBatch: () => send({ id: request.id, progress: true }) };
  if (request.call === "begin") return run.begin(request.input, hooks);
  if (request.call === "step") return run.step(request.input);
  if (request.call === "generate") return generate(request.id, request.input, run, hooks);
  return packCandidates(await run.prefill(request.input.prompt, request.input.output, hooks));
}

function failure(error: unknown): Failure {
  const message = oneLine(error);
  if (error instanceof AsliError) return { asli: error.code, message };
  return { code: error instanceof EngineError ? error.code : "evaluation_failed", message };
}

async function serve(request: Request, signal: AbortSignal): Promise<void> {
  try {
    send({ id: request.id, output: await answer(request, signal) });
  } catch (error) {
    send({ id: request.id, error: failure(error) });
  } finally {
    aborts.delete(request.id);
  }
}

process.on("message", (message: ParentMessage) => {
  if ("abort" in message) {
    aborts.get(message.abort)?.abort();
    return;
  }
  const controller = new AbortController();
  aborts.set(message.id, controller);
  queue = queue.then(() => serve(message, controller.signal));
});
process.on("disconnect", () => process.exit(0));
// A terminal sends its interrupt to the whole group; the parent decides when this process ends.
process.on("SIGINT", () => undefined);
