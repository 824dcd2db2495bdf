/**
 * What a daemon does before its first task: it waits for the chain and for its registration,
 * refuses a model file that the chain does not name, loads it, proves that tokenizer and kernel
 * class are the registered ones, and measures its speed.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { ModelRevision } from "../../proto/gen/aegis/tasks/v1/model.ts";
import type { NodeView } from "../../proto/gen/aegis/tasks/v1/query.ts";
import { ProofError } from "../../app/client/ics23Bytes.ts";
import { LightError, type LightFault } from "../../app/client/light/error.ts";
import { RpcError } from "../../app/client/rpc.ts";
import { hex } from "../../app/lib/bytes.ts";
import type { Logger } from "../../app/lib/log.ts";
import type { Chain } from "./chain/chain.ts";
import { prove } from "./doctor/proof.ts";
import { measureSpeed } from "./doctor/speed.ts";
import { type ChildEngine, openEngine } from "./engine/engine.ts";
import { oneLine } from "./engine/error.ts";
import { hashFile } from "./engine/fileHash.ts";
import type { ResourceConfig } from "./home/config.ts";
import type { Journal } from "./journal/journal.ts";
import { WrongChainError } from "./watch.ts";
import { SpeedEstimate, speedName } from "./work/speed.ts";

/** A node that can begin. */
export interface Prepared {
  readonly engine: ChildEngine;
  readonly speed: SpeedEstimate;
  /** Ids of the models that it works on. */
  readonly models: readonly string[];
}

const RETRY_MS_MIN = 500;
const RETRY_MS_MAX = 15_000;

/**
 * Prepares a node; waits as long as the chain or the registration is missing.
 * @throws WrongChainError, EngineError, Error when file, tokenizer or kernel class are not the
 * chain's; the reason of `signal`.
 */
export async function prepare(
  config: ResourceConfig,
  { chain, journal }: { readonly chain: Chain; readonly journal: Journal },
  log: Logger,
  signal: AbortSignal,
): Promise<Prepared> {
  await patiently(log, signal, "waiting for the chain", async () => {
    const { chainId } = await chain.status();
    if (chainId === config.chainId) return chainId;
    throw new WrongChainError(
      `the node is on chain ${chainId}, this home is for ${config.chainId}: correct config.toml`,
    );
  });
  const node = await patiently(log, signal, "waiting for this node's registration", () =>
    chain.node(),
  );
  for (const note of node.notes) log.warn(note);
  const revisions = await patiently(log, signal, "waiting for the models", () =>
    servedRevisions(config, node, chain),
  );
  const [first] = revisions;
  if (first === undefined) throw new Error("the node is registered for no model");
  const engine = await openEngine({
    modelPath: config.modelPath,
    sha256: hex(first.ggufSha256),
    contextLength: Math.max(...revisions.map(({ contextLength }) => contextLength)),
    threads: config.threads,
    kernelClass: config.kernelClass,
  });
  try {
    signal.throwIfAborted();
    for (const revision of revisions) await prove(engine, revision);
    // Measuring takes seconds that a node which was restarted with duties may not have.
    const speedOf = speedName(engine);
    const measured = journal.speed(speedOf) ?? (await measureSpeed(engine));
    journal.keepSpeed(speedOf, measured);
    const speed = new SpeedEstimate(measured);
    log.info("engine ready", {
      library: engine.library,
      kernelClass: engine.kernelClass,
      systemInfo: engine.systemInfo.trim(),
      modelSha256: engine.model.sha256,
      ...speed.speed,
    });
    return { engine, speed, models: revisions.map(({ model }) => model) };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/**
 * Acting revisions of the node's models that name this very file.
 * @throws Error when there is none: another file would only make wrong results.
 */
async function servedRevisions(
  { modelPath, kernelClass: own }: ResourceConfig,
  node: NodeView,
  chain: Chain,
): Promise<ModelRevision[]> {
  const { sha256 } = await hashFile(modelPath);
  const served: ModelRevision[] = [];
  const others: string[] = [];
  for (const { model, kernelClass } of node.node?.models ?? []) {
    if (kernelClass !== own) {
      others.push(
        `the node is registered for ${model} in kernel class ${kernelClass}, not in ${own}`,
      );
      continue;
    }
    const revision = await chain.revision(model, 0);
    const wanted = hex(revision.ggufSha256);
    if (wanted === sha256) served.push(revision);
    else others.push(`revision ${revision.number} of ${model} needs ${wanted}`);
  }
  if (served.length > 0) return served;
  const needs = others.length === 0 ? "the node is registered for no model" : others.join(", ");
  throw new Error(`model file ${modelPath} has SHA-256 ${sha256}, but ${needs}`);
}

/** What no patience helps against: the user has to give another header to trust. */
const LASTING: ReadonlySet<LightFault> = new Set(["trust_mismatch", "trust_expired", "too_early"]);

/** Whether the next try may succeed: the node is silent or behind, or its answer is not proven. */
function mayPass(error: unknown): boolean {
  if (error instanceof LightError) return !LASTING.has(error.code);
  return error instanceof RpcError || error instanceof ProofError;
}

/** Asks until there is an answer that can be believed. */
async function patiently<T>(
  log: Logger,
  signal: AbortSignal,
  what: string,
  ask: () => Promise<T | undefined>,
): Promise<T> {
  for (let pauseMs = RETRY_MS_MIN; ; pauseMs = Math.min(RETRY_MS_MAX, pauseMs * 2)) {
    signal.throwIfAborted();
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      log.info(what);
    } catch (error) {
      if (!mayPass(error)) throw error;
      log.info(what, { reason: oneLine(error) });
    }
    await sleep(pauseMs, undefined, { signal });
  }
}
