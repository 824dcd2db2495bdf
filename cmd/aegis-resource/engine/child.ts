/**
 * The engine's child process: loads one model and answers its parent's requests, one after the
 * other. A model that crashes the library takes down this process and nothing else.
 */
import type { Token } from "node-llama-cpp";
import { assert, present } from "../../../app/lib/assert.ts";
import { EngineError, oneLine } from "./error.ts";
import { Evaluator } from "./evaluator.ts";
import { type LoadedModel, loadModel } from "./library.ts";
import type { ChildMessage, EngineCalls, EngineCallName, ParentMessage } from "./messages.ts";

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
  return run.prefill(request.input.prompt, request.input.output, hooks);
}

async function serve(request: Request, signal: AbortSignal): Promise<void> {
  try {
    send({ id: request.id, output: await answer(request, signal) });
  } catch (error) {
    const code = error instanceof EngineError ? error.code : "evaluation_failed";
    send({ id: request.id, error: { code, message: oneLine(error) } });
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
