/** The reader in a bundle for browsers: nothing of Node is in it, and it reads the same. */
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect } from "chai";
import type { StreamChunk } from "../../../../app/asli/stream.ts";
import type * as Read from "../../../../app/client/stream/read.ts";
import type * as Request from "../../../../app/client/stream/request.ts";
import { type ScriptedNode, scriptedNode } from "../../../kit/streamNode.ts";

const ENTRY = `
  export { readStream } from "./app/client/stream/read.ts";
  export { newStreamKey } from "./app/client/stream/request.ts";
  export { compareStream } from "./app/client/stream/compare.ts";
`;
const BUNDLE_BYTES_MAX = 250_000;
const TASK = {
  chainId: "aegis-test",
  taskHash: new Uint8Array(32).fill(9),
  calculation: 0,
  attempt: 0,
};
const CHUNKS: readonly StreamChunk[] = [
  { tokenIds: [1], text: "Grüß", finishReason: 0 },
  { tokenIds: [2], text: " 😀", finishReason: 1 },
];

describe("client: streams in a browser", () => {
  let node: ScriptedNode;
  before(async () => {
    const as = { secret: new Uint8Array(32).fill(1), port: 0 };
    node = await scriptedNode(as, TASK, { chunks: CHUNKS, ending: "end" });
  });
  after(() => node.close());

  it("are read by a bundle without Node", async () => {
    const result = await build({
      stdin: { contents: ENTRY, resolveDir: process.cwd() },
      bundle: true,
      minify: true,
      write: false,
      format: "iife",
      globalName: "AegisStream",
      // Makes imports of node: fail.
      platform: "browser",
      target: "es2022",
      logLevel: "silent",
    });
    const bundle = result.outputFiles[0]?.text ?? "";
    expect(bundle.length).to.be.within(10_000, BUNDLE_BYTES_MAX);
    // What every browser has, and neither Buffer nor process.
    const page = createContext({
      ...{ fetch, AbortController, AbortSignal, TextDecoder, TextEncoder, crypto },
      ...{ setTimeout, clearTimeout, atob, btoa, Uint8Array, DataView },
    });
    runInContext(bundle, page);
    const { readStream, newStreamKey } = runInContext("AegisStream", page) as typeof Read &
      typeof Request;
    let text = "";
    for await (const piece of readStream({ task: TASK, nodes: [node], key: newStreamKey() })) {
      text += piece.text;
    }
    expect(text).to.equal("Grüß 😀");
  });
});
