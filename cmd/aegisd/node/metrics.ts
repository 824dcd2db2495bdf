/** Prometheus metrics of a node, on an address that is off unless it is set. */
import { createServer } from "node:http";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { ServedApp } from "./application.ts";

export interface MetricsServer {
  close(): Promise<void>;
}

/**
 * Serves GET /metrics on `address` (`host:port`); nothing when it is empty.
 * @throws RangeError when the address is malformed, Error when the port is in use.
 */
export async function serveMetrics(address: string, served: ServedApp): Promise<MetricsServer> {
  if (address === "") return { close: async () => {} };
  const match = /^(.+):(\d{1,5})$/.exec(address);
  if (match === null) throw new RangeError(`metrics-address "${address}" is not host:port`);
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "aegisd_height",
    help: "Height of the last committed block",
    registers: [registry],
    collect() {
      this.set(Number(served.store.latest().height));
    },
  });
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end("GET /metrics\n");
      return;
    }
    void registry.metrics().then((text) => {
      response.writeHead(200, { "content-type": registry.contentType }).end(text);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(match[2]), match[1], resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
