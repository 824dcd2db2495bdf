/** A node's streams for tests of readers: chunks signed as a node signs them, over real HTTP. */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import secp256k1 from "secp256k1";
import { firstHead, nextHead, type StreamPart } from "../../../../app/asli/stream.ts";
import type { StreamNode, StreamTask } from "../../../../app/client/stream/types.ts";
import { streamName } from "../../../../app/client/stream/request.ts";
import { addressOfPublicKey } from "../../../../app/lib/address.ts";
import { base64, hex, sha256, utf8 } from "../../../../app/lib/bytes.ts";

export const TASK: StreamTask = {
  chainId: "aegis-test",
  taskHash: sha256(utf8("a task")),
  calculation: 0,
  attempt: 0,
};

/** Parts of the answer of every honest node. */
export const PARTS: readonly StreamPart[] = [
  { tokenIds: [5, 6], text: "Fo", finishReason: 0 },
  { tokenIds: [7], text: "ur", finishReason: 0 },
  { tokenIds: [8, 2], text: " 🦔.", finishReason: 1 },
];

export interface Keys {
  readonly secret: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly address: string;
}

export function keysOf(name: string): Keys {
  const secret = sha256(utf8(name));
  const publicKey = secp256k1.publicKeyCreate(secret, true);
  return { secret, publicKey, address: addressOfPublicKey(publicKey) };
}

/** Lines of `parts` as the node of `keys` sends them. */
export function linesOf(
  keys: Keys,
  parts: readonly StreamPart[],
  task: StreamTask = TASK,
): string[] {
  let head = firstHead(streamName(task, keys.address));
  return parts.map((part, index) => {
    head = nextHead(head, part);
    const { signature } = secp256k1.ecdsaSign(head, keys.secret);
    const { tokenIds, text, finishReason } = part;
    const chunk = { index, token_ids: tokenIds, text, finish_reason: finishReason };
    return JSON.stringify({ chunk: { ...chunk, head: hex(head), signature: base64(signature) } });
  });
}

/** Answers one request; what it leaves open stays open. */
export type Answer = (response: ServerResponse, body: string) => void;

export interface Streamer {
  readonly node: StreamNode;
  readonly bodies: string[];
  readonly close: () => void;
}

/** A server that answers like the node called `name`. */
export async function streamer(name: string, answer: Answer): Promise<Streamer> {
  const keys = keysOf(name);
  const bodies: string[] = [];
  const server: Server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      bodies.push(body);
      answer(response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { address, publicKey } = keys;
  return {
    node: { address, publicKey, endpoint: `http://127.0.0.1:${port}/` },
    bodies,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
