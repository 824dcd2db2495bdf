/** Listens to one node: every chunk is checked against the node's key before it is passed on. */
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { firstHead, nextHead, type StreamPart } from "../../asli/stream.ts";
import { equalBytes } from "../../lib/bytes.ts";
import { StreamError } from "./error.ts";
import { LineSplitter, parseLine, type SentChunk, type StreamLine } from "./lines.ts";
import { STREAM_PATH, streamName, streamRequest } from "./request.ts";
import type { StreamNode, StreamTask } from "./types.ts";

/** Bytes of text and number of chunks that a listener keeps of one node. */
const TEXT_MAX = 1_048_576;
const CHUNKS_MAX = 65_536;
const REFUSAL_BYTES_MAX = 1_024;

/** How long a node is waited for, in milliseconds. */
export interface StreamPatience {
  /** For any line, "waiting" too. */
  readonly silenceMs: number;
  /** For a chunk, while the node says that it waits. */
  readonly chunkMs: number;
}

export interface ListenOptions {
  readonly task: StreamTask;
  readonly node: StreamNode;
  /** The secret of the task's stream key. */
  readonly secret: Uint8Array;
  readonly patience: StreamPatience;
  readonly signal: AbortSignal | undefined;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A chunk that the node has signed. */
export interface HeardChunk {
  readonly part: StreamPart;
  readonly signature: Uint8Array;
}

/** Ends what takes too long: `touch` begins the wait anew. */
class Watchdog {
  readonly controller: AbortController = new AbortController();
  readonly stop: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal | undefined) {
    const forward = (): void => this.controller.abort(signal?.reason);
    if (signal?.aborted === true) forward();
    signal?.addEventListener("abort", forward, { once: true });
    this.stop = () => {
      clearTimeout(this.timer);
      signal?.removeEventListener("abort", forward);
      this.controller.abort();
    };
  }

  touch(ms: number): void {
    clearTimeout(this.timer);
    const silent = new StreamError("silent", `the node sent nothing for ${ms} ms`);
    this.timer = setTimeout(() => this.controller.abort(silent), ms);
  }
}

/**
 * The chunks of one node, verified, up to the last one.
 * @throws StreamError; what `signal` was aborted with.
 */
export async function* listen(options: ListenOptions): AsyncGenerator<HeardChunk, void> {
  const watchdog = new Watchdog(options.signal);
  try {
    watchdog.touch(options.patience.silenceMs);
    const lines = linesOf(await open(options, watchdog.controller.signal), watchdog);
    yield* chunks(options, lines, watchdog);
  } catch (error) {
    throw failure(error, watchdog.controller.signal);
  } finally {
    watchdog.stop();
  }
}

/** What was aborted says why; whatever else the network throws is a broken connection. */
function failure(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof StreamError) return error;
  return new StreamError("unreachable", "the connection failed", { cause: error });
}

async function open(
  { task, node, secret, fetch: get, now }: ListenOptions,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  if (!/^https?:\/\//.test(node.endpoint)) {
    throw new StreamError("unreachable", "the endpoint is not an http or https URL");
  }
  const response = await get(`${node.endpoint.replace(/\/+$/, "")}${STREAM_PATH}`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/x-ndjson" },
    body: JSON.stringify(streamRequest(task, node.address, secret, now())),
    // A node answers itself; it shall not send its listeners elsewhere.
    redirect: "error",
    credentials: "omit",
    signal,
  });
  if (response.ok && response.body !== null) return response.body;
  throw new StreamError("refused", `status ${response.status}: ${await refusalOf(response)}`);
}

/** What a refusing node says, as far as it is short. */
async function refusalOf(response: Response): Promise<string> {
  const first = await response.body?.getReader().read();
  const bytes = first?.value?.subarray(0, REFUSAL_BYTES_MAX);
  return new TextDecoder().decode(bytes).replace(/[^\x20-\x7e]/g, "?");
}

/** Lines as they come. Only what the reader waits for counts as the node's silence. */
async function* linesOf(
  body: ReadableStream<Uint8Array>,
  watchdog: Watchdog,
): AsyncGenerator<StreamLine, void> {
  const reader = body.getReader();
  const splitter = new LineSplitter();
  try {
    for (;;) {
      const { done, value } = await aborted(reader.read(), watchdog.controller.signal);
      if (done) return;
      for (const line of splitter.add(value)) yield parseLine(line);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Not every body ends when its request is aborted. */
function aborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

async function* chunks(
  { task, node, patience, now }: ListenOptions,
  lines: AsyncGenerator<StreamLine, void>,
  watchdog: Watchdog,
): AsyncGenerator<HeardChunk, void> {
  let head = firstHead(streamName(task, node.address));
  let count = 0;
  let characters = 0;
  let chunkBy = now() + patience.chunkMs;
  for await (const line of lines) {
    if (line.kind === "error") throw new StreamError("refused", `${line.code}: ${line.message}`);
    if (line.kind === "waiting") {
      const left = chunkBy - now();
      if (left <= 0) throw new StreamError("silent", `no chunk for ${patience.chunkMs} ms`);
      watchdog.touch(Math.min(left, patience.silenceMs));
      continue;
    }
    const { chunk } = line;
    head = checked(chunk, { head, count, publicKey: node.publicKey });
    count += 1;
    characters += chunk.text.length;
    if (count > CHUNKS_MAX || characters > TEXT_MAX) {
      throw new StreamError("malformed", "the stream is too long");
    }
    const { tokenIds, text, finishReason, signature } = chunk;
    yield { part: { tokenIds, text, finishReason }, signature };
    if (finishReason !== 0) return;
    chunkBy = now() + patience.chunkMs;
    watchdog.touch(patience.silenceMs);
  }
  throw new StreamError("cut_off", "the stream ended before its last chunk");
}

/** What a chunk must continue. */
interface Expected {
  readonly head: Uint8Array;
  readonly count: number;
  readonly publicKey: Uint8Array;
}

/** The head after `chunk`. @throws StreamError `malformed`. */
function checked(chunk: SentChunk, { head, count, publicKey }: Expected): Uint8Array {
  const isEmpty = chunk.tokenIds.length === 0 && chunk.text === "" && chunk.finishReason === 0;
  if (chunk.index !== count || isEmpty) {
    throw new StreamError("malformed", `chunk ${chunk.index} is not chunk ${count}`);
  }
  const next = nextHead(head, chunk);
  if (!equalBytes(next, chunk.head)) throw new StreamError("malformed", "a head is wrong");
  if (!isSigned(chunk.signature, next, publicKey)) {
    throw new StreamError("malformed", "a chunk is not signed by the node");
  }
  return next;
}

function isSigned(signature: Uint8Array, digest: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return secp256k1.verify(signature, digest, publicKey, { prehash: false, lowS: true });
  } catch {
    return false;
  }
}
