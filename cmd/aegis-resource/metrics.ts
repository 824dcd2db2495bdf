/** Prometheus metrics and health of a resource node, on an address that is off unless it is set. */
import { createServer, type Server } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { AccountView } from "./account.ts";
import type { JobRole, JobState, StepKind } from "./journal/job.ts";

/** What the daemon reports. */
export interface ResourceMetrics {
  height(height: bigint): void;
  /** Says that the model is loaded. */
  ready(): void;
  run(role: JobRole, seconds: number, isDone: boolean): void;
  transaction(kind: StepKind, isIncluded: boolean): void;
  account(view: AccountView): void;
  /** Stops serving. */
  close(): Promise<void>;
}

/** What is read when somebody asks. */
export interface MetricsSource {
  readonly jobs: () => Partial<Record<JobState, number>>;
  /** Empty until it is measured. */
  readonly speed: () => { readonly decode?: number; readonly prefill?: number };
  /**
   * When it verifies: the last header that state was proven to, how many answers were not believed,
   * and why the latest was not, until the node is believed again.
   */
  readonly proofs?: () => {
    readonly height: bigint;
    readonly refused: number;
    readonly doubt?: string | undefined;
  };
}

const MS_PER_SECOND = 1_000;
const RUN_SECONDS = [0.1, 0.5, 1, 2, 5, 10, 20, 60, 120, 300];

/**
 * Serves GET /metrics, /health and /ready on `address` (`host:port`); only counts when it is empty.
 * @throws RangeError when the address is malformed; Error when the port is in use.
 */
export async function resourceMetrics(
  address: string,
  source: MetricsSource,
): Promise<ResourceMetrics> {
  const registry = new Registry();
  const registers = [registry];
  const height = new Gauge({
    name: "aegis_resource_height",
    help: "Height that was last looked at",
    registers,
  });
  const ready = new Gauge({
    name: "aegis_resource_ready",
    help: "1 once the model is loaded and the chain is followed",
    registers,
  });
  const runs = new Histogram({
    name: "aegis_resource_run_seconds",
    help: "Time of runs on the engine",
    labelNames: ["role", "outcome"],
    buckets: RUN_SECONDS,
    registers,
  });
  const transactions = new Counter({
    name: "aegis_resource_transactions_total",
    help: "Transactions by kind and what became of them",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const tellAccount = accountMetrics(registers);
  const startSeconds = new Gauge({
    name: "aegis_resource_start_seconds",
    help: "From the start until ready: waiting for the chain, loading and proving the model",
    registers,
  });
  const started = performance.now();
  let isReady = false;
  const server =
    address === "" ? undefined : await serve(address, { registry, isReady: () => isReady }, source);
  return {
    height: (value) => height.set(Number(value)),
    ready: () => {
      isReady = true;
      ready.set(1);
      startSeconds.set((performance.now() - started) / MS_PER_SECOND);
    },
    run: (role, seconds, isDone) =>
      runs.observe({ role, outcome: isDone ? "done" : "ended early" }, seconds),
    transaction: (kind, isIncluded) =>
      transactions.inc({ kind, outcome: isIncluded ? "included" : "failed" }),
    account: tellAccount,
    close: async () => {
      if (server === undefined) return;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Metrics of what the node owns; what it returns is told of every look. */
function accountMetrics(registers: Registry[]): (view: AccountView) => void {
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const balance = gauge("aegis_resource_balance_uasi", "What the node can pay fees with");
  const stake = gauge("aegis_resource_stake_uasi", "Stake of the node; 0 while not registered");
  const lost = new Counter({
    name: "aegis_resource_stake_lost_uasi_total",
    help: "What slashes and withdrawals took from the stake while this process ran",
    registers,
  });
  return (view) => {
    balance.set(Number(view.balance));
    stake.set(Number(view.stake));
    lost.inc(Number(view.lost));
  };
}

interface Served {
  readonly registry: Registry;
  readonly isReady: () => boolean;
}

async function serve(
  address: string,
  { registry, isReady }: Served,
  source: MetricsSource,
): Promise<Server> {
  const match = /^(.+):(\d{1,5})$/.exec(address);
  if (match === null) throw new RangeError(`metrics_address "${address}" is not host:port`);
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "aegis_resource_jobs",
    help: "Jobs of the journal by state",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      this.reset();
      for (const [state, count] of Object.entries(source.jobs())) this.set({ state }, count);
    },
  });
  new Gauge({
    name: "aegis_resource_tokens_per_second",
    help: "Estimated speed of the engine",
    labelNames: ["kind"],
    registers: [registry],
    collect() {
      for (const [kind, value] of Object.entries(source.speed())) this.set({ kind }, value);
    },
  });
  const { proofs } = source;
  if (proofs !== undefined) proofGauges(registry, proofs);
  const server = createServer((request, response) => {
    if (request.url === "/health" || request.url === "/ready") {
      const reasons = request.url === "/health" ? [] : reasonsAgainst(isReady(), proofs?.().doubt);
      const ready = reasons.length === 0;
      response.writeHead(ready ? 200 : 503, { "content-type": "application/json" });
      response.end(`${JSON.stringify({ ready, reasons })}\n`);
      return;
    }
    if (request.url !== "/metrics") {
      response.writeHead(404).end("GET /metrics, /health or /ready\n");
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(match[2]), match[1], resolve);
  });
  return server;
}

function reasonsAgainst(isReady: boolean, doubt: string | undefined): readonly string[] {
  if (doubt !== undefined) return [`the node's word is not believed: ${doubt}`];
  return isReady ? [] : ["the model is not loaded, or the chain not followed yet"];
}

function proofGauges(registry: Registry, proofs: NonNullable<MetricsSource["proofs"]>): void {
  new Gauge({
    name: "aegis_resource_verified_height",
    help: "Last header that the node's answers were proven to",
    registers: [registry],
    collect() {
      this.set(Number(proofs().height));
    },
  });
  new Gauge({
    name: "aegis_resource_refused_answers",
    help: "Answers of the node that were not believed, or witnesses dropped, since the start",
    registers: [registry],
    collect() {
      this.set(proofs().refused);
    },
  });
}
