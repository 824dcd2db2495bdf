/** Reads a task's stream to its end: from the node at position 0, then, if it fails, others. */
import { FinishReason } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { StreamPart } from "../../asli/stream.ts";
import { StreamError } from "./error.ts";
import { type HeardChunk, listen, type ListenOptions, type StreamPatience } from "./listen.ts";
import type { StreamEvidence, StreamNode, StreamPiece, StreamTask } from "./types.ts";

/** Nodes say that they wait every 5 s; a prompt of thousands of tokens takes a while. */
const PATIENCE: StreamPatience = { silenceMs: 15_000, chunkMs: 60_000 };
/** How often every node is tried; a node may learn of a task a block later than its listener. */
const PASSES = 5;
const PASS_PAUSE_MS = 1_000;

export interface ReadOptions {
  readonly task: StreamTask;
  /** In order of privilege: `Round.positions`. */
  readonly nodes: readonly StreamNode[];
  /** The secret of the task's stream key: 32 bytes. */
  readonly key: Uint8Array;
  /** Ends the reading; the iterator throws its reason. */
  readonly signal?: AbortSignal;
  /** A node failed, and another is asked. */
  readonly onReplaced?: (node: StreamNode, reason: StreamError) => void;
  readonly patience?: StreamPatience;
  /** For who must not reach every address: endpoints are what strangers registered. */
  readonly fetch?: typeof fetch;
}

/** An answer while it is made. It can be iterated once. */
export interface StreamReading extends AsyncIterable<StreamPiece> {
  /** What each node that said anything said last, in order of time. */
  readonly evidence: readonly StreamEvidence[];
}

/**
 * Reads a stream. Iterating throws StreamError `conflict` or `exhausted`, or the signal's reason.
 */
export function readStream(options: ReadOptions): StreamReading {
  const evidence: StreamEvidence[] = [];
  const pieces = read(options, evidence);
  return { evidence, [Symbol.asyncIterator]: () => pieces };
}

/** What was passed on so far. */
interface Passed {
  readonly tokenIds: number[];
  text: string;
}

async function* read(
  options: ReadOptions,
  evidence: StreamEvidence[],
): AsyncGenerator<StreamPiece, void> {
  const passed: Passed = { tokenIds: [], text: "" };
  let last: unknown = new StreamError("exhausted", "the task has no node to listen to");
  for (let pass = 0; pass < PASSES && options.nodes.length > 0; pass += 1) {
    if (pass > 0) await pause(PASS_PAUSE_MS, options.signal);
    for (const node of options.nodes) {
      try {
        yield* follow(options, node, passed, evidence);
        return;
      } catch (error) {
        if (!(error instanceof StreamError) || error.code === "conflict") throw error;
        last = error;
        options.onReplaced?.(node, error);
      }
    }
  }
  throw new StreamError("exhausted", "no node brought the stream to its end", { cause: last });
}

async function* follow(
  options: ReadOptions,
  node: StreamNode,
  passed: Passed,
  evidence: StreamEvidence[],
): AsyncGenerator<StreamPiece, void> {
  const { task, key: secret, patience = PATIENCE, signal, fetch: get = fetch } = options;
  const listening: ListenOptions = {
    task,
    node,
    secret,
    patience,
    signal,
    fetch: get,
    now: () => Date.now(),
  };
  const own: Passed = { tokenIds: [], text: "" };
  const chunks: StreamPart[] = [];
  const at = evidence.length;
  for await (const heard of listen(listening)) {
    chunks.push(heard.part);
    evidence[at] = { task, node: node.address, chunks, signature: heard.signature };
    const piece = advance(own, passed, heard, node);
    if (piece !== undefined) yield piece;
  }
}

/** What `heard` adds to what was passed on. @throws StreamError `conflict`. */
function advance(
  own: Passed,
  passed: Passed,
  { part }: HeardChunk,
  node: StreamNode,
): StreamPiece | undefined {
  for (const id of part.tokenIds) {
    const known = passed.tokenIds[own.tokenIds.length];
    if (known !== undefined && known !== id) throw conflict(node);
    own.tokenIds.push(id);
  }
  own.text += part.text;
  const isShorter = own.text.length < passed.text.length;
  const [long, short] = isShorter ? [passed.text, own.text] : [own.text, passed.text];
  if (!long.startsWith(short)) throw conflict(node);
  const finishReason = part.finishReason as FinishReason;
  const isEnd = finishReason !== FinishReason.FINISH_REASON_UNSPECIFIED;
  // A last chunk that leaves out what another node has shown already contradicts it.
  if (isEnd && (isShorter || own.tokenIds.length < passed.tokenIds.length)) throw conflict(node);
  const tokenIds = own.tokenIds.slice(passed.tokenIds.length);
  const text = own.text.slice(passed.text.length);
  passed.tokenIds.push(...tokenIds);
  passed.text += text;
  if (tokenIds.length === 0 && text === "" && !isEnd) return undefined;
  return { text, tokenIds, finishReason, node: node.address };
}

function conflict(node: StreamNode): StreamError {
  return new StreamError("conflict", `${node.address} streams another answer than was shown`);
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    if (signal?.aborted === true) abort();
    signal?.addEventListener("abort", abort, { once: true });
  });
}
