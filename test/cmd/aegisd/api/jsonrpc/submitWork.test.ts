/** Submitting work: commits and reveals of resource nodes, by fields. */
import { expect } from "chai";
import { present } from "../../../../../app/lib/assert.ts";
import { base64, fromHex } from "../../../../../app/lib/bytes.ts";
import { boardWith } from "../../../../modules/tasks/chainBoard.ts";
import { type RpcNode, rpcNode } from "./node.ts";

describe("submitInferenceResult and submitVerification", () => {
  let node: RpcNode;
  let world: ReturnType<typeof boardWith>;
  const commit = { taskHash: "ab".repeat(32), calculation: 0, attempt: 0, commit: "cd".repeat(32) };
  before(async () => {
    world = boardWith(3);
    node = await rpcNode(world.board.chain);
  });
  after(async () => {
    await node.close();
    expect(node.errors).to.deep.equal([]);
  });

  it("let a node that nothing else serves commit a result", async () => {
    world.board.submit({});
    for (let at = 0; at < 8; at += 1) node.comet.block();
    const signer = present(node.chain.resourceNodes[1], "a node");
    const pending = await node.call("queryPendingTasks", { node: signer.address });
    const [task] = pending.result.tasks;
    const [open] = task.open;
    expect(Number(open.firstHeight)).to.be.at.most(Number(pending.result.height) + 1);
    const own = { taskHash: task.taskHash, calculation: open.calculation, attempt: open.attempt };
    const made = await node.call("submitInferenceResult", {
      node: signer.address,
      publicKey: base64(signer.publicKey),
      commits: [{ ...own, commit: commit.commit }],
    });
    expect(made.error).to.equal(undefined);
    const { bodyBytes, authInfoBytes, digest } = made.result.signDocument;
    const signature = base64(signer.sign(fromHex(digest)));
    const signed = { bodyBytes, authInfoBytes, signature };
    const other = await node.call("submitVerification", signed);
    expect(other.error?.code).to.equal(-32602);
    expect((await node.call("submitInferenceResult", signed)).result.code).to.equal(0);
    node.comet.block();
    const { result } = await node.call("queryTask", { taskHash: task.taskHash });
    const [stored] = result.record.results;
    expect(stored).to.deep.include({ executor: signer.address, commit: commit.commit });
    expect(stored.state).to.equal("COMMITTED");
  });

  it("ask for one list at a time, in the form of the message", async () => {
    const signer = present(node.chain.resourceNodes[0], "a node");
    const who = { node: signer.address, publicKey: base64(signer.publicKey) };
    const cases: readonly (readonly [string, object])[] = [
      ["submitInferenceResult", who],
      ["submitInferenceResult", { commits: [commit], publicKey: who.publicKey }],
      ["submitInferenceResult", { ...who, commits: [] }],
      ["submitInferenceResult", { ...who, commits: [{ ...commit, commit: "xy" }] }],
      ["submitInferenceResult", { ...who, commits: [{ ...commit, calculation: -1 }] }],
      ["submitInferenceResult", { ...who, commits: [commit], reveals: [commit] }],
      ["submitInferenceResult", { ...who, fingerprints: [commit] }],
      ["submitVerification", who],
      ["submitVerification", { ...who, reveals: [{ verification: { verdict: "MAYBE" } }] }],
    ];
    for (const [method, params] of cases) {
      const { error } = await node.call(method, params);
      expect(error?.code, JSON.stringify(params).slice(0, 80)).to.equal(-32602);
    }
    const { error } = await node.call("submitInferenceResult", { ...who, commits: [commit] });
    expect(error?.data).to.deep.include({ codespace: "tasks", code: 23, log: "no such task" });
    const verified = await node.call("submitVerification", {
      ...who,
      commits: [{ ...commit, executor: signer.address }],
    });
    expect(verified.error?.data).to.deep.include({ codespace: "tasks", code: 23 });
  });
});
