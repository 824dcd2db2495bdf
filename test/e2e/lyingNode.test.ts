/** Programs that believe nothing unproven, before a real node and one that lies for it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ProofError } from "../../app/client/ics23Bytes.ts";
import { query } from "../../app/client/query.ts";
import type { IncludedTx, Rpc } from "../../app/client/rpc.ts";
import { sequencedSigner } from "../../app/client/sequence.ts";
import { anyOf } from "../../app/client/sign.ts";
import { addressBytes } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { fromHex, hex, utf8 } from "../../app/lib/bytes.ts";
import { configPath } from "../../cmd/aegis-resource/home/config.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { provenNode } from "../../cmd/lib/provenNode.ts";
import { accountSigner } from "../../localnet/accounts.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { nodeSpec, type RunningNetwork, validatorSpec, waitUntil } from "../../localnet/start.ts";
import { Query } from "../../proto/gen/aegis/tasks/v1/query.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";
import { NodeProcess } from "../kit/nodeProcess.ts";
import { Program } from "../kit/program.ts";
import { type ProxyNode, proxyNode } from "../kit/proxyNode.ts";

const WAIT_MS = 120_000;
const CHAIN_ID = "aegis-local-1";

/** What the proxy does to the node's answers. */
type Lie = "none" | "value" | "proof" | "transactions" | "results";

type Texts = Record<string, string>;

/** Changes one bit in the middle of base64. */
function bent(text: string): string {
  const bytes = Buffer.from(text, "base64");
  const at = bytes.length >> 1;
  if (bytes.length > 0) bytes[at] = (bytes[at] as number) ^ 1;
  return bytes.toString("base64");
}

/** Tells `lie` about a `result`, in place. */
function bend(lie: Lie, method: string, result: never): void {
  if (method === "abci_query") {
    const { response } = result as { response: Texts & { proofOps?: { ops: Texts[] } } };
    if (lie === "value" && response["value"]) response["value"] = bent(response["value"]);
    const [op] = response.proofOps?.ops ?? [];
    if (lie === "proof" && op !== undefined) op["data"] = bent(op["data"] ?? "");
  }
  if (method === "block" && lie === "transactions") {
    const { data } = (result as { block: { data: { txs: string[] } } }).block;
    data.txs = data.txs.slice(0, -1);
  }
  if (method === "block_results" && lie === "results") {
    const [, own] = (result as { txs_results: { code: number }[] }).txs_results;
    if (own !== undefined) own.code = 5;
  }
}

describe("a node that lies, and programs that verify", function () {
  this.timeout(400_000);
  let network: TestNetwork;
  let running: RunningNetwork;
  let rpc: Rpc;
  let proxy: ProxyNode;
  let trust: string;
  let lie: Lie = "none";
  const home = mkdtempSync(join(tmpdir(), "aegis-lying-"));
  const refused: string[] = [];
  const { signal } = new AbortController();

  before(async () => {
    network = await testNetwork({ name: "single", startedResourceNodes: 0 });
    running = network.running;
    rpc = present(running.rpcs[0], "a node");
    const enough = async (): Promise<boolean> => (await rpc.status()).height > 3;
    await waitUntil(enough, WAIT_MS, "blocks", signal);
    trust = `1:${hex((await rpc.block(1)).hash)}`;
    proxy = await proxyNode(rpc.url, async (method, _params, ask) => {
      const result = await ask();
      bend(lie, method, result as never);
      return result;
    });
  });
  beforeEach(() => {
    lie = "none";
    refused.length = 0;
  });
  after(async () => {
    await proxy?.close();
    await network?.close();
    rmSync(home, { recursive: true, force: true });
  });

  const verifying = (): Rpc =>
    provenNode({
      ...{ url: proxy.url.replace("http:", "tcp:"), witnesses: [rpc.url], chainId: CHAIN_ID },
      trust: { height: 1n, hash: fromHex(trust.slice(2)) },
      goesOn: true,
      trustFile: join(home, "light.json"),
      forkFile: join(home, "light-fork.json"),
      onRefused: ({ message }) => refused.push(message),
    });

  async function refusal(work: Promise<unknown>): Promise<void> {
    const error = await work.catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(ProofError);
    expect(refused.splice(0)).to.deep.equal([(error as ProofError).message]);
  }

  it("cannot change state", async () => {
    const proven = verifying();
    const { params } = await query(proven, Query.Params);
    expect(params).to.deep.equal((await query(rpc, Query.Params)).params);
    for (const one of ["value", "proof"] as const) {
      lie = one;
      await refusal(query(verifying(), Query.Params));
    }
  });

  it("cannot change what became of a transaction", async () => {
    const signer = await accountSigner(running.layout, USER_NAME);
    const { address } = signer;
    const amount = [{ denom: "uasi", amount: "7" }];
    const message = { fromAddress: address, toAddress: address, amount };
    const content = { messages: [anyOf(MsgSend, message)], gasLimit: 200_000n, fee: 20_000n };
    const proven = verifying();
    const { hash } = await sequencedSigner(proven, signer, CHAIN_ID).send(content);
    let found: IncludedTx | undefined;
    const isFound = async (): Promise<boolean> => {
      found = await proven.tx(fromHex(hash));
      return found !== undefined;
    };
    await waitUntil(isFound, WAIT_MS, "the transaction", signal);
    expect(found).to.deep.equal(await rpc.tx(fromHex(hash)));
    expect(found?.code).to.equal(0);
    for (const one of ["transactions", "results"] as const) {
      lie = one;
      await refusal(proven.tx(fromHex(hash)));
    }
    lie = "none";
    // A restarted program may trust a header that is later than the transaction.
    const later = verifying();
    await query(later, Query.Params);
    expect((await later.tx(fromHex(hash)))?.code).to.equal(0);
  });

  it("is found out by aegisd query store --prove", async () => {
    const [program] = validatorSpec(running, 0).args;
    const ask = (url: string, ...args: readonly string[]): Program => {
      const all = [present(program, "aegisd"), "query", "store", ...args, "--node", url];
      return new Program(process.execPath, [...all, "--home", home, "-o", "json"]);
    };
    const { address } = await accountSigner(running.layout, USER_NAME);
    const keyOf = (owner: Uint8Array): string =>
      hex(Uint8Array.from([1, ...owner, ...utf8("uasi\0")]));
    const height = (await rpc.status()).height - 2;
    const asked = ["bank", keyOf(addressBytes(address)), "--height", `${height}`];
    const proven = ["--prove", "--trust", trust];
    const plain = JSON.parse((await ask(rpc.url, ...asked).ended).stdout);
    const honest = await ask(proxy.url.replace("http:", "tcp:"), ...asked, ...proven).ended;
    expect(honest.code, honest.stderr).to.equal(EXIT.ok);
    const { header, time, ...same } = JSON.parse(honest.stdout);
    expect(same).to.deep.equal(plain);
    const block = await rpc.block(height + 1);
    expect(Date.parse(time)).to.equal(Date.parse(block.time));
    expect(header).to.deep.equal({
      height: `${height + 1}`,
      hash: hex(block.hash).toUpperCase(),
      app_hash: hex(block.appHash).toUpperCase(),
    });
    const nobody = await ask(proxy.url, "bank", keyOf(new Uint8Array(20)), ...proven).ended;
    expect(JSON.parse(nobody.stdout).value).to.equal(null);
    lie = "value";
    const cheated = await ask(proxy.url, ...asked, ...proven).ended;
    expect(cheated.code).to.equal(EXIT.failure);
    expect(cheated.stderr).to.include("not what the chain has");
    expect((await ask(rpc.url, "bank", "xyz").ended).code).to.equal(EXIT.usage);
    expect((await ask(rpc.url, "no-store", "01").ended).code).to.equal(EXIT.usage);
    expect((await ask(rpc.url, "nothing", "01").ended).code).to.equal(EXIT.failure);
  });

  it("stops a daemon from acting, not from running", async () => {
    const { args, ...spec } = nodeSpec(running, 0);
    const path = configPath(running.layout.resourceNode(0));
    writeFileSync(path, readFileSync(path, "utf8").replace(rpc.url, proxy.url));
    lie = "value";
    const proven = [...args, "--verify", "--trust", trust, "--witness", rpc.url];
    const log = join(home, "daemon.log");
    const daemon = new NodeProcess({ ...spec, args: proven }, log, () => undefined);
    const has = (words: string) => async (): Promise<boolean> =>
      daemon.log().some(({ msg }) => `${msg}`.includes(words));
    try {
      await waitUntil(has("the node's word is not believed"), WAIT_MS, "a refusal", signal);
      expect(await has("engine ready")()).to.equal(false);
      lie = "none";
      await waitUntil(has("engine ready"), WAIT_MS, "the daemon", signal);
      expect(daemon.failures).to.deep.equal([]);
    } finally {
      expect(await daemon.stop()).to.equal(EXIT.ok);
    }
  });
});
