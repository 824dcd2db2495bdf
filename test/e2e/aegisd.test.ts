/** A node with a real CometBFT, from `init` to a transaction, and through every way to die. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { broadcast, waitForTx } from "../../app/client/broadcast.ts";
import { httpRpc, type Rpc } from "../../app/client/rpc.ts";
import { accountState } from "../../app/client/sequence.ts";
import { anyOf, signTx } from "../../app/client/sign.ts";
import { hex } from "../../app/lib/bytes.ts";
import { uasi } from "../../app/lib/coin.ts";
import { buildModules } from "../../app/modules.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { openKeyring } from "../../cmd/aegisd/keyring/keyring.ts";
import { runProgram } from "../../cmd/aegisd/program.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { fakeIo } from "../cmd/aegisd/fakeIo.ts";
import { type Ended, Program } from "../kit/program.ts";

const { modules } = buildModules().manager;
const STAKE = 1_000_000_000n;
const GIFT = 5_000_000_000n;
const SENT = 1_234n;

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within a minute: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isRunning(pid: number): boolean {
  try {
    // A zombie has ended, though nobody has asked how.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

describe("aegisd, with a real CometBFT", function () {
  this.timeout(300_000);
  const home = mkdtempSync(join(tmpdir(), "aegisd-e2e-"));
  let rpc: Rpc;
  let rpcPort = 0;
  let node: Program;
  let alice = "";
  let bob = "";

  /** Runs one command line in this process, against the test's home and node. */
  async function aegisd(...argv: readonly string[]): Promise<Answer> {
    const io = fakeIo();
    const code = await runProgram(io, modules, argv);
    return { code, out: io.written.out, err: io.written.err };
  }

  async function json(...argv: readonly string[]): Promise<Record<string, unknown>> {
    const { code, out, err } = await aegisd(...argv, "-o", "json");
    expect(code, err).to.equal(EXIT.ok);
    return JSON.parse(out) as Record<string, unknown>;
  }

  const start = (...more: readonly string[]): Program =>
    new Program(process.execPath, [
      ...["--import=tsx", "cmd/aegisd/main.ts", "start", "--home", home],
      ...["--grpc-address", "", "--no-api"],
      ...more,
    ]);

  const height = async (): Promise<number> => {
    try {
      return (await rpc.status()).height;
    } catch {
      return 0;
    }
  };
  /** Waits for two blocks after what there is. */
  const goesOn = async (): Promise<number> => {
    let first = 0;
    await until("blocks", async () => {
      first ||= await height();
      return first > 0 && (await height()) >= first + 2;
    });
    return first;
  };
  const cometPid = (): number => {
    const pid = node.child.pid ?? 0;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    // The loader of the sources has a helper process; CometBFT is the one that names itself.
    const found = children
      .map(Number)
      .find((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes("--proxy_app"));
    return found ?? expect.fail("no CometBFT child");
  };
  const ended = async (): Promise<Ended> => node.ended;

  before(async () => {
    process.env["AEGISD_HOME"] = home;
    process.env["AEGISD_KEYRING_BACKEND"] = "test";
    rpcPort = await freePort();
    const url = `http://127.0.0.1:${rpcPort}`;
    process.env["AEGISD_NODE"] = url;
    rpc = httpRpc(url);
  });
  after(() => {
    for (const name of ["AEGISD_HOME", "AEGISD_KEYRING_BACKEND", "AEGISD_NODE"]) {
      delete process.env[name];
    }
    node?.signal("SIGKILL");
    rmSync(home, { recursive: true, force: true });
  });

  it("init, keys and genesis make a home that a chain can start from", async () => {
    const p2pPort = await freePort();
    const ports = ["--rpc-port", `${rpcPort}`, "--p2p-port", `${p2pPort}`];
    await json("init", "e2e", "--chain-id", "aegis-e2e-1", "--timeout-commit", "200", ...ports);
    alice = String((await json("keys", "add", "alice"))["address"]);
    bob = String((await json("keys", "add", "bob"))["address"]);
    expect((await aegisd("genesis", "validate")).code).to.equal(EXIT.failure);
    for (const argv of [
      ["add-account", "alice", `${GIFT}uasi`],
      ["add-validator", "alice", `${STAKE}uasi`],
      ["validate"],
    ]) {
      const { code, err } = await aegisd("genesis", ...argv);
      expect(code, err).to.equal(EXIT.ok);
    }
  });

  it("starts, makes blocks and tells its status", async () => {
    node = start();
    await until("the first block", async () => (await height()) >= 2);
    const status = await json("status");
    expect(status).to.include({ chain_id: "aegis-e2e-1", catching_up: false });
  });

  it("says which port is in use instead of starting twice", async () => {
    const second = await start().ended;
    expect(second.code).to.equal(EXIT.failure);
    expect(second.stderr).to.match(new RegExp(`^aegisd: port ${rpcPort} is in use`, "m"));
    expect(second.stderr).not.to.match(/^\s+at /m);
  });

  let sentHash = "";

  it("sends coins and finds the transaction again", async () => {
    const sent = await json("tx", "bank", "send", "alice", bob, `${SENT}uasi`, "-y", "--wait");
    expect(sent).to.include({ code: 0 });
    expect(Number(sent["gas_used"])).to.be.greaterThan(0);
    sentHash = String(sent["txhash"]);
    expect(await json("query", "tx", sentHash)).to.deep.equal(sent);
    expect(await json("query", "wait-tx", sentHash)).to.deep.equal(sent);
    expect(await json("query", "bank", "balance", bob, "uasi")).to.deep.equal({
      balance: { denom: "uasi", amount: `${SENT}` },
    });
    const block = await json("query", "block", String(sent["height"]));
    expect(JSON.stringify(block["txs"])).to.contain(sentHash).and.contain("BeaconEntry");
  });

  it("takes a transaction that is sent twice for one", async () => {
    const { accountNumber, sequence } = await accountState(rpc, alice);
    const keyring = openKeyring({ home, backend: "test", passphrase: async () => "" });
    const message = { fromAddress: alice, toAddress: bob, amount: uasi(1n) };
    const content = { messages: [anyOf(MsgSend, message)], gasLimit: 200_000n, fee: 10_000n };
    const place = { chainId: "aegis-e2e-1", accountNumber, sequence };
    const bytes = signTx(await keyring.signer("alice"), content, place);
    const first = await broadcast(rpc, bytes);
    expect(await broadcast(rpc, bytes)).to.deep.equal(first);
    expect((await waitForTx(rpc, first.hash)).code).to.equal(0);
  });

  it("serves several transactions of one key one after the other", async () => {
    const hashes: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const sent = await json("tx", "bank", "send", "alice", bob, "1uasi", "-y", "--wait");
      hashes.push(String(sent["txhash"]));
    }
    expect(new Set(hashes).size).to.equal(3);
  });

  it("passes on with its code what the chain refuses", async () => {
    const poor = await aegisd("tx", "bank", "send", "bob", alice, "999999999uasi", "-y");
    expect(poor.code).to.equal(EXIT.refused);
    expect(poor.err).to.match(/^aegisd: insufficient funds.*\(sdk code 5\)\n$/);
    const wrongChain = ["--chain-id", "other-1", "-y"];
    const other = await aegisd("tx", "bank", "send", "alice", bob, "1uasi", ...wrongChain);
    expect(other.code).to.equal(EXIT.usage);
    const late = ["--timeout-height", "1", "--gas", "200000", "-y"];
    const old = await aegisd("tx", "bank", "send", "alice", bob, "1uasi", ...late);
    expect(old.code).to.equal(EXIT.refused);
    expect(old.err).to.contain("sdk code 30");
    const missing = await aegisd("query", "tx", "00".repeat(32));
    expect(missing.code).to.equal(EXIT.refused);
    const future = await aegisd("query", "bank", "balance", bob, "uasi", "--height", "99999999");
    expect(future.code).to.equal(EXIT.refused);
  });

  it("simulates without sending, and prints without signing", async () => {
    const send = ["tx", "bank", "send", "alice", bob, "1uasi"];
    const before = await json("query", "bank", "balance", bob, "uasi");
    expect(Number((await json(...send, "--dry-run"))["gas_estimate"])).to.be.greaterThan(0);
    const unsigned = await json(...send, "--generate-only", "--note", "hello");
    expect(unsigned).to.have.nested.property("body.memo", "hello");
    expect(unsigned["signatures"]).to.deep.equal([]);
    expect(await json("query", "bank", "balance", bob, "uasi")).to.deep.equal(before);
  });

  it("stops cleanly on SIGINT, and its CometBFT with it", async () => {
    const pid = cometPid();
    node.signal("SIGINT", "group");
    const { code, stderr } = await ended();
    expect(code, stderr).to.equal(EXIT.ok);
    expect(stderr).to.contain("stopping: received SIGINT");
    expect(isRunning(pid)).to.equal(false);
  });

  it("exports a state that validates, with the books balanced", async () => {
    const { code, out, err } = await aegisd("export");
    expect(code, err).to.equal(EXIT.ok);
    const document = JSON.parse(out);
    expect(document.chain_id).to.equal("aegis-e2e-1");
    const { balances, supply } = document.app_state.bank;
    const coins = (balances as { coins: { amount: string }[] }[]).flatMap((one) => one.coins);
    const sum = coins.reduce((total, { amount }) => total + BigInt(amount), 0n);
    expect(supply).to.deep.equal([{ denom: "uasi", amount: `${sum}` }]);
    const file = join(home, "exported.json");
    writeFileSync(file, out);
    const valid = await aegisd("genesis", "validate", file);
    expect(valid.code, valid.err).to.equal(EXIT.ok);
    const gone = await aegisd("export", "--height", "99999999");
    expect(gone.code).to.equal(EXIT.failure);
    expect(gone.err).to.match(/height 99999999 is not kept: ask between \d+ and \d+/);
  });

  it("comes back after kill -9, with CometBFT ending by itself meanwhile", async () => {
    node = start();
    await goesOn();
    const pid = cometPid();
    node.signal("SIGKILL");
    await ended();
    await until("CometBFT ends without its application", () => !isRunning(pid));
    node = start();
    await goesOn();
    expect((await json("query", "tx", sentHash))["txhash"]).to.equal(sentHash);
  });

  it("reaches the same app hash when it replays every block from an empty state", async () => {
    const { height: known } = await rpc.status();
    const hash = hex((await rpc.block(known)).appHash);
    node.signal("SIGTERM");
    await ended();
    rmSync(join(home, "data", "application.db"));
    rmSync(join(home, "data", "application.db-wal"), { force: true });
    rmSync(join(home, "data", "application.db-shm"), { force: true });
    node = start();
    // CometBFT stops when a replayed block gives another hash than it gave at first.
    const first = await goesOn();
    expect(first).to.be.greaterThanOrEqual(known);
    expect(hex((await rpc.block(known)).appHash)).to.equal(hash);
    expect(await json("query", "bank", "balance", bob, "uasi")).to.have.nested.property(
      "balance.amount",
      `${SENT + 4n}`,
    );
  });

  it("stops with a code of its own when CometBFT dies under it", async () => {
    process.kill(cometPid(), "SIGKILL");
    const { code, stderr } = await ended();
    expect(code).to.equal(EXIT.cometbft);
    expect(stderr).to.match(/\naegisd: the node has stopped: CometBFT was ended by SIGKILL.*\n$/);
    expect((await aegisd("status")).code).to.equal(EXIT.unreachable);
  });

  it("runs the application alone, and says what a running node keeps for itself", async () => {
    node = start("--no-comet", "--address", "tcp://127.0.0.1:0");
    await node.says("application ready");
    const exported = await aegisd("export");
    expect(exported.code).to.equal(EXIT.failure);
    expect(exported.err).to.match(/another process|open/);
    node.signal("SIGTERM");
    expect((await ended()).code).to.equal(EXIT.ok);
  });
});
