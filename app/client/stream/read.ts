/**
 * Reads a task's stream as one, whoever tells it: when a node drops, is silent or cannot be
 * reached, the next one is asked, which tells the same from the beginning; what is new is told.
 */
import type { StreamChunk } from "../../asli/stream.ts";
import { StreamError } from "./error.ts";
import type { SignedChunk } from "./line.ts";
import { listen, type Patience, type StreamedTask, type StreamNode } from "./listen.ts";
import type { StreamKey } from "./request.ts";

/** A node that lives says so every 5 s. */
const SILENCE_MS = 12_000;
/** A task starts two blocks after its inclusion; who has not begun by then works on others. */
const BEGIN_MS = 12_000;
/** A long prompt takes some time before the first token. */
const CHUNK_MS = 45_000;
/** The last node stays alone for so long after nobody has said anything new. */
const GIVE_UP_MS = 120_000;
/** Between two rounds over all nodes. */
const PAUSE_MS = 500;

/** What is read, and from whom. */
export interface ReadStreamOptions {
  readonly task: StreamedTask;
  /** In the order of their positions; those that have no endpoint are passed over. */
  readonly nodes: readonly StreamNode[];
  readonly key: StreamKey;
  readonly signal?: AbortSignal;
  /** In place of the platform's. */
  readonly fetch?: typeof fetch;
  /** Told when a node is left for the next. */
  readonly onReplaced?: (node: string, reason: StreamError) => void;
  readonly patience?: Partial<Patience>;
  /** Ends the reading when nothing new came for so long; 120,000 ms. */
  readonly giveUpMs?: number;
}

/** What is new. */
export interface StreamPiece extends StreamChunk {
  /** The node that told it. */
  readonly executor: string;
}

/** What a node signed: proof of what it said. */
export interface StreamEvidence {
  readonly executor: string;
  /** From the first one on, each with the node's signature over all up to it. */
  readonly chunks: readonly SignedChunk[];
}

/** A stream that is being read; it can be read once. */
export interface TaskStream extends AsyncIterable<StreamPiece> {
  /** What each node said so far, the longest it ever said, in the order of their first chunks. */
  evidence(): readonly StreamEvidence[];
}

/**
 * Begins to read. Iterating throws StreamError `conflict` when a node contradicts another,
 * `no_stream` when nobody tells anything new, and the reason of `signal`.
 */
export function readStream(options: ReadStreamOptions): TaskStream {
  const kept = new Map<string, StreamEvidence>();
  return {
    evidence: () => [...kept.values()],
    [Symbol.asyncIterator]: () => pieces(options, kept),
  };
}

async function* pieces(
  options: ReadStreamOptions,
  kept: Map<string, StreamEvidence>,
): AsyncGenerator<StreamPiece> {
  const nodes = options.nodes.filter(({ endpoint }) => endpoint !== "");
  if (nodes.length === 0) throw new StreamError("no_stream", "no node has an endpoint");
  const told = new Told();
  let heardMs = Date.now();
  for (;;) {
    for (const node of nodes) {
      try {
        for await (const piece of fromNode(options, node, told, kept)) {
          heardMs = Date.now();
          yield piece;
          if (piece.finishReason !== 0) return;
        }
      } catch (error) {
        if (!(error instanceof StreamError) || error.code === "conflict") throw error;
        options.onReplaced?.(node.address, error);
      }
    }
    if (Date.now() - heardMs >= (options.giveUpMs ?? GIVE_UP_MS)) {
      throw new StreamError("no_stream", "no node has told anything new for too long");
    }
    await pause(options.signal);
  }
}

async function* fromNode(
  { task, key, signal, patience, fetch }: ReadStreamOptions,
  node: StreamNode,
  told: Told,
  kept: Map<string, StreamEvidence>,
): AsyncGenerator<StreamPiece> {
  const own = new Told();
  const chunks: SignedChunk[] = [];
  const waits = { silenceMs: SILENCE_MS, beginMs: BEGIN_MS, chunkMs: CHUNK_MS, ...patience };
  for await (const chunk of listen({ task, node, key, signal, fetch, patience: waits })) {
    chunks.push(chunk);
    const before = kept.get(node.address)?.chunks.length ?? 0;
    if (chunks.length > before) {
      kept.set(node.address, { executor: node.address, chunks: [...chunks] });
    }
    const tokenIds = own.add(chunk);
    const piece = told.newOf(own, tokenIds);
    const isLast = chunk.finishReason !== 0;
    if (piece.tokenIds.length === 0 && piece.text === "" && !isLast) continue;
    yield { ...piece, finishReason: chunk.finishReason, executor: node.address };
  }
}

/** Tokens and text so far. */
class Told {
  readonly tokenIds: number[] = [];
  text: string = "";

  add({ tokenIds, text }: StreamChunk): number {
    for (const id of tokenIds) this.tokenIds.push(id);
    this.text += text;
    return tokenIds.length;
  }

  /**
   * What another says beyond this, which is added; its last `added` tokens are those not compared
   * yet.
   * @throws StreamError conflict.
   */
  newOf(other: Told, added: number): { readonly tokenIds: number[]; readonly text: string } {
    for (let at = other.tokenIds.length - added; at < other.tokenIds.length; at += 1) {
      if (at < this.tokenIds.length && this.tokenIds[at] !== other.tokenIds[at]) throw conflict();
    }
    const isLonger = other.text.length > this.text.length;
    const agrees = isLonger ? other.text.startsWith(this.text) : this.text.startsWith(other.text);
    if (!agrees) throw conflict();
    const tokenIds = other.tokenIds.slice(this.tokenIds.length);
    const text = isLonger ? other.text.slice(this.text.length) : "";
    this.add({ tokenIds, text, finishReason: 0 });
    return { tokenIds, text };
  }
}

function conflict(): StreamError {
  return new StreamError("conflict", "two nodes have told different streams of one task");
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  signal?.throwIfAborted();
}
