/**
 * Makes the chunks of one run. The newest token is always held back, because it may be the last
 * one, which nobody may hear before the commit; so is text that later tokens could change.
 */
import { chunkHead, type StreamChunk, streamDiffers } from "../../../app/asli/stream.ts";
import type { SampledToken } from "../../../app/asli/generate.ts";
import type { StreamedResult } from "../../../app/asli/stream.ts";
import type { SignedChunk } from "../../../app/client/stream/line.ts";
import { GiveUp } from "../work/giveUp.ts";

/** A chunk has what came in so many milliseconds: more would cost a signature and a write each. */
const CHUNK_MS = 50;

/** What a recorder needs. */
export interface RecorderParts {
  /** Head before the first chunk. */
  readonly start: Uint8Array;
  /** Chunks that this node has signed for the same work. */
  readonly before: readonly SignedChunk[];
  readonly stopStrings: readonly string[];
  readonly sign: (head: Uint8Array) => Uint8Array;
  /** Keeps a chunk for ever, then tells it. */
  readonly keep: (chunk: SignedChunk) => void;
  readonly nowMs: () => number;
}

/** The end of `text` that a later token could change: half a character, half a stop string. */
export function unstableLength(text: string, stopStrings: readonly string[]): number {
  const whole = text.replace(/[\ufffd\ud800-\udbff]+$/, "");
  let held = 0;
  for (const stop of stopStrings) {
    for (let length = Math.min(stop.length - 1, whole.length); length > held; length -= 1) {
      if (whole.endsWith(stop.slice(0, length))) held = length;
    }
  }
  return text.length - whole.length + held;
}

/** The chunks of one run of one job. */
export class Recorder {
  readonly #parts: RecorderParts;
  readonly #chunks: SignedChunk[];
  /** Tokens of this run. */
  readonly #tokens: number[] = [];
  /** How many of them the chunks say, and with what text. */
  #told = 0;
  #text = "";
  /** Text of all tokens but the newest. */
  #known = "";
  #lastMs: number;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
    this.#chunks = [...parts.before];
    for (const { tokenIds, text } of parts.before) {
      this.#told += tokenIds.length;
      this.#text += text;
    }
    this.#lastMs = parts.nowMs() - CHUNK_MS;
  }

  /** Tells that the work begins: who listens knows that it is here, and so does a later start. */
  begin(): void {
    if (this.#chunks.length === 0) this.#add({ tokenIds: [], text: "", finishReason: 0 });
  }

  /** Hears one more token. @throws GiveUp when it is not what was signed before. */
  onToken({ token, text }: SampledToken): void {
    const isReady = this.#tokens.length > this.#told;
    const isDue = this.#parts.nowMs() - this.#lastMs >= CHUNK_MS;
    if (isReady && isDue && !this.#hasEnded()) this.#tell();
    if (this.#tokens.length < this.#told && this.#signedToken() !== token) throw another();
    this.#tokens.push(token);
    this.#known = text;
  }

  /** @throws GiveUp when what was signed is not the beginning of `result`. */
  check(result: StreamedResult): void {
    if (streamDiffers(this.#chunks, result)) throw another();
  }

  /** The rest of `result`, once its commit is under way; nothing when it was told before. */
  finish(result: StreamedResult): void {
    this.check(result);
    // A result that says only why there is none has no end.
    if (this.#hasEnded() || result.finishReason === 0) return;
    this.#add({
      tokenIds: result.tokenIds.slice(this.#told),
      text: result.text.slice(this.#text.length),
      finishReason: result.finishReason,
    });
  }

  #hasEnded(): boolean {
    return (this.#chunks.at(-1)?.finishReason ?? 0) !== 0;
  }

  /** All tokens that were heard; the newest one is heard after this. */
  #tell(): void {
    const stable = this.#known.length - unstableLength(this.#known, this.#parts.stopStrings);
    const text = this.#known.slice(0, stable);
    // Text that was told must stand; a tokenizer that takes it back makes a stream impossible.
    if (!text.startsWith(this.#text) && !this.#text.startsWith(text)) throw another();
    const added = text.slice(this.#text.length);
    this.#add({ tokenIds: this.#tokens.slice(this.#told), text: added, finishReason: 0 });
  }

  #add(chunk: StreamChunk): void {
    const before = this.#chunks.at(-1)?.head ?? this.#parts.start;
    const head = chunkHead(before, chunk);
    const index = this.#chunks.length;
    const signed = { ...chunk, index, head, signature: this.#parts.sign(head) };
    this.#chunks.push(signed);
    this.#told += chunk.tokenIds.length;
    this.#text += chunk.text;
    this.#lastMs = this.#parts.nowMs();
    this.#parts.keep(signed);
  }

  /** The token at the place of the next one, as it was signed before. */
  #signedToken(): number | undefined {
    let at = this.#tokens.length;
    for (const { tokenIds } of this.#chunks) {
      if (at < tokenIds.length) return tokenIds[at];
      at -= tokenIds.length;
    }
    return undefined;
  }
}

function another(): GiveUp {
  return new GiveUp("this run is not what was streamed: was the model file changed?");
}
