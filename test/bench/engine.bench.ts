/**
 * Cost of ASLI's way of inference against the bare library in one run: decoding through the
 * engine's child process, with and without the sampler, and checking against a bare prefill of the
 * same tokens.
 *
 * Last: test/reports/engine.md.
 */
import { readFileSync } from "node:fs";
import type { LlamaContextSequence, Token } from "node-llama-cpp";
import { checkResult } from "../../app/asli/checkResult.ts";
import { execute } from "../../app/asli/executor.ts";
import { type Job, parseJob } from "../../app/asli/job.ts";
import type { Result } from "../../app/asli/result.ts";
import { DEFAULT_TOLERANCES } from "../../app/asli/tolerancesFile.ts";
import { present } from "../../app/lib/assert.ts";
import { type ChildEngine, openEngine } from "../../cmd/aegis-resource/engine/engine.ts";
import { loadModel } from "../../cmd/aegis-resource/engine/library.ts";
import { engineFolder } from "../../cmd/aegis-resource/engine/locate.ts";
import { KERNEL_CLASS } from "../../cmd/aegis-resource/engine/profile.ts";
import { best } from "../kit/candidates.ts";
import { chatJob } from "../kit/inference.ts";
import { DEFAULT_MODEL_SHA256, realModel } from "../kit/realModel.ts";

const ROUNDS = 15;
const OUTPUT_TOKENS = 64;
const CONTEXT = 2_048;

const STAGES = ["bare decode", "engine decode", "infer", "bare prefill", "engine prefill", "check"];

/** Milliseconds of a piece of work: by the clock, and of CPU in this process and the engine's. */
interface Cost {
  readonly clock: number;
  readonly cpu: number;
}

/** Linux counts a process's CPU time in ticks of 10 ms. */
const TICK_MS = 10;

/** CPU milliseconds that process `pid` has used so far. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // User and system time: the 12th and 13th field after the name, which may itself hold blanks.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function costOf(work: () => Promise<unknown>, child: number): Promise<Cost> {
  const used = (): number => cpuOf(child) + cpuOf(process.pid);
  const cpu = used();
  const start = performance.now();
  await work();
  return { clock: performance.now() - start, cpu: used() - cpu };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}

/** What the library does with its own greedy sampler, and nothing else. */
async function bareDecode(sequence: LlamaContextSequence, prompt: Token[]): Promise<void> {
  await sequence.clearHistory();
  let count = 0;
  for await (const _token of sequence.evaluate(prompt, { temperature: 0, yieldEogToken: true })) {
    count += 1;
    if (count === OUTPUT_TOKENS) return;
  }
}

async function barePrefill(sequence: LlamaContextSequence, tokens: Token[]): Promise<void> {
  await sequence.clearHistory();
  await sequence.controlledEvaluate(tokens);
}

async function engineDecode(engine: ChildEngine, prompt: Uint32Array): Promise<void> {
  let candidates = await engine.begin(prompt);
  for (let count = 1; count < OUTPUT_TOKENS; count += 1) {
    candidates = await engine.step(best(candidates));
  }
}

/** A job whose answer has as many tokens as are measured, and that answer. */
async function fullAnswer(engine: ChildEngine): Promise<{ job: Job; result: Result }> {
  const more = { max_output_tokens: OUTPUT_TOKENS };
  const job = parseJob(chatJob("Describe a rainy evening in a big city.", more));
  const outcome = await execute(engine, job, { endTokens: [] });
  if (!("result" in outcome)) throw new Error("the job must be servable");
  return { job, result: outcome.result };
}

async function main(): Promise<void> {
  const modelPath = await realModel();
  const bare = await loadModel({
    modelPath,
    modelSha256: DEFAULT_MODEL_SHA256,
    contextLength: CONTEXT,
    threads: 1,
    kernelClass: KERNEL_CLASS,
    engineFolder: await engineFolder(KERNEL_CLASS),
  });
  const engine = await openEngine({ modelPath, contextLength: CONTEXT });
  const { job, result } = await fullAnswer(engine);
  const text = await engine.tokenize(
    "A chat of about forty tokens begins with a question. ".repeat(4),
  );
  const prompt = text.slice(0, result.promptTokens);
  const output = result.outputTokens;
  const tokens = Array.from([...prompt, ...output.subarray(0, -1)], (id) => id as Token);
  const promptTokens = tokens.slice(0, prompt.length);
  const options = { tolerances: DEFAULT_TOLERANCES, endTokens: [] };
  const work: (() => Promise<unknown>)[] = [
    () => bareDecode(bare.sequence, promptTokens),
    () => engineDecode(engine, prompt),
    () => execute(engine, job, { endTokens: [] }),
    () => barePrefill(bare.sequence, tokens),
    () => engine.prefill(prompt, output),
    () => checkResult(engine, job, result, options),
  ];
  const child = present(engine.pid, "the engine's process");
  const costs: Cost[][] = work.map(() => []);
  for (const each of work) await each();
  // Short rounds, forwards and backwards in turn: another program's load falls on all alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = [...work.entries()];
    if (round % 2 === 1) order.reverse();
    for (const [at, each] of order) costs[at]?.push(await costOf(each, child));
  }
  await engine.close();
  report(costs, prompt.length);
  // The bare library keeps a thread pool that would hold this process.
  process.exit(0);
}

function report(costs: readonly (readonly Cost[])[], promptLength: number): void {
  const write = (line: string): void => void process.stdout.write(`${line}\n`);
  write(`prompt ${promptLength}, output ${OUTPUT_TOKENS} tokens, 1 thread, ${ROUNDS} rounds`);
  for (const [at, stage] of STAGES.entries()) {
    const milliseconds = median((costs[at] as Cost[]).map(({ clock }) => clock));
    const count = at < 3 ? OUTPUT_TOKENS : promptLength + OUTPUT_TOKENS;
    const speed = ((count * 1e3) / milliseconds).toFixed(1);
    write(`${stage.padEnd(15)} ${milliseconds.toFixed(0).padStart(6)} ms  ${speed} tokens/s`);
  }
  const ratio = (at: number, to: number): string => ratios(costs[at] ?? [], costs[to] ?? []);
  write("                                      clock   CPU");
  write(`speed of engine decode / bare decode:  ${ratio(0, 1)}`);
  write(`speed of infer / bare decode:          ${ratio(0, 2)}  (target at least 0.95)`);
  write(`time of engine prefill / bare prefill: ${ratio(4, 3)}`);
  write(`time of check / bare prefill:          ${ratio(5, 3)}  (target at most 1.20)`);
  write(`time of check / infer:                 ${ratio(5, 2)}`);
}

/**
 * By the clock the median of the rounds' ratios, whose two times were taken within seconds; of CPU
 * the ratio of the sums, because ticks are coarse and other programs' load hardly moves it.
 */
function ratios(above: readonly Cost[], below: readonly Cost[]): string {
  const sum = (all: readonly Cost[]): number => all.reduce((total, { cpu }) => total + cpu, 0);
  const byRound = above.map(({ clock }, round) => clock / present(below[round], "a round").clock);
  return `${median(byRound).toFixed(3)}  ${(sum(above) / sum(below)).toFixed(3)}`;
}

await main();
