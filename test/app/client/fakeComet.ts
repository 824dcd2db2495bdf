/** A CometBFT for tests: answers JSON-RPC over HTTP as it is told to. */
import { createServer, type Server } from "node:http";

/** What a method answers: a result, or an error when it throws. */
export type Method = (params: Readonly<Record<string, string>>) => unknown;

export interface FakeComet {
  readonly url: string;
  /** Requests in order. */
  readonly calls: { readonly method: string; readonly params: Readonly<Record<string, string>> }[];
  close(): Promise<void>;
}

/** An error of the RPC itself, as CometBFT puts it. */
export class FakeRpcError extends Error {}

/** Starts one with these methods. */
export async function fakeComet(methods: Readonly<Record<string, Method>>): Promise<FakeComet> {
  const calls: FakeComet["calls"][number][] = [];
  const server: Server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString("utf8");
    });
    request.on("end", () => {
      const { id, method, params } = JSON.parse(body);
      calls.push({ method, params });
      response.setHeader("content-type", "application/json");
      try {
        const result = methods[method]?.(params);
        if (result === undefined) return;
        response.end(JSON.stringify({ jsonrpc: "2.0", id, result }));
      } catch (error) {
        const data = error instanceof Error ? error.message : "";
        const failure = { code: -32603, message: "Internal error", data };
        response.statusCode = 200;
        response.end(JSON.stringify({ jsonrpc: "2.0", id, error: failure }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
