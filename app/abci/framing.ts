/**
 * ABCI frames: an unsigned varint length, then that many bytes. A length is judged before anything
 * is allocated for it; a frame that comes in many chunks is copied once, into its own buffer.
 */
import { FRAME_BYTES_MAX } from "./limits.ts";

/** A peer that does not speak ABCI. It is dropped; nobody else notices. */
export class FrameError extends Error {
  override readonly name = "FrameError";
}

/** Longest varint that a length within any sane limit needs. */
const LENGTH_BYTES_MAX = 5;

/** Cuts a stream of chunks into frames. */
export class FrameReader {
  private readonly bytesMax: number;
  private length = 0;
  private scale = 1;
  private lengthBytes = 0;
  /** The frame that is being filled, when it did not lie in one chunk. */
  private partial: Buffer | undefined;
  private filled = 0;

  constructor(bytesMax: number = FRAME_BYTES_MAX) {
    this.bytesMax = bytesMax;
  }

  /** Whether a frame has begun and is not complete. */
  get isPartial(): boolean {
    return this.partial !== undefined || this.lengthBytes > 0;
  }

  /**
   * Whole frames that `chunk` completes, in order. A frame within one chunk is a view of it.
   * @throws FrameError when a length is malformed or above the limit.
   */
  *push(chunk: Buffer): IterableIterator<Buffer> {
    let at = 0;
    while (at < chunk.length) {
      if (this.partial !== undefined) {
        const take = Math.min(this.partial.length - this.filled, chunk.length - at);
        chunk.copy(this.partial, this.filled, at, at + take);
        this.filled += take;
        at += take;
        if (this.filled < this.partial.length) return;
        const frame = this.partial;
        this.partial = undefined;
        yield frame;
        continue;
      }
      if (!this.readLengthByte(chunk[at++] as number)) continue;
      const { length } = this;
      this.length = 0;
      this.scale = 1;
      this.lengthBytes = 0;
      if (at + length <= chunk.length) {
        yield chunk.subarray(at, at + length);
        at += length;
      } else {
        this.partial = Buffer.allocUnsafe(length);
        this.filled = 0;
      }
    }
  }

  /** Takes one byte of a length; true when the length is complete. */
  private readLengthByte(byte: number): boolean {
    this.lengthBytes++;
    this.length += (byte & 0x7f) * this.scale;
    this.scale *= 128;
    if (this.length > this.bytesMax) {
      throw new FrameError(`a frame of ${this.length} bytes or more exceeds ${this.bytesMax}`);
    }
    if (byte < 0x80) return true;
    if (this.lengthBytes >= LENGTH_BYTES_MAX) throw new FrameError("a frame length is malformed");
    return false;
  }
}

/** The frame of `message`: its length and itself. */
export function frame(message: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const length: number[] = [];
  let rest = message.length;
  while (rest >= 0x80) {
    length.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  length.push(rest);
  return [Uint8Array.from(length), message];
}
