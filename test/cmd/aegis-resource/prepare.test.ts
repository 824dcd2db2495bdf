/** Getting ready: which model files are refused, and what is waited for. */
import { expect } from "chai";
import { ProofError } from "../../../app/client/ics23Bytes.ts";
import { ForkError, LightError } from "../../../app/client/light/error.ts";
import { RpcError } from "../../../app/client/rpc.ts";
import { fromHex } from "../../../app/lib/bytes.ts";
import { silentLogger } from "../../../app/lib/log.ts";
import { CONFIG_DEFAULTS, type ResourceConfig } from "../../../cmd/aegis-resource/home/config.ts";
import { openEngine } from "../../../cmd/aegis-resource/engine/engine.ts";
import { knownAnswer } from "../../../cmd/aegis-resource/engine/knownAnswer.ts";
import { hashFile } from "../../../cmd/aegis-resource/engine/fileHash.ts";
import { Journal } from "../../../cmd/aegis-resource/journal/journal.ts";
import { type Prepared, prepare } from "../../../cmd/aegis-resource/prepare.ts";
import { toleranceMessage } from "../../../modules/tasks/index.ts";
import { ModelRevision } from "../../../proto/gen/aegis/tasks/v1/model.ts";
import { Node, NodeModel } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import type { NodeView } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { FakeChain } from "../../kit/fakeChain.ts";
import { LIMITS_ONLY } from "../../kit/plainTolerances.ts";
import { ScratchFolder } from "../../kit/tinyModelFile.ts";

const PROMPT = "What is in the tin?";

/** A chain with one model, and this node registered for it. */
class ModelChain extends FakeChain {
  registered = true;
  sha256 = "";
  kernelClass = "cpu-x64-avx2";
  /** What the revision registers beside the file. */
  proofs: Partial<ModelRevision> = {};
  override node = (async (): Promise<NodeView | undefined> => {
    if (!this.registered) return undefined;
    const models = [NodeModel.create({ model: "tiny", kernelClass: this.kernelClass })];
    return { node: Node.create({ models }), exposureLimit: 0n, notes: [] };
  }) as never;
  override revision = (async (): Promise<ModelRevision> =>
    ModelRevision.create({
      model: "tiny",
      number: 1,
      ggufSha256: fromHex(this.sha256),
      contextLength: 400,
      ...this.proofs,
    })) as never;
}

describe("preparing a node", function () {
  this.timeout(60_000);
  const scratch = new ScratchFolder();
  const journal = new Journal(":memory:");
  let chain: ModelChain;
  let config: ResourceConfig;
  let proofs: Required<Pick<ModelRevision, "kernelClasses" | "tokenizerVectors">>;

  before(async () => {
    const engine = await openEngine({ modelPath: scratch.tinyModel("proofs.gguf") });
    const answer = fromHex(await knownAnswer(engine, PROMPT));
    const ids = [...(await engine.tokenize("a tin"))];
    await engine.close();
    proofs = {
      kernelClasses: [{ name: "cpu-x64-avx2", knownAnswer: answer }],
      tokenizerVectors: [{ text: "a tin", ids }],
    };
  });

  beforeEach(async () => {
    const modelPath = scratch.tinyModel("tiny.gguf");
    chain = new ModelChain();
    chain.sha256 = (await hashFile(modelPath)).sha256;
    chain.proofs = { ...proofs, knownAnswerPrompt: PROMPT };
    config = { ...CONFIG_DEFAULTS, chainId: "fake-1", nodeUrl: "http://fake", modelPath };
  });
  after(() => {
    journal.close();
    scratch.remove();
  });

  function begin(signal: AbortSignal = new AbortController().signal): Promise<Prepared> {
    return prepare(config, { chain, journal }, silentLogger, signal);
  }

  const messageOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "no error",
      (error: Error) => error.message,
    );

  it("loads the model, in the chain's context, and remembers its speed", async () => {
    const { engine, models, speed } = await begin();
    try {
      expect(models).to.deep.equal(["tiny"]);
      expect(engine.model.sha256).to.equal(chain.sha256);
      expect(engine.model.contextLength).to.equal(400);
      expect(journal.speed(`${chain.sha256} cpu-x64-avx2`)).to.deep.equal(speed.speed);
    } finally {
      await engine.close();
    }
  });

  it("refuses a model file that is not the chain's, and names both hashes", async () => {
    const own = chain.sha256;
    chain.sha256 = "ab".repeat(32);
    const message = await messageOf(begin());
    expect(message).to.include(own).and.include("ab".repeat(32));
  });

  it("waits for a node that is silent, or whose answers are not proven yet", async () => {
    const failures: Error[] = [
      new RpcError("refused"),
      new LightError("no_answer", "refused"),
      new ProofError("the proof is of another value"),
    ];
    const { status } = chain;
    chain.status = async () => {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      return status();
    };
    const { engine } = await begin();
    await engine.close();
    expect(failures).to.deep.equal([]);
  });

  it("does not wait when its trust is of no use, or the chain has forked", async () => {
    const expired = new LightError("trust_expired", "take a new header");
    const fork = new ForkError(7n, "http://two", [new Uint8Array(1), new Uint8Array(1)]);
    for (const failure of [expired, fork]) {
      chain.status = async () => {
        throw failure;
      };
      expect(await messageOf(begin())).to.equal(failure.message);
    }
  });

  it("refuses a file that is no model", async () => {
    const modelPath = scratch.write("broken.gguf", "no model at all");
    config = { ...config, modelPath };
    chain.sha256 = (await hashFile(modelPath)).sha256;
    expect(await messageOf(begin())).to.include("broken.gguf");
  });

  it("refuses to answer in another kernel class than the registered one", async () => {
    chain.kernelClass = "gpu-any";
    expect(await messageOf(begin())).to.include("in kernel class gpu-any");
  });

  it("refuses a class that is not the home's, or that the revision does not name", async () => {
    config = { ...config, kernelClass: "cpu-x64-sse42" };
    expect(await messageOf(begin())).to.include("kernel class cpu-x64-avx2, not in cpu-x64-sse42");
    chain.kernelClass = "cpu-x64-sse42";
    expect(await messageOf(begin())).to.include("its classes are cpu-x64-avx2");
  });

  it("refuses to start when its tokenizer makes other ids than the registered ones", async () => {
    const vector = { text: "a tin", ids: [1, 2, 3] };
    chain.proofs = { ...chain.proofs, tokenizerVectors: [...proofs.tokenizerVectors, vector] };
    expect(await messageOf(begin())).to.include('its tokenizer makes [1,2,3] of "a tin"');
  });

  it("refuses to start when its logits are not those of the kernel class", async () => {
    const [own] = proofs.kernelClasses;
    const kernelClasses = [{ name: own?.name ?? "", knownAnswer: fromHex("cd".repeat(32)) }];
    chain.proofs = { ...chain.proofs, kernelClasses };
    const message = await messageOf(begin());
    expect(message).to.include("cannot serve revision 1 of tiny in kernel class cpu-x64-avx2");
    expect(message).to.include(`the class ${"cd".repeat(32)}`);
  });

  it("refuses to start when the answer is one to another prompt", async () => {
    chain.proofs = { ...chain.proofs, knownAnswerPrompt: `${PROMPT}!` };
    expect(await messageOf(begin())).to.include("this machine answers");
  });

  it("refuses a table that says exact where a prefill has other bits than decoding", async () => {
    const tolerances = toleranceMessage({ ...LIMITS_ONLY, exact: true });
    chain.proofs = { ...chain.proofs, tolerances };
    // Weights of 32 bits are multiplied in tiles.
    expect(await messageOf(begin())).to.include("a prefill has other bits than decoding");
    const modelPath = scratch.tinyModel("exact.gguf", { type: "Q4_1" });
    const engine = await openEngine({ modelPath });
    const knownAnswers = fromHex(await knownAnswer(engine, PROMPT));
    await engine.close();
    config = { ...config, modelPath };
    chain.sha256 = (await hashFile(modelPath)).sha256;
    const kernelClasses = [{ name: "cpu-x64-avx2", knownAnswer: knownAnswers }];
    chain.proofs = { ...chain.proofs, kernelClasses };
    const prepared = await begin();
    await prepared.engine.close();
    expect(prepared.models).to.deep.equal(["tiny"]);
  });

  it("refuses another chain", async () => {
    chain.chainId = "other-1";
    expect(await messageOf(begin())).to.include("other-1");
  });

  it("waits for the chain and for its registration", async () => {
    chain.isUp = false;
    chain.registered = false;
    // The end of the waiting shows by what comes after it.
    chain.sha256 = "ab".repeat(32);
    const preparing = messageOf(begin());
    while (chain.asked < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    chain.isUp = true;
    while (chain.asked < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    chain.registered = true;
    expect(await preparing).to.include("has SHA-256");
  });

  it("stops waiting when it is told to", async () => {
    chain.isUp = false;
    const stop = new AbortController();
    const preparing = messageOf(begin(stop.signal));
    stop.abort(new Error("received SIGTERM"));
    expect(await preparing).to.match(/SIGTERM|aborted/);
  });
});
