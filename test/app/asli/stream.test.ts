/** Streams against the Python implementation's known answers (test/vectors/asli/README.md). */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import {
  firstHead,
  lastHead,
  nextHead,
  streamFault,
  type StreamPart,
  streamRequestDigest,
} from "../../../app/asli/stream.ts";
import { fromHex, hex } from "../../../app/lib/bytes.ts";
import { verifySignature } from "../../../app/tx/signature.ts";

const file = new URL("../../vectors/asli/stream.json", import.meta.url);
// biome-ignore lint/suspicious/noExplicitAny: a vector's shape is what the test below reads of it.
const vectors: Readonly<Record<"streams" | "faults", any[]>> = JSON.parse(
  readFileSync(file, "utf8"),
);

interface ChunkJson {
  readonly token_ids: readonly number[];
  readonly text: string;
  readonly finish_reason: number;
}

function partOf({ token_ids: tokenIds, text, finish_reason: finishReason }: ChunkJson): StreamPart {
  return { tokenIds, text, finishReason };
}

describe("the known answers of streams", () => {
  it("hold for heads, requests and signatures", () => {
    expect(vectors.streams).to.have.length(3);
    for (const v of vectors.streams) {
      const name = {
        chainId: v.chain_id,
        taskHash: fromHex(v.task_hash),
        calculation: v.calculation,
        attempt: v.attempt,
        node: fromHex(v.node),
      };
      const parts: StreamPart[] = v.chunks.map(partOf);
      let head = firstHead(name);
      const heads = [head, ...parts.map((part) => (head = nextHead(head, part)))];
      expect(heads.map(hex)).to.deep.equal(v.heads);
      expect(lastHead(name, parts)).to.deep.equal(head);
      const request = streamRequestDigest(name, v.expires_ms);
      expect(hex(request)).to.equal(v.request);
      const key = fromHex(v.public_key);
      expect(verifySignature(fromHex(v.signature), head, key)).to.equal(true);
      expect(verifySignature(fromHex(v.request_signature), request, key)).to.equal(true);
      const own = secp256k1.sign(request, fromHex(v.secret), { prehash: false });
      expect(hex(own)).to.equal(v.request_signature);
    }
  });

  it("hold for streams that are, and are not, those of a result", () => {
    for (const v of vectors.faults) {
      expect(streamFault(v.chunks.map(partOf), partOf(v.result)) ?? null).to.equal(v.out);
    }
    expect(vectors.faults).to.have.length(11);
  });
});
