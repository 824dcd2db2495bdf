/**
 * Streams on a real network with the real model: tokens come before the reveal and are the result;
 * a node that dies is replaced; a node that shows one thing and commits another loses stake.
 */
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { expect } from "chai";
import { query } from "../../app/client/query.ts";
import { connect, type Wallet } from "../../app/client/sdk/index.ts";
import { signTx } from "../../app/client/sign.ts";
import { compareStream } from "../../app/client/stream/compare.ts";
import type { StreamedTask, StreamNode } from "../../app/client/stream/listen.ts";
import { readStream, type StreamPiece, type TaskStream } from "../../app/client/stream/read.ts";
import { newStreamKey, type StreamKey } from "../../app/client/stream/request.ts";
import { present } from "../../app/lib/assert.ts";
import { homeKey } from "../../cmd/aegis-resource/chain/connect.ts";
import { configPath, configToml, readConfig } from "../../cmd/aegis-resource/home/config.ts";
import { accountSigner } from "../../localnet/accounts.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { apiPort, metricsPort, streamPort } from "../../localnet/manifest.ts";
import { LOCAL_GAS_PRICE } from "../../localnet/setup.ts";
import { nodeSpec } from "../../localnet/start.ts";
import { submitTask, taskRequest } from "../../localnet/task.ts";
import type { TaskRecord } from "../../proto/gen/aegis/tasks/v1/genesis.ts";
import { Query } from "../../proto/gen/aegis/tasks/v1/query.ts";
import { StreamFraud } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";
import { NodeProcess } from "../kit/nodeProcess.ts";
import { scriptedNode } from "../kit/streamNode.ts";

const NODES = 3;
/** The first node has nearly every privilege, so that a test knows who streams. */
const WORK_SCORES = [1_000_000, 1, 1];
/** Long, so that a busy machine lets it commit before others may. */
const RULES = { privilege_delay_blocks: 16 };
const WAIT_MS = 90_000;

/** What a node shows while it computes something else. */
const LIE = [
  { tokenIds: [], text: "", finishReason: 0 },
  { tokenIds: [1, 2], text: "Send your coins", finishReason: 0 },
  { tokenIds: [3], text: " to me.", finishReason: 1 },
];

interface Asked {
  readonly task: StreamedTask;
  readonly key: StreamKey;
}

describe("streams of a real network", function () {
  this.timeout(300_000);
  let network: TestNetwork;
  const nodes: NodeProcess[] = [];

  before(async () => {
    const changes = { workScores: WORK_SCORES, rules: RULES };
    network = await testNetwork({ name: "single", startedResourceNodes: 0, changes });
    for (let index = 0; index < NODES; index += 1) nodes.push(start(index));
    for (let index = 0; index < NODES; index += 1) await until(() => isReady(index));
  });

  after(async () => {
    for (const node of nodes) await node.stop();
    await network?.close();
  });

  function start(index: number): NodeProcess {
    const log = join(network.running.layout.home, `daemon${index}.log`);
    return new NodeProcess(nodeSpec(network.running, index), log, () => undefined);
  }

  async function isReady(index: number): Promise<boolean> {
    const port = metricsPort(network.running.manifest.ports, index);
    try {
      return (await fetch(`http://127.0.0.1:${port}/ready`)).ok;
    } catch {
      return false; // Its metrics are not served yet.
    }
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    const endMs = Date.now() + WAIT_MS;
    while (!(await isSo())) {
      if (Date.now() > endMs) throw new Error("it does not come to that");
      await sleep(50);
    }
  }

  const rpc = () => present(network.running.rpcs[0], "a validator");

  async function ask(prompt: string, maxOutputTokens: number): Promise<Asked> {
    const signer = await accountSigner(network.running.layout, USER_NAME);
    const key = newStreamKey();
    const request = { ...taskRequest(prompt), maxOutputTokens, streamKey: key.publicKey };
    const place = { chainId: CHAIN_ID, gasPrice: LOCAL_GAS_PRICE };
    const { hash } = await submitTask(rpc(), signer, place, request);
    const task = { chainId: CHAIN_ID, taskHash: hash, calculation: 0, attempt: 0 };
    await until(async () => (await positions(task)).length > 0);
    return { task, key };
  }

  async function recordOf({ taskHash }: StreamedTask): Promise<TaskRecord> {
    return present((await query(rpc(), Query.Task, { taskHash })).record, "the record");
  }

  async function positions(task: StreamedTask): Promise<readonly string[]> {
    return (await recordOf(task)).rounds[0]?.positions ?? [];
  }

  /** The nodes in the order of their positions, as the chain knows them. */
  async function streamNodes(task: StreamedTask): Promise<StreamNode[]> {
    const found: StreamNode[] = [];
    for (const node of await positions(task)) {
      const { node: view } = await query(rpc(), Query.Node, { node });
      const { address, endpoint, publicKey } = present(view?.node, "the node");
      found.push({ address, endpoint, publicKey });
    }
    return found;
  }

  async function revealed(task: StreamedTask): Promise<TaskRecord["revealed"]> {
    await until(async () => (await recordOf(task)).revealed.length > 0);
    return (await recordOf(task)).revealed;
  }

  async function readAll(
    stream: TaskStream,
    onPiece: (piece: StreamPiece) => Promise<void> = async () => undefined,
  ): Promise<string> {
    let text = "";
    for await (const piece of stream) {
      text += piece.text;
      await onPiece(piece);
    }
    return text;
  }

  it("bring tokens long before the reveal, and the very result", async () => {
    const { task, key } = await ask("Name three colours.", 48);
    const stream = readStream({ task, key, nodes: await streamNodes(task) });
    let early = 0;
    const text = await readAll(stream, async () => {
      if (early < 3 && (await recordOf(task)).results.length === 0) early += 1;
    });
    expect(early, "pieces before any commit").to.equal(3);
    const [result] = await revealed(task);
    expect(text).to.equal(result?.content?.text);
    const [evidence] = stream.evidence();
    expect(evidence?.executor).to.equal(result?.executor);
    const compared = compareStream(present(evidence, "evidence"), present(result, "a result"));
    expect(compared).to.deep.equal({ matches: true });
    const tokens = evidence?.chunks.flatMap(({ tokenIds }) => tokenIds);
    expect(tokens).to.deep.equal(result?.content?.tokenIds);
  });

  it("go on from another node when the one that streams is killed", async () => {
    const { task, key } = await ask("Tell me a story about a lighthouse.", 96);
    const list = await streamNodes(task);
    const replaced: string[] = [];
    const onReplaced = (node: string): number => replaced.push(node);
    const stream = readStream({ task, key, nodes: list, onReplaced });
    const executors = new Set<string>();
    let killed = -1;
    const text = await readAll(stream, async ({ executor, text: piece }) => {
      executors.add(executor);
      if (killed >= 0 || piece === "") return;
      killed = await indexOf(executor);
      await nodes[killed]?.kill();
    });
    // What it signed before it died binds it: it must not sign another.
    nodes[killed] = start(killed);
    await until(() => isReady(killed));
    expect(replaced[0]).to.equal(list[0]?.address);
    expect(executors.size, "nodes that were heard").to.be.greaterThan(1);
    const [result] = await revealed(task);
    expect(text).to.equal(result?.content?.text);
    expect(result?.content?.tokenIds.length).to.be.greaterThan(8);
  });

  async function indexOf(address: string): Promise<number> {
    for (let index = 0; index < NODES; index += 1) {
      const home = network.running.layout.resourceNode(index);
      const { signer } = await homeKey(home, readConfig(home));
      if (signer.address === address) return index;
    }
    throw new Error("no such node");
  }

  it("cost a node that shows another answer than it commits half of its stake", async () => {
    const home = network.running.layout.resourceNode(0);
    await nodes[0]?.stop();
    writeFileSync(configPath(home), configToml({ ...readConfig(home), streamAddress: "" }));
    nodes[0] = start(0);
    await until(() => isReady(0));
    const { signer, secret } = await homeKey(home, readConfig(home));
    const port = streamPort(network.running.manifest.ports, 0);
    const { task, key } = await ask("What is the capital of France?", 8);
    const liar = await scriptedNode({ secret, port }, task, { chunks: LIE, ending: "end" });
    const list = (await streamNodes(task)).filter(({ address }) => address === signer.address);
    expect(list[0]?.endpoint).to.equal(liar.endpoint);
    const stream = readStream({ task, key, nodes: list });
    expect(await readAll(stream).finally(() => liar.close())).to.equal("Send your coins to me.");
    const [result] = await revealed(task);
    expect(result?.executor, "who committed").to.equal(signer.address);
    const [evidence] = stream.evidence();
    const compared = compareStream(present(evidence, "evidence"), present(result, "its result"));
    if (compared.matches) throw new Error("the lie was not seen");
    const before = await stakeOf(signer.address);
    await prove(present(compared.fraud, "a fraud"));
    expect(await stakeOf(signer.address)).to.equal(before / 2n);
    expect((await recordOf(task)).results[0]?.streamFraud).to.equal(true);
  });

  async function stakeOf(node: string): Promise<bigint> {
    return present((await query(rpc(), Query.Node, { node })).node?.node, "the node").stake;
  }

  async function prove(fraud: StreamFraud): Promise<void> {
    const signer = await accountSigner(network.running.layout, USER_NAME);
    const { address, publicKey } = signer;
    const sign: Wallet["sign"] = async (...given) => signTx(signer, ...given);
    const url = `http://127.0.0.1:${apiPort(network.running.manifest.ports, 0)}`;
    const client = await connect({ url, wallet: { address, publicKey, sign } });
    const proof = StreamFraud.encode(fraud);
    expect((await client.proveStream(proof)).height).to.be.greaterThan(0);
    const again = await client.proveStream(proof).catch((error: unknown) => error);
    expect(again).to.include({ name: "AegisError", code: "refused" });
    client.close();
  }
});
