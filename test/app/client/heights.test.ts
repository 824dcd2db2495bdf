/** The watch on heights, with polling alone: the subscription is shown with a real CometBFT. */
import { expect } from "chai";
import { type HeightWatch, watchHeights } from "../../../app/client/heights.ts";
import { type Rpc, RpcError } from "../../../app/client/rpc.ts";

/** A node whose answers to `status` are prepared; the last one is repeated. */
function nodeWith(answers: readonly (number | "silent")[]): Rpc & { readonly asked: () => number } {
  let asked = 0;
  const never = (): never => {
    throw new Error("not used");
  };
  return {
    url: "http://test",
    asked: () => asked,
    status: async () => {
      const answer = answers[Math.min(asked, answers.length - 1)] ?? 0;
      asked += 1;
      if (answer === "silent") throw new RpcError("status failed");
      return {
        chainId: "c",
        height: answer,
        appHash: new Uint8Array(0),
        time: "",
        isCatchingUp: false,
        nodeId: "",
        version: "",
      };
    },
    query: never,
    broadcastSync: never,
    broadcastAsync: never,
    tx: never,
    block: never,
    blockResults: never,
  };
}

describe("watchHeights", () => {
  const heard: number[] = [];
  let silences = 0;
  let watch: HeightWatch | undefined;

  async function run(answers: readonly (number | "silent")[]): Promise<void> {
    const rpc = nodeWith(answers);
    watch = watchHeights(rpc, {
      onHeight: (height) => heard.push(height),
      onSilence: () => {
        silences += 1;
      },
      pollMs: 1,
      useSocket: false,
    });
    while (rpc.asked() <= answers.length) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  beforeEach(() => {
    heard.length = 0;
    silences = 0;
  });
  afterEach(() => watch?.close());

  it("tells each growth once, and never goes back", async () => {
    await run([5, 5, 6, 4, 9, 9]);
    expect(heard).to.deep.equal([5, 6, 9]);
    expect(silences).to.equal(0);
  });

  it("tells once that the node is silent, and goes on when it is back", async () => {
    await run(["silent", "silent", 3, "silent", "silent", 4]);
    expect(heard).to.deep.equal([3, 4]);
    expect(silences).to.equal(2);
  });

  it("is silent after it was closed", async () => {
    await run([1]);
    watch?.close();
    const before = heard.length;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(heard.length).to.equal(before);
  });
});
