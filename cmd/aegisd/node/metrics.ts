/** Prometheus metrics of a node, on an address that is off unless it is set. */
import { createServer } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Application } from "../../../app/abci/application.ts";
import type { Store } from "../../../app/store/multistore.ts";
import { epochMetrics } from "./epochMetrics.ts";
import type { HealthAnswer } from "./health.ts";

const MS_PER_SECOND = 1_000;

/** Seconds; a block must take well under the time between blocks. */
const BUCKETS = [0.0001, 0.0005, 0.002, 0.01, 0.05, 0.2, 1, 5];

export interface Metrics {
  readonly registry: Registry;
  /** The same application; time and refusals of each call are counted. */
  instrument<A extends Application>(app: A): A;
}

/** What is read from the state when somebody asks. */
function stateGauges(store: Store, registers: Registry[]): void {
  new Gauge({
    name: "aegisd_height",
    help: "Height of the last committed block",
    registers,
    collect() {
      this.set(Number(store.latest().height));
    },
  });
  new Gauge({
    name: "aegisd_kept_versions",
    help: "Committed heights that queries can ask for",
    registers,
    collect() {
      const { height } = store.latest();
      this.set(height === 0n ? 0 : Number(height - store.oldestHeight) + 1);
    },
  });
}

/** Metrics of one node over its state. */
export function createMetrics(store: Store): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  stateGauges(store, registers);
  const transactions = new Counter({
    name: "aegisd_transactions_total",
    help: "Transactions in executed blocks, by whether they succeeded",
    labelNames: ["outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "aegisd_abci_seconds",
    help: "Time in the application, by ABCI method",
    labelNames: ["method"],
    buckets: BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: "aegisd_checktx_refused_total",
    help: "Transactions that CheckTx refused, by codespace and code",
    labelNames: ["codespace", "code"],
    registers,
  });
  const tellBlock = epochMetrics(registry);
  return {
    registry,
    instrument: (app) => {
      const timed = Object.entries(app).map(([method, value]) => {
        if (typeof value !== "function") return [method, value];
        const call = (...args: unknown[]): unknown => {
          const stop = seconds.startTimer({ method });
          try {
            return value.apply(app, args);
          } finally {
            stop();
          }
        };
        return [method, call];
      });
      const made = Object.fromEntries(timed) as typeof app;
      const { checkTx, finalizeBlock } = made;
      return {
        ...made,
        finalizeBlock: (request) => {
          const start = performance.now();
          const response = finalizeBlock(request);
          tellBlock(response, (performance.now() - start) / MS_PER_SECOND);
          // The first entry is the beacon's.
          const results = response.txResults.slice(1);
          const failures = results.filter(({ code }) => code !== 0).length;
          transactions.inc({ outcome: "ok" }, results.length - failures);
          transactions.inc({ outcome: "failed" }, failures);
          return response;
        },
        checkTx: (request) => {
          const answer = checkTx(request);
          if (answer.code !== 0) {
            refusals.inc({ codespace: answer.codespace, code: answer.code });
          }
          return answer;
        },
      };
    },
  };
}

export interface MetricsServer {
  /** `host:port` with the port that was taken; empty when nothing is served. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves GET /metrics, and what `answerHealth` knows, on `address` (`host:port`); nothing when
 * it is empty.
 * @throws RangeError when the address is malformed or in use.
 */
export async function serveMetrics(
  address: string,
  registry: Registry,
  answerHealth: (path: string) => Promise<HealthAnswer> | undefined = () => undefined,
): Promise<MetricsServer> {
  if (address === "") return { address: "", close: async () => {} };
  const match = /^(.+):(\d{1,5})$/.exec(address);
  if (match === null) throw new RangeError(`metrics-address "${address}" is not host:port`);
  const server = createServer((request, response) => {
    const answer = answerHealth(request.url ?? "");
    if (answer !== undefined) {
      void answer.then(({ status, body }) => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end(`${JSON.stringify(body)}\n`);
      });
      return;
    }
    if (request.url !== "/metrics") {
      response.writeHead(404).end("GET /metrics, /health or /ready\n");
      return;
    }
    void registry.metrics().then((text) => {
      response.writeHead(200, { "content-type": registry.contentType }).end(text);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new RangeError(`metrics-address ${address} cannot be used (${error.code})`));
    });
    server.listen(Number(match[2]), match[1], resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : Number(match[2]);
  return {
    address: `${match[1]}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
