/**
 * One stream of this node: what it has signed, and who listens. What was signed is never taken
 * back: a run that is repeated must make the same, or it is given up, since another result would
 * cost the node its stake.
 */
import secp256k1 from "secp256k1";
import type { ResultContent } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { SampledToken } from "../../../app/asli/generate.ts";
import { firstHead, nextHead, type StreamName, type StreamPart } from "../../../app/asli/stream.ts";
import { base64, hex } from "../../../app/lib/bytes.ts";
import { settledText } from "./holdBack.ts";

/** A chunk is made at most this often, in milliseconds. */
const CHUNK_MS = 50;

/** A run that makes something else than was streamed. */
export class OtherStream extends Error {
  override readonly name = "OtherStream";
}

/** Tokens and text that were signed. */
export type Signed = Pick<ResultContent, "tokenIds" | "text">;

/** What a stream needs. */
export interface NodeStreamParts {
  readonly name: StreamName;
  /** The node's private key, 32 bytes. */
  readonly secret: Uint8Array;
  readonly stopStrings: readonly string[];
  /** What an earlier process of this node signed. */
  readonly before: Signed | undefined;
  /** Keeps what is about to be signed, durably. */
  readonly keep: (signed: Signed) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly nowMs: () => number;
}

/** Hears each line, and the end. */
export interface StreamListener {
  readonly onLine: (line: string) => void;
  readonly onEnd: () => void;
}

export class NodeStream {
  readonly #parts: NodeStreamParts;
  readonly #listeners: Set<StreamListener> = new Set();
  readonly #lines: string[] = [];
  #head: Uint8Array;
  #signed: Signed = { tokenIds: [], text: "" };
  #held: SampledToken | undefined;
  #pending: number[] = [];
  #last: StreamPart | undefined;
  #chunkMs: number;
  #hasBegun = false;
  #isOver = false;

  constructor(parts: NodeStreamParts) {
    this.#parts = parts;
    this.#head = firstHead(parts.name);
    this.#chunkMs = parts.nowMs();
    const { before } = parts;
    if (before === undefined || before.tokenIds.length === 0) return;
    this.#sign({ tokenIds: before.tokenIds, text: before.text, finishReason: 0 });
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Whether more will come of a run that has begun. */
  get isRunning(): boolean {
    return this.#hasBegun && !this.#isOver;
  }

  /** Gives `listener` all lines so far and all that come; returns how to stop. */
  listen(listener: StreamListener): () => void {
    for (const line of this.#lines) listener.onLine(line);
    if (this.#isOver) listener.onEnd();
    else this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A run begins, perhaps once more. */
  begin(): void {
    this.#hasBegun = true;
    this.#held = undefined;
    this.#pending = [];
  }

  /**
   * Takes the next token, and shows those before it: the newest may be the last, which nobody sees
   * before the commit. @throws OtherStream.
   */
  onToken(sampled: SampledToken): void {
    const { tokenIds } = this.#signed;
    const known = tokenIds[sampled.position];
    if (known !== undefined && known !== sampled.token) {
      throw new OtherStream("this run makes other tokens than were streamed");
    }
    // What was given up once is shown no further.
    if (this.#isOver) return;
    const shown = this.#held;
    this.#held = sampled;
    if (shown === undefined || shown.position < tokenIds.length) return;
    this.#pending.push(shown.token);
    if (this.#parts.nowMs() - this.#chunkMs < CHUNK_MS) return;
    const text = this.#newText(settledText(shown.text, this.#parts.stopStrings));
    this.#sign({ tokenIds: this.#pending, text, finishReason: 0 });
    this.#pending = [];
  }

  /** What `text` adds to the text that was signed. @throws OtherStream. */
  #newText(text: string): string {
    const before = this.#signed.text;
    if (text.startsWith(before)) return text.slice(before.length);
    if (before.startsWith(text)) return "";
    throw new OtherStream("this run makes another text than was streamed");
  }

  /** The run has ended with `content`, which is not committed yet. @throws OtherStream. */
  finish({ tokenIds, text, finishReason }: ResultContent): void {
    const { tokenIds: ids, text: before } = this.#signed;
    const isSame = ids.every((id, at) => tokenIds[at] === id) && text.startsWith(before);
    if (!isSame) throw new OtherStream("the result is not what was streamed");
    if (finishReason === 0) {
      this.fail("unservable", "the model cannot answer this task");
      return;
    }
    const rest = { tokenIds: tokenIds.slice(ids.length), text: text.slice(before.length) };
    this.#last = { ...rest, finishReason };
  }

  /** The commit is on its way: the last chunk may go. */
  release(): void {
    if (this.#last === undefined || this.#isOver) return;
    this.#sign(this.#last);
    this.#end();
  }

  /** It will not be completed. */
  fail(code: string, message: string): void {
    if (this.#isOver) return;
    this.#send(JSON.stringify({ error: { code, message } }));
    this.#end();
  }

  #sign(part: StreamPart): void {
    const { tokenIds, text } = this.#signed;
    const signed = { tokenIds: [...tokenIds, ...part.tokenIds], text: text + part.text };
    // Kept first: what is signed and forgotten could be contradicted.
    if (part.finishReason === 0) this.#parts.keep(signed);
    this.#signed = signed;
    this.#head = nextHead(this.#head, part);
    const { signature } = secp256k1.ecdsaSign(this.#head, this.#parts.secret);
    const chunk = {
      index: this.#lines.length,
      token_ids: part.tokenIds,
      text: part.text,
      finish_reason: part.finishReason,
      head: hex(this.#head),
      signature: base64(signature),
    };
    this.#chunkMs = this.#parts.nowMs();
    this.#send(JSON.stringify({ chunk }));
  }

  #send(line: string): void {
    this.#lines.push(line);
    for (const listener of this.#listeners) listener.onLine(line);
  }

  #end(): void {
    this.#isOver = true;
    for (const listener of this.#listeners) listener.onEnd();
    this.#listeners.clear();
  }
}
