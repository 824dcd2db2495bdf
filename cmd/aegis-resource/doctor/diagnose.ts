/**
 * What `doctor` looks at, one finding after the other, each with what to do about it. A failure of
 * one never hides the others that can still be looked at.
 */
import { readFile } from "node:fs/promises";
import { freemem } from "node:os";
import { type ChildEngine, openEngine } from "../engine/engine.ts";
import { oneLine } from "../engine/error.ts";
import { type HashedFile, hashFile } from "../engine/fileHash.ts";
import { expectedAnswer, knownAnswer } from "../engine/knownAnswer.ts";
import { answerFault } from "./proof.ts";
import { cpuFeatures } from "../engine/profile.ts";
import { measureSpeed } from "./speed.ts";

/** One thing that was looked at. */
export interface Finding {
  readonly name: string;
  readonly state: "ok" | "warning" | "failed";
  readonly detail: string;
  /** What to do; present unless everything is well. */
  readonly advice?: string;
}

/** What to look at. */
export interface Subject {
  readonly modelPath: string;
  readonly threads: number;
  readonly kernelClass: string;
  /** Home of the node; without it the chain is not looked at. */
  readonly home?: string | undefined;
}

/**
 * Looks at the chain as the node in `home` sees it: reachable, balance, stake. It reports what is
 * wrong as findings; what it throws becomes one.
 */
export type ChainProbe = (home: string) => Promise<readonly Finding[]>;

/** Beside the model file: the context's cache, batch buffers and the process itself. */
const MEMORY_BESIDE_MODEL_BYTES = 768 * 1024 * 1024;

/** Below these, in tokens per second, hardly any model's minimum will be met. */
const DECODE_SPEED_MIN = 5;
const PREFILL_SPEED_MIN = 20;

const MIB = 1024 * 1024;

/** Yields the findings as they are made. */
export async function* diagnose(
  subject: Subject,
  chainProbe: ChainProbe | undefined,
): AsyncGenerator<Finding> {
  const file = await hashFile(subject.modelPath).catch((error: unknown) => oneLine(error));
  yield modelFinding(file);
  yield await cpuFinding(subject.kernelClass);
  if (typeof file !== "string") {
    yield memoryFinding(file.bytes);
    yield* engineFindings(subject);
  }
  yield* chainFindings(subject.home, chainProbe);
}

function modelFinding(file: HashedFile | string): Finding {
  const name = "model file";
  if (typeof file === "string") {
    return { name, state: "failed", detail: file, advice: "Name the model file with --model." };
  }
  const size = `${Math.round(file.bytes / MIB)} MiB`;
  return { name, state: "ok", detail: `${file.path}, ${size}, SHA-256 ${file.sha256}` };
}

async function cpuFinding(kernelClass: string): Promise<Finding> {
  const name = "CPU";
  const features = cpuFeatures(kernelClass);
  const text = await readFile("/proc/cpuinfo", "utf8").catch(() => "");
  const model = /^model name\s*:\s*(.*)$/m.exec(text)?.[1] ?? "unknown model";
  const flags = /^flags\s*:\s*(.*)$/m.exec(text)?.[1]?.split(" ") ?? [];
  const missing = features.filter((feature) => !flags.includes(feature));
  if (missing.length === 0) {
    return { name, state: "ok", detail: `${model} with ${features.join(", ")}` };
  }
  return {
    name,
    state: "failed",
    detail: `${model} without ${missing.join(", ")}`,
    advice: `Nodes of ${kernelClass} need an x64 CPU with ${features.join(", ")}.`,
  };
}

function memoryFinding(modelBytes: number): Finding {
  const name = "memory";
  const needed = modelBytes + MEMORY_BESIDE_MODEL_BYTES;
  const free = freemem();
  const detail = `${Math.round(free / MIB)} MiB free, about ${Math.round(needed / MIB)} MiB needed`;
  if (free >= needed) return { name, state: "ok", detail };
  return {
    name,
    state: "warning",
    detail,
    advice: "Stop other programs, or take a smaller model.",
  };
}

async function* engineFindings(subject: Subject): AsyncGenerator<Finding> {
  const name = "engine";
  let engine: ChildEngine;
  try {
    engine = await openEngine(subject);
  } catch (error) {
    const advice = "Fetch the file again if it is damaged; run npm ci if the engine is missing.";
    yield { name, state: "failed", detail: oneLine(error), advice };
    return;
  }
  try {
    const { library, kernelClass, systemInfo } = engine;
    yield { name, state: "ok", detail: `${library}, ${kernelClass}, ${systemInfo.trim()}` };
    yield await answerFinding(engine);
    yield* speedFindings(await measureSpeed(engine));
  } catch (error) {
    const advice = "The model loads but does not run: fetch the file again, or free memory.";
    yield { name, state: "failed", detail: oneLine(error), advice };
  } finally {
    await engine.close();
  }
}

async function answerFinding(engine: ChildEngine): Promise<Finding> {
  const name = "kernel class";
  const answer = await knownAnswer(engine);
  const expected = expectedAnswer(engine.kernelClass, engine.model.sha256);
  if (expected === undefined) {
    const detail = `this model's answer is not known here; this machine's is ${answer}`;
    return { name, state: "warning", detail, advice: "Compare it with other nodes of the model." };
  }
  const fault = answerFault(answer, expected);
  if (fault === undefined) {
    return { name, state: "ok", detail: `${engine.kernelClass}, known answer ${answer}` };
  }
  return {
    name,
    state: "failed",
    detail: fault,
    advice: "This CPU or its system library computes otherwise: it cannot serve in this class.",
  };
}

function* speedFindings(speed: { decode: number; prefill: number }): Generator<Finding> {
  const advice = "Stop other programs, or set --threads to the number of free cores.";
  const finding = (name: string, value: number, least: number): Finding => {
    const detail = `${value.toFixed(1)} tokens/s`;
    if (value >= least) return { name, state: "ok", detail };
    return { name, state: "warning", detail, advice };
  };
  yield finding("decode speed", speed.decode, DECODE_SPEED_MIN);
  yield finding("prefill speed", speed.prefill, PREFILL_SPEED_MIN);
}

async function* chainFindings(
  home: string | undefined,
  chainProbe: ChainProbe | undefined,
): AsyncGenerator<Finding> {
  if (home === undefined || chainProbe === undefined) {
    const advice = "Give --home DIR to look at the chain, the balance and the stake too.";
    yield { name: "chain", state: "warning", detail: "not looked at", advice };
    return;
  }
  try {
    yield* await chainProbe(home);
  } catch (error) {
    const advice = "Check the node address in the home's configuration and that the node runs.";
    yield { name: "chain", state: "failed", detail: oneLine(error), advice };
  }
}
