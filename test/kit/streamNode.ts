/** A node that streams what a test tells it to, over HTTP, with right heads and signatures. */
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { chunkHead, type StreamChunk, streamStart } from "../../app/asli/stream.ts";
import { writeLine } from "../../app/client/stream/line.ts";
import { nameOf, type StreamedTask, type StreamNode } from "../../app/client/stream/listen.ts";
import { addressOfPublicKey } from "../../app/lib/address.ts";

/** What is told: chunks, then what follows them. */
export interface Script {
  readonly chunks: readonly StreamChunk[];
  /** Cleanly, by a broken connection, or never: it says nothing more. */
  readonly ending: "end" | "drop" | "hang";
  /** Spoils every signature from this chunk on. */
  readonly forgedFrom?: number;
}

/** A node that serves a script; `requests` are the bodies that it got. */
export interface ScriptedNode extends StreamNode {
  readonly requests: string[];
  close(): Promise<void>;
}

/** Who it is, and where it listens; any port when it is 0. */
export interface ScriptedAs {
  /** Secret key of the node, 32 bytes. */
  readonly secret: Uint8Array;
  readonly port: number;
}

/** Starts a node. */
export async function scriptedNode(
  { secret, port }: ScriptedAs,
  task: StreamedTask,
  script: Script,
): Promise<ScriptedNode> {
  const publicKey = secp256k1.getPublicKey(secret, true);
  const address = addressOfPublicKey(publicKey);
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += String(part);
    requests.push(body);
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    tell(response, nameOf(task, address), secret, script);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const listening = server.address() as AddressInfo;
  return {
    address,
    publicKey,
    endpoint: `http://127.0.0.1:${listening.port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function tell(
  response: ServerResponse,
  name: ReturnType<typeof nameOf>,
  secret: Uint8Array,
  { chunks, ending, forgedFrom = Number.POSITIVE_INFINITY }: Script,
): void {
  let head = streamStart(name);
  for (const [index, chunk] of chunks.entries()) {
    head = chunkHead(head, chunk);
    const signed = secp256k1.sign(head, secret, { prehash: false, lowS: true });
    const signature = index < forgedFrom ? signed : signed.map((byte) => byte ^ 1);
    response.write(writeLine({ chunk: { ...chunk, index, head, signature } }));
  }
  if (ending === "end") response.end();
  if (ending === "drop") setTimeout(() => response.destroy(), 30);
}
