/** Listens to one node: asks, reads line by line, and believes only what the node signed. */
import { chunkHead, type StreamName, streamStart } from "../../asli/stream.ts";
import { addressBytes } from "../../lib/address.ts";
import { equalBytes } from "../../lib/bytes.ts";
import { StreamError } from "./error.ts";
import { readLine, type SignedChunk, type StreamLine } from "./line.ts";
import { isSignedBy, signRequest, STREAM_PATH, type StreamKey } from "./request.ts";

/** Longest line, in UTF-16 units; a chunk has some hundred. */
const LINE_MAX = 1_048_576;
/** Most bytes of one stream: some hundred per token of the longest output. */
const STREAM_BYTES_MAX = 33_554_432;

/** Which task's stream. */
export interface StreamedTask {
  readonly chainId: string;
  /** 32 bytes. */
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
}

/** A node that may stream, as the chain knows it. */
export interface StreamNode {
  readonly address: string;
  /** URL, http or https. */
  readonly endpoint: string;
  /** Compressed, 33 bytes, of the node's record on the chain. */
  readonly publicKey: Uint8Array;
}

/** How long to wait for one node. */
export interface Patience {
  /** For any line; a node says every 5 s that it is there. */
  readonly silenceMs: number;
  /** For the first chunk, which a node sends when it begins. */
  readonly beginMs: number;
  /** For each chunk after that. */
  readonly chunkMs: number;
}

/** Whom to listen to, and how. */
export interface Listening {
  readonly task: StreamedTask;
  readonly node: StreamNode;
  readonly key: StreamKey;
  readonly patience: Patience;
  readonly signal?: AbortSignal | undefined;
  /** In place of the platform's. */
  readonly fetch?: typeof fetch | undefined;
}

/** The stream's name as it stands in hashes. */
export function nameOf(task: StreamedTask, node: string): StreamName {
  return { ...task, node: addressBytes(node) };
}

/**
 * The chunks of one node, each checked, until the last.
 * @throws StreamError when it ends before; the reason of `signal`.
 */
export async function* listen(listening: Listening): AsyncGenerator<SignedChunk> {
  const { task, node, patience, signal } = listening;
  const stop = new AbortController();
  const clock = new Alarm(patience, () => stop.abort(silent(node)));
  const both = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  let head = streamStart(nameOf(task, node.address));
  let index = 0;
  try {
    for await (const line of lines(await open(listening, both))) {
      clock.heard("chunk" in line);
      if ("error" in line) throw new StreamError("refused", line.error.message);
      if (!("chunk" in line)) continue;
      const { chunk } = line;
      head = chunkHead(head, chunk);
      if (chunk.index !== index || !equalBytes(chunk.head, head)) {
        throw new StreamError("not_signed", "a chunk does not follow from those before it");
      }
      if (index > 0 && isEmpty(chunk)) {
        throw new StreamError("malformed", "a chunk says nothing: it only holds the listener");
      }
      if (!isSignedBy(node.publicKey, head, chunk.signature)) {
        throw new StreamError("not_signed", "a chunk is not signed by the node");
      }
      index += 1;
      yield chunk;
      if (chunk.finishReason !== 0) return;
    }
    throw new StreamError("dropped", `${node.address} ended its stream early`);
  } catch (error) {
    signal?.throwIfAborted();
    if (stop.signal.aborted) throw stop.signal.reason;
    if (error instanceof StreamError) throw error;
    throw new StreamError("dropped", `${node.address} cannot be reached`, { cause: error });
  } finally {
    clock.stop();
    // Whoever stops listening closes the connection.
    stop.abort();
  }
}

function isEmpty({ tokenIds, text, finishReason }: SignedChunk): boolean {
  return tokenIds.length === 0 && text === "" && finishReason === 0;
}

async function open(
  { task, node, key, fetch: ask = fetch }: Listening,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const url = `${node.endpoint.replace(/\/+$/, "")}${STREAM_PATH}`;
  if (!/^https?:\/\//.test(url)) throw new StreamError("refused", "the node has no endpoint");
  const request = signRequest(nameOf(task, node.address), key, Date.now());
  const response = await ask(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    redirect: "error",
    credentials: "omit",
    signal,
  });
  if (response.ok && response.body !== null) return response.body;
  await response.body?.cancel();
  throw new StreamError("refused", `${node.address} answers ${response.status}`);
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamLine> {
  const reader = body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    bytes += value.length;
    rest += decoder.decode(value, { stream: true });
    const complete = rest.split("\n");
    rest = complete.pop() ?? "";
    if (rest.length > LINE_MAX || bytes > STREAM_BYTES_MAX) {
      throw new StreamError("malformed", "the stream is too long");
    }
    for (const line of complete) yield readLine(line);
  }
}

function silent(node: StreamNode): StreamError {
  return new StreamError("silent", `${node.address} has said nothing new for too long`);
}

/** Goes off when no line, or no chunk, came for too long. Both begin with the request. */
class Alarm {
  readonly #patience: Patience;
  readonly #ring: () => void;
  #line: ReturnType<typeof setTimeout>;
  #chunk: ReturnType<typeof setTimeout>;

  constructor(patience: Patience, ring: () => void) {
    this.#patience = patience;
    this.#ring = ring;
    this.#line = setTimeout(ring, patience.silenceMs);
    this.#chunk = setTimeout(ring, patience.beginMs);
  }

  heard(isChunk: boolean): void {
    clearTimeout(this.#line);
    this.#line = setTimeout(this.#ring, this.#patience.silenceMs);
    if (!isChunk) return;
    clearTimeout(this.#chunk);
    this.#chunk = setTimeout(this.#ring, this.#patience.chunkMs);
  }

  stop(): void {
    clearTimeout(this.#line);
    clearTimeout(this.#chunk);
  }
}
