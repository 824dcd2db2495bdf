/**
 * Many clients at once through a gateway on a live network with the real model; the gateway killed
 * in the middle of a hundred requests; the chain halted. No request may be lost or charged twice.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { openEngine } from "../../cmd/aegis-resource/engine/engine.ts";
import { parseJob } from "../../app/asli/job.ts";
import { execute } from "../../app/asli/executor.ts";
import { validatorName } from "../../localnet/layout.ts";
import { compareBooks, openRequests } from "../kit/gatewayBook.ts";
import { type Answered, type ClientsLog, runClients } from "../kit/gatewayClients.ts";
import { type LiveGateway, liveGateway, pay, testOwner } from "../kit/liveGateway.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";
import { realModel } from "../kit/realModel.ts";
import type { Campaign, Report } from "./report.ts";

const CLIENTS = 32;
const MINUTES = 10;
const MINUTE_MS = 60_000;
const MAX_TOKENS = 8;
const DEPOSIT = 200_000_000n;
const KILLED_REQUESTS = 100;
/** The bare engine's time is the best of this many. */
const BARE_RUNS = 5;
const KILL_AFTER_MS = 20_000;
const SETTLE_MS = 15 * MINUTE_MS;
const HALT_MS = MINUTE_MS;
const MEBIBYTE = 2 ** 20;
/** Memory may grow by this much between the second minute and the last. */
const GROWTH_MAX = 64;

/** A network, a gateway, and its clients. */
interface Scene {
  readonly network: TestNetwork;
  readonly gateway: LiveGateway;
  readonly keys: readonly string[];
  readonly accounts: ReadonlySet<string>;
}

async function run(report: Report, args: readonly string[]): Promise<void> {
  const [count = CLIENTS, minutes = MINUTES, killed = KILLED_REQUESTS] = args.map(Number);
  const network = await testNetwork({ name: "single", say: (line) => report.progress(line) });
  let gateway: LiveGateway | undefined;
  try {
    gateway = await liveGateway(network.running, { "log-level": "warn" });
    const scene = await fund({ network, gateway }, count);
    const bare = await bareEngine(report);
    await crowd(report, scene, minutes, bare);
    await killMidway(report, scene, killed);
    await halt(report, scene);
  } finally {
    await gateway?.close();
    await network.close();
  }
}

/** A deposit and a key for each client. */
async function fund(
  { network, gateway }: Pick<Scene, "network" | "gateway">,
  count: number,
): Promise<Scene> {
  const owners = Array.from({ length: count }, (_, i) => testOwner(i));
  const accounts = owners.map((owner) => gateway.accountOf(owner));
  for (const account of accounts) await pay(network.running, account, DEPOSIT);
  const keys = owners.map((owner) => gateway.newKey(owner));
  return { network, gateway, keys, accounts: new Set(accounts) };
}

interface Bare {
  readonly firstMs: number;
  readonly totalMs: number;
}

/** How long the engine alone takes for one such request: its first token, and all. */
async function bareEngine(report: Report): Promise<Bare> {
  const engine = await openEngine({
    modelPath: await realModel(),
    contextLength: 2_048,
    threads: 1,
  });
  const messages = [{ role: "user", content: "Client 1, question 1: name a colour." }];
  const timed = async (tokens: number): Promise<number> => {
    const json = { messages, max_output_tokens: tokens, seed: "11".repeat(32) };
    const job = parseJob({ ...json, sampling: { temperature_milli: 700 } });
    const startedMs = Date.now();
    await execute(engine, job, {});
    return Date.now() - startedMs;
  };
  try {
    const best = async (tokens: number): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < BARE_RUNS; i += 1) times.push(await timed(tokens));
      return Math.min(...times);
    };
    const bare = { firstMs: await best(1), totalMs: await best(MAX_TOKENS) };
    report.figure("bare engine, first token", `${bare.firstMs} ms`);
    report.figure(`bare engine, ${MAX_TOKENS} tokens`, `${bare.totalMs} ms`);
    return bare;
  } finally {
    await engine.close();
  }
}

async function crowd(report: Report, scene: Scene, minutes: number, bare: Bare): Promise<void> {
  const { gateway, keys, network } = scene;
  const endMs = Date.now() + minutes * MINUTE_MS;
  const goesOn = (): boolean => Date.now() < endMs;
  const memory: number[] = [];
  const sampling = (async () => {
    while (goesOn()) {
      memory.push(await residentMemory(gateway.url));
      await sleep(Math.min(MINUTE_MS / 2, Math.max(1, endMs - Date.now())));
    }
  })();
  const log = await runClients({ url: gateway.url, keys, maxTokens: MAX_TOKENS, goesOn });
  await sampling;
  report.figure("clients at once", keys.length);
  report.figure("minutes", minutes);
  tell(report, log, keys.length, bare);
  report.figure("memory of the gateway", memory.map((each) => `${each} MiB`).join(", "));
  await settled(scene);
  const book = await compareBooks(network.running, gateway.home, scene.accounts);
  report.figure("tasks on the chain", book.tasks);
  report.figure("uasi charged", book.charged);
  check(book.complaints.length === 0, book.complaints.slice(0, 3).join("; "));
  const tasks = new Set(log.answered.map(({ task }) => task));
  check(tasks.size === log.answered.length, "two requests were answered from one task");
  check(book.tasks === tasks.size, `${book.tasks} tasks for ${tasks.size} answers`);
  check(log.failed.size === 0, `failed: ${JSON.stringify([...log.failed])}`);
  const grown = (memory.at(-1) ?? 0) - (memory[4] ?? memory[0] ?? 0);
  check(grown <= GROWTH_MAX, `the gateway's memory grew by ${grown} MiB`);
}

function tell(report: Report, { answered, failed }: ClientsLog, count: number, bare: Bare): void {
  const each = Array.from(
    { length: count },
    (_, i) => answered.filter(({ client }) => client === i).length,
  );
  const median = (of: (one: Answered) => number): number =>
    answered.map(of).toSorted((a, b) => a - b)[Math.floor(answered.length / 2)] ?? 0;
  const first = median(({ firstTextMs }) => firstTextMs);
  const total = median(({ totalMs }) => totalMs);
  report.figure("answered", answered.length);
  report.figure(
    "failed",
    [...failed.values()].reduce((sum, one) => sum + one, 0),
  );
  report.figure("answers per client, least and most", `${Math.min(...each)}, ${Math.max(...each)}`);
  report.figure("to the first text, median", `${first} ms, ${ratio(first, bare.firstMs)}`);
  report.figure("to soft_final, median", `${total} ms, ${ratio(total, bare.totalMs)}`);
  check(Math.max(...each) - Math.min(...each) <= 2, `unfair: ${each.join(", ")}`);
}

function ratio(ms: number, bareMs: number): string {
  return `${(ms / Math.max(1, bareMs)).toFixed(1)} times the bare engine's`;
}

/** Kills the gateway in the middle of requests, starts it again, and compares the books. */
async function killMidway(report: Report, scene: Scene, count: number): Promise<void> {
  const { gateway, network, keys } = scene;
  let left = count;
  const asking = runClients({
    url: gateway.url,
    keys: Array.from({ length: count }, (_, i) => keys[i % keys.length] ?? ""),
    maxTokens: MAX_TOKENS,
    goesOn: () => {
      left -= 1;
      return left >= 0;
    },
  });
  await sleep(KILL_AFTER_MS);
  await gateway.kill();
  const { answered } = await asking;
  report.figure("answered before the kill", `${answered.length} of ${count}`);
  await gateway.restart();
  await settled(scene);
  const book = await compareBooks(network.running, gateway.home, scene.accounts);
  report.figure("stages after the restart", JSON.stringify(book.stages));
  report.figure("charges without a result or refund", book.complaints.length);
  check(book.complaints.length === 0, book.complaints.slice(0, 3).join("; "));
}

/** Halts the chain for a minute: clear errors, then recovery. */
async function halt(report: Report, scene: Scene): Promise<void> {
  const { gateway, network, keys } = scene;
  const pid = network.running.processes.get(validatorName(0))?.pid ?? 0;
  const once = (): (() => boolean) => {
    let left = keys.length;
    return () => {
      left -= 1;
      return left >= 0;
    };
  };
  const shared = { url: gateway.url, keys: keys.slice(0, 4), maxTokens: MAX_TOKENS };
  process.kill(-pid, "SIGSTOP");
  const resumed = sleep(HALT_MS).then(() => process.kill(-pid, "SIGCONT"));
  const startedMs = Date.now();
  const during = await runClients({
    ...shared,
    goesOn: () => Date.now() < startedMs + HALT_MS / 2,
  });
  await resumed;
  report.figure("errors while the chain stood still", JSON.stringify([...during.failed]));
  await sleep(MINUTE_MS / 4);
  const after = await runClients({ ...shared, goesOn: once() });
  report.figure("answered afterwards", after.answered.length);
  check(after.answered.length > 0 && after.failed.size === 0, "no recovery after the halt");
  const clear = new Set(["chain_unreachable", "timeout"]);
  const strange = [...during.failed.keys()].filter((code) => !clear.has(code));
  check(strange.length === 0, `unclear errors: ${strange.join(", ")}`);
  await settled(scene);
  const book = await compareBooks(network.running, gateway.home, scene.accounts);
  check(book.complaints.length === 0, book.complaints.slice(0, 3).join("; "));
}

/** Waits until the money of every request has moved. */
async function settled({ gateway }: Scene): Promise<void> {
  const endMs = Date.now() + SETTLE_MS;
  while (openRequests(gateway.home) > 0) {
    check(Date.now() < endMs, `${openRequests(gateway.home)} requests never settled`);
    await sleep(1_000);
  }
}

async function residentMemory(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const bytes = Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1] ?? 0);
  return Math.round(bytes / MEBIBYTE);
}

function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** `npm run campaign -- clients [CLIENTS] [MINUTES] [KILLED]`. */
export const campaign: Campaign = {
  name: "clients",
  summary:
    "Many clients at once through the gateway with the real model: nothing lost, nothing charged " +
    "twice, all served alike; the same after a kill in the middle of requests and a halted chain.",
  run,
};
