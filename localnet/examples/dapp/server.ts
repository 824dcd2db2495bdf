/**
 * Serves the page. It knows a fixed list of names and never looks for a file, so no path leads out
 * of it. `config.json` says where the network is, and which validators are trusted: those that the
 * node of whoever started this server names.
 */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { PageFiles } from "./build.ts";

/** Where the network is. */
export interface Place {
  /** CometBFT's RPC of a node that whoever runs this trusts. */
  readonly rpc: string;
  /** HTTP server of a node. */
  readonly api: string;
  readonly gateway: string | null;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
};

/** Nodes stream from addresses of their own, so connections go anywhere; programs are our own. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src *; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

const RPC_MS = 5_000;

/** A server of the page; it does not listen yet. */
export function pageServer(files: PageFiles, place: Place): Server {
  return createServer({ requestTimeout: 15_000 }, (request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const name = path === "/" ? "index.html" : path.slice(1);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      send(response, 405, "text/plain", "only GET and HEAD\n");
    } else if (name === "config.json") {
      void sendConfig(response, place);
    } else if (Object.hasOwn(files, name)) {
      const type = TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain";
      send(response, 200, type, files[name as keyof PageFiles]);
    } else {
      send(response, 404, "text/plain", "no such page\n");
    }
  });
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...HEADERS, "content-type": type });
  response.end(body);
}

async function sendConfig(response: ServerResponse, place: Place): Promise<void> {
  const { rpc, ...others } = place;
  try {
    const trust = await validatorsHash(rpc);
    send(response, 200, "application/json", JSON.stringify({ ...others, trust }));
  } catch {
    send(response, 503, "application/json", '{"error":"the node does not answer"}');
  }
}

/** Hash of the validator set of the latest block, hex. @throws Error when the node is silent. */
async function validatorsHash(rpc: string): Promise<string> {
  const response = await fetch(`${rpc}/commit`, { signal: AbortSignal.timeout(RPC_MS) });
  const { result } = (await response.json()) as {
    readonly result: { readonly signed_header: { readonly header: Record<string, unknown> } };
  };
  return String(result.signed_header.header["validators_hash"]).toLowerCase();
}
