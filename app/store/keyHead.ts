/**
 * The first four bytes of a key as an int32 of the same order. Each node holds that of its key, so
 * that most steps down a tree need not fetch the key itself, which costs a cache miss.
 */

/** Head of the key of `length` bytes in `bytes` from `start`; short keys count as zero-filled. */
export function keyHead(bytes: Uint8Array, start: number, length: number): number {
  let head = 0;
  for (let i = 0; i < 4; i += 1) {
    head = (head << 8) | (i < length ? (bytes[start + i] as number) : 0);
  }
  // Flipping the first bit gives signed integers the order of unsigned ones.
  return head ^ 0x80000000;
}
