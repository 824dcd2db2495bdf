/** A node's RPC with somebody in between, who may change every answer. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { callComet } from "../../cmd/aegisd/api/backend.ts";

export interface ProxyNode {
  readonly url: string;
  close(): Promise<void>;
}

type Json = Record<string, unknown>;

/** What is answered to a call; `ask` asks the node itself. */
export type ProxyAnswer = (
  method: string,
  params: Json,
  ask: () => Promise<unknown>,
) => Promise<unknown>;

const INTERNAL_ERROR = -32_603;

/** What the node said about a call that it refused. */
function errorOf({ message, cause }: Error): object {
  const isObject = typeof cause === "object" && cause !== null && !(cause instanceof Error);
  return isObject ? cause : { code: INTERNAL_ERROR, message };
}

/** Serves what `answer` makes of the node at `url` until it is closed. */
export async function proxyNode(url: string, answer: ProxyAnswer): Promise<ProxyNode> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString("utf8");
    });
    request.on("end", () => {
      const { id, method, params } = JSON.parse(body) as Record<"id" | "method", string> & {
        params: Json;
      };
      const reply = (part: object): unknown =>
        response.end(JSON.stringify({ jsonrpc: "2.0", id, ...part }));
      answer(method, params, () => callComet(url, method, params)).then(
        (result) => reply({ result }),
        (error: Error) => reply({ error: errorOf(error) }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
