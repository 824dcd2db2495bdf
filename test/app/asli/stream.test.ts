/** Streams: known answers of a second implementation, and where a stream differs from a result. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import {
  chunkHead,
  streamDiffers,
  streamHead,
  streamRequestDigest,
  type StreamChunk,
  streamStart,
} from "../../../app/asli/stream.ts";
import { fromHex, hex } from "../../../app/lib/bytes.ts";

interface Vector {
  readonly chain_id: string;
  readonly task_hash: string;
  readonly calculation: number;
  readonly attempt: number;
  readonly node: string;
}
interface Vectors {
  readonly request: readonly (Vector & { readonly expires_ms: number; readonly out: string })[];
  readonly chain: readonly (Vector & {
    readonly chunks: readonly {
      readonly token_ids: readonly number[];
      readonly text: string;
      readonly finish_reason: number;
    }[];
    readonly out: readonly string[];
  })[];
}

const path = new URL("../../vectors/asli/streams.json", import.meta.url);
const VECTORS = JSON.parse(readFileSync(path, "utf8")) as Vectors;

function nameOf({ chain_id, task_hash, node, calculation, attempt }: Vector) {
  return {
    chainId: chain_id,
    taskHash: fromHex(task_hash),
    calculation,
    attempt,
    node: fromHex(node),
  };
}

describe("streams", () => {
  it("have the heads and request digests of the second implementation", () => {
    for (const vector of VECTORS.request) {
      const digest = streamRequestDigest(nameOf(vector), vector.expires_ms);
      expect(hex(digest)).to.equal(vector.out);
    }
    for (const vector of VECTORS.chain) {
      let head = streamStart(nameOf(vector));
      const heads = [hex(head)];
      const chunks = vector.chunks.map((one) => {
        return { tokenIds: one.token_ids, text: one.text, finishReason: one.finish_reason };
      });
      for (const chunk of chunks) {
        head = chunkHead(head, chunk);
        heads.push(hex(head));
      }
      expect(heads).to.deep.equal(vector.out);
      expect(streamHead(nameOf(vector), chunks)).to.deep.equal(head);
    }
  });

  it("differ at the first token or character that is not the result's", () => {
    const result = { tokenIds: [1, 2, 3], text: "a😀b", finishReason: 3 };
    const chunk = (tokenIds: readonly number[], text: string, finishReason = 0): StreamChunk => {
      return { tokenIds, text, finishReason };
    };
    const parts = [chunk([1], "a"), chunk([], ""), chunk([2], "😀"), chunk([3], "b", 3)];
    for (let end = 0; end <= parts.length; end += 1) {
      expect(streamDiffers(parts.slice(0, end), result)).to.equal(false);
    }
    expect(streamDiffers([chunk([1, 2, 3], "a😀b")], result)).to.equal(false);
    expect(streamDiffers([chunk([1, 2, 3, 4], "")], result)).to.equal(true);
    expect(streamDiffers([chunk([], "b")], result)).to.equal(true);
    expect(streamDiffers([chunk([1, 2, 3], "a😀b", 2)], result)).to.equal(true);
    expect(streamDiffers([chunk([1, 2, 3], "a😀", 3)], result)).to.equal(true);
    expect(streamDiffers([...parts, chunk([], "")], result)).to.equal(true);
  });
});
