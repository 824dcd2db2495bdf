/**
 * A receipt of a task that a real network answered with the real model: made by `aegisd receipt`,
 * and checked by `aegisd verify-receipt`, by the library, and by the page's program.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { decodeReceipt } from "../../app/client/receipt/format.ts";
import { TRUSTING_PERIOD_MS } from "../../app/client/receipt/trust.ts";
import { type ReceiptFacts, verifyReceipt } from "../../app/client/receipt/verify.ts";
import { query } from "../../app/client/query.ts";
import type { Rpc } from "../../app/client/rpc.ts";
import { present } from "../../app/lib/assert.ts";
import { fromHex, hex } from "../../app/lib/bytes.ts";
import { buildModules } from "../../app/modules.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { runProgram } from "../../cmd/aegisd/program.ts";
import { receiptPage } from "../../cmd/receipt-page/build.ts";
import { accountSigner } from "../../localnet/accounts.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { USER_NAME, validatorName } from "../../localnet/layout.ts";
import { LOCAL_GAS_PRICE, rpcUrl } from "../../localnet/setup.ts";
import { validatorSpec } from "../../localnet/start.ts";
import { followTask, submitTask, taskRequest, waitForHeight } from "../../localnet/task.ts";
import { Query as CheckpointsQuery } from "../../proto/gen/aegis/checkpoints/v1/query.ts";
import { PageRequest } from "../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { temporaryFolder } from "../app/store/kit.ts";
import { fakeIo } from "../cmd/aegisd/fakeIo.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";

const { modules } = buildModules().manager;
const BLOCKS_BEHIND = 4;
const PROMPT = "Say hello in one short sentence.";

/** What CometBFT itself calls the block and its validators. */
async function blockIds(url: string, height: bigint): Promise<{ hash: string; set: string }> {
  const answer = await fetch(`${url}/block?height=${height}`);
  const { result } = (await answer.json()) as {
    result: { block_id: { hash: string }; block: { header: { validators_hash: string } } };
  };
  const { block_id: id, block } = result;
  return { hash: id.hash.toLowerCase(), set: block.header.validators_hash.toLowerCase() };
}

/** Runs `aegisd attest` for the only validator. */
function attest({ running }: TestNetwork): void {
  const { manifest, layout, processes } = running;
  const [program = ""] = validatorSpec(running, 0).args;
  const home = ["--home", layout.validator(0), "--keyring-backend", "test"];
  const node = ["--node", rpcUrl(manifest, 0), "--from", validatorName(0), "--poll", "1"];
  processes.start({ name: "attest0", args: [program, "attest", ...home, ...node] });
}

describe("a receipt of a real network", function () {
  this.timeout(600_000);
  const folder = temporaryFolder();
  const file = join(folder.path, "receipt.json");
  let network: TestNetwork;
  let rpc: Rpc;
  let task = "";
  let trusted = "";
  let facts: ReceiptFacts;

  before(async () => {
    network = await testNetwork({ name: "single" });
    const { rpcs, layout } = network.running;
    rpc = present(rpcs[0], "a validator");
    const user = await accountSigner(layout, USER_NAME);
    const place = { chainId: CHAIN_ID, gasPrice: LOCAL_GAS_PRICE };
    const submitted = await submitTask(rpc, user, place, taskRequest(PROMPT));
    const ignored = (): void => {};
    const limit = AbortSignal.timeout(400_000);
    const followed = await followTask(rpc, submitted, ignored, limit);
    expect(followed.isFinal).to.equal(true);
    task = hex(followed.hash);
    // The state that is proven is that of two blocks before the latest.
    const settled = present(followed.transitions.at(-1), "a transition").height;
    await waitForHeight(rpc, settled + BLOCKS_BEHIND, limit);
  });
  after(async () => {
    await network?.close();
    folder.remove();
  });

  async function run(...argv: readonly string[]): Promise<{ code: number; said: string }> {
    const io = fakeIo();
    const code = await runProgram(io, modules, argv);
    return { code, said: io.written.out + io.written.err };
  }

  it("is made by the command line, under the names that CometBFT has", async () => {
    const made = await run("receipt", task, "--out", file, "--node", rpc.url);
    expect(made.code, made.said).to.equal(EXIT.ok);
    trusted = (await blockIds(rpc.url, 2n)).set;
    const verdict = verifyReceipt(new Uint8Array(readFileSync(file)), {
      ...{ trust: fromHex(trusted), nowMs: Date.now(), trustingPeriodMs: TRUSTING_PERIOD_MS },
      chainId: CHAIN_ID,
    });
    if (!verdict.valid) throw new Error(verdict.reason);
    facts = verdict.facts;
    const ids = await blockIds(rpc.url, facts.header.height);
    expect(facts.header.hash).to.equal(ids.hash);
    expect(facts.header.validatorsHash).to.equal(ids.set);
    expect(facts.task).to.include({ taskHash: task, state: "FINAL" });
    expect(facts.task.messages.at(-1)?.content).to.equal(PROMPT);
    const [result] = facts.task.calculations[0]?.results ?? [];
    expect(result?.text).to.be.a("string").and.not.equal("");
    expect(result?.verifications.some(({ verdict: one }) => one === "VALID")).to.equal(true);
  });

  it("leads from a header that somebody trusted long before", async () => {
    const { hash } = await blockIds(rpc.url, 3n);
    const path = join(folder.path, "path.json");
    const from = ["--from", `3:${hash}`];
    const made = await run("receipt", task, "--out", path, "--node", rpc.url, ...from);
    expect(made.code, made.said).to.equal(EXIT.ok);
    const verdict = verifyReceipt(new Uint8Array(readFileSync(path)), {
      ...{ trust: fromHex(hash), nowMs: Date.now(), trustingPeriodMs: TRUSTING_PERIOD_MS },
    });
    if (!verdict.valid) throw new Error(verdict.reason);
    expect(verdict.facts.trusted).to.include({ by: "header", height: 3n });
    expect(verdict.facts.trusted.steps).to.be.greaterThan(0);
    const wrong = ["--from", `3:${"00".repeat(32)}`];
    const refused = await run("receipt", task, "--node", rpc.url, ...wrong);
    expect(refused.said).to.include("[trust_mismatch]");
  });

  it("is taken by the command line, and refused when anything is changed", async () => {
    const taken = await run("verify-receipt", file, "--trust", trusted);
    expect(taken.code, taken.said).to.equal(EXIT.ok);
    expect(taken.said).to.include(`task: ${task}`);
    const byHeader = await run("verify-receipt", file, "--trust", facts.header.hash);
    expect(byHeader.code, byHeader.said).to.equal(EXIT.ok);
    const other = await run("verify-receipt", file, "--trust", "00".repeat(32));
    expect(other.said).to.include("[untrusted]");
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at += 997) {
      const damaged = join(folder.path, "damaged.json");
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] as number) ^ 1;
      writeFileSync(damaged, copy);
      const { code } = await run("verify-receipt", damaged, "--trust", trusted);
      expect(code, `byte ${at}`).to.equal(EXIT.failure);
    }
  });

  it("is taken by the page's program", async () => {
    const { bundle } = await receiptPage();
    const asked = {
      ...{ trust: trusted, chainId: CHAIN_ID, nowMs: Date.now() },
      trustingPeriodMs: TRUSTING_PERIOD_MS,
    };
    const input = new Uint8Array(readFileSync(file));
    const globals = { TextEncoder, TextDecoder, input, asked, shown: "" };
    const call = "shown = JSON.stringify(AegisReceipt.check(new Uint8Array(input), asked));";
    runInNewContext(`${bundle};${call}`, globals);
    expect(JSON.parse(globals.shown)).to.include({ valid: true });
  });

  it("has the checkpoint of the whole set as soon as one is final", async () => {
    attest(network);
    const limit = Date.now() + 240_000;
    for (;;) {
      const pagination = PageRequest.create({ limit: 4n, reverse: true });
      const { checkpoints } = await query(rpc, CheckpointsQuery.Checkpoints, { pagination });
      const { height } = facts.header;
      if (checkpoints.some((one) => one.finalHeight > 0n && one.height > height)) break;
      if (Date.now() > limit) throw new Error("no checkpoint became final");
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const final = join(folder.path, "final.json");
    const made = await run("receipt", task, "--out", final, "--node", rpc.url);
    expect(made.code, made.said).to.equal(EXIT.ok);
    const bytes = new Uint8Array(readFileSync(final));
    expect(decodeReceipt(bytes).checkpoint).to.not.equal(undefined);
    const options = { trust: fromHex(trusted), nowMs: Date.now(), trustingPeriodMs: 86_400_000 };
    const verdict = verifyReceipt(bytes, options);
    if (!verdict.valid) throw new Error(verdict.reason);
    const commitment = present(verdict.facts.checkpoint, "a checkpoint").commitment;
    const bySet = await run("verify-receipt", final, "--trust", commitment);
    expect(bySet.code, bySet.said).to.equal(EXIT.ok);
  });
});
