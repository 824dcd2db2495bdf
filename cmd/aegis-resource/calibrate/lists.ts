/**
 * Candidate lists in a small form: what a run says at each output position, kept so that every
 * sampling, edit and limit can be tried later without running the model again.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Candidates } from "../../../app/asli/engine.ts";
import { rankCandidates, type RankedCandidates } from "../../../app/asli/quantise.ts";
import { base64, fromBase64 } from "../../../app/lib/bytes.ts";

/** Fast and two thirds of the size; better levels gain little on numbers. */
const DEFLATE_LEVEL = 1;

/** The ranked candidates of each position, packed into text. */
export function packLists(lists: readonly Candidates[]): string {
  const numbers: number[] = [];
  for (const candidates of lists) {
    const { ids, q } = rankCandidates(candidates);
    numbers.push(ids.length);
    for (const id of ids) numbers.push(id);
    // Steps down the ranking are small numbers, which deflate well.
    for (const [rank, value] of q.entries()) numbers.push((q[rank - 1] ?? 0) - value);
  }
  const words = Uint32Array.from(numbers);
  return base64(deflateRawSync(bytesByPlane(words), { level: DEFLATE_LEVEL }));
}

/**
 * What `packLists` packed.
 * @throws Error when the text is damaged.
 */
export function unpackLists(packed: string): RankedCandidates[] {
  const words = wordsByPlane(inflateRawSync(fromBase64(packed)));
  const lists: RankedCandidates[] = [];
  for (let at = 0; at < words.length; ) {
    const size = words[at] as number;
    if (size === 0 || at + 1 + 2 * size > words.length) throw new Error("a list is cut off");
    const ids = Array.from(words.subarray(at + 1, at + 1 + size));
    let depth = 0;
    const q = Array.from(words.subarray(at + 1 + size, at + 1 + 2 * size), (step) => {
      depth += step;
      return 0 - depth;
    });
    lists.push({ ids, q });
    at += 1 + 2 * size;
  }
  return lists;
}

/** All lowest bytes, then all second ones, and so on: high bytes are mostly zero. */
function bytesByPlane(words: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  for (const [at, word] of words.entries()) {
    for (let plane = 0; plane < 4; plane += 1) {
      bytes[plane * words.length + at] = (word >>> (8 * plane)) & 255;
    }
  }
  return bytes;
}

function wordsByPlane(bytes: Uint8Array): Uint32Array {
  const { length } = bytes;
  if (length % 4 !== 0) throw new Error("a list is cut off");
  const words = new Uint32Array(length / 4);
  for (let at = 0; at < length; at += 1) {
    const place = at % words.length;
    const shift = 8 * Math.floor(at / words.length);
    words[place] = ((words[place] as number) | ((bytes[at] as number) << shift)) >>> 0;
  }
  return words;
}
