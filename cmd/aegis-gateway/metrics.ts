/** Prometheus metrics of a gateway. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { RequestStage } from "./journal/records.ts";

/** What is read when somebody asks. */
export interface MetricsSource {
  readonly stages: () => Partial<Record<RequestStage, number>>;
  readonly queue: () => { readonly running: number; readonly waiting: number };
  readonly height: () => number;
  readonly isReachable: () => boolean;
}

/** What the server reports. */
export interface GatewayMetrics {
  /** One request of an endpoint, with its HTTP status and its time in seconds. */
  request(endpoint: string, status: number, seconds: number): void;
  /** Seconds until the first text of a stream. */
  firstText(seconds: number): void;
  readonly contentType: string;
  text(): Promise<string>;
}

const SECONDS = [0.01, 0.1, 0.5, 1, 2, 5, 10, 20, 60, 120, 300];

/** Makes them. */
export function gatewayMetrics(source: MetricsSource): GatewayMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "aegis_gateway_request_seconds",
    help: "Time of requests by endpoint and HTTP status",
    labelNames: ["endpoint", "status"],
    buckets: SECONDS,
    registers,
  });
  const total = new Counter({
    name: "aegis_gateway_refusals_total",
    help: "Requests that were refused, by HTTP status",
    labelNames: ["status"],
    registers,
  });
  const first = new Histogram({
    name: "aegis_gateway_first_text_seconds",
    help: "Time from a request to the first text of its stream",
    buckets: SECONDS,
    registers,
  });
  gauges(source, registry);
  return {
    request: (endpoint, status, seconds) => {
      requests.observe({ endpoint, status: `${status}` }, seconds);
      if (status >= 400) total.inc({ status: `${status}` });
    },
    firstText: (seconds) => first.observe(seconds),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

function gauges(source: MetricsSource, registry: Registry): void {
  const registers = [registry];
  new Gauge({
    name: "aegis_gateway_requests",
    help: "Requests of the journal by stage",
    labelNames: ["stage"],
    registers,
    collect() {
      this.reset();
      for (const [stage, count] of Object.entries(source.stages())) this.set({ stage }, count);
    },
  });
  new Gauge({
    name: "aegis_gateway_queue",
    help: "Requests that run, and that wait for their turn",
    labelNames: ["what"],
    registers,
    collect() {
      const { running, waiting } = source.queue();
      this.set({ what: "running" }, running);
      this.set({ what: "waiting" }, waiting);
    },
  });
  new Gauge({
    name: "aegis_gateway_height",
    help: "Height of the last block that was seen",
    registers,
    collect() {
      this.set(source.height());
    },
  });
  new Gauge({
    name: "aegis_gateway_chain_reachable",
    help: "1 while the chain's node answers",
    registers,
    collect() {
      this.set(source.isReachable() ? 1 : 0);
    },
  });
}
