/** Random requests: whatever comes, the answer is one of JSON-RPC and never our own mistake. */
import { expect } from "chai";
import fc from "fast-check";
import { base64 } from "../../../../../app/lib/bytes.ts";
import { present } from "../../../../../app/lib/assert.ts";
import { MODEL_ID } from "../../../../../localnet/defaultModel.ts";
import { createChain } from "../../../../kit/chain.ts";
import { type Answer, type RpcNode, rpcNode } from "./node.ts";
import type { Described } from "./schema.ts";

const RUNS = 1_500;
const INTERNAL = -32603;

describe("random requests", function () {
  this.timeout(120_000);
  let node: RpcNode;
  let document: Described;
  before(async () => {
    node = await rpcNode(createChain({ users: 1, resourceNodes: 1 }));
    document = (await node.call("rpc.discover")).result;
  });
  after(async () => {
    await node.close();
    expect(node.errors).to.deep.equal([]);
  });

  function check(answer: Answer): void {
    expect(answer.jsonrpc).to.equal("2.0");
    expect(answer).to.have.property("id");
    const { error } = answer;
    expect("result" in answer).to.equal(error === undefined);
    expect(error?.code, JSON.stringify(answer)).to.not.equal(INTERNAL);
  }

  it("of any text are answered", async () => {
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fc.json().map((json) => json.slice(1)),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (body) => {
        const { status, text } = await node.post(body);
        expect(status).to.equal(200);
        const answers = [JSON.parse(text)].flat();
        answers.forEach(check);
      }),
      { numRuns: RUNS },
    );
  });

  it("of known methods and parameters with any value are answered", async () => {
    const user = present(node.chain.users[0], "a user");
    const worker = present(node.chain.resourceNodes[0], "a node");
    const right: Readonly<Record<string, unknown>> = {
      sender: user.address,
      node: worker.address,
      model: MODEL_ID,
      publicKey: base64(user.publicKey),
      prompts: ["a"],
      maxOutputTokens: 1,
      taskHash: "ab".repeat(32),
    };
    const value = fc.oneof(
      fc.jsonValue({ depthSize: "small" }),
      fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }).map(String),
      fc.uint8Array({ maxLength: 80 }).map(base64),
      fc.integer(),
    );
    const calls = fc.constantFrom(...document.methods).chain((method) => {
      const members = method.params.map(({ name }) => {
        const correct = fc.constant(right[name]);
        const never = fc.constant(undefined);
        const isKnown = right[name] !== undefined;
        return fc.tuple(
          fc.constant(name),
          isKnown ? fc.oneof(correct, correct, value) : fc.oneof(never, never, never, value),
        );
      });
      return fc.tuple(fc.constant(method.name), fc.tuple(...members));
    });
    await fc.assert(
      fc.asyncProperty(calls, async ([method, members]) => {
        check(await node.call(method, Object.fromEntries(members)));
      }),
      { numRuns: RUNS },
    );
  });
});
