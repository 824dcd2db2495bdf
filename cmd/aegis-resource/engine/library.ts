/**
 * Loads the inference library and a model inside the engine's child process, and turns what may go
 * wrong there into coded errors.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { LlamaContextSequence, LlamaModel } from "node-llama-cpp";
import type { ModelInfo } from "../../../app/asli/engine.ts";
import { EngineError, oneLine } from "./error.ts";
import { checkGgufHeader } from "./ggufHeader.ts";
import type { LoadOptions } from "./messages.ts";
import { readModelInfo } from "./modelInfo.ts";
import { checkKernelClass, contextOptions, LIBRARY_OPTIONS, MODEL_OPTIONS } from "./profile.ts";

const LOG_DELAY_MS = 100;

type Library = typeof import("node-llama-cpp");

/** What the library logged first: its exceptions only say that something failed. */
let firstComplaint: string | undefined;

/** A model in memory with the one sequence that it evaluates. */
export interface LoadedModel {
  readonly model: LlamaModel;
  readonly sequence: LlamaContextSequence;
  readonly info: ModelInfo;
  readonly systemInfo: string;
  readonly engine: string;
}

/**
 * Loads the library from its engine folder and the model in the execution profile.
 * @throws EngineError `not_installed`, `kernel_class`, `model_invalid`, `context_exceeded`,
 * `out_of_memory`.
 */
export async function loadModel(options: LoadOptions): Promise<LoadedModel> {
  checkGgufHeader(options.modelPath);
  const { library, engine } = await importLibrary(options.engineFolder);
  const llama = await startLibrary(library);
  checkKernelClass(options.kernelClass, llama.systemInfo);
  const model = await attempt(library, `cannot load ${options.modelPath}`, () =>
    llama.loadModel({ ...MODEL_OPTIONS, modelPath: options.modelPath }),
  );
  const { contextLength } = options;
  if (contextLength > model.trainContextSize) {
    throw new EngineError(
      "context_exceeded",
      `the model was trained for a context of ${model.trainContextSize} tokens, ` +
        `not ${contextLength}: ask for less`,
    );
  }
  const context = await attempt(library, `no context of ${contextLength} tokens`, () =>
    model.createContext({
      ...contextOptions(headSize(model)),
      contextSize: contextLength,
      threads: options.threads,
    }),
  );
  if (context.contextSize < contextLength) {
    throw new EngineError("out_of_memory", `no room for a context of ${contextLength} tokens`);
  }
  return {
    model,
    sequence: context.getSequence(),
    info: readModelInfo(model, options.modelSha256, contextLength),
    systemInfo: llama.systemInfo,
    engine,
  };
}

/** Numbers per key of one attention head; 0 when the file does not say. */
function headSize({ fileInfo }: LlamaModel): number {
  const { embedding_length: width = 0, attention } = fileInfo.architectureMetadata;
  const heads = attention?.head_count;
  const own = attention?.key_length;
  if (own !== undefined) return own;
  return typeof heads === "number" && heads > 0 ? width / heads : 0;
}

async function importLibrary(folder: string): Promise<{ library: Library; engine: string }> {
  const packageFolder = join(folder, "node-llama-cpp");
  try {
    const manifest = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
      name: string;
      version: string;
    };
    const library = await import(pathToFileURL(join(packageFolder, "dist", "index.js")).href);
    return { library, engine: `${manifest.name} ${manifest.version}` };
  } catch (error) {
    throw new EngineError(
      "not_installed",
      `the inference library is not in ${folder}: run npm ci (${oneLine(error)})`,
    );
  }
}

async function startLibrary(library: Library): ReturnType<Library["getLlama"]> {
  try {
    return await library.getLlama({
      ...LIBRARY_OPTIONS,
      logLevel: library.LlamaLogLevel.error,
      logger: (_level, message) => {
        firstComplaint ??= message.trim();
      },
    });
  } catch (error) {
    throw new EngineError(
      "kernel_class",
      `the inference library does not start on this CPU: run doctor (${oneLine(error)})`,
    );
  }
}

async function attempt<T>(library: Library, what: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof library.InsufficientMemoryError) {
      throw new EngineError("out_of_memory", `${what}: not enough memory (${oneLine(error)})`);
    }
    // What the library logs comes from another thread, often just after its exception.
    await setTimeout(LOG_DELAY_MS);
    throw new EngineError(
      "model_invalid",
      `${what}: the file is damaged, incomplete or no model for this engine ` +
        `(${oneLine(firstComplaint ?? error)})`,
    );
  }
}
